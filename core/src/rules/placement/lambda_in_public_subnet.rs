//! A function stands in a public subnet, where it has no public address.

use crate::lower::survey::{Host, HostKind, Subnet, Used};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend};

pub(super) static RULE: Rule = Rule {
    id: "lambda-in-public-subnet",
    severity: Severity::Warning,
    title: "Function in a public subnet",
    why: "The interfaces of a Lambda function never have public addresses, so a route to an \
          Internet gateway is of no use to it: what it sends there is lost, and calls time out. Put \
          it into private subnets with a route to a NAT gateway, or reach AWS by endpoints.",
    guide: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.1.0/24
  subnet private CidrBlock=10.0.2.0/24
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
  routetable inner
    route nat DestinationCidrBlock=0.0.0.0/0 NatGatewayId=nat-1
tableassociation joins SubnetId=@public RouteTableId=@table
tableassociation other SubnetId=@private RouteTableId=@inner
igw igw
  attachment attaches VpcId=@main
AWS::Lambda::Function job VpcConfig={SubnetIds=[@public], SecurityGroupIds=[sg-1]} # warning lambda-in-public-subnet: job stands in public, and has no address there that the Internet could answer.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet private CidrBlock=10.0.2.0/24
  routetable inner
    route nat DestinationCidrBlock=0.0.0.0/0 NatGatewayId=nat-1
tableassociation other SubnetId=@private RouteTableId=@inner
AWS::Lambda::Function job VpcConfig={SubnetIds=[@private, subnet-1], SecurityGroupIds=[sg-1]}
",
    check,
    fixes,
}
.told();

fn is_public(context: &Context<'_>, used: &Used) -> bool {
    let subnet = used.id.known();
    let subnet = subnet.and_then(|id| context.survey.subnets.get(id));
    subnet.is_some_and(|it| context.way_out(it) == WayOut::Internet)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let hosts = context.survey.hosts.values();
    for function in hosts.filter(|it| it.kind == HostKind::Function) {
        let mut subnets = function.subnets.iter();
        let Some(used) = subnets.find(|used| is_public(context, used)) else {
            continue;
        };
        let Some(subnet) = used.id.known() else {
            continue;
        };
        let message = Message::new(
            "{function} stands in {subnet}, and has no address there that the Internet could answer.",
        )
        .resource("function", &function.id)
        .resource("subnet", subnet);
        findings
            .add(&function.id, used.path.clone(), message)
            .with([subnet]);
    }
}

/// A private subnet of the same VPC, in the same zone if there is one.
fn private<'a>(context: &Context<'a>, function: &Host, public: &Subnet) -> Option<&'a Subnet> {
    let all = context.subnets_of(public.vpc.known()?).iter().copied();
    let is_listed = |it: &Subnet| {
        let mut subnets = function.subnets.iter();
        subnets.any(|used| used.id.known() == Some(&it.id))
    };
    let fits = |it: &&Subnet| context.way_out(it) == WayOut::Elsewhere && !is_listed(it);
    let mut near = all.clone().filter(fits);
    let same = near.find(|it| it.zone == public.zone);
    same.or_else(|| all.into_iter().find(fits))
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let function = context.survey.hosts.get(&finding.resource);
    let public = finding.others.first();
    let public = public.and_then(|id| context.survey.subnets.get(id));
    let Some((function, public)) = function.zip(public) else {
        return Vec::new();
    };
    let Some(private) = private(context, function, public) else {
        return Vec::new();
    };
    let title = Message::new("Move {function} to {subnet}")
        .resource("function", &function.id)
        .resource("subnet", &private.id);
    Fix::review(context, title, |draft| {
        let value = mend::reference(&private.id);
        mend::set(draft, &function.id, finding.path.clone(), value)
    })
}
