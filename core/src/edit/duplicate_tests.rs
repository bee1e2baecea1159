//! Copies, and what they refer to.

use super::*;
use crate::document::Session;
use crate::fixture::design;

const NETWORK: &str = "vpc main CidrBlock=10.0.0.0/24 Tags=[{Key=Name, Value=net}]
  subnet a CidrBlock=10.0.0.0/26
    tableassociation one RouteTableId=@table
    instance web SecurityGroupIds=[@open]
  routetable table
  sg open
";

fn copied(text: &str, id: &str) -> Result<(Document, Vec<LogicalId>), String> {
    let document = design(text);
    let mut draft = Draft::new(&document);
    for id in ["main", "a", "web"] {
        draft.set_frame(&id.into(), crate::geometry::Rect::new(8.0, 8.0, 40.0, 40.0));
    }
    let mut session = Session::new(document.clone());
    session
        .commit(draft.into_change(Message::new("x")))
        .unwrap();
    let made = duplicate(session.document(), &[id.into()]);
    let (change, names) = made.map_err(|it| it.to_string())?;
    session.commit(change).unwrap();
    Ok((session.document().clone(), names))
}

fn property(document: &Document, id: &str, path: &str) -> Option<Value> {
    let resource = document.template.resource(&id.into())?;
    resource.get(&path.into()).cloned()
}

#[test]
fn a_subnet_is_copied_with_what_it_holds_and_its_table() {
    let (document, names) = copied(NETWORK, "a").unwrap();
    assert_eq!(names, ["a2".into()]);
    assert_eq!(
        property(&document, "a2", "CidrBlock"),
        Some("10.0.0.64/26".into())
    );
    assert_eq!(
        property(&document, "a2", "VpcId"),
        Some(Value::reference("main"))
    );
    assert_eq!(
        property(&document, "web2", "SubnetId"),
        Some(Value::reference("a2"))
    );
    assert_eq!(
        property(&document, "web2", "SecurityGroupIds.0"),
        Some(Value::reference("open"))
    );
    assert_eq!(
        property(&document, "one2", "SubnetId"),
        Some(Value::reference("a2"))
    );
    assert_eq!(
        property(&document, "one2", "RouteTableId"),
        Some(Value::reference("table"))
    );
}

#[test]
fn the_copy_lies_beside_its_original() {
    let (document, _) = copied(NETWORK, "a").unwrap();
    let corner = |id: &str| {
        document
            .layout
            .frames
            .get(id)
            .map(|frame| (frame.x, frame.y))
    };
    assert_eq!(corner("a2"), Some((32.0, 32.0)));
    assert_eq!(corner("web2"), Some((8.0, 8.0)));
}

#[test]
fn a_vpc_is_copied_whole() {
    let (document, _) = copied(NETWORK, "main").unwrap();
    assert_eq!(document.template.resources.len(), 12);
    assert_eq!(
        property(&document, "a2", "CidrBlock"),
        Some("10.0.0.0/26".into())
    );
    assert_eq!(
        property(&document, "web2", "SecurityGroupIds.0"),
        Some(Value::reference("open2"))
    );
    assert_eq!(
        property(&document, "main2", "Tags.0.Value"),
        Some("net copy".into())
    );
}

#[test]
fn a_subnet_without_room_beside_it_is_not_copied() {
    let full = NETWORK.replace("10.0.0.0/26", "10.0.0.0/24");
    assert_eq!(
        copied(&full, "a").unwrap_err(),
        "main has no room for another subnet: give it a further CIDR block, or make one of its subnets smaller."
    );
    let none = duplicate(&design(NETWORK), &[]).unwrap_err();
    assert_eq!(
        none.to_string(),
        "Nothing is selected: select what is to be copied."
    );
}
