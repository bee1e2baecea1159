//! The page as a person meets it: things have a role and a name, and what is
//! to come is waited for, never slept for. Knows nothing of Drawbridge beyond
//! the sign that it is ready.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use crate::Outcome;
use crate::browser::Browser;

/// How long something may take before it counts as not coming.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often is looked.
const PACE: Duration = Duration::from_millis(25);

/// The app in its window.
#[derive(Debug)]
pub struct Page {
    /// The session.
    pub driver: WebDriver,
    /// Where downloads go.
    pub downloads: PathBuf,
    address: String,
    size: (u32, u32),
}

impl Page {
    /// The page at an address, in a window of a size.
    pub fn new(browser: &Browser, address: &str, size: (u32, u32)) -> Self {
        Self {
            driver: browser.driver.clone(),
            downloads: browser.downloads.clone(),
            address: address.to_owned(),
            size,
        }
    }

    /// Opens the app and waits until it is ready.
    pub async fn open(&self) -> Outcome {
        self.resize(self.size).await?;
        self.driver.goto(&self.address).await?;
        self.is_ready().await
    }

    /// Loads the page anew and waits until it is ready.
    pub async fn reload(&self) -> Outcome {
        self.driver.refresh().await?;
        self.is_ready().await
    }

    /// Gives the page a size, in CSS pixels.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Outcome {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    /// A command to the browser beyond those of the driver.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.extra(Method::POST, "/goog/cdp/execute".into(), Some(body))
            .await
    }

    async fn is_ready(&self) -> Outcome {
        self.until("the app is ready", async || {
            let script = "return document.querySelector('[data-ready=true]') !== null";
            Ok(self.read::<bool>(script, vec![]).await?.then_some(()))
        })
        .await
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn read<T: serde::de::DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Outcome<T> {
        Ok(self.driver.execute(script, arguments).await?.convert()?)
    }

    /// Looks again and again until there is something to give. A thing that
    /// was taken from the page meanwhile is looked for anew.
    pub async fn until<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let end = Instant::now() + PATIENCE;
        loop {
            let why = match look().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                Err(why) if is_passing(why.as_ref()) => Some(why),
                Err(why) => return Err(why),
            };
            if Instant::now() > end {
                let why = why.map_or_else(String::new, |why| format!(" ({why})"));
                return Err(
                    format!("Waited {} s in vain until {what}.{why}", PATIENCE.as_secs()).into(),
                );
            }
            tokio::time::sleep(PACE).await;
        }
    }

    /// Everything that shows now with a role and a name; `*` in the name
    /// stands for anything.
    pub async fn all(&self, role: &str, name: &str) -> Outcome<Vec<WebElement>> {
        self.all_in(json!(null), role, name).await
    }

    /// The same, inside an element.
    async fn all_in(&self, within: Value, role: &str, name: &str) -> Outcome<Vec<WebElement>> {
        let arguments = vec![json!(role), json!(name), within];
        let script = include_str!("find.js");
        let guessed = self.driver.execute(script, arguments).await?.elements()?;
        let mut found = Vec::new();
        for element in guessed {
            let is_role = match self.spoken(&element, "computedrole").await?.as_str() {
                "image" => role == "img",
                said => said == role,
            };
            if is_role && fits(name, &self.spoken(&element, "computedlabel").await?) {
                found.push(element);
            }
        }
        Ok(found)
    }

    /// The one thing with a role and a name, waited for.
    pub async fn find(&self, role: &str, name: &str) -> Outcome<WebElement> {
        self.until(&format!("there is one {role} “{name}”"), async || {
            let mut found = self.all(role, name).await?;
            Ok(if found.len() == 1 { found.pop() } else { None })
        })
        .await
    }

    /// Waits until nothing with a role and a name shows any more.
    pub async fn is_gone(&self, role: &str, name: &str) -> Outcome {
        self.until(&format!("there is no {role} “{name}”"), async || {
            Ok(self.all(role, name).await?.is_empty().then_some(()))
        })
        .await
    }

    /// What a screen reader says of an element: `computedlabel` or
    /// `computedrole`.
    pub async fn spoken(&self, element: &WebElement, what: &str) -> Outcome<String> {
        let path = format!("/element/{}/{what}", element.element_id());
        let said = self.extra(Method::GET, path, None).await?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    /// Presses a control with the pointer.
    pub async fn press(&self, role: &str, name: &str) -> Outcome {
        self.until(&format!("{role} “{name}” can be pressed"), async || {
            let found = self.all(role, name).await?;
            let [element] = found.as_slice() else {
                return Ok(None);
            };
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Presses a control inside something else, given as role and name too.
    pub async fn press_in(&self, (outer, called): (&str, &str), role: &str, name: &str) -> Outcome {
        let outer = self.find(outer, called).await?;
        self.until(
            &format!("{role} “{name}” in {called} can be pressed"),
            async || {
                let found = self.all_in(outer.to_json()?, role, name).await?;
                let [element] = found.as_slice() else {
                    return Ok(None);
                };
                element.click().await?;
                Ok(Some(()))
            },
        )
        .await
    }

    /// Types a text into a field in place of what is there, and leaves it.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Outcome {
        let field = self.find(role, name).await?;
        field.click().await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(text).await?;
        field.send_keys("" + Key::Tab).await?;
        Ok(())
    }

    /// Waits until a status says something that fits.
    pub async fn hears(&self, sentence: &str) -> Outcome<String> {
        self.until(&format!("it says “{sentence}”"), async || {
            let script = "return [...document.querySelectorAll('[role=status] .ui-toast, [role=status]:not(:has(.ui-toast))')]
                .map((it) => it.textContent.replace(/\\s+/g, ' ').trim())";
            let said: Vec<String> = self.read(script, vec![]).await?;
            Ok(said.into_iter().find(|said| fits(sentence, said)))
        })
        .await
    }

    /// The text that an element shows.
    pub async fn text_of(&self, role: &str, name: &str) -> Outcome<String> {
        Ok(self.find(role, name).await?.text().await?)
    }

    /// Fails if something went wrong on the console since this was last asked.
    pub async fn has_no_errors(&self) -> Outcome {
        let entries = self.driver.browser_log().await?;
        let errors: Vec<_> = entries
            .into_iter()
            .filter(|it| it.level == "SEVERE")
            .map(|it| it.message)
            .collect();
        if errors.is_empty() {
            return Ok(());
        }
        Err(format!("The console has errors: {}", errors.join("\n")).into())
    }

    /// Writes a picture of the page.
    pub async fn picture(&self, file: &Path) -> Outcome {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(self.driver.screenshot(file).await?)
    }

    async fn extra(&self, method: Method, path: String, body: Option<Value>) -> Outcome<Value> {
        let command = Extra { method, path, body };
        let answer = self
            .driver
            .handle()
            .cmd(Command::ExtensionCommand(Box::new(command)))
            .await?;
        Ok(answer.value()?)
    }
}

/// A command of the driver's that the library has no name for.
#[derive(Debug)]
struct Extra {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl ExtensionCommand for Extra {
    fn parameters_json(&self) -> Option<Value> {
        self.body.clone()
    }

    fn method(&self) -> Method {
        self.method.clone()
    }

    fn endpoint(&self) -> Arc<str> {
        self.path.as_str().into()
    }
}

/// Whether an error is one of a page that is still changing.
fn is_passing(why: &(dyn std::error::Error + 'static)) -> bool {
    let Some(why) = why.downcast_ref::<WebDriverError>() else {
        return false;
    };
    matches!(
        **why,
        WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
            | WebDriverErrorInner::NoSuchElement(_)
    )
}

/// Whether a text fits a pattern in which `*` stands for anything.
pub fn fits(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut text) = text.strip_prefix(start) else {
        return false;
    };
    let mut parts: Vec<_> = rest.split('*').collect();
    let Some(last) = parts.pop() else { return true };
    for part in parts {
        match text.split_once(part) {
            Some((_, after)) => text = after,
            None => return false,
        }
    }
    text.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_anything() {
        assert!(fits(
            "Subnet a*, public*",
            "Subnet a-1, 10.0.1.0/24, public"
        ));
        assert!(fits("Undo*", "Undo"));
        assert!(fits("*problem", "Subnet, 1 problem"));
        assert!(!fits("Undo", "Undo: Move"));
        assert!(!fits("*problem", "Subnet, 2 problems"));
        assert!(!fits("ab*ba", "aba"));
    }
}
