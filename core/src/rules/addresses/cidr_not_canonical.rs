//! A block is written with an address from its middle.

use crate::cidr::Parsed;
use crate::lower::survey::Fact;
use crate::message::Message;
use crate::rules::mend_blocks::both_blocks;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, PropertyPath};

pub(super) static RULE: Rule = Rule {
    id: "cidr-not-canonical",
    severity: Severity::Warning,
    title: "Block that does not begin at its first address",
    why: "10.0.1.77/24 means the 256 addresses from 10.0.1.0: AWS builds 10.0.1.0/24, and what \
          is written is not what there is. Write the block as AWS will show it, or the block that \
          you meant.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.77/24 # warning cidr-not-canonical: AWS takes what a says for 10.0.1.0/24.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
",
    check,
    fixes,
}
.told();

/// Every block that AWS makes canonical, and where it is written.
fn written<'a>(
    context: &Context<'a>,
) -> impl Iterator<Item = (&'a LogicalId, PropertyPath, &'a Fact<Parsed>)> {
    let survey = context.survey;
    let vpcs = survey.vpcs.values();
    let vpcs = vpcs.map(|vpc| (&vpc.id, "CidrBlock".into(), &vpc.cidr));
    let subnets = survey.subnets.values();
    let subnets = subnets.flat_map(|subnet| {
        let both = both_blocks(subnet).into_iter();
        both.map(|(id, path, cidr)| (id, path.into(), cidr))
    });
    let routes = survey.routes.values().map(|route| {
        let path = route.destination_path.clone().unwrap_or_default();
        (&route.id, path, &route.destination)
    });
    let sites = survey.site_blocks.iter();
    let sites = sites.map(|it| (&it.id, "DestinationCidrBlock".into(), &it.block));
    let transit = survey.transit_routes.values();
    let transit = transit.map(|it| (&it.id, "DestinationCidrBlock".into(), &it.destination));
    vpcs.chain(subnets)
        .chain(routes)
        .chain(sites)
        .chain(transit)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (id, path, fact) in written(context) {
        if let Some(parsed @ Parsed::HostBits { .. }) = fact.known() {
            let message = Message::new("AWS takes what {resource} says for {block}.")
                .resource("resource", id)
                .text("block", parsed.block());
            findings.add(id, path, message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let mut all = written(context);
    let found = all.find(|(id, path, _)| **id == finding.resource && *path == finding.path);
    let block = found.and_then(|(.., fact)| Some(fact.known()?.block()));
    let Some(block) = block else {
        return Vec::new();
    };
    let title = Message::new("Write {block}").text("block", block);
    Fix::safe(context, title, |draft| {
        mend::set_block(context, draft, &finding.resource, &finding.path, block)
    })
}
