//! A drop that cannot be is refused before it happens, with the reason.

use drawbridge_tests::journey::journey;
use thirtyfour::Key;

#[test]
fn a_subnet_outside_of_a_vpc_is_refused_with_the_reason() {
    journey(
        "a_subnet_outside_of_a_vpc_is_refused_with_the_reason",
        async |page| {
            let ground = page.ground().await?;
            page.place("VPC", ground.inside(180.0, 120.0)).await?;
            page.node("VPC *").await?;
            let outside = ground.inside(60.0, ground.height - 60.0);
            page.hold(page.palette("Subnet").await?, outside).await?;
            let says = "return document.body.innerText.includes('A subnet lives in a VPC: drop it on one.')";
            page.until("the reason is beside the pointer", async || {
                Ok(page.read::<bool>(says, vec![]).await?.then_some(()))
            })
            .await?;
            page.release().await?;
            page.hears("A subnet lives in a VPC: drop it on one.*")
                .await?;
            assert_eq!(page.count().await?, 1);

            // Escape ends a drag and leaves no trace.
            let vpc = page.frame("VPC *").await?;
            page.hold(page.palette("Subnet").await?, vpc.middle())
                .await?;
            page.keys(&[], Key::Escape).await?;
            page.release().await?;
            assert_eq!(page.count().await?, 1);
            page.find("button", "Undo: *Vpc*").await?;
            Ok(())
        },
    );
}
