//! Something is made, and perhaps paid for, that nothing uses.

use crate::catalogue::ec2;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Resource};

pub(super) static RULE: Rule = Rule {
    id: "resource-unused",
    severity: Severity::Hint,
    title: "Unused resource",
    why: "Nothing of this template refers to it, so it takes no part in the network. NAT \
          gateways, Elastic IP addresses and volumes are paid for all the same. Use it, name it \
          in an output for others, or remove it.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/best-practices.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    AWS::EC2::NatGateway nat AllocationId=@one.AllocationId # warning resource-unused: No route leads to nat, and it is paid for.
    AWS::EC2::NetworkInterface spare # hint resource-unused: Nothing uses spare.
  acl acl # hint resource-unused: No subnet is associated with acl.
    aclentry in RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
eip one
eip two # warning resource-unused: Nothing uses two, and it is paid for.
AWS::EC2::Volume disk AvailabilityZone=us-east-1a Size=8 # warning resource-unused: Nothing uses disk, and it is paid for.
igw igw # hint resource-unused: No route leads to igw.
  attachment joins VpcId=@main
AWS::EC2::LaunchTemplate web # hint resource-unused: Nothing is launched from web.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    AWS::EC2::NatGateway nat AllocationId=@one.AllocationId
    instance server
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
eip one
eip two InstanceId=@server
",
    check,
    fixes,
}
.told();

/// A kind that is of no use by itself.
struct Kind {
    name: &'static str,
    /// The kinds that belong to it, and do not use it.
    own: &'static [&'static str],
    /// Properties by which it says itself what it is for.
    says: &'static [&'static str],
    sentence: &'static str,
    is_paid: bool,
}

const NOTHING: &str = "Nothing uses {resource}.";

const KINDS: [Kind; 12] = [
    Kind::new(
        ec2::ElasticIp::KIND,
        "Nothing uses {resource}, and it is paid for.",
    )
    .that_says(&["InstanceId"])
    .paid(),
    Kind::new(
        ec2::NatGateway::KIND,
        "No route leads to {resource}, and it is paid for.",
    )
    .paid(),
    Kind::new("AWS::EC2::NetworkInterface", NOTHING),
    Kind::new(
        "AWS::EC2::Volume",
        "Nothing uses {resource}, and it is paid for.",
    )
    .paid(),
    Kind::new(
        "AWS::EC2::LaunchTemplate",
        "Nothing is launched from {resource}.",
    ),
    Kind::new(
        ec2::NetworkAcl::KIND,
        "No subnet is associated with {resource}.",
    )
    .with(&[ec2::NetworkAclEntry::KIND]),
    Kind::new(ec2::InternetGateway::KIND, "No route leads to {resource}.")
        .with(&[ec2::VpcGatewayAttachment::KIND]),
    Kind::new(
        "AWS::EC2::EgressOnlyInternetGateway",
        "No route leads to {resource}.",
    ),
    Kind::new(
        "AWS::EC2::TransitGateway",
        "Nothing is attached to {resource}.",
    )
    .with(&["AWS::EC2::TransitGatewayRouteTable"]),
    Kind::new(
        "AWS::EC2::CustomerGateway",
        "No VPN connection leads to {resource}.",
    ),
    Kind::new(
        "AWS::EC2::PrefixList",
        "No rule and no route names {resource}.",
    ),
    Kind::new("AWS::ElastiCache::SubnetGroup", NOTHING),
];

impl Kind {
    const fn new(name: &'static str, sentence: &'static str) -> Self {
        Self {
            name,
            own: &[],
            says: &[],
            sentence,
            is_paid: false,
        }
    }

    const fn with(mut self, own: &'static [&'static str]) -> Self {
        self.own = own;
        self
    }

    const fn that_says(mut self, says: &'static [&'static str]) -> Self {
        self.says = says;
        self
    }

    const fn paid(mut self) -> Self {
        self.is_paid = true;
        self
    }

    /// Whether nothing uses a resource of this kind.
    fn is_unused(&self, context: &Context<'_>, id: &LogicalId, resource: &Resource) -> bool {
        let says = |property: &&str| resource.property(property).is_some();
        let mut users = context.users_of(id).filter(|(user, _)| *user != id);
        let is_attached_only = users.all(|(_, user)| self.own.contains(&user.kind().as_str()));
        // A gateway that not even a VPC has is another rule's.
        let is_begun =
            self.name != ec2::InternetGateway::KIND || context.users_of(id).next().is_some();
        is_attached_only && is_begun && !self.says.iter().any(says) && !context.is_handed_on(id)
    }
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (id, resource) in &context.template().resources {
        let kind = resource.kind().as_str();
        let Some(kind) = KINDS.iter().find(|it| it.name == kind) else {
            continue;
        };
        let is_made = context.evaluator.is_made(resource) != Ok(false);
        if is_made && kind.is_unused(context, id, resource) {
            let message = Message::new(kind.sentence).resource("resource", id);
            let finding = findings.add(id, "", message);
            if kind.is_paid {
                finding.severity = Severity::Warning;
            }
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Remove {resource}").resource("resource", id);
    Fix::review(context, title, |draft| {
        // Its users belong to it.
        for (own, _) in context.users_of(id).filter(|(user, _)| *user != id) {
            mend::remove(draft, own)?;
        }
        mend::remove(draft, id)
    })
}
