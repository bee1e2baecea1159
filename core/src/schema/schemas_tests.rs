//! What is read of the data, and what broken data do.

use super::*;
use crate::schema::{Decimal, Target};
use crate::template::PropertyPath;
use drawbridge_schema::{CURATED, FURTHER, KINDS};

#[test]
fn the_data_of_every_type_are_read() {
    let schemas = Schemas::read(&[CURATED, FURTHER]);
    let names: Vec<&str> = KINDS.lines().collect();
    assert!(names.len() >= 1854, "{}", names.len());
    assert_eq!(schemas.kinds().count(), names.len());
    for name in names {
        let schema = schemas.get(name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(schema.kind, name);
        for path in schema.whole.properties.keys() {
            let path = PropertyPath::root().key(path);
            let shape = schema.shape_at(&path).unwrap();
            assert!(shape.same.is_none(), "{name} {path}");
        }
        for required in &schema.whole.required {
            assert!(schema.whole.properties.contains_key(required), "{name}");
        }
    }
}

#[test]
fn every_kind_of_the_catalogue_is_in_the_data_that_come_first() {
    let curated = Schemas::read(&[CURATED]);
    let entries = crate::catalogue::ENTRIES.iter();
    let missing = entries.filter(|entry| !curated.knows(entry.kind));
    let missing: Vec<&str> = missing.map(|entry| entry.kind).collect();
    assert!(missing.is_empty(), "run ./dev schema: {missing:?}");
}

#[test]
fn a_shape_is_found_by_its_path() {
    let schemas = Schemas::read(&[CURATED]);
    let group = schemas.get("AWS::EC2::SecurityGroup").unwrap();
    let port = group.shape_at(&"SecurityGroupIngress.0.FromPort".into());
    let port = port.unwrap();
    assert_eq!(port.range.least, Decimal::read("-1"));
    assert!(port.types.has_integer() && !port.types.has_text());
    let branch: PropertyPath = "SecurityGroupIngress.Fn::If.1.0.FromPort".into();
    assert_eq!(group.shape_at(&branch), Some(port));
    assert_eq!(
        group.shape_at(&"SecurityGroupIngress.0.Nothing".into()),
        None
    );
    assert!(group.is_read_only(&"GroupId".into()));
    assert!(group.is_create_only(&"VpcId".into()));
    assert!(!group.is_read_only(&"GroupName".into()));
}

#[test]
fn attributes_and_targets_are_known() {
    let schemas = Schemas::read(&[CURATED]);
    let database = schemas.get("AWS::RDS::DBInstance").unwrap();
    assert!(database.has_attribute("Endpoint.Address"));
    assert!(!database.has_attribute("Endpoints"));
    assert!(database.attributes().contains(&"Endpoint.Port".to_owned()));
    let target = |kind: &str, attribute: &str| Target {
        kind: kind.to_owned(),
        attribute: attribute.to_owned(),
    };
    let subnet = schemas.get("AWS::EC2::Subnet").unwrap();
    assert_eq!(
        subnet.targets(&"VpcId".into()),
        [
            target("AWS::EC2::VPC", "Id"),
            target("AWS::EC2::VPC", "Ref")
        ]
    );
}

#[test]
fn a_form_shows_what_is_required_first() {
    let schemas = Schemas::read(&[CURATED]);
    let subnet = schemas.get("AWS::EC2::Subnet").unwrap();
    let first = subnet.whole.fields().next().map(|(name, _)| name);
    assert_eq!(first, Some("VpcId"));
    assert_eq!(subnet.whole.fields().count(), subnet.whole.properties.len());
}

#[test]
fn nothing_is_known_by_default_and_a_broken_line_is_no_type() {
    let none = Schemas::default();
    assert!(none.is_empty() && none.get("AWS::EC2::VPC").is_none());
    assert_eq!(none.is_type("AWS::EC2::VPC"), None);
    let deep = format!("\"D\":{{\"p\":{}{}}}", "[".repeat(9000), "]".repeat(9000));
    let texts = [
        "{",
        "\"A\":{\"p\":",
        "\"B\":{\"p\":5}",
        "\"C\":{x}",
        &deep,
        "\"\":",
        "é",
    ];
    let broken = Schemas::read(&[&texts.join("\n")]);
    let kinds: Vec<&str> = broken.kinds().collect();
    assert_eq!(kinds, ["B", "C", "D"]);
    assert!(
        broken
            .get("B")
            .is_some_and(|it| it.whole.properties.is_empty())
    );
    assert_eq!((broken.get("C"), broken.get("D")), (None, None));
}

#[test]
fn shapes_that_are_the_same_in_a_circle_end() {
    let text = "\"A\":{\"p\":{\"X\":\"#Y\",\"Z\":\"@Z\"},\"D\":{\"Y\":\"#Y\"}}";
    let schema = Schemas::read(&[text]).get("A").unwrap();
    assert!(schema.shape_at(&"X.Deep".into()).is_none());
    assert!(schema.shape_at(&"Z".into()).is_some());
}

#[test]
fn names_alone_tell_what_is_a_type() {
    let schemas = Schemas::default().with_names("AWS::EC2::VPC\nAWS::EC2::Subnet\n");
    assert_eq!(schemas.is_type("AWS::EC2::Subnet"), Some(true));
    assert_eq!(schemas.is_type("AWS::EC2::Subnets"), Some(false));
    assert_eq!(schemas.similar_kind("AWS::EC2::Vpc"), Some("AWS::EC2::VPC"));
    assert!(!schemas.knows("AWS::EC2::VPC"));
}

#[test]
fn clones_share_what_was_parsed() {
    let schemas = Schemas::read(&[CURATED]);
    let clone = schemas.clone().with("\"AWS::X::Y\":{\"p\":{}}");
    let first = schemas.get("AWS::EC2::VPC").unwrap();
    assert!(Arc::ptr_eq(&first, &clone.get("AWS::EC2::VPC").unwrap()));
    assert!(clone.knows("AWS::X::Y") && !schemas.knows("AWS::X::Y"));
}

/// Whether a property may be written: it is in the schema, or in a mapping
/// that takes any.
fn is_writable(schema: &Schema, property: &str) -> bool {
    let path = PropertyPath::from(property.replace('*', "0").as_str());
    let is_there = schema.shape_at(&path).is_some() && !schema.is_read_only(&path);
    let mut outer = property.rsplit_once('.');
    while let Some((parent, _)) = outer {
        let path = PropertyPath::from(parent.replace('*', "0").as_str());
        let shape = schema.shape_at(&path);
        if shape.is_some_and(|it| it.types.has_object() && it.takes_any_property()) {
            return true;
        }
        outer = parent.rsplit_once('.');
    }
    is_there
}

#[test]
fn the_catalogue_names_only_properties_and_attributes_that_are_there() {
    let schemas = Schemas::read(&[CURATED]);
    let mut wrong = Vec::new();
    for entry in crate::catalogue::ENTRIES {
        let schema = schemas.get(entry.kind).unwrap();
        let fields = entry.fields.iter().map(|it| it.property);
        let homes = entry.homes.iter().map(|it| it.property);
        let links = entry.links.iter().map(|it| it.property);
        let unknown = fields.chain(homes).chain(links);
        let unknown = unknown.filter(|it| !is_writable(&schema, it));
        wrong.extend(unknown.map(|it| format!("{}: no property {it}", entry.kind)));
        let unknown = entry.attributes.iter();
        let unknown = unknown.filter(|it| !schema.has_attribute(it));
        wrong.extend(unknown.map(|it| format!("{}: no attribute {it}", entry.kind)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_property_of_a_wrong_name_is_not_writable() {
    let schemas = Schemas::read(&[CURATED]);
    let vpc = schemas.get("AWS::EC2::VPC").unwrap();
    assert!(is_writable(&vpc, "Tags.*.Key") && !is_writable(&vpc, "Tags.*.Name"));
    assert!(!is_writable(&vpc, "VpcId") && !is_writable(&vpc, "Cidr"));
}
