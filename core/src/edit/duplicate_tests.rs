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
    // 24 to the right and down would cover something: the nearest free place.
    assert_eq!(corner("a2"), Some((152.0, 88.0)));
    let frames = &document.layout.frames;
    let copy = frames["a2"];
    let others = frames
        .iter()
        .filter(|(id, _)| ["a", "table", "open"].contains(&id.as_str()));
    for (id, frame) in others {
        assert!(!frame.intersects(copy), "{id} {frame:?} {copy:?}");
    }
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

#[test]
fn a_copy_covers_nothing() {
    let document = design(NETWORK);
    for id in ["main", "a", "web", "open", "table"] {
        let (change, _) = duplicate(&document, &[id.into()]).unwrap();
        let mut session = Session::new(document.clone());
        session.commit(change).unwrap();
        let diagram = project(session.document());
        let nodes: Vec<_> = diagram.nodes.values().collect();
        for (index, one) in nodes.iter().enumerate() {
            let mut others = nodes.iter().skip(index + 1);
            let covered =
                others.find(|it| it.parent == one.parent && it.frame.intersects(one.frame));
            assert_eq!(covered.map(|it| &it.id), None, "{id}: {}", one.id);
        }
    }
}

#[test]
fn a_copy_takes_no_name_and_no_address_that_is_taken() {
    let text = "vpc main CidrBlock=10.0.0.0/24
  subnet a CidrBlock=10.0.0.0/26
    instance web PrivateIpAddress=10.0.0.9
    nat nat AllocationId=@address.AllocationId
  targetgroup apps Name=apps Port=80
eip address
igw igw
  attachment joins VpcId=@main
";
    let (document, _) = copied(text, "web").unwrap();
    assert_eq!(property(&document, "web2", "PrivateIpAddress"), None);
    let (document, _) = copied(text, "apps").unwrap();
    assert_eq!(property(&document, "apps2", "Name"), None);
    let (document, _) = copied(text, "nat").unwrap();
    let own = Value::attribute("address2", "AllocationId");
    assert_eq!(property(&document, "nat2", "AllocationId"), Some(own));
    let (document, _) = copied(text, "main").unwrap();
    let own = Value::reference("igw2");
    assert_eq!(
        property(&document, "joins2", "InternetGatewayId"),
        Some(own)
    );
    assert_eq!(
        property(&document, "web2", "PrivateIpAddress"),
        Some("10.0.0.9".into())
    );
    assert_eq!(
        copied(text, "joins").unwrap_err(),
        "joins joins two resources already: connect others instead."
    );
}
