//! Moves within, into and out of containers.

use super::*;
use crate::document::Session;
use crate::fixture::design;

const NETWORK: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet a AvailabilityZone=us-east-1a
    instance web
  subnet b AvailabilityZone=us-east-1b
  sg open
vpc other CidrBlock=10.1.0.0/16
lb front Subnets=[@a]
";

/// Every resource at a place of its own.
fn drawn(text: &str) -> Document {
    let document = design(text);
    let mut draft = Draft::new(&document);
    for (id, x, y) in [
        ("main", 100.0, 100.0),
        ("other", 1000.0, 100.0),
        ("a", 20.0, 50.0),
        ("b", 320.0, 50.0),
        ("web", 10.0, 30.0),
        ("open", 10.0, 210.0),
        ("front", 200.0, 200.0),
    ] {
        draft.set_frame(&id.into(), Rect::new(x, y, 50.0, 40.0));
    }
    let change = draft.into_change(Message::new("x"));
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    session.document().clone()
}

/// Where a resource is seen, from the corner of the whole picture.
fn seen(document: &Document, id: &str) -> (f64, f64) {
    let frame = project(document).absolute(&id.into()).unwrap();
    (frame.x, frame.y)
}

fn dropped(id: &str, container: &str, zone: Option<&str>) -> Result<(Document, Change), String> {
    let document = drawn(NETWORK);
    let into = Into {
        container: (!container.is_empty()).then(|| container.into()),
        zone: zone.map(ToOwned::to_owned),
    };
    let by = Vector::new(10.0, 0.0);
    let change = relocate(
        &document,
        &[id.into()],
        by,
        Some(&into),
        &project(&document),
    );
    let change = change.map_err(|it| it.to_string())?;
    let mut session = Session::new(document);
    session.commit(change.clone()).unwrap();
    Ok((session.document().clone(), change))
}

fn property(document: &Document, id: &str, name: &str) -> Option<Value> {
    let resource = document.template.resource(&id.into()).unwrap();
    resource.property(name).cloned()
}

#[test]
fn moving_within_the_container_writes_the_frame_alone() {
    let (document, change) = dropped("web", "a", None).unwrap();
    assert_eq!(change.touches.len(), 1);
    let frame = document.layout.frames.get("web").copied();
    assert_eq!(frame, Some(Rect::new(20.0, 30.0, 50.0, 40.0)));
}

#[test]
fn a_vpc_moves_with_all_that_is_in_it() {
    let document = drawn(NETWORK);
    let ids = ["main".into(), "web".into()];
    let change = relocate(
        &document,
        &ids,
        Vector::new(5.0, 5.0),
        None,
        &project(&document),
    )
    .unwrap();
    assert_eq!(change.touches.len(), 1);
    assert_eq!(change.title.to_string(), "Move main");
    // Where it is dropped does not matter: it lives in nothing.
    let (document, _) = dropped("main", "other", None).unwrap();
    let frame = document.layout.frames.get("main").copied();
    assert_eq!(frame, Some(Rect::new(110.0, 100.0, 50.0, 40.0)));
}

#[test]
fn another_container_becomes_the_home() {
    let (document, change) = dropped("web", "b", None).unwrap();
    assert_eq!(
        property(&document, "web", "SubnetId"),
        Some(Value::reference("b"))
    );
    let (x, y) = seen(&drawn(NETWORK), "web");
    assert_eq!(seen(&document, "web"), (x + 10.0, y));
    assert_eq!(change.title.to_string(), "Move web to b");
    let (document, _) = dropped("open", "b", None).unwrap();
    assert_eq!(
        property(&document, "open", "VpcId"),
        Some(Value::reference("main"))
    );
    let frame = document.layout.frames.get("open").copied();
    assert_eq!(frame.map(|frame| frame.x), Some(20.0));
}

#[test]
fn a_subnet_that_leaves_its_vpc_says_so() {
    let (document, change) = dropped("a", "other", None).unwrap();
    assert_eq!(
        property(&document, "a", "VpcId"),
        Some(Value::reference("other"))
    );
    assert_eq!(
        change.title.to_string(),
        "Move a to other, out of reach of what is in main"
    );
}

#[test]
fn another_lane_becomes_the_zone() {
    let (document, _) = dropped("a", "main", Some("us-east-1b")).unwrap();
    let zone = property(&document, "a", "AvailabilityZone");
    assert_eq!(zone, Some("us-east-1b".into()));
    let (_, change) = dropped("a", "main", Some("us-east-1a")).unwrap();
    assert_eq!(change.touches.len(), 1);
}

#[test]
fn a_home_inside_a_list_is_written_where_it_stands() {
    let text = NETWORK.replace("    instance web\n", "")
        + "instance web NetworkInterfaces=[{DeviceIndex=0, SubnetId=@a}]\n";
    let document = drawn(&text);
    let into = Into {
        container: Some("b".into()),
        zone: None,
    };
    let change = relocate(
        &document,
        &["web".into()],
        Vector::ZERO,
        Some(&into),
        &project(&document),
    )
    .unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    let web = session.document().template.resource(&"web".into()).unwrap();
    let path = "NetworkInterfaces.0.SubnetId".into();
    assert_eq!(web.get(&path), Some(&Value::reference("b")));
    assert_eq!(web.property("SubnetId"), None);
}

#[test]
fn what_does_not_live_there_is_refused() {
    assert_eq!(
        dropped("web", "main", None).unwrap_err(),
        "An EC2 instance lives in a subnet: drop it on one."
    );
    assert_eq!(
        dropped("a", "", None).unwrap_err(),
        "A subnet lives in a VPC: drop it on one."
    );
    assert_eq!(
        dropped("front", "other", None).unwrap_err(),
        "front stands in main because of its subnet: connect it to another to move it."
    );
    assert!(dropped("front", "b", None).is_ok());
}
