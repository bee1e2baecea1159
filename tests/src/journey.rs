//! Runs one journey in a browser of its own, which is ended however the
//! journey ends. Knows nothing of what happens on the way.

use std::env;
use std::path::PathBuf;
use std::rc::Rc;

use tokio::runtime::Builder;
use tokio::task::LocalSet;

use crate::Outcome;
use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;

/// The size of the window unless a journey wants another.
pub const DESK: (u32, u32) = (1440, 900);

/// Opens the app and goes on a journey. A journey that fails leaves a picture
/// of its end; one that arrives must not have left an error on the console.
///
/// # Panics
/// If the journey fails: it is called by tests.
pub fn journey(name: &'static str, way: impl AsyncFnOnce(&Page) -> Outcome + 'static) {
    if let Err(why) = visit(name, way) {
        panic!("{name}: {why}");
    }
}

/// The same outside of tests.
pub fn visit(name: &'static str, way: impl AsyncFnOnce(&Page) -> Outcome + 'static) -> Outcome {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, async move {
        let site = Site::serve(built())?;
        let browser = Browser::start().await?;
        let page = Rc::new(Page::new(&browser, &site.address, DESK));
        // A task of its own, so that a panic in it comes back as a value.
        let walked = Rc::clone(&page);
        let walk = tokio::task::spawn_local(async move {
            walked.open().await?;
            way(&walked).await?;
            walked.has_no_errors().await
        });
        let arrived = walk.await;
        if !matches!(arrived, Ok(Ok(()))) {
            // Helpful, not needed: the failure itself is what is told.
            let _ = page.picture(&failures().join(format!("{name}.png"))).await;
        }
        browser.quit().await?;
        match arrived {
            Ok(outcome) => outcome,
            Err(failure) => match failure.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(failure) => Err(failure.into()),
            },
        }
    })
}

/// Where the built app is.
pub fn built() -> PathBuf {
    env::var_os("DRAWBRIDGE_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from)
}

/// Where exported templates are left for `./dev conform`.
pub fn exports() -> PathBuf {
    env::var_os("DRAWBRIDGE_EXPORTS")
        .map_or_else(|| workspace().join("target/exports"), PathBuf::from)
}

fn failures() -> PathBuf {
    exports().with_file_name("failures")
}

/// The folder of the whole project.
pub fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
