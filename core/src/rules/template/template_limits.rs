//! A template is larger than CloudFormation takes.

use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, Spot, no_fix};
use crate::template::{PropertyPath, Template, Value, print};

pub(super) static RULE: Rule = Rule {
    id: "template-limits",
    severity: Severity::Error,
    title: "Template beyond the limits",
    why: "CloudFormation takes at most 500 resources, 200 parameters, 200 outputs and 200 \
          mappings in a template of at most 1 MB, and above 51,200 bytes only from a bucket of \
          S3. Part a larger one into nested stacks.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    // Five hundred resources are no example: the tests below make them.
    bad: "",
    good: "",
    check,
    fixes: no_fix,
}
.told();

const RESOURCES: usize = 500;
const SECTIONS: [&str; 3] = ["Parameters", "Outputs", "Mappings"];
const EACH: usize = 200;
const INLINE: usize = 51_200;
const IN_S3: usize = 1_000_000;

/// Below this many resources no template that a person writes is too long to
/// be given directly: it is not printed only to be measured.
const FEW: usize = 20;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let template = context.template();
    // Everything is said of a resource: of the first that is too much, or of the last.
    let resources = &template.resources;
    let Some((last, _)) = resources.last() else {
        return;
    };
    if let Some((id, _)) = resources.get_index(RESOURCES) {
        let message = Message::new(
            "The template has {count} resources: CloudFormation takes {most}. {resource} is the first beyond.",
        )
        .text("count", resources.len())
        .text("most", RESOURCES)
        .resource("resource", id);
        findings.add(id, "", message);
    }
    for name in SECTIONS {
        let section = template.sections.get(name).and_then(Value::as_map);
        let count = section.map_or(0, indexmap::IndexMap::len);
        if count > EACH {
            let message = Message::new(
                "The template has {count} entries under {section}: CloudFormation takes {most}.",
            )
            .text("count", count)
            .text("section", name)
            .text("most", EACH);
            let path = PropertyPath::root().key(name);
            let beyond = section.and_then(|section| section.get_index(EACH));
            let path = beyond.map_or(path.clone(), |(key, _)| path.key(key));
            findings.add(last, "", message).at(Spot::Elsewhere(path));
        }
    }
    let bytes = bytes(template);
    if bytes > IN_S3 {
        let message = Message::new(
            "The template has {bytes} bytes: CloudFormation takes {most}, and those from S3.",
        )
        .text("bytes", bytes)
        .text("most", IN_S3);
        findings
            .add(last, "", message)
            .at(Spot::Elsewhere(PropertyPath::root()));
    } else if bytes > INLINE {
        let message = Message::new(
            "The template has {bytes} bytes: above {most}, CloudFormation takes it only from S3.",
        )
        .text("bytes", bytes)
        .text("most", INLINE);
        let finding = findings.add(last, "", message);
        finding.severity = Severity::Hint;
        finding.at(Spot::Elsewhere(PropertyPath::root()));
    }
}

/// How long the template is as text.
fn bytes(template: &Template) -> usize {
    let read = template.source().map_or(0, |source| source.text.len());
    if read == 0 && template.resources.len() < FEW {
        return 0;
    }
    if read > 0 {
        read
    } else {
        print(template).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::document::open;
    use crate::schema::Schemas;

    fn found(sections: &str, resources: usize) -> Vec<String> {
        let resource = |index| format!("\"R{index}\": {{\"Type\": \"AWS::SQS::Queue\"}}");
        let resources: Vec<String> = (0..resources).map(resource).collect();
        let text = format!("{{{sections}\"Resources\": {{{}}}}}", resources.join(","));
        let document = open(&text).unwrap().document;
        let findings = analyze(&document, &Schemas::default()).findings;
        let of_rule = findings.iter().filter(|it| *it.rule == RULE);
        of_rule
            .map(|it| format!("{} {}", it.severity, it.message))
            .collect()
    }

    #[test]
    fn counts_and_bytes_have_limits() {
        assert_eq!(found("", 500), [""; 0]);
        assert_eq!(
            found("", 501),
            [
                "error The template has 501 resources: CloudFormation takes 500. R500 is the first beyond."
            ]
        );
        let outputs: Vec<String> = (0..201).map(|it| format!("\"O{it}\": {{}}")).collect();
        assert_eq!(
            found(&format!("\"Outputs\": {{{}}},", outputs.join(",")), 1),
            ["error The template has 201 entries under Outputs: CloudFormation takes 200."]
        );
        let long = |length| format!("\"Description\": \"{}\",", "x".repeat(length));
        let hint = found(&long(60_000), 1);
        assert!(hint[0].starts_with("hint The template has 60"), "{hint:?}");
        let error = found(&long(1_000_000), 1);
        assert!(
            error[0].starts_with("error The template has 100"),
            "{error:?}"
        );
    }
}
