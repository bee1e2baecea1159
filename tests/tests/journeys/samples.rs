//! The samples open, show whole, and are as free of problems as they say.

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::{built, journey};
use drawbridge_tests::page::Page;
use serde::Deserialize;
use serde_json::json;

/// A sample as the list of samples tells of it.
#[derive(Deserialize)]
struct Sample {
    title: String,
    findings: bool,
}

#[test]
fn every_sample_opens_and_shows_whole() {
    journey("every_sample_opens_and_shows_whole", async |page| {
        let list = std::fs::read_to_string(built().join("samples/index.json"))?;
        let samples: Vec<Sample> = serde_json::from_str(&list)?;
        assert!(samples.len() >= 8, "all samples are listed");
        let mut wrong = Vec::new();
        for sample in samples {
            page.sample(&sample.title).await?;
            let found = page
                .read::<Vec<String>>(include_str!("whole.js"), vec![json!(null)])
                .await?;
            wrong.extend(
                found
                    .into_iter()
                    .map(|it| format!("{}: {it}", sample.title)),
            );
            has_problems(page, &sample).await?;
            page.has_no_errors().await?;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    });
}

/// The tab counts errors and warnings.
async fn has_problems(page: &Page, sample: &Sample) -> Outcome {
    let title = &sample.title;
    let what = format!("{title} has problems: {}", sample.findings);
    page.until(&what, async || {
        let nodes = page.names().await?;
        let are_marked = nodes.iter().any(|name| name.contains("problem"));
        let tab = page.text_of("tab", "Problems*").await?;
        let is_counted = tab
            .chars()
            .any(|letter| letter.is_ascii_digit() && letter != '0');
        Ok((are_marked == sample.findings && is_counted == sample.findings).then_some(()))
    })
    .await
}
