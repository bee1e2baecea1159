//! Something names a resource or parameter that the template does not have.

use std::collections::HashSet;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity};
use crate::template::{LogicalId, Template, Value, references, rename_references};

pub(super) static RULE: Rule = Rule {
    id: "reference-missing",
    severity: Severity::Error,
    title: "Reference to nothing",
    why: "CloudFormation refuses a template in which Ref, Fn::GetAtt, Fn::Sub or DependsOn names \
          something that is neither a resource nor a parameter of it. Correct the name, or take \
          the reference away.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
subnet a VpcId=@mein CidrBlock=10.0.1.0/24 # error reference-missing: a refers to mein, which is not in this template.
eip spare :Condition=Spare # error reference-missing: spare depends on condition Spare, which is not in this template.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16 Tags=[{Key=Stack, Value=@AWS::StackName}]
  subnet a CidrBlock=10.0.1.0/24
",
    check,
    fixes,
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let template = context.template();
    // A macro may add whatever is named.
    if template.sections.contains_key("Transform") {
        return;
    }
    let parameters = parameters(template);
    let is_known = |name: &str| {
        name.starts_with("AWS::")
            || template.resources.contains_key(name)
            || parameters.contains(name)
    };
    for (id, resource) in &template.resources {
        if let Some(properties) = resource.attribute("Properties") {
            for reference in references(properties) {
                if !is_known(&reference.name) {
                    report(findings, id, reference.path, &reference.name);
                }
            }
        }
        let condition = resource.attribute("Condition").and_then(Value::as_text);
        let conditions = template.sections.get("Conditions").and_then(Value::as_map);
        let is_there = |name: &&str| conditions.is_some_and(|all| all.contains_key(*name));
        if let Some(name) = condition.filter(|name| !is_there(name)) {
            let message = Message::new(
                "{resource} depends on condition {name}, which is not in this template.",
            )
            .resource("resource", id)
            .text("name", name);
            findings.add(id, "", message);
        }
        for name in depends_on(resource.attribute("DependsOn")) {
            if !template.resources.contains_key(name) {
                report(findings, id, "".into(), name);
            }
        }
    }
}

fn report(
    findings: &mut Findings,
    id: &LogicalId,
    path: crate::template::PropertyPath,
    name: &str,
) {
    let message = Message::new("{resource} refers to {name}, which is not in this template.")
        .resource("resource", id)
        .text("name", name);
    findings
        .add(id, path, message)
        .with([&LogicalId::new(name)]);
}

fn parameters(template: &Template) -> HashSet<&str> {
    let section = template.sections.get("Parameters").and_then(Value::as_map);
    let keys = section.into_iter().flat_map(|map| map.keys());
    keys.map(String::as_str).collect()
}

fn depends_on(value: Option<&Value>) -> impl Iterator<Item = &str> {
    let one = value.and_then(Value::as_text).into_iter();
    let many = value.and_then(Value::as_list).unwrap_or_default().iter();
    one.chain(many.filter_map(Value::as_text))
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(wrong) = finding.others.first() else {
        return Vec::new();
    };
    let template = context.template();
    let resources = template.resources.keys().map(LogicalId::as_str);
    let names = resources.chain(parameters(template));
    let near = names.filter(|name| *name != finding.resource.as_str());
    let nearest = near
        .map(|name| (distance(name, wrong.as_str()), name))
        .min();
    // A slip of the pen leaves most of a name as it was.
    let most = (wrong.as_str().len() / 2).min(2);
    let Some((_, right)) = nearest.filter(|(far, _)| (1..=most).contains(far)) else {
        return Vec::new();
    };
    let right = LogicalId::new(right);
    let title = Message::new("Refer to {name}").resource("name", &right);
    Fix::review(context, title, |draft| {
        let resource = draft.resource_mut(&finding.resource)?;
        let renamed = rename_references(resource.attribute("Properties")?, wrong, &right);
        resource.set_attribute("Properties", Some(renamed));
        Some(())
    })
}

/// How many letters are to be written, taken away or replaced to get from one
/// name to the other, letter case aside.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    if a == b {
        return 1;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let change = row[j] + usize::from(letter != *other);
            next.push(change.min(row[j + 1] + 1).min(next[j] + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::fixture::design;
    use crate::rules::fixes;
    use crate::schema::Schemas;

    #[test]
    fn a_name_that_is_nowhere_near_is_not_offered() {
        let titles = |text: &str| {
            let document = design(text);
            let findings = analyze(&document, &Schemas::default()).findings;
            let found = findings.iter().find(|it| it.rule.id == "reference-missing");
            let fixes = fixes(&document, &Schemas::default(), found.unwrap());
            fixes
                .iter()
                .map(|it| it.title.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            titles("vpc Main CidrBlock=10.0.0.0/16\nsubnet a CidrBlock=10.0.1.0/24 VpcId=@Mian"),
            ["Refer to Main"]
        );
        assert_eq!(
            titles("vpc W CidrBlock=10.0.0.0/16\nsubnet a CidrBlock=10.0.1.0/24 VpcId=@V"),
            [""; 0]
        );
    }
}
