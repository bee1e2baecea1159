//! A property names a resource of another kind than it is for.

use std::collections::HashSet;

use crate::catalogue::{Entry, Format, entry};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Wrong, mend};
use crate::template::{Evaluated, LogicalId, PropertyPath, Resource, Value};

pub(super) static RULE: Rule = Rule {
    id: "reference-wrong-kind",
    severity: Severity::Error,
    title: "Reference to the wrong kind",
    why: "Ref gives the identifier of whatever it names. AWS refuses the identifier of a VPC \
          where that of a subnet is wanted, and the deployment fails half-way.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
AWS::EFS::MountTarget door FileSystemId=fs-01234567 SubnetId=@main SecurityGroups=[] # error reference-wrong-kind: SubnetId of door names main, an AWS::EC2::VPC: an AWS::EC2::Subnet is wanted.
instance web SubnetId=@main # error reference-wrong-kind: SubnetId of web names main, an AWS::EC2::VPC: an AWS::EC2::Subnet is wanted.
",
    good: "\
function work Handler=index.handler
functionalias live Name=live FunctionName=@work FunctionVersion=1
eventsource orders FunctionName=@live
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web
AWS::CloudFormation::Stack nested
subnet b VpcId=@nested.Outputs.Vpc CidrBlock=10.0.2.0/24
sg open VpcId=@a.VpcId GroupDescription=o
vpngateway site Type=ipsec.1
routetable table VpcId=@main
  route out DestinationCidrBlock=192.168.0.0/16 GatewayId=@site
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut said = HashSet::new();
    for (id, resource) in &context.template().resources {
        for (path, named, wanted, _) in references(context, resource) {
            let kind = context.resource(&named).map(|it| it.kind().as_str());
            // Of a kind that is not in the catalogue nothing is known.
            let Some(kind) = kind.filter(|it| *it != wanted && entry(it).is_some()) else {
                continue;
            };
            let message = Message::new(
                "{property} of {resource} names {named}, an {kind}: an {wanted} is wanted.",
            )
            .text("property", &path)
            .resource("resource", id)
            .resource("named", &named)
            .text("kind", kind)
            .text("wanted", wanted);
            said.insert((id, path.clone()));
            findings.add(id, path, message).with([&named]);
        }
    }
    for deviation in context.deviations() {
        let (id, path) = (&deviation.resource, &deviation.path);
        let Wrong::Kind(named, wanted) = &deviation.wrong else {
            continue;
        };
        if said.contains(&(id, path.clone())) {
            continue;
        }
        let kind = context.resource(named).map_or("", |it| it.kind().as_str());
        let message = Message::new(
            "{property} of {resource} names {named}, an {kind}: an {wanted} is wanted.",
        )
        .text("property", path)
        .resource("resource", id)
        .resource("named", named)
        .text("kind", kind)
        .text("wanted", wanted.join(" or "));
        findings.add(id, path.clone(), message).with([named]);
    }
}

/// Where a reference is, what it names, and the kind and attribute wanted.
type Written = (PropertyPath, LogicalId, &'static str, Option<&'static str>);

/// The fields that are for resources of one kind, and the resources that they
/// name by a plain `Ref`.
fn references(context: &Context<'_>, resource: &Resource) -> Vec<Written> {
    let known = entry(resource.kind().as_str());
    let mut found = Vec::new();
    for field in known.iter().flat_map(|known| known.fields) {
        let root = PropertyPath::from(field.property);
        let (wanted, attribute, places) = match field.format {
            Format::Reference(kind, attribute) => (kind, attribute, vec![root]),
            Format::References(kind, attribute) => {
                let list = resource.get(&root).and_then(Value::as_list);
                let places = 0..list.map_or(0, <[Value]>::len);
                (kind, attribute, places.map(|it| root.index(it)).collect())
            }
            _ => continue,
        };
        for path in places {
            if let Evaluated::Resource {
                id,
                attribute: None,
            } = context.evaluator.property(resource, &path)
            {
                let kind = context.resource(&id).map(|it| it.kind().as_str());
                let is_line = |known| may_lead(known, field.property, kind);
                if !known.is_some_and(is_line) {
                    found.push((path, id, wanted, attribute));
                }
            }
        }
    }
    found
}

/// Whether a line of the kind's own leads from a field to a further kind: an
/// event source calls a function, or an alias of one.
fn may_lead(known: &Entry, property: &str, kind: Option<&str>) -> bool {
    let links = known.links.iter().map(|link| (link.property, link.kind));
    let ends = known.ends.iter();
    let ends = ends.flat_map(|ends| ends.from.iter().chain(ends.to));
    let mut lines = links.chain(ends.map(|end| (end.property, end.kind)));
    lines.any(|(line, of)| Some(of) == kind && line.trim_end_matches(".*") == property)
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let written = context.resource(id).map(|it| references(context, it));
    let mut written = written.unwrap_or_default().into_iter();
    let Some((path, _, wanted, attribute)) = written.find(|(path, ..)| *path == finding.path)
    else {
        return Vec::new();
    };
    let right = context.template().of_kind(wanted).take(3);
    let ways = right
        .filter(|(other, _)| *other != id)
        .flat_map(|(other, _)| {
            let title = Message::new("Name {other}").resource("other", other);
            let value = attribute.map_or_else(
                || mend::reference(other),
                |attribute| Value::attribute(other.as_str(), attribute),
            );
            Fix::review(context, title, |draft| {
                mend::set(draft, id, path.clone(), value)
            })
        });
    ways.collect()
}
