//! Resources wait for each other, so that none can be made first.

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

use crate::catalogue::ec2;
use crate::document::Draft;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::sorting;
use crate::template::{LogicalId, Map, PropertyPath, Resource, Template, Value, references};

pub(super) static RULE: Rule = Rule {
    id: "reference-circle",
    severity: Severity::Error,
    title: "Resources that wait for each other",
    why: "CloudFormation makes what a resource refers to before the resource. When references \
          lead back to where they began, nothing can be made first, and it refuses the template. \
          Two security groups that name each other are the usual case: write one of the rules as \
          a resource of its own.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html#troubleshooting-errors-dependence-error",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg app GroupDescription=a SecurityGroupEgress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, DestinationSecurityGroupId=@data.GroupId}] # error reference-circle: app and data wait for each other.
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}]
  sg left GroupDescription=l SecurityGroupEgress=[{IpProtocol=tcp, FromPort=80, ToPort=80, DestinationSecurityGroupId=@right.GroupId}] # error reference-circle: left and right wait for each other.
  sg right GroupDescription=r SecurityGroupEgress=[{IpProtocol=tcp, FromPort=80, ToPort=80, DestinationSecurityGroupId=@left.GroupId}]
  sg own GroupDescription=o SecurityGroupIngress=[{IpProtocol=-1, SourceSecurityGroupId=@own.GroupId}] # error reference-circle: own refers to itself.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg app GroupDescription=a SecurityGroupEgress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, DestinationSecurityGroupId=@data.GroupId}]
  sg data GroupDescription=d
    ingress fromApp IpProtocol=tcp FromPort=3306 ToPort=3306 SourceSecurityGroupId=@app.GroupId
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for circle in circles(context.template()) {
        let Some((first, others)) = circle.split_first() else {
            continue;
        };
        let message = if others.is_empty() {
            Message::new("{resource} refers to itself.").resource("resource", first)
        } else {
            let all: Vec<_> = circle.iter().map(ToString::to_string).collect();
            Message::new("{resources} wait for each other.").text("resources", all.join(" and "))
        };
        findings.add(first, "", message).with(others);
    }
}

/// The resources that wait for each other, or for themselves, in the order of
/// the file.
fn circles(template: &Template) -> Vec<Vec<LogicalId>> {
    let resources = &template.resources;
    let mut graph = DiGraphMap::<usize, ()>::new();
    for (index, resource) in resources.values().enumerate() {
        graph.add_node(index);
        let properties = resource.attribute("Properties");
        let named = properties.map(references).unwrap_or_default();
        let named = named.into_iter().map(|reference| reference.name);
        let after = resource.attribute("DependsOn").map(mend::names);
        let after = after.into_iter().flatten().map(str::to_owned);
        for name in named.chain(after) {
            if let Some(other) = resources.get_index_of(name.as_str()) {
                graph.add_edge(index, other, ());
            }
        }
    }
    // Not by recursion: a pasted template may be one long chain.
    let mut found = kosaraju_scc(&graph);
    found.retain(|circle| match circle.as_slice() {
        [only] => graph.contains_edge(*only, *only),
        _ => true,
    });
    for circle in &mut found {
        sorting::sort(circle);
    }
    sorting::sort(&mut found);
    let name = |index| Some(resources.get_index(index)?.0.clone());
    let circles = found.into_iter();
    circles
        .map(|circle| circle.into_iter().filter_map(name).collect())
        .collect()
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let mut circle = vec![finding.resource.clone()];
    circle.extend(finding.others.iter().cloned());
    let is_group = |id| {
        let resource = context.resource(id);
        resource.is_some_and(|it| it.kind() == ec2::SecurityGroup::KIND)
    };
    if !circle.iter().all(is_group) {
        return Vec::new();
    }
    let is_closed = |draft: &Draft<'_>| {
        let left = circles(draft.template());
        left.iter().flatten().any(|id| circle.contains(id))
    };
    let title = Message::new("Write their rules on each other as resources of their own");
    Fix::review(context, title, |draft| {
        for list in ["SecurityGroupIngress", "SecurityGroupEgress"] {
            for id in &circle {
                part(draft, id, list, &circle)?;
            }
            if !is_closed(draft) {
                return Some(());
            }
        }
        None
    })
}

/// Writes the rules of a group's list that name groups of the circle as
/// resources of their own.
fn part(draft: &mut Draft<'_>, id: &LogicalId, list: &str, circle: &[LogicalId]) -> Option<()> {
    let is_egress = list == "SecurityGroupEgress";
    let (kind, stem) = if is_egress {
        (ec2::SecurityGroupEgress::KIND, format!("{id}Egress"))
    } else {
        (ec2::SecurityGroupIngress::KIND, format!("{id}Ingress"))
    };
    let path = PropertyPath::root().key(list);
    let rules = draft.template().resource(id)?.get(&path);
    let Some(Value::List(rules)) = rules.cloned() else {
        return Some(());
    };
    let names_circle = |rule: &Value| {
        let named = references(rule);
        named
            .iter()
            .any(|it| circle.iter().any(|id| id.as_str() == it.name))
    };
    let (parted, mut kept): (Vec<_>, Vec<_>) = rules.into_iter().partition(names_circle);
    if parted.is_empty() {
        return Some(());
    }
    for rule in parted {
        let mut properties: Map = rule.as_map()?.clone();
        let own = Value::attribute(id.as_str(), "GroupId");
        properties.shift_insert(0, "GroupId".to_owned(), own);
        let name = mend::free_name(draft, &stem);
        draft.insert(name, Resource::with_properties(kind, properties));
    }
    if !kept.is_empty() {
        return mend::set(draft, id, path, kept);
    }
    if is_egress {
        // Without any rule of its own AWS would let everything out.
        kept.push(Value::Map(Map::from_iter([
            ("IpProtocol".to_owned(), "-1".into()),
            ("CidrIp".to_owned(), "127.0.0.1/32".into()),
        ])));
        return mend::set(draft, id, path, kept);
    }
    mend::unset(draft, id, path)
}
