//! Two subnets overlap: found, explained, mended, undone, redone.

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::journey;
use drawbridge_tests::page::Page;
use thirtyfour::Key;

/// The row of the finding.
const ROW: &str = "error: *10.0.0.0/25*";

#[test]
fn an_overlap_is_found_mended_undone_and_redone() {
    journey(
        "an_overlap_is_found_mended_undone_and_redone",
        async |page| {
            let ground = page.ground().await?;
            page.place("VPC", ground.inside(180.0, 120.0)).await?;
            page.step_back().await?;
            let vpc = page.frame("VPC *").await?;
            page.place("Subnet", vpc.inside(20.0, 60.0)).await?;
            page.fill("textbox", "Logical ID", "First").await?;
            page.step_back().await?;
            let vpc = page.frame("VPC *").await?;
            page.place("Subnet", vpc.inside(vpc.width - 20.0, vpc.height - 12.0))
                .await?;
            page.fill("textbox", "Logical ID", "Second").await?;
            page.is_gone("group", ROW).await?;
            page.fill("textbox", "IPv4 CIDR block", "10.0.0.0/25")
                .await?;
            overlap_shows(page).await?;
            let before = page.names().await?;
            let row = ("group", ROW);
            page.press_in(row, "button", "Why?").await?;
            page.find("link", "What AWS says*").await?;
            page.press_in(row, "button", "Move Second to 10.0.1.0/25")
                .await?;
            page.is_gone("group", ROW).await?;
            let after = page.names().await?;
            assert_ne!(before, after);
            page.keys(&[Key::Control], 'z').await?;
            overlap_shows(page).await?;
            page.until("the names are as before", async || {
                Ok((page.names().await? == before).then_some(()))
            })
            .await?;
            page.keys(&[Key::Control, Key::Shift], 'z').await?;
            page.is_gone("group", ROW).await?;
            page.until("the names are as after", async || {
                Ok((page.names().await? == after).then_some(()))
            })
            .await
        },
    );
}

/// On the canvas and in the list.
async fn overlap_shows(page: &Page) -> Outcome {
    page.node("Subnet *, 1 problem").await?;
    page.find("group", ROW).await?;
    Ok(())
}
