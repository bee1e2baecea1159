//! VPC endpoints and the services behind them: each type has a need of its own.

use super::making::made_of;
use super::start::Start;
use super::{Site, home, subnets};
use crate::catalogue::{Companion, ec2, elbv2, variant_of};
use crate::document::Refusal;
use crate::edit::{naming, surroundings};
use crate::message::Message;
use crate::template::{FunctionName, LogicalId, Map, Value};

/// Puts an endpoint into route tables or into subnets, as its type says.
///
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html>
pub(super) fn start(site: &Site<'_>, properties: &mut Map) -> Result<Start, Refusal> {
    let kind = ec2::vpc_endpoint::ENTRY.kind;
    let vpc = surroundings::nearest(site.evaluator, &site.chain, ec2::Vpc::KIND)
        .ok_or_else(|| home::homeless(kind, ec2::Vpc::KIND))?;
    let of_type = properties.get("VpcEndpointType").and_then(Value::as_text);
    match of_type {
        Some("Interface") => interface(site, &vpc, properties),
        Some("GatewayLoadBalancer") => appliance(site, &vpc, properties),
        _ => {
            let tables = site.evaluator.template().of_kind(ec2::RouteTable::KIND);
            let here = tables.filter(|(_, it)| {
                surroundings::names(site.evaluator, it, "VpcId", ec2::Vpc::KIND, &vpc)
            });
            let here: Vec<_> = here.map(|(id, _)| Value::reference(id.as_str())).collect();
            if !here.is_empty() {
                properties.insert("RouteTableIds".to_owned(), here.into());
            }
            Ok(Start::default())
        }
    }
}

/// An interface endpoint stands in subnets, behind a filter of its own that
/// lets the VPC in.
///
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html>
fn interface(site: &Site<'_>, vpc: &LogicalId, properties: &mut Map) -> Result<Start, Refusal> {
    let chosen = chosen(site, vpc)?;
    properties.insert("SubnetIds".to_owned(), chosen.into());
    let known = &ec2::security_group::ENTRY;
    let mut group = known.starting_properties();
    group.insert("VpcId".to_owned(), Value::reference(vpc.as_str()));
    let description = "Who may use the endpoint";
    group.insert("GroupDescription".to_owned(), description.into());
    let rule = Map::from_iter([
        ("IpProtocol".to_owned(), "tcp".into()),
        ("FromPort".to_owned(), 443.into()),
        ("ToPort".to_owned(), 443.into()),
        (
            "CidrIp".to_owned(),
            Value::attribute(vpc.as_str(), "CidrBlock"),
        ),
    ]);
    let rules: Vec<Value> = vec![Value::Map(rule)];
    group.insert("SecurityGroupIngress".to_owned(), rules.into());
    let stem = format!("{}{}", site.id, known.stem);
    let id = naming::fresh(site.document, &stem, &[site.id.clone()].into());
    let groups = vec![Value::attribute(id.as_str(), "GroupId")];
    properties.insert("SecurityGroupIds".to_owned(), groups.into());
    Ok(Start {
        along: vec![(id, made_of(known, group))],
        ..Start::default()
    })
}

/// An endpoint of a Gateway Load Balancer stands in one subnet.
///
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/create-gateway-load-balancer-endpoint-service.html>
fn appliance(site: &Site<'_>, vpc: &LogicalId, properties: &mut Map) -> Result<Start, Refusal> {
    let mut chosen = chosen(site, vpc)?;
    chosen.truncate(1);
    properties.insert("SubnetIds".to_owned(), chosen.into());
    let kind = ec2::vpc_endpoint_service::ENTRY.kind;
    let mut services = site.evaluator.template().of_kind(kind);
    let service = services.find(|(_, it)| it.property("GatewayLoadBalancerArns").is_some());
    let Some((service, _)) = service else {
        return Err(Refusal(Message::new(
            "A Gateway Load Balancer endpoint leads to an endpoint service: draw a Gateway Load Balancer and an endpoint service first.",
        )));
    };
    // No attribute of the service is its name, which is made of its id.
    let name = format!("com.amazonaws.vpce.${{AWS::Region}}.${{{service}}}");
    let name = Value::function(FunctionName::Sub, name.into());
    properties.insert("ServiceName".to_owned(), name);
    Ok(Start::default())
}

fn chosen(site: &Site<'_>, vpc: &LogicalId) -> Result<Vec<Value>, Refusal> {
    let chosen = subnets::secluded(site, vpc);
    if chosen.is_empty() {
        let message = "An endpoint of this type stands in subnets: draw a subnet in {vpc} first.";
        return Err(Message::new(message).resource("vpc", vpc).into());
    }
    let references = chosen.iter().map(|id| Value::reference(id.as_str()));
    Ok(references.collect())
}

/// Connections pass through an endpoint service to a Network Load Balancer.
static NETWORK: [Companion; 1] = [Companion {
    properties: r#"{"Type":"network"}"#,
    ..Companion::shared("NetworkLoadBalancerArns.0", elbv2::LoadBalancer::KIND)
}];

/// Packets are led through appliances by a Gateway Load Balancer.
static GATEWAY: [Companion; 1] = [Companion {
    properties: r#"{"Type":"gateway","Scheme":null}"#,
    ..Companion::shared("GatewayLoadBalancerArns.0", elbv2::LoadBalancer::KIND)
}];

/// An endpoint service offers what there is: a Gateway Load Balancer if that is
/// the only one that can be offered, else a Network Load Balancer.
pub(super) fn service(site: &Site<'_>) -> Start {
    let balancers = site.evaluator.template().of_kind(elbv2::LoadBalancer::KIND);
    let types: Vec<_> = balancers
        .filter_map(|(_, it)| Some(variant_of(site.evaluator, it)?.value))
        .collect();
    let is_gateway = types.contains(&"gateway") && !types.contains(&"network");
    Start {
        companions: if is_gateway { &GATEWAY } else { &NETWORK },
        ..Start::default()
    }
}
