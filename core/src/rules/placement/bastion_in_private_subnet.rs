//! An instance that is to lead people in stands where they cannot come.

use crate::lower::survey::{Fact, Instance, Peer};
use crate::message::Message;
use crate::rules::filters::covering::is_about;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend, mend_ways};
use crate::template::LogicalId;

use super::bastion_missing::is_public;

pub(super) static RULE: Rule = Rule {
    id: "bastion-in-private-subnet",
    severity: Severity::Warning,
    title: "Bastion in a private subnet",
    why: "Other instances let ssh or remote desktop in from this one, and it lets people in from \
          public addresses: it is a bastion. But its subnet has no route to an Internet gateway, so \
          nobody outside reaches it. Put it into a public subnet.",
    guide: "https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/access-a-bastion-host-by-using-session-manager-and-amazon-ec2-instance-connect.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet private CidrBlock=10.0.1.0/24
    instance bastion SecurityGroupIds=[@outside] # warning bastion-in-private-subnet: bastion is to let 203.0.113.0/24 in, but private has no route to an Internet gateway.
    instance web SecurityGroupIds=[@inside]
  sg outside GroupDescription=o SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.0/24}]
  sg inside GroupDescription=i SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, SourceSecurityGroupId=@outside.GroupId}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true
    instance bastion SecurityGroupIds=[@outside]
    instance web SecurityGroupIds=[@inside]
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation joins SubnetId=@public RouteTableId=@table
igw igw
  attachment attaches VpcId=@main
sg outside VpcId=@main GroupDescription=o SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.0/24}]
sg inside VpcId=@main GroupDescription=i SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, SourceSecurityGroupId=@outside.GroupId}]
",
    check,
    fixes,
}
.told();

/// The ports of administration.
const PORTS: [i64; 2] = [22, 3389];

fn check(context: &Context<'_>, findings: &mut Findings) {
    for instance in context.survey.instances.values() {
        let subnet = instance.subnet.id.known();
        let Some(subnet) = subnet.and_then(|id| context.survey.subnets.get(id)) else {
            continue;
        };
        if !matches!(context.way_out(subnet), WayOut::Nowhere | WayOut::Elsewhere) {
            continue;
        }
        // A subnet that is to be public and is not is told once, for all in it.
        if subnet.maps_public_ip == Fact::Known(true) {
            continue;
        }
        let Some(block) = leads_in(context, instance) else {
            continue;
        };
        let message = Message::new(
            "{instance} is to let {block} in, but {subnet} has no route to an Internet gateway.",
        )
        .resource("instance", &instance.id)
        .text("block", block)
        .resource("subnet", &subnet.id);
        findings
            .add(&instance.id, instance.subnet.path.clone(), message)
            .with([&subnet.id]);
    }
}

/// The public block that an instance lets in to administer others, if it is a
/// bastion.
fn leads_in(context: &Context<'_>, instance: &Instance) -> Option<ipnet::IpNet> {
    let survey = context.survey;
    let own: Vec<&LogicalId> = instance
        .groups
        .iter()
        .filter_map(|used| used.id.known())
        .collect();
    let groups = own.iter().filter_map(|id| survey.security_groups.get(*id));
    let mut rules = groups.flat_map(|group| &group.ingress);
    let (port, block) = rules.find_map(|rule| {
        let Peer::Block(_, Fact::Known(block)) = &rule.peer else {
            return None;
        };
        let port = PORTS.into_iter().find(|port| is_about(rule, *port))?;
        (is_public(*block) && block.prefix_len() > 0).then_some((port, *block))
    })?;
    let mut others = survey.security_groups.values();
    let is_source = others.any(|group| {
        !own.contains(&&group.id)
            && group.ingress.iter().any(|rule| {
                let names =
                    matches!(&rule.peer, Peer::Group(_, Fact::Known(id)) if own.contains(&id));
                names && is_about(rule, port)
            })
    });
    is_source.then_some(block)
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let subnet = finding.others.first();
    let subnet = subnet.and_then(|id| context.survey.subnets.get(id));
    let Some((zone, vpc)) = subnet.and_then(|it| Some((it.zone.known(), it.vpc.known()?))) else {
        return Vec::new();
    };
    let public = mend_ways::public_subnets(context, vpc, zone);
    let ways = public.into_iter().take(2).flat_map(|to| {
        let title = Message::new("Move {instance} to {subnet}")
            .resource("instance", id)
            .resource("subnet", &to.id);
        Fix::review(context, title, |draft| {
            mend::set(draft, id, finding.path.clone(), mend::reference(&to.id))
        })
    });
    ways.collect()
}
