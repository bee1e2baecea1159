//! How long the page keeps a person waiting in a design of 500 resources: from a
//! question to its painted answer, and the longest time that nothing else could
//! happen while panels open and after edits: `./dev bench app`.

#![expect(clippy::print_stdout, reason = "what was measured is what it is for")]

use drawbridge_tests::Outcome;
use drawbridge_tests::hands::Spot;
use drawbridge_tests::journey::visit;
use drawbridge_tests::large;
use drawbridge_tests::page::Page;
use serde_json::json;
use thirtyfour::Key;

/// How often each thing is done.
const RUNS: usize = 5;

/// What is measured, with what came of each run in milliseconds.
#[derive(Default)]
struct Measured(Vec<(&'static str, Vec<f64>)>);

impl Measured {
    fn note(&mut self, what: &'static str, time: f64) {
        match self.0.iter_mut().find(|(it, _)| *it == what) {
            Some((_, times)) => times.push(time),
            None => self.0.push((what, vec![time])),
        }
    }
}

fn main() -> Outcome {
    let text = serde_json::to_string(&large::template())?;
    visit("frames", async move |page| {
        let mut measured = Measured::default();
        for _ in 0..RUNS {
            run(page, &text, &mut measured).await?;
        }
        println!("500 resources, in ms, sorted");
        for (what, mut times) in measured.0 {
            times.sort_by(f64::total_cmp);
            let shown: Vec<String> = times.iter().map(|time| format!("{time:.0}")).collect();
            println!("{what}: {}", shown.join(" "));
        }
        Ok(())
    })
}

async fn run(page: &Page, text: &str, measured: &mut Measured) -> Outcome {
    page.open().await?;
    page.paste(text).await?;
    page.until("all is drawn", async || {
        Ok((page.count().await? > 400).then_some(()))
    })
    .await?;
    // What opening began comes to its end.
    begin(page).await?;
    end(page).await?;

    measured.note("the longest wait at rest", {
        begin(page).await?;
        end(page).await?
    });
    for (what, tab) in [
        ("the longest wait while Reach opens", "reach"),
        ("the longest wait while the matrix opens", "matrix"),
    ] {
        begin(page).await?;
        show(page, tab).await?;
        measured.note(what, end(page).await?);
    }
    show(page, "reach").await?;
    begin(page).await?;
    end(page).await?;
    for protocol in ["udp", "all", "tcp"] {
        let script = include_str!("question.js");
        let arguments = vec![json!(protocol)];
        let time = page.driver.execute_async(script, arguments).await?;
        measured.note("from a question to its painted answer", time.convert()?);
    }
    begin(page).await?;
    page.keys(&[Key::Shift], 'e').await?;
    measured.note(
        "the longest wait while exposure is laid over",
        end(page).await?,
    );
    page.keys(&[Key::Shift], 'e').await?;

    for (tab, selecting, deleting, undoing) in [
        (
            "reach",
            "the longest wait when a node is selected, with Reach",
            "the longest wait after an edit, with Reach",
            "the longest wait after undo, with Reach",
        ),
        (
            "problems",
            "the longest wait when a node is selected, with Problems",
            "the longest wait after an edit, with Problems",
            "the longest wait after undo, with Problems",
        ),
    ] {
        show(page, tab).await?;
        let [x, y]: [f64; 2] = page.read(MIDDLE, vec![json!("V0I40")]).await?;
        begin(page).await?;
        page.click(Spot { x, y }).await?;
        measured.note(selecting, end(page).await?);
        begin(page).await?;
        page.keys(&[], Key::Delete).await?;
        measured.note(deleting, end(page).await?);
        begin(page).await?;
        page.keys(&[Key::Control], 'z').await?;
        measured.note(undoing, end(page).await?);
    }
    Ok(())
}

/// The middle of a node in the window.
const MIDDLE: &str = "
    const node = document.querySelector(`g.node[data-id=\"${arguments[0]}\"] > .node-frame`);
    const rect = node.getBoundingClientRect();
    return [rect.x + rect.width / 2, rect.y + rect.height / 2];";

async fn show(page: &Page, tab: &str) -> Outcome {
    let script = "document.getElementById(`tab-${arguments[0]}`).click()";
    page.driver.execute(script, vec![json!(tab)]).await?;
    Ok(())
}

/// Begins to watch how long the page lets a message wait.
async fn begin(page: &Page) -> Outcome {
    page.driver
        .execute(include_str!("waiting.js"), vec![])
        .await?;
    Ok(())
}

/// The longest wait since then, once there was time for everything to follow.
async fn end(page: &Page) -> Outcome<f64> {
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let script = "window.watched.over = true; return window.watched.longest;";
    page.read(script, vec![]).await
}
