//! Where drops come to stand.

use super::{Desk, Point, TWO, pointer, subnet_of};
use crate::tool::Event;

#[test]
fn what_is_dropped_on_a_box_comes_to_stand_beside_it() {
    let mut desk = Desk::new(TWO);
    let (one, three) = (desk.center("one"), desk.center("three"));
    desk.drag(one, three).release(three);
    let diagram = desk.diagram();
    let frame = |id: &str| diagram.absolute(&id.into()).unwrap();
    assert_eq!(subnet_of(desk.session.document(), "one"), "b");
    assert!(!frame("one").intersects(frame("three")));
    assert!(frame("b").contains_rect(frame("one")));
}

#[test]
fn a_subnet_dropped_under_a_zones_lane_is_in_the_zone() {
    let mut desk = Desk::new(TWO);
    let diagram = desk.diagram();
    let lane = &diagram.lanes[1];
    let vpc = diagram.absolute(&lane.vpc).unwrap();
    let below = Point {
        x: vpc.x + lane.frame.x + 20.0,
        y: vpc.y + lane.frame.bottom() + 4.0,
    };
    let a = desk.header("a");
    desk.drag(a, below).release(below);
    let lanes = desk.diagram().lanes;
    assert_eq!(lanes.len(), 1, "{lanes:?}");
    assert_eq!(lanes[0].subnets.len(), 2);
}

#[test]
fn the_second_subnet_of_a_vpc_is_in_another_zone_and_later_ones_where_they_are_dropped() {
    let mut desk = Desk::new("");
    let at = Point { x: 0.0, y: 0.0 };
    desk.send(Event::Carry("AWS::EC2::VPC".to_owned(), None, pointer(at)))
        .release(at);
    let vpc = desk.selected()[0].to_owned();
    // The second below the first one's zone: a column, but the only one.
    for y in [60.0, 290.0] {
        let at = desk.header(&vpc);
        let at = Point {
            x: at.x + 40.0,
            y: at.y + y,
        };
        desk.send(Event::Carry(
            "AWS::EC2::Subnet".to_owned(),
            None,
            pointer(at),
        ))
        .release(at);
    }
    let diagram = desk.diagram();
    assert_eq!(diagram.lanes.len(), 2, "{:?}", diagram.lanes);
    assert!(!diagram.lanes[0].frame.intersects(diagram.lanes[1].frame));
    let frame = diagram.absolute(&vpc.as_str().into()).unwrap();
    let lane = diagram.lanes[1].frame;
    let at = Point {
        x: frame.x + lane.x + 8.0,
        y: frame.y + lane.y + 8.0,
    };
    desk.send(Event::Carry(
        "AWS::EC2::Subnet".to_owned(),
        None,
        pointer(at),
    ))
    .release(at);
    assert_eq!(desk.diagram().lanes[1].subnets.len(), 2);
}
