//! Designs that nobody means: whatever lives in whatever, it is drawn, and
//! nothing overlaps.

use std::fmt::Write;

use proptest::prelude::*;

use super::overlap_tests::{arranged, fault};
use crate::diagram::project;
use crate::fixture::design;

/// Dealt as it is, and arranged.
fn check(text: &str) {
    let document = design(text);
    assert_eq!(fault(&project(&document)), None, "{text}");
    if !document.template.resources.is_empty() {
        let drawn = arranged(document);
        assert_eq!(fault(&project(&drawn)), None, "arranged: {text}");
    }
}

#[test]
fn what_lives_in_itself_or_in_nothing_is_drawn() {
    check("subnet a VpcId=@a\nsubnet b VpcId=@c\nsubnet c VpcId=@b\ninstance i SubnetId=@i");
    check("subnet a VpcId=vpc-1\nsubnet b VpcId=@gone\n  instance i\nlb l Subnets=[@b, @a, @l]");
    check(
        "vpc v VpcId=@s\n  subnet s\n    nat n\ninstance i SubnetId=@v\ndb d DBSubnetGroupName=@d",
    );
    check(
        "dbsubnetgroup g SubnetIds=[@g]\ndb d DBSubnetGroupName=@g\nroutetable t VpcId=@t\n  route r GatewayId=@r",
    );
}

#[test]
fn names_of_any_length_and_script_fit() {
    let long = "a".repeat(255);
    let korean = "운영계서비스망가용영역첫번째서브넷".repeat(8);
    let text = format!(
        "vpc {long} CidrBlock=10.0.0.0/16 Tags=[{{Key=Name, Value=\"{korean}\"}}]
  subnet s CidrBlock=10.0.0.0/24 AvailabilityZone=\"{korean}\" Tags=[{{Key=Name, Value=\"{korean}\"}}]
    instance i Tags=[{{Key=Name, Value=\"{korean}\"}}]
    nat b{long}
  sg g Tags=[{{Key=Name, Value=\"\"}}]
AWS::Made::{long} x Tags=3"
    );
    check(&text);
}

#[test]
fn three_hundred_boxes_fit_into_one_subnet() {
    let mut text = "vpc v CidrBlock=10.0.0.0/16\n  subnet s CidrBlock=10.0.0.0/20\n".to_owned();
    for number in 0..300 {
        writeln!(text, "    instance i{number}").unwrap();
    }
    for number in 0..40 {
        writeln!(text, "  subnet t{number} AvailabilityZone=z{number}").unwrap();
        writeln!(text, "  sg g{number}").unwrap();
    }
    check(&text);
}

const KINDS: [&str; 12] = [
    "vpc",
    "subnet",
    "instance",
    "nat",
    "lb",
    "sg",
    "routetable",
    "dbsubnetgroup",
    "db",
    "targetgroup",
    "igw",
    "AWS::Made::Up",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_thing_may_name_any_other_as_its_home(
        things in prop::collection::vec((0..KINDS.len(), 0..16_usize, 0..16_usize, 0..4_u8), 1..16),
    ) {
        let mut text = String::new();
        for (number, (kind, one, two, zone)) in things.iter().enumerate() {
            let kind = KINDS[*kind];
            writeln!(
                text,
                "{kind} x{number} VpcId=@x{one} SubnetId=@x{two} Subnets=[@x{one}, @x{two}] SubnetIds=[@x{two}, @x{one}] DBSubnetGroupName=@x{one} AvailabilityZone=z{zone}"
            )
            .unwrap();
        }
        check(&text);
    }
}
