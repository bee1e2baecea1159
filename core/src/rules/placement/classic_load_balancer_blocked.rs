//! Security groups stop a Classic Load Balancer's requests to its instances.

use super::standing::Standing;
use super::targets::lets_none;
use crate::catalogue::ec2;
use crate::lower::survey::{ClassicBalancer, SecurityGroup};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Value};

pub(super) static RULE: Rule = Rule {
    id: "classic-load-balancer-blocked",
    severity: Severity::Error,
    title: "Requests of a Classic Load Balancer are stopped",
    why: "A Classic Load Balancer opens connections to the instance port of each listener, and to \
          the port of the health check. The group of the instances must let both in from the group \
          of the load balancer.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-vpc-security-groups.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web SecurityGroupIds=[@webs]
  sg webs GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, SourceSecurityGroupId=@front.GroupId}]
  sg front GroupDescription=f
AWS::ElasticLoadBalancing::LoadBalancer old Scheme=internal Subnets=[@a] SecurityGroups=[@front.GroupId] Instances=[@web] Listeners=[{LoadBalancerPort=80, InstancePort=8080, Protocol=HTTP}] # error classic-load-balancer-blocked: old sends to port 8080 of web, but webs does not let it in.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web SecurityGroupIds=[@webs]
  sg webs GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8080, ToPort=8080, SourceSecurityGroupId=@front.GroupId}]
  sg front GroupDescription=f
AWS::ElasticLoadBalancing::LoadBalancer old Scheme=internal Subnets=[@a] SecurityGroups=[@front.GroupId] Instances=[@web] Listeners=[{LoadBalancerPort=80, InstancePort=8080, Protocol=HTTP}]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for balancer in context.survey.classic_balancers.values() {
        if let Some(stop) = stop(context, balancer) {
            let message = Message::new(
                "{balancer} sends to port {port} of {target}, but {group} does not let it in.",
            )
            .resource("balancer", &balancer.id)
            .text("port", stop.port)
            .resource("target", stop.target.id)
            .resource("group", &stop.group.id);
            findings
                .add(&balancer.id, "", message)
                .with([stop.target.id, &stop.group.id]);
        }
    }
}

/// A connection to an instance that is stopped for certain.
struct Stop<'a> {
    port: i64,
    target: Standing<'a>,
    source: &'a SecurityGroup,
    group: &'a SecurityGroup,
}

/// The first of them.
fn stop<'a>(context: &Context<'a>, balancer: &'a ClassicBalancer) -> Option<Stop<'a>> {
    let own = Standing::classic(balancer);
    let (sources, from) = (own.groups(context)?, own.blocks(context)?);
    let listeners = balancer.listeners.iter();
    let ports = listeners.filter_map(|it| it.instance_port.known().copied());
    let ports: Vec<i64> = ports
        .chain(balancer.health_check_port.known().copied())
        .collect();
    let instances = balancer.instances.iter().filter_map(|it| it.id.known());
    let members = balancer.members.iter().map(|it| &it.id);
    let targets = instances.chain(members);
    targets
        .filter_map(|id| Standing::target(context, id))
        .find_map(|target| {
            let groups = target.groups(context)?;
            let port = ports.iter().copied().find(|port| {
                groups
                    .iter()
                    .all(|group| lets_none(&group.ingress, *port, &sources, &from))
            })?;
            Some(Stop {
                port,
                target,
                source: sources.first()?,
                group: groups.first()?,
            })
        })
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let balancer = context.survey.classic_balancers.get(&finding.resource);
    let Some(stop) = balancer.and_then(|it| stop(context, it)) else {
        return Vec::new();
    };
    let title = Message::new("Let {source} in to port {port} of {group}")
        .resource("source", &stop.source.id)
        .text("port", stop.port)
        .resource("group", &stop.group.id);
    Fix::review(context, title, |draft| {
        let id = |group: &LogicalId| Value::attribute(group.as_str(), "GroupId");
        let properties = [
            ("GroupId", id(&stop.group.id)),
            ("IpProtocol", "tcp".into()),
            ("FromPort", stop.port.into()),
            ("ToPort", stop.port.into()),
            ("SourceSecurityGroupId", id(&stop.source.id)),
        ];
        let stem = format!("{}From{}", stop.group.id, stop.source.id);
        mend::add(draft, &stem, ec2::SecurityGroupIngress::KIND, properties);
        Some(())
    })
}
