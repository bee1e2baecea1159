//! What is written on the row of a resource that belongs to another: "0.0.0.0/0
//! to Door" for a route. Knows no control.

use drawbridge_core::catalogue::{Role, ends_of, entry};
use drawbridge_core::template::{Evaluator, LogicalId, PropertyPath, Resource};

use super::rule::{self, Direction};

/// What a row says beside its name.
pub(super) fn row_words(evaluator: &Evaluator<'_>, id: &LogicalId) -> String {
    let Some(resource) = evaluator.template().resource(id) else {
        return String::new();
    };
    let entry = entry(resource.kind().as_str());
    let text = |property: &str| {
        evaluator
            .property(resource, &PropertyPath::from(property))
            .text()
            .unwrap_or_default()
    };
    let target = || {
        ends_of(evaluator, id)
            .1
            .map(|id| id.to_string())
            .unwrap_or_default()
    };
    match entry.map_or(Role::Nothing, |entry| entry.role) {
        Role::Route => {
            let block = text("DestinationCidrBlock") + &text("DestinationIpv6CidrBlock");
            joined([block.as_str(), "to", target().as_str()])
        }
        Role::NetworkAclEntry => acl_entry(text),
        Role::SecurityGroupIngress => rule_words(resource, Direction::In),
        Role::SecurityGroupEgress => rule_words(resource, Direction::Out),
        Role::Listener => joined([
            text("Protocol").as_str(),
            text("Port").as_str(),
            target().as_str(),
        ]),
        Role::VpcCidrBlock => text("CidrBlock"),
        _ => entry.map_or_else(
            || resource.kind().to_string(),
            |entry| entry.label.to_owned(),
        ),
    }
}

fn rule_words(resource: &Resource, direction: Direction) -> String {
    resource
        .properties()
        .map(|map| rule::summary(map, direction))
        .unwrap_or_default()
}

/// "100 in: allow all 0.0.0.0/0".
fn acl_entry(text: impl Fn(&str) -> String) -> String {
    let way = if text("Egress") == "true" {
        "out:"
    } else {
        "in:"
    };
    let protocol = match text("Protocol").as_str() {
        "-1" => "all".to_owned(),
        "6" => "TCP".to_owned(),
        "17" => "UDP".to_owned(),
        "1" => "ICMP".to_owned(),
        other => other.to_owned(),
    };
    let ports = match (text("PortRange.From"), text("PortRange.To")) {
        (from, to) if from == to => from,
        (from, to) => format!("{from}-{to}"),
    };
    let block = text("CidrBlock") + &text("Ipv6CidrBlock");
    let (number, action) = (text("RuleNumber"), text("RuleAction"));
    joined([
        number.as_str(),
        way,
        action.as_str(),
        protocol.as_str(),
        ports.as_str(),
        block.as_str(),
    ])
}

fn joined<const N: usize>(words: [&str; N]) -> String {
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use drawbridge_core::fixture::design;
    use drawbridge_core::template::Setting;

    use super::*;

    fn words(text: &str, id: &str) -> String {
        let (document, setting) = (design(text), Setting::default());
        row_words(&Evaluator::new(&document.template, &setting), &id.into())
    }

    #[test]
    fn a_route_says_where_it_sends_what() {
        let text = "igw Door\nvpc v\n  routetable t\n    route r DestinationCidrBlock=0.0.0.0/0 GatewayId=@Door\n";
        assert_eq!(words(text, "r"), "0.0.0.0/0 to Door");
    }

    #[test]
    fn an_entry_of_an_acl_says_its_number_first() {
        let text = "AWS::EC2::NetworkAclEntry e RuleNumber=100 Egress=true RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=443, To=443}";
        assert_eq!(words(text, "e"), "100 out: allow TCP 443 0.0.0.0/0");
    }
}
