//! A subnet's block is not a part of its VPC's.

use crate::catalogue::ec2;
use crate::cidr::Parsed;
use crate::lower::survey::{Fact, Subnet, Vpc};
use crate::message::Message;
use crate::rules::mend_blocks::{self, both_blocks, is_written};
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, PropertyPath, Value};

pub(super) static RULE: Rule = Rule {
    id: "subnet-outside-vpc",
    severity: Severity::Error,
    title: "Subnet outside of its VPC",
    why: "A subnet is a part of one block of its VPC. AWS refuses a block that is not. Give the \
          subnet a block inside, or add the block to the VPC.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.1.0.0/24 # error subnet-outside-vpc: a has 10.1.0.0/24, which is not in main: that has 10.0.0.0/16.
vpc six CidrBlock=10.2.0.0/16
  vpccidrblock more Ipv6CidrBlock=\"2001:db8::/56\" Ipv6Pool=pool-1
  subnet b CidrBlock=10.2.0.0/24 Ipv6CidrBlock=\"2001:db8:1::/64\" # error subnet-outside-vpc: b has 2001:db8:1::/64, which is not in six: that has 2001:db8::/56.
vpc four CidrBlock=10.3.0.0/16
  subnet c CidrBlock=10.3.0.0/24 Ipv6CidrBlock=\"2001:db8:2::/64\" # error subnet-outside-vpc: c has an IPv6 block, and four has none.
vpc cut CidrBlock=10.4.0.0/16
  subnet d CidrBlock=10.4.0.0/24 Ipv6CidrBlock={Fn::Select=[0, {Fn::Cidr=[{Fn::Select=[0, @cut.Ipv6CidrBlocks]}, 4, 64]}]} # error subnet-outside-vpc: d has an IPv6 block, and cut has none.
  subnet e CidrBlock=10.4.1.0/24 Ipv6CidrBlock={Fn::Select=[1, {Fn::Cidr=[{Fn::Select=[0, @cut.Ipv6CidrBlocks]}, 4, 64]}]}
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock more CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.0.0/24
  vpccidrblock six AmazonProvidedIpv6CidrBlock=true
  subnet b CidrBlock=10.0.0.0/24 Ipv6CidrBlock=\"2001:db8::/64\"
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for vpc in context.survey.vpcs.values() {
        let is_open = [false, true].map(|is_ipv6| has_untold_block(context, vpc, is_ipv6));
        if !is_open[1] && !has_ipv6(vpc) {
            tell_that_it_has_none(context, findings, vpc);
        }
        for subnet in context.subnets_of(&vpc.id) {
            for (block, is_open) in both_blocks(subnet).into_iter().zip(is_open) {
                if !is_open {
                    check_one(findings, vpc, &subnet.id, block);
                }
            }
        }
    }
}

fn has_ipv6(vpc: &Vpc) -> bool {
    vpc.blocks.iter().any(|it| it.net.addr().is_ipv6())
}

/// One finding for a VPC, at the first of its subnets that wants a block of it.
fn tell_that_it_has_none(context: &Context<'_>, findings: &mut Findings, vpc: &Vpc) {
    let Some(subnet) = wanting_ipv6(context, &vpc.id).next() else {
        return;
    };
    let [_, (at, path, _)] = both_blocks(subnet);
    let message = Message::new("{subnet} has an IPv6 block, and {vpc} has none.")
        .resource("subnet", &subnet.id)
        .resource("vpc", &vpc.id);
    findings.add(at, path, message).with([&vpc.id]);
}

/// Whether a VPC has, or may have, a block of a family that cannot be told and
/// may be the one that holds a subnet.
pub(super) fn has_untold_block(context: &Context<'_>, vpc: &Vpc, is_ipv6: bool) -> bool {
    if !is_ipv6 && vpc.cidr.known().is_none() {
        return true;
    }
    let mut further = context.users_of(&vpc.id).filter(|(id, resource)| {
        let mut keys = resource.properties().into_iter().flat_map(|it| it.keys());
        let mut known = vpc.blocks.iter().filter(|it| it.resource == **id);
        resource.kind() == ec2::VpcCidrBlock::KIND
            && keys.any(|key| key != "VpcId" && key.contains("pv6") == is_ipv6)
            && !known.any(|it| is_written(context, it))
    });
    further.next().is_some()
}

fn check_one(
    findings: &mut Findings,
    vpc: &Vpc,
    subnet: &LogicalId,
    (at, path, cidr): (&LogicalId, &str, &Fact<Parsed>),
) {
    let is_ipv6 = path.contains("v6");
    let blocks = vpc.blocks.iter().map(|it| it.net);
    let blocks: Vec<_> = blocks.filter(|it| it.addr().is_ipv6() == is_ipv6).collect();
    if blocks.is_empty() {
        return;
    }
    let block = cidr.known().map(|it| it.block());
    let Some(block) = block.filter(|it| it.addr().is_ipv6() == is_ipv6) else {
        return;
    };
    if blocks.iter().any(|within| within.contains(&block)) {
        return;
    }
    let all: Vec<_> = blocks.iter().map(ToString::to_string).collect();
    let message = Message::new("{subnet} has {block}, which is not in {vpc}: that has {blocks}.")
        .resource("subnet", subnet)
        .text("block", block)
        .resource("vpc", &vpc.id)
        .text("blocks", all.join(", "));
    findings.add(at, path, message).with([&vpc.id]);
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let mut ways = mend_blocks::move_by_path(context, id, &finding.path);
    if finding.path != PropertyPath::from("Ipv6CidrBlock") {
        return ways;
    }
    let vpc = finding.others.first();
    let vpc = vpc.and_then(|vpc| context.survey.vpcs.get(vpc));
    let without = vpc.filter(|vpc| !has_ipv6(vpc));
    let subnets: Vec<&Subnet> = match without {
        Some(vpc) => wanting_ipv6(context, &vpc.id).collect(),
        None => context.survey.subnets.get(id).into_iter().collect(),
    };
    if let Some(vpc) = without {
        ways.extend(give_ipv6(context, &vpc.id, &subnets));
    }
    let names: Vec<_> = subnets.iter().map(|it| it.id.to_string()).collect();
    let title = Message::new("Leave IPv6 out of {subnets}").text("subnets", names.join(", "));
    ways.extend(Fix::review(context, title, |draft| {
        for subnet in &subnets {
            let [_, (at, path, _)] = both_blocks(subnet);
            if at != &subnet.id {
                mend::remove(draft, at)?;
                continue;
            }
            mend::unset(draft, at, path)?;
            // It stands with the block and falls with it.
            let _ = mend::unset(draft, at, "AssignIpv6AddressOnCreation");
        }
        Some(())
    }));
    ways
}

/// The subnets of a VPC that say an IPv6 block.
fn wanting_ipv6<'a>(context: &Context<'a>, vpc: &LogicalId) -> impl Iterator<Item = &'a Subnet> {
    let subnets = context.subnets_of(vpc).iter().copied();
    subnets.filter(|it| !it.ipv6_cidr.is_absent())
}

/// Ways to give a VPC a block of Amazon's, for subnets that are cut from it.
fn give_ipv6(context: &Context<'_>, vpc: &LogicalId, wanting: &[&Subnet]) -> Vec<Fix> {
    // A block that is written is of another one.
    if wanting.iter().any(|it| it.ipv6_cidr.known().is_some()) {
        return Vec::new();
    }
    let title = Message::new("Give {vpc} an IPv6 block of Amazon's").resource("vpc", vpc);
    Fix::review(context, title, |draft| {
        let properties = [
            ("VpcId", mend::reference(vpc)),
            ("AmazonProvidedIpv6CidrBlock", Value::Bool(true)),
        ];
        let stem = format!("{vpc}Ipv6Block");
        let block = mend::add(draft, &stem, ec2::VpcCidrBlock::KIND, properties);
        for subnet in wanting {
            // The subnet is refused until the VPC has its block.
            let subnet = draft.resource_mut(&subnet.id)?;
            if subnet.attribute("DependsOn").is_none() {
                subnet.set_attribute("DependsOn", Some(Value::from(block.as_str())));
            }
        }
        Some(())
    })
}
