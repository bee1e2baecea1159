//! Dragging re-renders what is dragged and its arrows, and nothing else.

use std::collections::BTreeSet;

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::journey;
use drawbridge_tests::page::Page;

#[test]
fn dragging_a_box_renders_that_box_and_its_arrows_only() {
    journey(
        "dragging_a_box_renders_that_box_and_its_arrows_only",
        async |page| {
            page.sample("Three tiers").await?;
            let nat = page.frame("NAT gateway tiers-nat-a*").await?;
            page.click(nat.middle()).await?;
            page.find("button", "Connect *").await?;
            let own = page
                .node("NAT gateway tiers-nat-a*")
                .await?
                .attr("data-id")
                .await?
                .unwrap_or_default();
            watch(page).await?;
            page.hold(nat.middle(), nat.middle().offset(48.0, 16.0))
                .await?;
            let seen = watched(page).await?;
            assert!(
                seen.contains(&format!("node {own} transform")),
                "the box follows the pointer: {seen:?}"
            );
            let foreign: Vec<_> = seen
                .iter()
                .filter(|it| it.starts_with("node ") && !it.starts_with(&format!("node {own} ")))
                .chain(
                    seen.iter()
                        .filter(|it| it.starts_with("arrow ") && !it.contains(&own)),
                )
                .collect();
            assert!(
                foreign.is_empty(),
                "only {own} and its arrows are rendered: {foreign:?}"
            );
            page.release().await
        },
    );
}

#[test]
fn moving_a_vpc_writes_one_attribute() {
    journey("moving_a_vpc_writes_one_attribute", async |page| {
        page.sample("One public subnet").await?;
        let vpc = page.frame("VPC *").await?;
        page.click(vpc.inside(40.0, 10.0)).await?;
        page.find("button", "Connect *").await?;
        let own = page
            .node("VPC *")
            .await?
            .attr("data-id")
            .await?
            .unwrap_or_default();
        watch(page).await?;
        page.hold(vpc.inside(40.0, 10.0), vpc.inside(72.0, 42.0))
            .await?;
        let nodes: Vec<_> = watched(page)
            .await?
            .into_iter()
            .filter(|it| it.starts_with("node "))
            .collect();
        assert_eq!(nodes, [format!("node {own} transform")]);
        page.release().await
    });
}

/// Writes down from now on what changes in the drawing.
async fn watch(page: &Page) -> Outcome {
    page.driver
        .execute(include_str!("watch.js"), vec![])
        .await?;
    Ok(())
}

/// What changed since, each thing once.
async fn watched(page: &Page) -> Outcome<BTreeSet<String>> {
    page.read(
        "window.drawingWatch.flush(); return [...window.drawingWatch.seen]",
        vec![],
    )
    .await
}
