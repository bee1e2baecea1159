//! Nothing overlaps, whatever the design: arranged, and dealt among what is
//! already there.

use std::fmt::Write;
use std::sync::Arc;

use proptest::prelude::*;

use super::arrange;
use crate::diagram::{Diagram, project};
use crate::document::{Document, Session};
use crate::fixture::design;
use crate::geometry::Rect;
use crate::template::LogicalId;

/// A VPC: for each subnet its zone, its tier and how many boxes are in it; then
/// how many chips, load balancers and strangers the VPC has.
#[derive(Clone, Debug)]
struct Drawn {
    subnets: Vec<(u8, u8, usize)>,
    chips: usize,
    balancers: usize,
    strangers: usize,
}

fn vpcs() -> impl Strategy<Value = Vec<Drawn>> {
    let subnets = proptest::collection::vec((0_u8..4, 0_u8..3, 0_usize..6), 0..8);
    let vpc = (subnets, 0_usize..6, 0_usize..3, 0_usize..3).prop_map(
        |(subnets, chips, balancers, strangers)| Drawn {
            subnets,
            chips,
            balancers,
            strangers,
        },
    );
    proptest::collection::vec(vpc, 0..4)
}

fn written(vpcs: &[Drawn]) -> Document {
    let mut text =
        String::from("igw door\nAWS::EC2::CustomerGateway office\nAWS::S3::Bucket store\n");
    let mut joined = String::new();
    for (v, vpc) in vpcs.iter().enumerate() {
        writeln!(text, "vpc v{v} CidrBlock=10.{v}.0.0/16\n  routetable out{v}\n    route r{v} DestinationCidrBlock=0.0.0.0/0 GatewayId=@door").unwrap();
        for (s, (zone, tier, boxes)) in vpc.subnets.iter().enumerate() {
            let zone = match zone {
                0 => String::new(),
                zone => format!(" AvailabilityZone=z{zone}"),
            };
            writeln!(text, "  subnet v{v}s{s}{zone}").unwrap();
            for b in 0..*boxes {
                writeln!(text, "    instance v{v}s{s}b{b}").unwrap();
            }
            if *tier == 0 {
                writeln!(
                    joined,
                    "tableassociation v{v}a{s} SubnetId=@v{v}s{s} RouteTableId=@out{v}"
                )
                .unwrap();
            } else if *tier == 1 {
                writeln!(joined, "dbsubnetgroup v{v}g{s} SubnetIds=[@v{v}s{s}]\ndb v{v}d{s} DBSubnetGroupName=@v{v}g{s}").unwrap();
            }
        }
        for c in 0..vpc.chips {
            writeln!(text, "sg v{v}c{c} VpcId=@v{v}").unwrap();
        }
        for b in 0..vpc.balancers.min(vpc.subnets.len()) {
            writeln!(text, "lb v{v}l{b} Subnets=[@v{v}s{b}]").unwrap();
        }
        for b in 0..vpc.strangers {
            writeln!(
                text,
                "AWS::Made::Up v{v}x{b} VpcId=@v{v} Named=a-name-that-is-long"
            )
            .unwrap();
        }
    }
    design(&(text + &joined))
}

/// The first two siblings that overlap, or a child that is not in its parent.
pub(super) fn fault(diagram: &Diagram) -> Option<String> {
    let families = diagram
        .nodes
        .values()
        .map(|node| (Some(node), &node.children));
    for (parent, children) in families.chain([(None, &diagram.roots)]) {
        for (index, a) in children.iter().enumerate() {
            let frame = diagram.nodes[a].frame;
            let b = children[..index]
                .iter()
                .find(|b| diagram.nodes[*b].frame.intersects(frame));
            if let Some(b) = b {
                return Some(format!("{a} and {b} overlap"));
            }
            let room = parent
                .map(|parent| Rect::at(crate::geometry::Point::default(), parent.frame.size()));
            if room.is_some_and(|room| !room.contains_rect(frame)) {
                return Some(format!("{a} is not in its parent: {frame:?}"));
            }
        }
    }
    None
}

pub(super) fn arranged(document: Document) -> Document {
    let change = arrange(&document).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    session.document().clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arranging_overlaps_nothing(vpcs in vpcs()) {
        let document = written(&vpcs);
        let diagram = project(&document);
        prop_assert_eq!(fault(&diagram), None);
        for lane in &diagram.lanes {
            let vpc = diagram.nodes[&lane.vpc].frame.size();
            let room = Rect::at(crate::geometry::Point::default(), vpc);
            prop_assert!(room.contains_rect(lane.frame));
        }
        let kept = project(&arranged(document));
        prop_assert_eq!(kept, diagram, "what is arranged is drawn as it was dealt");
    }

    #[test]
    fn what_is_dealt_finds_room_among_what_is_there(vpcs in vpcs(), picks in any::<u64>()) {
        let mut document = arranged(written(&vpcs));
        let mut picks = picks;
        let frames = &mut Arc::make_mut(&mut document.layout).frames;
        frames.retain(|_, _| {
            picks = picks.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (picks >> 60) > 2
        });
        prop_assert_eq!(fault(&project(&document)), None);
    }
}

#[test]
fn subnets_of_a_tier_stand_in_a_row_and_are_equally_large() {
    let diagram = project(&design(
        "igw door\nvpc v\n  routetable out\n    route all DestinationCidrBlock=0.0.0.0/0 GatewayId=@door\n\
         \x20 subnet back1 AvailabilityZone=z1\n    instance one\n    instance two\n\
         \x20 subnet front1 AvailabilityZone=z1\n  subnet front2 AvailabilityZone=z2\n  subnet back2 AvailabilityZone=z2\n\
         tableassociation a SubnetId=@front1 RouteTableId=@out\ntableassociation b SubnetId=@front2 RouteTableId=@out\n",
    ));
    let frame = |id: &str| diagram.nodes[&LogicalId::new(id)].frame;
    for (left, right) in [("front1", "front2"), ("back1", "back2")] {
        assert!((frame(left).y - frame(right).y).abs() < 0.1);
        assert_eq!(frame(left).size(), frame(right).size());
    }
    assert!(
        frame("front1").bottom() < frame("back1").y,
        "public subnets come first"
    );
    assert!(frame("front1").right() < frame("front2").x);
}

#[test]
fn an_empty_design_is_not_arranged() {
    assert!(arrange(&Document::empty()).is_err());
}
