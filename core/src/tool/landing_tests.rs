//! Where drops come to stand.

use super::{Desk, Point, TWO, subnet_of};

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
