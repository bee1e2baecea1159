//! Reads security groups and network ACLs, with the rules that stand as
//! resources of their own folded into what they belong to.

use indexmap::IndexMap;

use super::{Reader, block, integer, net, protocol, reference, text};
use crate::catalogue::ec2;
use crate::lower::survey::{AclEntry, Fact, NetworkAcl, Peer, Permission, Ports, SecurityGroup};
use crate::message::Message;
use crate::network::Protocol;
use crate::sorting;
use crate::template::{Evaluated, LogicalId, PropertyPath, Value};

/// The property names of a rule's other side, which depend on the direction.
struct Side {
    group: &'static str,
    prefix_list: &'static str,
}

const INBOUND: Side = Side {
    group: "SourceSecurityGroupId",
    prefix_list: "SourcePrefixListId",
};

const OUTBOUND: Side = Side {
    group: "DestinationSecurityGroupId",
    prefix_list: "DestinationPrefixListId",
};

impl Reader<'_> {
    pub(in super::super) fn security_groups(&self) -> IndexMap<LogicalId, SecurityGroup> {
        let mut groups = IndexMap::new();
        for (id, resource) in self.of_kind(ec2::SecurityGroup::KIND) {
            let inline = |list: &str, side: &Side| {
                let elements = self.elements(resource, &list.into()).into_iter();
                let rules =
                    elements.flat_map(|(path, rule)| self.permissions(id, &path, &rule, side));
                rules.collect::<Vec<_>>()
            };
            let egress = inline("SecurityGroupEgress", &OUTBOUND);
            let group = SecurityGroup {
                id: id.clone(),
                vpc: self.named(resource, "VpcId"),
                ingress: inline("SecurityGroupIngress", &INBOUND),
                has_default_egress: egress.is_empty(),
                egress,
            };
            groups.insert(id.clone(), group);
        }
        self.fold(&mut groups, ec2::SecurityGroupIngress::KIND, &INBOUND);
        self.fold(&mut groups, ec2::SecurityGroupEgress::KIND, &OUTBOUND);
        groups
    }

    /// Puts rules that are resources of their own into their groups.
    fn fold(
        &self,
        groups: &mut IndexMap<LogicalId, SecurityGroup>,
        kind: &'static str,
        side: &Side,
    ) {
        for (id, resource) in self.of_kind(kind) {
            let owner = self.named(resource, "GroupId");
            let Some(group) = owner.known().and_then(|owner| groups.get_mut(owner)) else {
                continue;
            };
            let root = PropertyPath::root();
            let rule = self.evaluator.property(resource, &root);
            let rules = self.permissions(id, &root, &rule, side);
            if kind == ec2::SecurityGroupIngress::KIND {
                group.ingress.extend(rules);
            } else {
                group.egress.extend(rules);
            }
        }
    }

    /// Rules of their own whose group is the default one of a VPC.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html>
    pub(in super::super) fn default_groups(&self) -> IndexMap<LogicalId, [Vec<Permission>; 2]> {
        let mut found: IndexMap<LogicalId, [Vec<Permission>; 2]> = IndexMap::new();
        let both = [
            (ec2::SecurityGroupIngress::KIND, &INBOUND),
            (ec2::SecurityGroupEgress::KIND, &OUTBOUND),
        ];
        for (direction, (kind, side)) in both.into_iter().enumerate() {
            for (id, resource) in self.of_kind(kind) {
                let Evaluated::Resource {
                    id: vpc,
                    attribute: Some(attribute),
                } = self.property(resource, "GroupId")
                else {
                    continue;
                };
                if attribute != "DefaultSecurityGroup" {
                    continue;
                }
                let root = PropertyPath::root();
                let rule = self.evaluator.property(resource, &root);
                let rules = self.permissions(id, &root, &rule, side);
                if let Some(list) = found.entry(vpc).or_default().get_mut(direction) {
                    list.extend(rules);
                }
            }
        }
        found
    }

    /// One permission for each peer that a rule names, or one for nobody.
    fn permissions(
        &self,
        resource: &LogicalId,
        path: &PropertyPath,
        rule: &Evaluated,
        side: &Side,
    ) -> Vec<Permission> {
        let mut peers = Vec::new();
        for key in ["CidrIp", "CidrIpv6"] {
            let fact = net(self.inside(rule, key));
            if !fact.is_absent() {
                peers.push(Peer::Block(path.key(key), fact));
            }
        }
        let group = reference(self.inside(rule, side.group));
        if !group.is_absent() {
            peers.push(Peer::Group(path.key(side.group), group));
        }
        let list = self.listed(self.inside(rule, side.prefix_list));
        if !list.is_absent() {
            peers.push(Peer::PrefixList(path.key(side.prefix_list), list));
        }
        if peers.is_empty() {
            peers.push(Peer::Nobody);
        }
        let protocol = protocol(self.inside(rule, "IpProtocol"));
        let ports = self.ports(rule, "FromPort", "ToPort");
        let permission = |peer| Permission {
            resource: resource.clone(),
            path: path.clone(),
            protocol: protocol.clone(),
            ports: ports.clone(),
            peer,
        };
        peers.into_iter().map(permission).collect()
    }

    /// Two numbers that go together.
    fn ports(&self, rule: &Evaluated, from: &str, to: &str) -> Fact<Ports> {
        match (
            integer(self.inside(rule, from)),
            integer(self.inside(rule, to)),
        ) {
            (Fact::Known(from), Fact::Known(to)) => Fact::Known(Ports { from, to }),
            (Fact::Absent, Fact::Absent) => Fact::Absent,
            (Fact::Unknown(why), _) | (_, Fact::Unknown(why)) => Fact::Unknown(why),
            (Fact::Malformed(message), _) | (_, Fact::Malformed(message)) => {
                Fact::Malformed(message)
            }
            _ => Fact::Malformed(
                Message::new("{from} and {to} go together: write both.")
                    .text("from", from)
                    .text("to", to),
            ),
        }
    }

    pub(in super::super) fn network_acls(&self) -> IndexMap<LogicalId, NetworkAcl> {
        let mut acls = IndexMap::new();
        for (id, resource) in self.of_kind(ec2::NetworkAcl::KIND) {
            let acl = NetworkAcl {
                id: id.clone(),
                vpc: self.named(resource, "VpcId"),
                entries: Vec::new(),
                subnets: Vec::new(),
            };
            acls.insert(id.clone(), acl);
        }
        for (id, resource) in self.of_kind(ec2::NetworkAclEntry::KIND) {
            let owner = self.named(resource, "NetworkAclId");
            if let Some(acl) = owner.known().and_then(|owner| acls.get_mut(owner)) {
                let rule = self.evaluator.property(resource, &PropertyPath::root());
                acl.entries.push(self.entry(id, &rule));
            }
        }
        for acl in acls.values_mut() {
            in_order(&mut acl.entries);
        }
        acls
    }

    /// Entries of their own in the default network ACL of a VPC, lowest number
    /// first. They stand beside those that AWS puts there.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html>
    pub(in super::super) fn default_acls(&self) -> IndexMap<LogicalId, Vec<AclEntry>> {
        let mut found: IndexMap<LogicalId, Vec<AclEntry>> = IndexMap::new();
        for (id, resource) in self.of_kind(ec2::NetworkAclEntry::KIND) {
            if let Evaluated::Resource {
                id: vpc,
                attribute: Some(attribute),
            } = self.property(resource, "NetworkAclId")
                && attribute == "DefaultNetworkAcl"
            {
                let rule = self.evaluator.property(resource, &PropertyPath::root());
                found.entry(vpc).or_default().push(self.entry(id, &rule));
            }
        }
        for entries in found.values_mut() {
            in_order(entries);
        }
        found
    }

    fn entry(&self, id: &LogicalId, rule: &Evaluated) -> AclEntry {
        let protocol = protocol(self.inside(rule, "Protocol"));
        let is_icmp = matches!(protocol, Fact::Known(Protocol::Icmp | Protocol::Icmpv6));
        let block = match block(self.inside(rule, "CidrBlock")) {
            Fact::Absent => block(self.inside(rule, "Ipv6CidrBlock")),
            fact => fact,
        };
        let action = text(self.inside(rule, "RuleAction"));
        AclEntry {
            id: id.clone(),
            number: integer(self.inside(rule, "RuleNumber")),
            is_egress: self.inside(rule, "Egress").truth() == Some(true),
            allows: match action.known().map(String::as_str) {
                Some("allow") => Some(true),
                Some("deny") => Some(false),
                _ => None,
            },
            protocol,
            block: block.map(crate::cidr::Parsed::block),
            ports: if is_icmp {
                Fact::Absent
            } else {
                self.ports(rule, "PortRange.From", "PortRange.To")
            },
            icmp: if matches!(self.inside(rule, "Icmp"), Evaluated::Known(Value::Map(_))) {
                self.ports(rule, "Icmp.Type", "Icmp.Code")
            } else {
                Fact::Absent
            },
        }
    }
}

/// Sorts entries by number.
fn in_order(entries: &mut [AclEntry]) {
    // An open number is behind every known one: it cannot shadow them.
    sorting::sort_by_key(entries, |entry| {
        entry.number.known().copied().unwrap_or(i64::MAX)
    });
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Peer, Ports, Service, Survey};
    use crate::network::Protocol;

    #[test]
    fn a_rule_with_two_peers_is_two_permissions() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  AWS::EC2::SecurityGroup web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0, CidrIpv6=\"::/0\"}]",
        ));
        let web = &survey.security_groups["web"];
        let blocks: Vec<String> = web
            .ingress
            .iter()
            .map(|rule| match &rule.peer {
                Peer::Block(path, block) => format!("{path} {}", block.known().unwrap()),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(
            blocks,
            [
                "SecurityGroupIngress.0.CidrIp 0.0.0.0/0",
                "SecurityGroupIngress.0.CidrIpv6 ::/0"
            ]
        );
        assert!(web.has_default_egress);
    }

    #[test]
    fn a_rule_of_its_own_is_folded_into_its_group() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  AWS::EC2::SecurityGroup web GroupDescription=w
  AWS::EC2::SecurityGroup db GroupDescription=d
AWS::EC2::SecurityGroupIngress dbFromWeb GroupId=@db.GroupId IpProtocol=tcp FromPort=3306 ToPort=3306 SourceSecurityGroupId=@web.GroupId
AWS::EC2::SecurityGroupEgress webOut GroupId=@web.GroupId IpProtocol=-1 CidrIp=10.0.0.0/16",
        ));
        let rule = &survey.security_groups["db"].ingress[0];
        assert_eq!(rule.resource.as_str(), "dbFromWeb");
        assert_eq!(
            rule.ports,
            Fact::Known(Ports {
                from: 3306,
                to: 3306
            })
        );
        let path = "SourceSecurityGroupId".into();
        assert_eq!(rule.peer, Peer::Group(path, Fact::Known("web".into())));
        let web = &survey.security_groups["web"];
        assert_eq!(web.egress[0].protocol, Fact::Known(Protocol::Any));
        assert!(
            web.has_default_egress,
            "a rule of its own adds to the default"
        );
    }

    #[test]
    fn entries_stand_in_the_order_of_their_numbers() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  AWS::EC2::NetworkAcl edge
    AWS::EC2::NetworkAclEntry later RuleNumber=200 RuleAction=deny Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=1, To=2} Egress=true
    AWS::EC2::NetworkAclEntry first RuleNumber=100 RuleAction=allow Protocol=1 CidrBlock=0.0.0.0/0 Icmp={Type=8, Code=-1}",
        ));
        let entries = &survey.network_acls["edge"].entries;
        let names: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(names, ["first", "later"]);
        assert_eq!(entries[0].icmp, Fact::Known(Ports { from: 8, to: -1 }));
        assert_eq!(
            (entries[0].allows, entries[0].is_egress),
            (Some(true), false)
        );
        assert_eq!(
            (entries[1].allows, entries[1].is_egress),
            (Some(false), true)
        );
    }
    #[test]
    fn prefix_lists_are_peers_by_their_blocks() {
        let survey = Survey::of(&design(
            "AWS::EC2::PrefixList own Entries=[{Cidr=192.0.2.0/24}, {Cidr=198.51.100.0/24}] MaxEntries=7
AWS::EC2::PrefixList open Entries=[{Cidr=192.0.2.0/24}, {Cidr=@Nothing}]
sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=-1, SourcePrefixListId=@own.PrefixListId}, {IpProtocol=-1, SourcePrefixListId=@open}, {IpProtocol=-1, SourcePrefixListId=@web}] SecurityGroupEgress=[{IpProtocol=-1, DestinationPrefixListId=pl-02cd2c6b}, {IpProtocol=-1, DestinationPrefixListId=pl-1}]
AWS::EC2::Route out DestinationPrefixListId=pl-63a5400a GatewayId=igw-1",
        ));
        let web = &survey.security_groups["web"];
        let list = |peer: &Peer| match peer {
            Peer::PrefixList(_, list) => list.clone(),
            other => panic!("{other:?}"),
        };
        let own = list(&web.ingress[0].peer);
        let own = own.known().unwrap();
        assert_eq!(
            (own.list.clone(), own.blocks.len()),
            (Some("own".into()), 2)
        );
        assert!(matches!(list(&web.ingress[1].peer), Fact::Unknown(_)));
        assert!(matches!(list(&web.ingress[2].peer), Fact::Malformed(_)));
        let of_aws = list(&web.egress[0].peer);
        let of_aws = of_aws.known().unwrap();
        assert_eq!(of_aws.service, Some(Service::DynamoDb));
        assert_eq!(of_aws.blocks, ["52.94.0.0/22".parse().unwrap()]);
        assert_eq!(
            list(&web.egress[1].peer),
            Fact::Elsewhere("pl-1".to_owned())
        );
        let out = &survey.routes["out"];
        assert!(out.destination.is_absent());
        let listed = out.destination_list.known().unwrap();
        assert_eq!(listed.blocks, ["52.216.0.0/15".parse().unwrap()]);
        assert_eq!(survey.prefix_lists["own"].max_entries, Fact::Known(7));
    }

    #[test]
    fn entries_of_the_default_network_acl_are_kept_by_vpc() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
AWS::EC2::NetworkAclEntry later NetworkAclId=@main.DefaultNetworkAcl RuleNumber=60 RuleAction=deny Protocol=-1 CidrBlock=0.0.0.0/0
AWS::EC2::NetworkAclEntry first NetworkAclId=@main.DefaultNetworkAcl RuleNumber=50 RuleAction=deny Protocol=-1 CidrBlock=0.0.0.0/0
AWS::EC2::SubnetNetworkAclAssociation stays SubnetId=@a NetworkAclId=@main.DefaultNetworkAcl",
        ));
        let entries = &survey.default_acls["main"];
        let names: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(names, ["first", "later"]);
        assert_eq!(survey.subnets["a"].acl, None);
    }
}
