//! The samples open, show, and read well.

use drawbridge_tests::journey::journey;

#[test]
fn every_sample_opens() {
    journey("every_sample_opens", async |page| {
        page.sample("Three tiers").await?;
        println!("{}", page.count().await?);
        for name in page.names().await? { println!("{name}"); }
        Ok(())
    });
}
