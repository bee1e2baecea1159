//! A reload loses nothing that was done, whatever the hand is at.

use drawbridge_tests::journey::journey;

#[test]
fn a_reload_loses_nothing() {
    journey("a_reload_loses_nothing", async |page| {
        let ground = page.ground().await?;
        page.place("VPC", ground.inside(180.0, 120.0)).await?;
        let vpc = page.frame("VPC *").await?;
        page.place("Subnet", vpc.middle()).await?;
        page.fill("textbox", "Logical ID", "Kept").await?;
        page.node("Subnet Kept*").await?;
        let names = page.names().await?;
        page.reload().await?;
        assert_eq!(page.names().await?, names);

        // In the middle of a drag, what was done before it is kept.
        let subnet = page.frame("Subnet Kept*").await?;
        page.hold(subnet.inside(60.0, 12.0), subnet.inside(160.0, 80.0))
            .await?;
        page.until("the subnet follows the pointer", async || {
            Ok((page.frame("Subnet Kept*").await? != subnet).then_some(()))
        })
        .await?;
        page.reload().await?;
        page.release().await?;
        assert_eq!(page.names().await?, names);

        // And nothing is left of the drag: the next one works.
        let subnet = page.frame("Subnet Kept*").await?;
        page.drag(subnet.inside(60.0, 12.0), subnet.inside(100.0, 52.0))
            .await?;
        let undo = page.find("button", "Undo: Move*").await?;

        // A page that is left in the very moment of a change keeps the change.
        let script = "window.isLeft = true; arguments[0].click(); location.reload();";
        page.driver.execute(script, vec![undo.to_json()?]).await?;
        let script =
            "return !window.isLeft && document.querySelector('[data-ready=true]') !== null";
        page.until("the page is there anew", async || {
            Ok(page.read::<bool>(script, vec![]).await?.then_some(()))
        })
        .await?;
        assert_eq!(page.frame("Subnet Kept*").await?, subnet);
        Ok(())
    });
}
