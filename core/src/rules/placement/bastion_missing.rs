//! Private instances are administered from inside, where nobody comes in.

use std::collections::HashSet;

use ipnet::IpNet;

use crate::lower::survey::{Fact, Instance, Peer, Permission, SecurityGroup};
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::filters::covering::is_about;
use crate::rules::{Context, Findings, Rule, Severity, WayOut, no_fix};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "bastion-missing",
    severity: Severity::Hint,
    title: "Administration from inside, and no way in",
    why: "An instance in a private subnet lets ssh or remote desktop in from inside its VPC only, \
          and nothing leads people in there: no bastion in a public subnet, no VPN, no peering, no \
          EC2 Instance Connect Endpoint. Add one, or administer by Session Manager and close the port.",
    guide: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-to-linux-instance.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet private CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[@inside] # hint bastion-missing: web lets ssh in from main only, and nothing leads people into main.
  sg inside GroupDescription=i SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=10.0.0.0/16}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet private CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[@inside]
  subnet public CidrBlock=10.0.2.0/24 MapPublicIpOnLaunch=true
    instance bastion SecurityGroupIds=[@outside]
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation joins SubnetId=@public RouteTableId=@table
igw igw
  attachment attaches VpcId=@main
sg inside VpcId=@main GroupDescription=i SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=10.0.0.0/16}]
sg outside VpcId=@main GroupDescription=o SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.0/24}]
vpc other CidrBlock=10.1.0.0/16
  subnet mine CidrBlock=10.1.1.0/24
    instance here SecurityGroupIds=[@near]
  sg near GroupDescription=i SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=10.1.0.0/16}]
AWS::EC2::InstanceConnectEndpoint connect SubnetId=@mine
",
    check,
    fixes: no_fix,
}
.told();

/// The ports of administration that this is about.
const PORTS: [(i64, &str); 2] = [(22, "ssh"), (3389, "remote desktop")];

/// Kinds that lead people into a VPC or its subnets in ways of their own.
const WAYS_IN: [&str; 9] = [
    "AWS::EC2::InstanceConnectEndpoint",
    "AWS::EC2::ClientVpnEndpoint",
    "AWS::EC2::ClientVpnTargetNetworkAssociation",
    "AWS::EC2::VPNGateway",
    "AWS::EC2::VPCPeeringConnection",
    "AWS::EC2::TransitGatewayAttachment",
    "AWS::EC2::TransitGatewayVpcAttachment",
    "AWS::EC2::VPCGatewayAttachment",
    "AWS::EC2::VPCEndpoint",
];

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut seen: HashSet<&LogicalId> = HashSet::new();
    for instance in context.survey.instances.values() {
        let subnet = instance.subnet.id.known();
        let subnet = subnet.and_then(|id| context.survey.subnets.get(id));
        let Some((subnet, vpc)) = subnet.and_then(|it| Some((it, it.vpc.known()?))) else {
            continue;
        };
        let is_private = matches!(context.way_out(subnet), WayOut::Nowhere | WayOut::Elsewhere);
        if !is_private || seen.contains(vpc) {
            continue;
        }
        let Some(name) = from_inside_only(context, instance, vpc) else {
            continue;
        };
        seen.insert(vpc);
        if leads_in(context, vpc) || has_open_instance(context, vpc) {
            continue;
        }
        let message = Message::new(
            "{instance} lets {name} in from {vpc} only, and nothing leads people into {vpc}.",
        )
        .resource("instance", &instance.id)
        .text("name", name)
        .resource("vpc", vpc);
        findings.add(&instance.id, "", message).with([vpc]);
    }
}

/// What of administration an instance lets in from inside its VPC, and from
/// nowhere else.
fn from_inside_only(
    context: &Context<'_>,
    instance: &Instance,
    vpc: &LogicalId,
) -> Option<&'static str> {
    let groups = instance.groups.iter();
    let groups = groups.map(|used| context.survey.security_groups.get(used.id.known()?));
    let groups: Vec<&SecurityGroup> = groups.collect::<Option<_>>()?;
    let rules = groups.iter().flat_map(|group| &group.ingress);
    let rules: Vec<&Permission> = rules.collect();
    let blocks = context.blocks_of(vpc);
    let (port, name) = PORTS.into_iter().find(|(port, _)| {
        // A rule for every port is no sign of administration.
        rules.iter().any(|rule| {
            let is_narrow = matches!(&rule.ports, Fact::Known(ports) if ports.from == *port && ports.to == *port);
            is_narrow && is_about(rule, *port)
        })
    })?;
    let mut about = rules.into_iter().filter(|rule| is_about(rule, port));
    let is_inside = about.all(|rule| match &rule.peer {
        Peer::Group(_, Fact::Known(id)) => {
            let group = context.survey.security_groups.get(id);
            group.is_some_and(|it| it.vpc.known() == Some(vpc))
        }
        Peer::Block(_, Fact::Known(IpNet::V4(net))) => {
            blocks.iter().any(|block| block.contains(net))
        }
        _ => false,
    });
    is_inside.then_some(name)
}

/// Whether something leads people into a VPC, or may do.
fn leads_in(context: &Context<'_>, vpc: &LogicalId) -> bool {
    let survey = context.survey;
    let is_one = |id: &LogicalId| {
        let mut users = context.users_of(id);
        users.any(|(user, resource)| {
            let kind = resource.kind().as_str();
            let is_internet = kind == "AWS::EC2::VPCGatewayAttachment"
                && survey.gateways.values().any(|gateway| {
                    gateway.kind == crate::lower::survey::GatewayKind::Internet
                        && gateway.attachments.iter().any(|(id, _)| id == user)
                });
            WAYS_IN.contains(&kind) && !is_internet
        })
    };
    let mut subnets = context.subnets_of(vpc).iter();
    is_one(vpc) || subnets.any(|subnet| is_one(&subnet.id))
}

/// Whether an instance of a VPC may be reached from outside.
fn has_open_instance(context: &Context<'_>, vpc: &LogicalId) -> bool {
    let mut instances = context.survey.instances.values();
    instances.any(|instance| {
        let subnet = instance.subnet.id.known();
        let subnet = subnet.and_then(|id| context.survey.subnets.get(id));
        subnet.is_some_and(|subnet| {
            let way = context.way_out(subnet);
            subnet.vpc.known() == Some(vpc) && matches!(way, WayOut::Internet | WayOut::Unknown)
        })
    })
}

/// Whether a block has public addresses.
pub(super) fn is_public(block: IpNet) -> bool {
    ipv4(block).is_some_and(|block| {
        let first = block.network();
        let [one, two, ..] = first.octets();
        let is_shared = one == 100 && (64..128).contains(&two);
        !first.is_private() && !first.is_loopback() && !first.is_link_local() && !is_shared
    })
}
