//! Takes pictures of every state of the app, to be looked at: at two sizes, in
//! light and dark. The one of the README goes to docs, the others to
//! `DRAWBRIDGE_SHOTS`.

use std::collections::BTreeSet;
use std::env;
use std::path::PathBuf;

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::{built, visit, workspace};
use drawbridge_tests::page::Page;
use serde::Deserialize;
use thirtyfour::Key;

/// The largest picture that the README should load.
const README_BYTES: u64 = 300_000;

#[derive(Deserialize)]
struct Sample {
    title: String,
}

fn main() -> Outcome {
    visit("shots", async |page| {
        page.sample("Three tiers").await?;
        settle(page).await?;
        let picture = workspace().join("docs/drawbridge.png");
        page.picture(&picture).await?;
        let size = picture.metadata()?.len();
        if size > README_BYTES {
            return Err(format!(
                "docs/drawbridge.png has {size} bytes: {README_BYTES} is the most."
            )
            .into());
        }
        for theme in ["light", "dark"] {
            for (width, height) in [(1280, 720), (1920, 1080)] {
                page.resize((width, height)).await?;
                all_states(page, &format!("{theme}-{width}")).await?;
            }
            page.press("button", "Light or dark").await?;
        }
        Ok(())
    })
}

async fn all_states(page: &Page, look: &str) -> Outcome {
    empty(page, look).await?;
    samples(page, look).await?;
    selections(page, look).await?;
    panels(page, look).await?;
    variants(page, look).await?;
    forms(page, look).await?;
    searches(page, look).await?;
    menus_and_dialogs(page, look).await?;
    drags(page, look).await
}

/// A picture, once what moves has come to rest.
async fn shot(page: &Page, look: &str, state: &str) -> Outcome {
    settle(page).await?;
    let folder = env::var_os("DRAWBRIDGE_SHOTS")
        .map_or_else(|| workspace().join("target/shots"), PathBuf::from);
    let name = state
        .to_lowercase()
        .replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    page.picture(&folder.join(format!("{look}-{name}.png")))
        .await
}

async fn settle(page: &Page) -> Outcome {
    let script = "return document.getAnimations().every((it) => it.playState !== 'running')";
    page.until("nothing moves", async || {
        Ok(page.read::<bool>(script, vec![]).await?.then_some(()))
    })
    .await
}

async fn empty(page: &Page, look: &str) -> Outcome {
    page.press("button", "Design").await?;
    page.press("menuitem", "New design*").await?;
    shot(page, look, "new design").await?;
    page.press("button", "Start anew").await?;
    page.until("the drawing is empty", async || {
        Ok((page.count().await? == 0).then_some(()))
    })
    .await?;
    shot(page, look, "empty").await
}

async fn samples(page: &Page, look: &str) -> Outcome {
    let list = std::fs::read_to_string(built().join("samples/index.json"))?;
    let samples: Vec<Sample> = serde_json::from_str(&list)?;
    for Sample { title } in samples {
        page.sample(&title).await?;
        shot(page, look, &format!("sample {title}")).await?;
    }
    Ok(())
}

/// One node of each kind in the inspector.
async fn selections(page: &Page, look: &str) -> Outcome {
    let mut seen = BTreeSet::new();
    for sample in ["Three tiers", "Private only"] {
        page.sample(sample).await?;
        for name in page.names().await? {
            // A node is called by its kind and its own name, which has no space here.
            let kind = name
                .split(',')
                .next()
                .and_then(|it| it.rsplit_once(' '))
                .map_or("", |it| it.0);
            if seen.insert(kind.to_owned()) {
                page.select(&name).await?;
                shot(page, look, &format!("selected {kind}")).await?;
            }
        }
    }
    Ok(())
}

async fn panels(page: &Page, look: &str) -> Outcome {
    page.sample("Three tiers").await?;
    page.press("tab", "Template*").await?;
    page.select("EC2 instance tiers-app-server-a*").await?;
    shot(page, look, "template").await?;
    page.press("tab", "Reach*").await?;
    page.fill("combobox", "To", "Database").await?;
    shot(page, look, "reach not").await?;
    page.fill("combobox", "To", "LoadBalancer").await?;
    page.fill("combobox", "Port", "80").await?;
    shot(page, look, "reach").await?;
    for (overlay, name) in [
        ("Exposure", "Exposure*"),
        ("Tiers of subnets", "Tiers of subnets*"),
        ("Route tables", "Route tables*"),
        ("Security groups", "Security groups*"),
    ] {
        page.press("button", "Overlay").await?;
        page.press("menuitemradio", name).await?;
        page.find("region", &format!("Overlay: {overlay}")).await?;
        shot(page, look, &format!("overlay {overlay}")).await?;
    }
    page.press("button", "Take the overlay away").await?;
    page.press("tab", "Matrix").await?;
    page.find("grid", "Who reaches whom").await?;
    shot(page, look, "matrix").await?;
    page.press("tab", "Problems*").await?;
    shot(page, look, "no problems").await?;
    page.sample("Broken").await?;
    page.press("tab", "Problems*").await?;
    page.until("a problem is listed", async || {
        Ok(page.all("button", "Why?").await?.into_iter().next())
    })
    .await?
    .click()
    .await?;
    shot(page, look, "problems why").await
}

/// A variant, from its name on.
async fn variants(page: &Page, look: &str) -> Outcome {
    page.sample("Event-driven orders").await?;
    page.press("button", "Add a variant").await?;
    shot(page, look, "variant named").await?;
    page.fill("textbox", "Name of the new variant", "prod")
        .await?;
    page.find("button", "Rename the variant").await?;
    shot(page, look, "variant").await
}

/// Forms made of AWS's data, all of them open.
async fn forms(page: &Page, look: &str) -> Outcome {
    page.sample("Containers").await?;
    page.select("ECS task definition *").await?;
    shot(page, look, "form folded").await?;
    let script = "for (const it of document.querySelectorAll('.inspector-group')) it.open = true;
        return true";
    page.read::<bool>(script, vec![]).await?;
    shot(page, look, "form").await
}

/// What the palette finds: kinds, other types, nothing.
async fn searches(page: &Page, look: &str) -> Outcome {
    for wanted in ["vpc endpoint", "iot thing", "nothing of that name"] {
        page.fill("searchbox", "Search for a kind", wanted).await?;
        shot(page, look, &format!("search {wanted}")).await?;
    }
    let nothing = char::from(Key::Backspace).to_string();
    page.fill("searchbox", "Search for a kind", &nothing).await
}

async fn menus_and_dialogs(page: &Page, look: &str) -> Outcome {
    page.sample("Three tiers").await?;
    for menu in ["Design", "Edit"] {
        page.press("button", menu).await?;
        page.until("the menu shows", async || {
            Ok(page.all("menuitem", "*").await?.pop())
        })
        .await?;
        shot(page, look, &format!("menu {menu}")).await?;
        page.keys(&[], Key::Escape).await?;
    }
    for (menu, item, dialog) in [
        ("Design", "New from sample*", "New from sample"),
        ("Design", "Open pasted text*", "Open pasted text"),
    ] {
        page.press("button", menu).await?;
        page.press("menuitem", item).await?;
        page.find("dialog", dialog).await?;
        shot(page, look, dialog).await?;
        page.press("button", "Close").await?;
        page.is_gone("dialog", dialog).await?;
    }
    page.press("button", "Keyboard shortcuts").await?;
    page.find("dialog", "Keyboard shortcuts").await?;
    shot(page, look, "shortcuts").await?;
    page.press("button", "Close").await?;
    page.is_gone("dialog", "Keyboard shortcuts").await?;
    page.select("Security group tiers-app*").await?;
    page.keys(&[], 'c').await?;
    page.find("dialog", "Connect *").await?;
    shot(page, look, "connect").await?;
    page.press("button", "Cancel").await?;
    page.is_gone("dialog", "Connect *").await
}

/// Held over what takes it, and over what refuses it.
async fn drags(page: &Page, look: &str) -> Outcome {
    page.sample("One public subnet").await?;
    let vpc = page.frame("VPC *").await?;
    for (state, over) in [
        ("drag taken", vpc.inside(vpc.width - 8.0, vpc.height - 8.0)),
        (
            "drag refused",
            vpc.inside(vpc.width + 40.0, vpc.height / 2.0),
        ),
    ] {
        page.hold(page.palette("Subnet").await?, over).await?;
        shot(page, look, state).await?;
        page.keys(&[], Key::Escape).await?;
        page.release().await?;
    }
    page.place("Subnet", vpc.inside(vpc.width + 40.0, vpc.height / 2.0))
        .await?;
    page.hears("*drop it on one*").await?;
    shot(page, look, "refused").await?;
    let server = page.frame("EC2 instance *").await?;
    page.hold(server.middle(), server.middle().offset(24.0, 24.0))
        .await?;
    shot(page, look, "drag node").await?;
    page.keys(&[], Key::Escape).await?;
    page.release().await?;
    page.select("EC2 instance *").await?;
    let port = page.find("button", "Connect *").await?;
    let at = port.rect().await?;
    let port = drawbridge_tests::hands::Spot {
        x: at.x + at.width / 2.0,
        y: at.y + at.height / 2.0,
    };
    page.hold(port, vpc.inside(8.0, vpc.height - 8.0)).await?;
    shot(page, look, "pull a line").await?;
    page.keys(&[], Key::Escape).await?;
    page.release().await
}
