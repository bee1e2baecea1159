//! An instance is open to the outside and has no address there.

use std::collections::HashSet;

use ipnet::IpNet;

use crate::catalogue::ec2;
use crate::lower::survey::{Fact, Instance, Peer};
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "instance-no-public-address",
    severity: Severity::Warning,
    title: "Open to the Internet without an address there",
    why: "An instance in a public subnet talks to the Internet only with a public address: one \
          that the subnet gives at launch, or an Elastic IP address. Its security group lets \
          addresses from outside in, but they have nothing to connect to.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance bastion SecurityGroupIds=[@ssh] # warning instance-no-public-address: ssh lets 203.0.113.0/24 in to bastion, which has no public address.
  sg ssh GroupDescription=s SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.0/24}]
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation joins SubnetId=@a RouteTableId=@public
igw igw
  attachment attaches VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance bastion SecurityGroupIds=[@ssh]
  sg ssh GroupDescription=s SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.0/24}]
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation joins SubnetId=@a RouteTableId=@public
igw igw
  attachment attaches VpcId=@main
eip address InstanceId=@bastion
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let groups = survey.target_groups.values();
    let targets: HashSet<&LogicalId> = groups
        .flat_map(|group| &group.targets)
        .filter_map(|(used, _)| used.id.known())
        .collect();
    for instance in survey.instances.values() {
        let subnet = instance.subnet.id.known();
        let Some(subnet) = subnet.and_then(|id| survey.subnets.get(id)) else {
            continue;
        };
        let has_address = survey.gets_public_ip(instance) != Fact::Known(false)
            || is_associated(context, &instance.id);
        if has_address
            || targets.contains(&instance.id)
            || context.way_out(subnet) != WayOut::Internet
        {
            continue;
        }
        let Some((group, block)) = open_to_outside(context, instance) else {
            continue;
        };
        let message =
            Message::new("{group} lets {block} in to {instance}, which has no public address.")
                .resource("group", group)
                .text("block", block)
                .resource("instance", &instance.id);
        findings
            .add(&instance.id, "", message)
            .with([group, &subnet.id]);
    }
}

/// Whether an association may give the instance an address.
fn is_associated(context: &Context<'_>, instance: &LogicalId) -> bool {
    let mut users = context.users_of(instance);
    users.any(|(_, user)| user.kind() == "AWS::EC2::EIPAssociation")
}

/// A group of the instance that lets public addresses in, and which.
fn open_to_outside<'a>(
    context: &Context<'a>,
    instance: &Instance,
) -> Option<(&'a LogicalId, IpNet)> {
    let groups = instance.groups.iter().filter_map(|used| {
        let id = used.id.known()?;
        context.survey.security_groups.get(id)
    });
    let mut blocks = groups.flat_map(|group| {
        let blocks = group.ingress.iter().filter_map(|rule| match &rule.peer {
            Peer::Block(_, Fact::Known(block)) => Some(*block),
            _ => None,
        });
        blocks.map(|block| (&group.id, block))
    });
    blocks.find(|(_, block)| {
        ipv4(*block).is_some_and(|block| {
            let first = block.network();
            // 100.64.0.0/10 is shared address space, not public.
            let is_shared = first.octets()[0] == 100 && (64..128).contains(&first.octets()[1]);
            !first.is_private() && !first.is_loopback() && !first.is_link_local() && !is_shared
        })
    })
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Give {instance} an Elastic IP address").resource("instance", id);
    let mut ways = Fix::review(context, title, |draft| {
        let properties = [
            ("Domain", "vpc".into()),
            ("InstanceId", mend::reference(id)),
        ];
        let stem = format!("{id}Address");
        mend::add(draft, &stem, ec2::ElasticIp::KIND, properties);
        Some(())
    });
    let instance = context.survey.instances.get(id);
    let may_follow = instance.is_some_and(|it| it.associates_public_ip.is_absent());
    if let Some(subnet) = finding.others.last().filter(|_| may_follow) {
        let title = Message::new("Give public addresses in {subnet}").resource("subnet", subnet);
        ways.extend(Fix::review(context, title, |draft| {
            mend::set(draft, subnet, "MapPublicIpOnLaunch", true)
        }));
    }
    ways
}
