//! The IPv6 blocks of VPCs. Amazon picks a block when it deploys; so that a
//! design can be worked out before, blocks are dealt here, and noted as
//! assumed. The one place where evaluation knows types of resources.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpccidrblock.html>

use std::net::Ipv6Addr;
use std::rc::Rc;

use ipnet::Ipv6Net;

use super::{Assumed, Evaluated, Evaluator, LogicalId, Resource, Unknown, Value};
use crate::sorting;

const VPC: &str = "AWS::EC2::VPC";
const VPC_BLOCK: &str = "AWS::EC2::VPCCidrBlock";
const SUBNET: &str = "AWS::EC2::Subnet";

/// The first block that is dealt; the next ones follow it.
const FIRST: u128 = u128::from_be_bytes([0x26, 0, 0x1f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/// The size of a block that Amazon provides.
const PREFIX: u8 = 56;

/// Whether the blocks of a template are worked out already.
#[derive(Debug, Default)]
pub(super) enum Provision {
    /// Nobody has asked.
    #[default]
    Open,
    /// They are being worked out: who asks now, asks in a circle.
    Underway,
    /// They are.
    Done(Rc<Provided>),
}

/// The IPv6 blocks of VPCs.
#[derive(Debug, Default)]
pub(super) struct Provided {
    blocks: Vec<Given>,
}

/// The IPv6 block that a resource gives a VPC.
#[derive(Debug)]
struct Given {
    id: LogicalId,
    vpc: Option<LogicalId>,
    block: Result<String, Unknown>,
    is_dealt: bool,
    /// What was taken for true to tell it.
    assumed: Vec<Assumed>,
}

impl Evaluator<'_> {
    /// What an attribute about IPv6 blocks comes to; `None` where it is not
    /// about them, or there are none.
    pub(super) fn ipv6_attribute(
        &self,
        name: &str,
        resource: &Resource,
        attribute: &str,
    ) -> Option<Evaluated> {
        match (resource.kind().as_str(), attribute) {
            (VPC, "Ipv6CidrBlocks") => self.told(true, |given| {
                given.vpc.as_ref().is_some_and(|it| it.as_str() == name)
            }),
            (VPC_BLOCK, "Ipv6CidrBlock") => self.told(false, |given| given.id.as_str() == name),
            (SUBNET, "Ipv6CidrBlocks") => {
                let written = resource.property("Ipv6CidrBlock")?;
                Some(match self.evaluate(written) {
                    Evaluated::Known(block) => Evaluated::Known(Value::List(vec![block])),
                    Evaluated::Absent => return None,
                    other => other,
                })
            }
            _ => None,
        }
    }

    /// The blocks that are asked for, as a list or as the first of them.
    fn told(&self, as_list: bool, is_asked: impl Fn(&Given) -> bool) -> Option<Evaluated> {
        let Some(provided) = self.provided() else {
            return Some(Evaluated::Unknown(Unknown::Circle));
        };
        let asked = provided.blocks.iter().filter(|given| is_asked(given));
        let mut blocks = Vec::new();
        for given in asked {
            match &given.block {
                Ok(block) => {
                    if given.is_dealt {
                        self.assume(Assumed::Ipv6Block {
                            resource: given.id.to_string(),
                            block: block.clone(),
                        });
                    }
                    for assumed in &given.assumed {
                        self.assume(assumed.clone());
                    }
                    blocks.push(Value::from(block.as_str()));
                }
                Err(why) => return Some(Evaluated::Unknown(why.clone())),
            }
        }
        if blocks.is_empty() {
            return None;
        }
        Some(Evaluated::Known(if as_list {
            Value::List(blocks)
        } else {
            blocks.swap_remove(0)
        }))
    }

    /// The blocks of the template; `None` while they are being worked out.
    fn provided(&self) -> Option<Rc<Provided>> {
        match &*self.provision.borrow() {
            Provision::Done(provided) => return Some(Rc::clone(provided)),
            Provision::Underway => return None,
            Provision::Open => {}
        }
        self.provision.replace(Provision::Underway);
        // What these rest on is told to everyone who asks, not only the first.
        let before = self.take_assumed();
        let blocks = self.given_blocks();
        for known in before {
            self.assume(known);
        }
        let provided = Rc::new(Provided { blocks });
        self.provision
            .replace(Provision::Done(Rc::clone(&provided)));
        Some(provided)
    }

    fn given_blocks(&self) -> Vec<Given> {
        let mut given = Vec::new();
        for (id, resource) in &self.template.resources {
            if resource.kind().as_str() != VPC_BLOCK || self.is_made(resource) == Ok(false) {
                continue;
            }
            let at = |property: &str| {
                let value = resource.property(property);
                value.map_or(Evaluated::Absent, |value| self.evaluate(value))
            };
            let after = || Unknown::Deployment(format!("{id}.Ipv6CidrBlock"));
            let (block, is_dealt) = match (at("Ipv6CidrBlock"), at("AmazonProvidedIpv6CidrBlock")) {
                (Evaluated::Known(Value::Text(block)), _) => (Ok(block), false),
                (Evaluated::Unknown(why), _) | (_, Evaluated::Unknown(why)) => (Err(why), false),
                (_, provided) if provided.truth() == Some(true) => (Ok(String::new()), true),
                _ => {
                    let pools = ["Ipv6IpamPoolId", "Ipv6Pool"];
                    if pools.iter().all(|pool| at(pool) == Evaluated::Absent) {
                        continue;
                    }
                    (Err(after()), false)
                }
            };
            given.push(Given {
                id: id.clone(),
                vpc: at("VpcId").resource().cloned(),
                block,
                is_dealt,
                assumed: self.take_assumed(),
            });
        }
        let mut dealt: Vec<&mut Given> = given.iter_mut().filter(|it| it.is_dealt).collect();
        sorting::sort_by_key(&mut dealt, |given| given.id.clone());
        for (index, given) in (0_u128..).zip(dealt) {
            let address = FIRST + (index << (128 - PREFIX));
            let block = Ipv6Net::new(Ipv6Addr::from(address), PREFIX);
            given.block = match block {
                Ok(block) => Ok(block.to_string()),
                Err(_) => Err(Unknown::Circle),
            };
        }
        given
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{Setting, read};

    const TEMPLATE: &str = r#"{"Parameters": {"Give": {"Type": "String", "Default": "true"}},
"Conditions": {"Never": {"Fn::Equals": ["a", "b"]}},
"Resources": {
  "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
  "Bare": {"Type": "AWS::EC2::VPC"},
  "Pooled": {"Type": "AWS::EC2::VPC"},
  "Own": {"Type": "AWS::EC2::VPC"},
  "Round": {"Type": "AWS::EC2::VPC"},
  "Zulu": {"Type": "AWS::EC2::VPCCidrBlock", "Properties": {"VpcId": {"Ref": "Vpc"}, "AmazonProvidedIpv6CidrBlock": {"Ref": "Give"}}},
  "Alpha": {"Type": "AWS::EC2::VPCCidrBlock", "Properties": {"VpcId": {"Ref": "Other"}, "AmazonProvidedIpv6CidrBlock": true}},
  "Aaa": {"Type": "AWS::EC2::VPCCidrBlock", "Condition": "Never", "Properties": {"VpcId": {"Ref": "Vpc"}, "AmazonProvidedIpv6CidrBlock": true}},
  "Pool": {"Type": "AWS::EC2::VPCCidrBlock", "Properties": {"VpcId": {"Ref": "Pooled"}, "Ipv6IpamPoolId": "ipam-pool-1"}},
  "Brought": {"Type": "AWS::EC2::VPCCidrBlock", "Properties": {"VpcId": {"Ref": "Own"}, "Ipv6CidrBlock": "2001:db8::/56", "Ipv6Pool": "p"}},
  "Circle": {"Type": "AWS::EC2::VPCCidrBlock", "Properties": {"VpcId": {"Ref": "Round"}, "Ipv6CidrBlock": {"Fn::Select": [0, {"Fn::GetAtt": ["Round", "Ipv6CidrBlocks"]}]}}},
  "Second": {"Type": "AWS::EC2::VPCCidrBlock", "Properties": {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.1.0.0/16"}},
  "Other": {"Type": "AWS::EC2::VPC"},
  "Subnet": {"Type": "AWS::EC2::Subnet", "Properties": {"Ipv6CidrBlock": {"Fn::Select": [1, {"Fn::Cidr": [{"Fn::Select": [0, {"Fn::GetAtt": ["Vpc", "Ipv6CidrBlocks"]}]}, 256, 64]}]}}}
}}"#;

    /// What an attribute comes to, and what is assumed for it.
    fn attribute(name: &str, attribute: &str) -> (Evaluated, Vec<String>) {
        let template = read(TEMPLATE).unwrap().template;
        let setting = Setting::default();
        let evaluator = Evaluator::new(&template, &setting);
        let answer = evaluator.evaluate(&Value::attribute(name, attribute));
        let assumed = evaluator.take_assumed();
        (answer, assumed.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn amazons_blocks_are_dealt_in_order_of_logical_id() {
        let (blocks, assumed) = attribute("Vpc", "Ipv6CidrBlocks");
        let expected = Value::List(vec!["2600:1f00:0:100::/56".into()]);
        assert_eq!(blocks, Evaluated::Known(expected));
        assert_eq!(
            assumed,
            [
                "Amazon is taken to give Zulu the IPv6 block 2600:1f00:0:100::/56: it picks one after deployment.",
                "The parameter Give is taken as its default, true."
            ]
        );
        let (first, _) = attribute("Alpha", "Ipv6CidrBlock");
        assert_eq!(first, Evaluated::Known("2600:1f00::/56".into()));
    }

    #[test]
    fn a_subnet_can_be_cut_from_a_block_that_amazon_gives() {
        let (blocks, assumed) = attribute("Subnet", "Ipv6CidrBlocks");
        let expected = Value::List(vec!["2600:1f00:0:101::/64".into()]);
        assert_eq!(blocks, Evaluated::Known(expected));
        assert_eq!(assumed.len(), 2);
    }

    #[test]
    fn what_is_brought_is_known_and_what_a_pool_gives_is_not() {
        let (own, assumed) = attribute("Own", "Ipv6CidrBlocks");
        let expected = Value::List(vec!["2001:db8::/56".into()]);
        assert_eq!((own, assumed.len()), (Evaluated::Known(expected), 0));
        let why = Unknown::Deployment("Pool.Ipv6CidrBlock".to_owned());
        let (pooled, _) = attribute("Pooled", "Ipv6CidrBlocks");
        assert_eq!(pooled, Evaluated::Unknown(why));
        let (round, _) = attribute("Round", "Ipv6CidrBlocks");
        assert_eq!(round, Evaluated::Unknown(Unknown::Circle));
        let (bare, _) = attribute("Bare", "Ipv6CidrBlocks");
        assert!(matches!(bare, Evaluated::Resource { .. }));
    }
}
