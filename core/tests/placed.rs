//! Every kind of the catalogue as it comes from the palette: placed where it
//! may stand, with what it needs around it, it misses nothing, is drawn, and
//! survives being written and read. `./dev conform` has the templates looked
//! at by cfn-lint too: they are left where `DRAWBRIDGE_EXPORTS` says.

#![expect(
    clippy::unwrap_used,
    reason = "a kind that cannot be placed is a failed test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use drawbridge_core::analysis::analyze;
use drawbridge_core::catalogue::{ENTRIES, Entry, Owner, Role, Shape, entry};
use drawbridge_core::diagram::project;
use drawbridge_core::document::{Document, Session, export, open};
use drawbridge_core::edit::{Place, place};
use drawbridge_core::rules;
use drawbridge_core::schema::Schemas;
use drawbridge_core::template::LogicalId;
use drawbridge_schema::{CURATED, FURTHER, KINDS};

/// Two zones of any region, in which everything finds its subnets, and a VPC to join.
const SITE: &str = r#"{"Resources": {
  "Site": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
  "SubnetA": {"Type": "AWS::EC2::Subnet", "Properties": {
    "VpcId": {"Ref": "Site"}, "CidrBlock": "10.0.0.0/20",
    "AvailabilityZone": {"Fn::Select": [0, {"Fn::GetAZs": ""}]}}},
  "SubnetB": {"Type": "AWS::EC2::Subnet", "Properties": {
    "VpcId": {"Ref": "Site"}, "CidrBlock": "10.0.16.0/20",
    "AvailabilityZone": {"Fn::Select": [1, {"Fn::GetAZs": ""}]}}},
  "Other": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.1.0.0/16"}}
}}"#;

/// Adds a kind to a design with all that it must find there.
fn add(document: &Document, known: &Entry, depth: usize) -> (Document, LogicalId) {
    assert!(depth < 8, "{} needs itself", known.kind);
    let mut document = document.clone();
    let mut onto = Vec::new();
    for kind in needed(known) {
        let there = document
            .template
            .of_kind(kind)
            .next()
            .map(|(id, _)| id.clone());
        let id = there.unwrap_or_else(|| {
            let (more, id) = add(&document, entry(kind).unwrap(), depth + 1);
            document = more;
            id
        });
        onto.push(Some(id));
    }
    onto.push(None);
    onto.extend(["Site", "SubnetA"].map(|id| Some(LogicalId::new(id))));
    let mut refusals = Vec::new();
    for container in onto {
        let place_at = Place {
            container,
            ..Place::default()
        };
        match place(&document, known.kind, &place_at) {
            Ok((change, id)) => {
                let mut session = Session::new(document);
                session.commit(change).unwrap();
                return (session.document().clone(), id);
            }
            Err(refusal) => refusals.push(refusal.0.to_string()),
        }
    }
    panic!("{} is placed nowhere:\n{}", known.kind, refusals.join("\n"));
}

/// The kinds that must be there before: owners of rows, the ends of lines.
fn needed(known: &Entry) -> Vec<&'static str> {
    let is_route = matches!(known.role, Role::Route | Role::TransitGatewayRoute);
    if let (Shape::Row(owners), false) = (known.shape, is_route) {
        return owners
            .iter()
            .filter_map(|owner| match owner {
                Owner::Named { kind, .. } => Some(*kind),
                Owner::Naming { .. } => None,
            })
            .collect();
    }
    if let Some(ends) = &known.ends {
        return [ends.from, ends.to]
            .into_iter()
            .filter_map(|ends| ends.first().map(|end| end.kind))
            .collect();
    }
    Vec::new()
}

fn exports() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("DRAWBRIDGE_EXPORTS")?).join("kinds");
    fs::create_dir_all(&folder).unwrap();
    Some(folder)
}

#[test]
fn every_kind_can_be_placed_misses_nothing_and_survives_the_file() {
    let exports = exports();
    let site = open(SITE).unwrap().document;
    let schemas = Schemas::read(&[CURATED, FURTHER]).with_names(KINDS);
    let mut wrong = Vec::new();
    for known in ENTRIES {
        let (document, id) = add(&site, known, 0);
        let resource = document.template.resource(&id).unwrap();
        assert_eq!(resource.kind(), known.kind);
        for finding in analyze(&document, &schemas).findings {
            // Whether it is well wired is for whoever draws; that it is whole is not.
            if rules::subjects()[0].1.contains(&finding.rule) {
                wrong.push(format!("{}: {}", known.kind, finding.message));
            }
        }
        let diagram = project(&document);
        let is_drawn = diagram.nodes.contains_key(&id)
            || diagram
                .arrows
                .iter()
                .any(|arrow| arrow.resource.as_ref() == Some(&id))
            || diagram.nodes.values().any(|node| node.rows.contains(&id));
        assert!(is_drawn, "{} is not drawn", known.kind);
        let text = export(&document);
        let again = open(&text).unwrap().document;
        assert_eq!(again.template.resources, document.template.resources);
        assert_eq!(export(&again), text);
        if let Some(folder) = &exports {
            let name = known.kind.replace("::", "-");
            fs::write(folder.join(format!("{name}.json")), text).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_is_shown_by_a_sample() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../public/samples");
    let mut used = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.file_name().unwrap() == "index.json" {
            continue;
        }
        let document = open(&fs::read_to_string(path).unwrap()).unwrap().document;
        let kinds = document.template.resources.values();
        used.extend(kinds.map(|it| it.kind().as_str().to_owned()));
    }
    let unused = ENTRIES.iter().filter(|it| !used.contains(it.kind));
    let unused: Vec<&str> = unused.map(|it| it.kind).collect();
    assert!(unused.is_empty(), "{unused:?}");
}
