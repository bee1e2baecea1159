//! How long the app takes to open a template of 500 resources, from the choice
//! of the file to the painted picture: `./dev bench app`.

#![expect(clippy::print_stdout, reason = "what was measured is what it is for")]

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::visit;
use drawbridge_tests::large;
use drawbridge_tests::page::Page;
use serde_json::{Map, json};

/// How often it is opened.
const RUNS: usize = 9;

fn main() -> Outcome {
    let template = large::template();
    let count = template["Resources"].as_object().map_or(0, Map::len);
    let text = serde_json::to_string_pretty(&template)?;
    visit("opening", async move |page| {
        let mut times = Vec::new();
        for _ in 0..RUNS {
            times.push(opening(page, &text, "V4I81").await?);
            opening(page, r#"{"Resources": {}}"#, "").await?;
        }
        times.sort_by(f64::total_cmp);
        let shown: Vec<String> = times.iter().map(|time| format!("{time:.0}")).collect();
        println!(
            "opening {count} resources, in ms, sorted: {}",
            shown.join(" ")
        );
        Ok(())
    })
}

async fn opening(page: &Page, text: &str, last: &str) -> Outcome<f64> {
    let arguments = vec![json!(text), json!(last)];
    let script = include_str!("opening.js");
    Ok(page
        .driver
        .execute_async(script, arguments)
        .await?
        .convert()?)
}
