//! Every kind that takes part in networking, with values at every place that
//! should not be there: the survey and the network are made of it all the
//! same. Says nothing of what is found.

use std::sync::Arc;

use drawbridge_core::document::Document;
use drawbridge_core::fixture;
use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::template::{LogicalId, PropertyPath, Value, value_of_json};

/// Values that stand where they should not. `self` is the resource itself.
const ODD: [&str; 14] = [
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "-1",
    "9223372036854775807",
    "\"::/0\"",
    "\"255.255.255.255/0\"",
    "{\"Ref\": \"self\"}",
    "{\"Ref\": \"main\"}",
    "{\"Fn::GetAtt\": [\"main\", \"Ipv6CidrBlocks\"]}",
    "{\"Fn::If\": [\"Nothing\", [1], {\"Ref\": \"AWS::NoValue\"}]}",
    "[[{\"a\": [{}]}], {\"Fn::Select\": [0, {\"Fn::GetAtt\": [\"self\", \"Ipv6CidrBlock\"]}]}]",
];

const DESIGN: &str = include_str!("networks.txt");

/// The ways to every value inside of a value.
fn places(value: &Value, at: &PropertyPath, found: &mut Vec<PropertyPath>) {
    match value {
        Value::List(list) => {
            for (index, inside) in list.iter().enumerate() {
                found.push(at.index(index));
                places(inside, &at.index(index), found);
            }
        }
        Value::Map(map) => {
            for (key, inside) in map {
                found.push(at.key(key));
                places(inside, &at.key(key), found);
            }
        }
        _ => {}
    }
}

fn survey_it(document: &Document) {
    let survey = Survey::of(document);
    for instance in survey.instances.values() {
        for interface in instance.interfaces() {
            let _ = survey.interface_gets_public_ip(interface);
            let _ = survey.ipv6_addresses(interface);
        }
    }
    let _ = Lowered::of(&survey);
}

#[test]
fn the_design_has_every_kind_that_the_survey_reads() {
    let document = fixture::design(DESIGN);
    let survey = Survey::of(&document);
    let filled = [
        ("interfaces", survey.interfaces.is_empty()),
        ("attachments", survey.interface_attachments.is_empty()),
        ("fleets", survey.fleets.is_empty()),
        ("hosts", survey.hosts.is_empty()),
        ("classic balancers", survey.classic_balancers.is_empty()),
        ("clusters", survey.clusters.is_empty()),
        ("peerings", survey.peerings.is_empty()),
        ("transit gateways", survey.transit_gateways.is_empty()),
        ("transit attachments", survey.transit_attachments.is_empty()),
        ("transit tables", survey.transit_tables.is_empty()),
        ("transit routes", survey.transit_routes.is_empty()),
        (
            "transit associations",
            survey.transit_associations.is_empty(),
        ),
        (
            "transit propagations",
            survey.transit_propagations.is_empty(),
        ),
        ("connections", survey.vpn_connections.is_empty()),
        ("customer gateways", survey.customer_gateways.is_empty()),
        ("site blocks", survey.site_blocks.is_empty()),
        ("direct connects", survey.direct_connects.is_empty()),
        ("endpoints", survey.endpoints.is_empty()),
        ("endpoint services", survey.endpoint_services.is_empty()),
        ("prefix lists", survey.prefix_lists.is_empty()),
        ("distributions", survey.distributions.is_empty()),
        ("VPC origins", survey.vpc_origins.is_empty()),
        ("APIs", survey.apis.is_empty()),
        ("VPC links", survey.vpc_links.is_empty()),
        ("edge tables", survey.edge_associations.is_empty()),
        ("egress-only", survey.egress_only_gateways.is_empty()),
        ("blocks", survey.public_access_blocks.is_empty()),
        ("exclusions", survey.public_access_exclusions.is_empty()),
    ];
    let missing: Vec<&str> = filled.iter().filter(|it| it.1).map(|it| it.0).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn odd_values_at_every_place_of_every_kind_break_nothing() {
    let document = fixture::design(DESIGN);
    let mut turn = 0;
    for (id, resource) in &document.template.resources {
        let mut found = Vec::new();
        let properties = resource.attribute("Properties").cloned();
        places(
            &properties.unwrap_or(Value::Null),
            &PropertyPath::root(),
            &mut found,
        );
        for place in found {
            // Two at each place: over the design, each stands everywhere.
            for _ in 0..2 {
                turn += 1;
                let odd = ODD[turn % ODD.len()].replace("self", id.as_str());
                let mut changed = document.clone();
                let mut resource = (**resource).clone();
                resource.set(&place, value_of_json(&odd).unwrap());
                let id: LogicalId = id.clone();
                changed.template.resources.insert(id, Arc::new(resource));
                survey_it(&changed);
            }
        }
    }
}
