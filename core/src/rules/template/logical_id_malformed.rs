//! A resource has a name that CloudFormation does not take.

use crate::document::Change;
use crate::edit::rename;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Safety, Severity};

pub(super) static RULE: Rule = Rule {
    id: "logical-id-malformed",
    severity: Severity::Error,
    title: "Name that CloudFormation does not take",
    why: "The name of a resource in a template has letters from A to Z and digits only, and at \
          most 255 of them. What people see may be called anything, by a tag Name.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html",
    bad: "\
vpc main-vpc CidrBlock=10.0.0.0/16 # error logical-id-malformed: main-vpc is no name for CloudFormation: only letters from A to Z and digits are.
",
    good: "\
vpc mainVpc2 CidrBlock=10.0.0.0/16
",
    check,
    fixes,
}
.told();

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
const LONGEST: usize = 255;

fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric())
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let has_transform = context.template().sections.contains_key("Transform");
    for id in context.template().resources.keys() {
        let name = id.as_str();
        // `Fn::ForEach::Name` and what other extensions write.
        if name.contains("::") || (has_transform && name.contains(['$', '&'])) {
            continue;
        }
        let message = if !is_plain(name) {
            Message::new(
                "{resource} is no name for CloudFormation: only letters from A to Z and digits are.",
            )
        } else if name.len() > LONGEST {
            Message::new("{resource} is too long a name: {most} letters are the most.")
                .text("most", LONGEST)
        } else {
            continue;
        };
        findings.add(id, "", message.resource("resource", id));
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let mut name = String::new();
    let mut starts_word = false;
    for letter in finding.resource.as_str().chars().take(LONGEST) {
        if !letter.is_ascii_alphanumeric() {
            starts_word = true;
        } else if std::mem::take(&mut starts_word) && !name.is_empty() {
            name.push(letter.to_ascii_uppercase());
        } else {
            name.push(letter);
        }
    }
    let change = rename(context.document, &finding.resource, &name);
    let fix = |change: Change| Fix {
        title: Message::new("Call it {name}").text("name", &name),
        change,
        safety: Safety::Review,
    };
    change.ok().map(fix).into_iter().collect()
}
