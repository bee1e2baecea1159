//! Everything by keys alone.

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::journey;
use drawbridge_tests::page::Page;
use thirtyfour::Key;

#[test]
fn a_network_is_drawn_and_changed_by_keys() {
    journey("a_network_is_drawn_and_changed_by_keys", async |page| {
        place_by_keys(page, "vpc", "VPC").await?;
        page.node("VPC *").await?;
        place_by_keys(page, "subnet", "Subnet").await?;
        page.node("Subnet *").await?;

        // Tab leads from the palette to the drawing.
        tab_to(page, "Network drawing").await?;
        let start = page.frame("Subnet *").await?;
        page.keys(&[], Key::Right).await?;
        page.until("an arrow key moves the subnet by 8", async || {
            Ok(((page.frame("Subnet *").await?.x - start.x - 8.0).abs() < 0.5).then_some(()))
        })
        .await?;
        page.keys(&[Key::Control], 'z').await?;
        page.until("the subnet is back", async || {
            Ok((page.frame("Subnet *").await? == start).then_some(()))
        })
        .await?;

        page.keys(&[Key::Control], 'd').await?;
        has_nodes(page, 3).await?;
        page.keys(&[], Key::Delete).await?;
        has_nodes(page, 2).await?;
        page.keys(&[Key::Control], 'z').await?;
        has_nodes(page, 3).await?;
        page.keys(&[Key::Shift], '1').await
    });
}

#[test]
fn the_sheet_of_shortcuts_opens_and_closes_by_keys() {
    journey(
        "the_sheet_of_shortcuts_opens_and_closes_by_keys",
        async |page| {
            page.keys(&[], '?').await?;
            page.find("dialog", "Keyboard shortcuts").await?;
            page.keys(&[], Key::Escape).await?;
            page.is_gone("dialog", "Keyboard shortcuts").await
        },
    );
}

#[test]
fn dark_stays_dark_over_a_reload() {
    journey("dark_stays_dark_over_a_reload", async |page| {
        let light = background(page).await?;
        page.press("button", "Light or dark").await?;
        page.until("the page is dark", async || {
            Ok((background(page).await? != light).then_some(()))
        })
        .await?;
        let dark = background(page).await?;
        page.reload().await?;
        assert_eq!(background(page).await?, dark);
        page.press("button", "Light or dark").await?;
        page.until("the page is light", async || {
            Ok((background(page).await? == light).then_some(()))
        })
        .await
    });
}

/// Searches for a kind and presses Enter on what is found.
async fn place_by_keys(page: &Page, text: &str, kind: &str) -> Outcome {
    tab_to(page, "Search for a kind").await?;
    page.keys(&[Key::Control], 'a').await?;
    for letter in text.chars() {
        page.keys(&[], letter).await?;
    }
    tab_to(page, kind).await?;
    page.keys(&[], Key::Enter).await
}

/// Presses Tab until what has the focus has a name.
async fn tab_to(page: &Page, name: &str) -> Outcome {
    for _ in 0..120 {
        let focused = page.driver.active_element().await?;
        if page.spoken(&focused, "computedlabel").await? == name {
            return Ok(());
        }
        page.keys(&[], Key::Tab).await?;
    }
    Err(format!("Tab does not lead to {name}.").into())
}

async fn has_nodes(page: &Page, count: usize) -> Outcome {
    page.until(&format!("there are {count} nodes"), async || {
        Ok((page.count().await? == count).then_some(()))
    })
    .await
}

async fn background(page: &Page) -> Outcome<String> {
    page.read(
        "return getComputedStyle(document.body).backgroundColor",
        vec![],
    )
    .await
}
