//! What the shipped samples show: nothing, or exactly the mistakes that they
//! are for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::examples::unmended;
use crate::analysis::analyze;
use crate::document::{Document, Session, open};
use crate::schema::everything;
use crate::template::Value;

pub(super) fn sample(name: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/samples");
    let text = fs::read_to_string(folder.join(name)).unwrap();
    open(&text).unwrap().document
}

/// What is found: the word of the severity, the rule and the resource.
fn shown(document: &Document) -> Vec<String> {
    let findings = analyze(document, everything()).findings;
    let lines = findings.iter().map(|it| {
        format!(
            "{} {} {}: {}",
            it.severity, it.rule.id, it.resource, it.message
        )
    });
    lines.collect()
}

#[test]
fn samples_that_are_right_show_nothing() {
    for name in [
        "web-service-lab-mended.json",
        "one-public-subnet.json",
        "public-and-private-with-nat.json",
        "public-and-private-with-vpn.json",
        "private-only-with-vpn.json",
        "three-tiers-two-zones.json",
        "aurora-cache-files.yaml",
        "data-platform.json",
        "storage-and-backup.json",
    ] {
        assert_eq!(shown(&sample(name)), [""; 0], "{name}");
    }
}

#[test]
fn the_lab_as_written_shows_the_zones_of_its_load_balancer() {
    let document = sample("web-service-lab-as-written.json");
    assert_eq!(
        shown(&document),
        [
            "error load-balancer-zones WebLoadBalancer: WebLoadBalancer is in one subnet, ElbSubnet: an Application Load Balancer needs subnets in two zones."
        ]
    );
    assert_eq!(unmended(&document, |_| true), [""; 0]);
}

#[test]
fn every_mistake_of_the_broken_sample_is_found_and_can_be_mended() {
    let document = sample("broken-on-purpose.json");
    let resources = document.template.resources.iter();
    let mistakes: BTreeSet<String> = resources
        .filter(|(_, resource)| {
            let metadata = resource.attribute("Metadata").and_then(Value::as_map);
            metadata.is_some_and(|it| it.contains_key("Mistake"))
        })
        .map(|(id, _)| id.to_string())
        .collect();
    assert!(mistakes.len() >= 12);
    let findings = analyze(&document, everything()).findings;
    for id in &mistakes {
        let mended = findings
            .iter()
            .filter(|it| it.resource.as_str() == id)
            .any(|it| !super::fixes(&document, everything(), it).is_empty());
        assert!(mended, "{id}");
    }
    assert_eq!(unmended(&document, |_| true), [""; 0]);
}

#[test]
fn pressing_the_first_fix_of_everything_leaves_nothing() {
    for name in ["web-service-lab-as-written.json", "broken-on-purpose.json"] {
        let mut session = Session::new(sample(name));
        for _ in 0..30 {
            let document = session.document();
            let mut findings = analyze(document, everything()).findings.into_iter();
            let next = findings
                .find_map(|it| super::fixes(document, everything(), &it).into_iter().next());
            let Some(fix) = next else { break };
            session.commit(fix.change).unwrap();
        }
        assert_eq!(shown(session.document()), [""; 0], "{name}");
    }
}
