//! A VPC has addresses that a site behind its VPN has too.

use std::collections::HashMap;

use super::renumbering::renumber_one_of;
use crate::lower::survey::{SiteBlock, TransitAttachment};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "site-cidr-overlap",
    severity: Severity::Warning,
    title: "Site with the addresses of a VPC",
    why: "What a VPC has itself, its local route keeps: no packet for such an address ever \
          reaches the site behind the VPN, and no route can change that. A route to more than \
          the VPC has, such as 10.0.0.0/8, is fine.",
    guide: "https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
vpngateway gateway Type=ipsec.1
  attachment attached VpcId=@main
vpnconnection connection Type=ipsec.1 VpnGatewayId=@gateway CustomerGatewayId=cgw-1 StaticRoutesOnly=true
vpnroute office DestinationCidrBlock=10.1.8.0/24 VpnConnectionId=@connection # warning site-cidr-overlap: office leads to 10.1.8.0/24, which main has itself.
tgw hub
vpc spoke CidrBlock=10.2.0.0/16
tgwvpcattachment attachedSpoke VpcId=@spoke TransitGatewayId=@hub SubnetIds=[subnet-1]
vpnconnection second Type=ipsec.1 TransitGatewayId=@hub CustomerGatewayId=cgw-1 StaticRoutesOnly=true
vpnroute branch DestinationCidrBlock=10.2.8.0/24 VpnConnectionId=@second # warning site-cidr-overlap: branch leads to 10.2.8.0/24, which spoke has itself.
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
vpngateway gateway Type=ipsec.1
  attachment attached VpcId=@main
vpnconnection connection Type=ipsec.1 VpnGatewayId=@gateway CustomerGatewayId=cgw-1 StaticRoutesOnly=true
vpnroute office DestinationCidrBlock=192.168.0.0/24 VpnConnectionId=@connection
vpnroute company DestinationCidrBlock=10.0.0.0/8 VpnConnectionId=@connection
",
    check,
    fixes,
}
.told();

/// The VPCs that a site is joined to: by a virtual private gateway, or by a
/// transit gateway.
fn vpcs<'a>(context: &Context<'a>, site: &SiteBlock) -> Vec<&'a LogicalId> {
    let survey = context.survey;
    let gateway = site.gateway.known();
    let gateway = gateway.and_then(|id| survey.gateways.get(id));
    let attached = gateway.into_iter().flat_map(|it| &it.attachments);
    attached.filter_map(|(_, vpc)| vpc.known()).collect()
}

/// The attachments of each transit gateway.
fn attachments<'a>(context: &Context<'a>) -> HashMap<&'a LogicalId, Vec<&'a TransitAttachment>> {
    let mut index: HashMap<_, Vec<_>> = HashMap::new();
    for attachment in context.survey.transit_attachments.values() {
        if let Some(gateway) = attachment.gateway.known() {
            index.entry(gateway).or_default().push(attachment);
        }
    }
    index
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let index = attachments(context);
    for site in &survey.site_blocks {
        let Some(block) = site.block.known().map(|it| it.block()) else {
            continue;
        };
        let mut joined = vpcs(context, site);
        let connection = site.connection.known();
        let connection = connection.and_then(|id| survey.vpn_connections.get(id));
        let hub = connection.and_then(|it| index.get(it.transit_gateway.known()?));
        let spokes = hub.into_iter().flatten();
        joined.extend(spokes.filter_map(|it| it.vpc.known()));
        let owner = joined.into_iter().find(|id| {
            let vpc = survey.vpcs.get(*id);
            let mut blocks = vpc.into_iter().flat_map(|vpc| &vpc.blocks);
            blocks.any(|own| own.net.contains(&block))
        });
        if let Some(owner) = owner {
            let message = Message::new("{route} leads to {block}, which {vpc} has itself.")
                .resource("route", &site.id)
                .text("block", block)
                .resource("vpc", owner);
            findings
                .add(&site.id, "DestinationCidrBlock", message)
                .with([owner]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let mut ways = renumber_one_of(context, finding);
    ways.extend(mend::remove_resource(context, &finding.resource));
    ways
}
