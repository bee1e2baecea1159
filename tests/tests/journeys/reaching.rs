//! Who reaches whom: the Internet does not reach the database, and the answer
//! says why.

use drawbridge_tests::journey::journey;

#[test]
fn the_internet_does_not_reach_the_database_and_the_reason_is_told() {
    journey("the_internet_does_not_reach_the_database", async |page| {
        page.sample("Three tiers").await?;
        page.press("tab", "Reach").await?;
        page.fill("combobox", "From", "The Internet").await?;
        page.fill("combobox", "To", "Database").await?;
        page.fill("combobox", "Port", "5432").await?;
        let answer = page
            .until("the answer is about the database", async || {
                let answer = page.text_of("region", "Answer").await?;
                Ok((answer.contains("Database") && answer.contains("5432")).then_some(answer))
            })
            .await?;
        assert!(
            answer.contains("The Internet does not reach Database on tcp 5432."),
            "{answer}"
        );
        assert!(
            answer.contains("Database has no public address"),
            "{answer}"
        );
        assert!(
            answer.contains("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS"),
            "{answer}"
        );

        // Those who may, do.
        page.fill("combobox", "From", "AppServerA").await?;
        page.until("the application reaches the database", async || {
            let answer = page.text_of("region", "Answer").await?;
            Ok(answer
                .contains("AppServerA reaches Database on tcp 5432")
                .then_some(()))
        })
        .await
    });
}
