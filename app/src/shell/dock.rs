//! The panels below the canvas.

use drawbridge_core::rules::Severity;
use leptos::prelude::*;

use crate::command::Surfaces;
use crate::problems::Problems;
use crate::reach::{MatrixPanel, ReachPanel};
use crate::template::TemplatePanel;
use crate::ui::{Tab, TabList, TabPanel, Tone};
use crate::workspace::Workspace;

#[component]
pub(super) fn Dock() -> impl IntoView {
    let workspace = Workspace::here();
    let selected = Surfaces::here().dock;
    let problems = Signal::derive(move || {
        workspace.analysis.with(|analysis| {
            let hard = analysis
                .findings
                .iter()
                .filter(|it| it.severity != Severity::Hint);
            hard.count()
        })
    });
    let tone = Signal::derive(move || {
        let is_error = |it: &drawbridge_core::rules::Finding| it.severity == Severity::Error;
        let has_errors = workspace
            .analysis
            .with(|analysis| analysis.findings.iter().any(is_error));
        if has_errors {
            Tone::Error
        } else {
            Tone::Warning
        }
    });
    let tabs = vec![
        Tab::new("problems", "Problems").with_count(problems, tone),
        Tab::new("reach", "Reach"),
        Tab::new("matrix", "Matrix"),
        Tab::new("template", "Template"),
    ];
    view! {
        <section class="dock" aria-label="Panels">
            <TabList label="Panels" tabs=tabs selected=selected />
            <TabPanel id="problems" selected=selected><Problems /></TabPanel>
            <TabPanel id="reach" selected=selected><ReachPanel /></TabPanel>
            <TabPanel id="matrix" selected=selected><MatrixPanel /></TabPanel>
            <TabPanel id="template" selected=selected><TemplatePanel /></TabPanel>
        </section>
    }
}
