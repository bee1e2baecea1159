//! Something names a resource or parameter that the template does not have.

use std::collections::HashSet;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Spot};
use crate::template::{
    LogicalId, Named, PropertyPath, Template, Value, named_in_sections, references,
    rename_references,
};

pub(super) static RULE: Rule = Rule {
    id: "reference-missing",
    severity: Severity::Error,
    title: "Reference to nothing",
    why: "CloudFormation refuses a template in which Ref, Fn::GetAtt, Fn::Sub or DependsOn names \
          something that is neither a resource nor a parameter of it, or in which a condition or \
          mapping is named that it does not declare. Correct the name, or take the reference away.",
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
}
.told();

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
            findings.add(id, "", message).at_attribute("Condition");
        }
        for (at, name) in depends_on(resource.attribute("DependsOn")) {
            if !template.resources.contains_key(name) {
                report(findings, id, "".into(), name).at_attribute(&at);
            }
        }
    }
    in_outputs(template, is_known, findings);
    undeclared(template, findings);
}

/// What outputs refer to. An output is no resource: it is said of the last one.
fn in_outputs(template: &Template, is_known: impl Fn(&str) -> bool, findings: &mut Findings) {
    let Some((last, _)) = template.resources.last() else {
        return;
    };
    let outputs = template.sections.get("Outputs").and_then(Value::as_map);
    for (output, value) in outputs.into_iter().flatten() {
        for reference in references(value) {
            if !is_known(&reference.name) {
                let message = "Output {output} refers to {name}, which is not in this template.";
                let message = Message::new(message).text("output", output);
                let path = PropertyPath::from("Outputs").key(output);
                findings
                    .add(last, "", message.text("name", &reference.name))
                    .at(Spot::Elsewhere(path.then(&reference.path)));
            }
        }
    }
}

/// Conditions and mappings that are named and not declared.
fn undeclared(template: &Template, findings: &mut Findings) {
    let Some((last, _)) = template.resources.last() else {
        return;
    };
    let is_there = |named: &Named| {
        let section = template.sections.get(named.section);
        section.is_some_and(|section| match section {
            Value::Map(map) => map.contains_key(&named.name),
            // Written in a form that nobody can read names off.
            _ => true,
        })
    };
    let sentence = |named: &Named| match named.section {
        "Mappings" => Message::new("Mapping {name} is asked for and not in this template."),
        _ => Message::new("Condition {name} is asked for and not in this template."),
    };
    for (id, resource) in &template.resources {
        let named = resource.attribute("Properties").map(named_in_sections);
        for named in named.into_iter().flatten().filter(|it| !is_there(it)) {
            let message = sentence(&named).text("name", &named.name);
            findings.add(id, named.path, message);
        }
    }
    for section in ["Conditions", "Outputs"] {
        let Some(Value::Map(entries)) = template.sections.get(section) else {
            continue;
        };
        for (key, value) in entries {
            let top = PropertyPath::root().key(section).key(key);
            let mut all = named_in_sections(value);
            let own = value.as_map().and_then(|it| it.get("Condition")?.as_text());
            all.extend(own.map(|name| Named::condition(name, "Condition".into())));
            for named in all.into_iter().filter(|it| !is_there(it)) {
                let message = sentence(&named).text("name", &named.name);
                let spot = Spot::Elsewhere(top.then(&named.path));
                findings.add(last, "", message).at(spot);
            }
        }
    }
}

fn report<'a>(
    findings: &'a mut Findings,
    id: &LogicalId,
    path: PropertyPath,
    name: &str,
) -> &'a mut Finding {
    let message = Message::new("{resource} refers to {name}, which is not in this template.")
        .resource("resource", id)
        .text("name", name);
    findings
        .add(id, path, message)
        .with([&LogicalId::new(name)])
}

fn parameters(template: &Template) -> HashSet<&str> {
    let section = template.sections.get("Parameters").and_then(Value::as_map);
    let keys = section.into_iter().flat_map(|map| map.keys());
    keys.map(String::as_str).collect()
}

/// What a resource waits for, and where that stands beside its properties.
fn depends_on(value: Option<&Value>) -> impl Iterator<Item = (String, &str)> {
    let one = value.and_then(Value::as_text);
    let one = one.map(|name| ("DependsOn".to_owned(), name)).into_iter();
    let many = value.and_then(Value::as_list).unwrap_or_default().iter();
    let many = many.enumerate();
    one.chain(many.filter_map(|(at, name)| Some((format!("DependsOn.{at}"), name.as_text()?))))
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
    use crate::document::open;
    use crate::fixture::design;
    use crate::rules::fixes;
    use crate::schema::Schemas;

    #[test]
    fn outputs_conditions_and_attributes_are_looked_at_and_pointed_at() {
        let text = "\
Mappings: {Map: {a: {b: c}}}
Conditions:
  Is: !Equals [a, b]
  Both: !And [!Condition Is, !Condition Nay]
Resources:
  A:
    Type: AWS::SNS::Topic
    Condition: Nope
    DependsOn:
      - B
    Properties:
      DisplayName: !If [Is, x, y]
      TopicName: !If [Isnt, !FindInMap [Map, a, b], !FindInMap [Mop, a, b]]
Outputs:
  O:
    Condition: Non
    Value: !Sub '${A} ${C}'
";
        let document = open(text).unwrap().document;
        let findings = analyze(&document, &Schemas::default()).findings;
        let source = document.template.source().unwrap();
        let said: Vec<_> = findings
            .iter()
            .filter(|it| it.rule.id == "reference-missing")
            .map(|it| {
                let at = source.position(it.span(source).unwrap().start);
                format!("{}:{} {}", at.line, at.column, it.message)
            })
            .collect();
        assert_eq!(
            said,
            [
                "8:5 A depends on condition Nope, which is not in this template.",
                "10:9 A refers to B, which is not in this template.",
                "17:5 Output O refers to C, which is not in this template.",
                "13:18 Condition Isnt is asked for and not in this template.",
                "13:53 Mapping Mop is asked for and not in this template.",
                "4:30 Condition Nay is asked for and not in this template.",
                "16:5 Condition Non is asked for and not in this template.",
            ]
        );
    }

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
