//! A design goes to somebody else in a link, and nobody loses one by it.

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::journey;
use drawbridge_tests::page::Page;
use serde_json::json;

#[test]
fn a_link_carries_the_design_and_asks_before_it_takes_the_place_of_another() {
    journey("a_link_carries_the_design", async |page| {
        page.sample("One public subnet").await?;
        let names = page.names().await?;
        let link = copied_link(page).await?;

        // Put into the address of a page that shows another design.
        page.sample("Three tiers").await?;
        let others = page.names().await?;
        page.driver.goto(&link).await?;
        page.find("dialog", "Open the design of the link?").await?;
        page.press("button", "Keep this one").await?;
        page.is_gone("dialog", "Open the design of the link?")
            .await?;
        assert_eq!(page.names().await?, others);
        page.driver.goto(&link).await?;
        page.press("button", "Open the link's").await?;
        page.until("the design of the link shows", async || {
            Ok((page.names().await? == names).then_some(()))
        })
        .await?;

        // Nothing is left in the address, and the design is kept as any other.
        assert_eq!(
            page.read::<String>("return location.hash", vec![]).await?,
            ""
        );
        page.reload().await?;
        assert_eq!(page.names().await?, names);

        // A link that was cut off says so, and the design stays.
        let (half, _) = link.split_at(link.len() / 2);
        page.driver.goto(half).await?;
        page.hears("The link is damaged or was cut off on its way*")
            .await?;
        assert_eq!(page.names().await?, names);
        Ok(())
    });
}

#[test]
fn the_app_opens_with_the_design_of_a_link() {
    journey("the_app_opens_with_the_design_of_a_link", async |page| {
        page.sample("One public subnet").await?;
        let names = page.names().await?;
        let link = copied_link(page).await?;
        page.press("button", "Design").await?;
        page.press("menuitem", "New design*").await?;
        page.press("button", "Start anew").await?;
        page.until("the drawing is empty", async || {
            Ok((page.count().await? == 0).then_some(()))
        })
        .await?;
        page.driver.goto("about:blank").await?;
        page.driver.goto(&link).await?;
        page.until("the design of the link shows", async || {
            Ok((page.names().await? == names).then_some(()))
        })
        .await?;
        assert_eq!(
            page.read::<String>("return location.hash", vec![]).await?,
            ""
        );
        Ok(())
    });
}

/// Copies a link and gives it from the clipboard.
async fn copied_link(page: &Page) -> Outcome<String> {
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.devtools("Browser.grantPermissions", permissions)
        .await?;
    page.press("button", "Design").await?;
    page.press("menuitem", "Copy link*").await?;
    page.hears("A link to the design is on the clipboard.*")
        .await?;
    let link: String = page
        .read("return navigator.clipboard.readText()", vec![])
        .await?;
    assert!(link.contains("#1.") && link.starts_with("http"), "{link}");
    Ok(link)
}
