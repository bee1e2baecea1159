//! Chromium under its driver, both started here and both ended here, with a
//! profile and a download folder of their own. Knows nothing of the app.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, PageLoadStrategy};

use crate::Outcome;

/// What Chromium is told: no window, no business of its own in the background,
/// and pictures that do not depend on the machine's screen.
const FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-device-scale-factor=1",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--lang=en-US",
];

/// How often a start is tried.
const STARTS: u32 = 3;

/// A browser. [`Browser::quit`] ends it; dropping ends what is left.
#[derive(Debug)]
pub struct Browser {
    /// The session.
    pub driver: WebDriver,
    /// Where downloads go.
    pub downloads: PathBuf,
    program: Program,
    folder: PathBuf,
}

impl Browser {
    /// Starts a browser. A start that fails is tried again: on a busy machine
    /// another program may take the driver's port between its choice and its use.
    pub async fn start() -> Outcome<Self> {
        for _ in 1..STARTS {
            if let Ok(browser) = Self::try_start().await {
                return Ok(browser);
            }
        }
        Self::try_start().await
    }

    async fn try_start() -> Outcome<Self> {
        let folder = fresh_folder()?;
        let downloads = folder.join("downloads");
        fs::create_dir_all(&downloads)?;
        let (program, port) = Program::start(&folder)?;
        let mut wanted = DesiredCapabilities::chrome();
        if let Ok(chrome) = env::var("CHROME") {
            wanted.set_binary(&chrome)?;
        }
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        wanted.add_arg(&format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))?;
        wanted.add_experimental_option(
            "prefs",
            json!({ "download.default_directory": downloads, "download.prompt_for_download": false }),
        )?;
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        // The page says by itself when it is ready.
        wanted.set_page_load_strategy(PageLoadStrategy::None)?;
        let driver = session(port, wanted).await?;
        Ok(Self {
            driver,
            downloads,
            program,
            folder,
        })
    }

    /// Ends the browser and its driver.
    pub async fn quit(mut self) -> Outcome {
        self.driver.clone().quit().await?;
        self.program.end();
        // A file that Chromium still holds is left to the system's own cleaning.
        let _ = fs::remove_dir_all(&self.folder);
        Ok(())
    }
}

async fn session(port: u16, wanted: ChromeCapabilities) -> Outcome<WebDriver> {
    Ok(WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?)
}

/// The driver's process, which leads a group of its own: the browser is in it,
/// and goes with it however a journey ends.
#[derive(Debug)]
struct Program(Option<Child>);

impl Program {
    /// Starts the driver on a port that it chooses itself, and gives the port.
    fn start(folder: &Path) -> Outcome<(Self, u16)> {
        let name = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut child = Command::new(&name)
            .arg("--port=0")
            .env("TMPDIR", folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|why| {
                format!(
                    "{name} did not start ({why}). Install chromium-driver, or set CHROMEDRIVER."
                )
            })?;
        let output = child.stdout.take();
        let program = Self(Some(child));
        let mut lines = BufReader::new(output.ok_or("The driver has no output.")?).lines();
        let port = lines.by_ref().find_map(|line| port_of(&line.ok()?));
        // Read to the end, or a full pipe would stop the driver.
        thread::spawn(move || lines.for_each(drop));
        Ok((
            program,
            port.ok_or(format!("{name} ended before it named its port."))?,
        ))
    }

    fn end(&mut self) {
        if let Some(mut child) = self.0.take() {
            // Both fail only for a process that is gone already.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end();
    }
}

/// The port in the driver's greeting.
fn port_of(line: &str) -> Option<u16> {
    let rest = line.split("started successfully on port ").nth(1)?;
    rest.trim_end_matches('.').parse().ok()
}

/// A folder that no other browser has.
fn fresh_folder() -> Outcome<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("drawbridge-journey-{}-{number}", std::process::id());
    let folder = env::temp_dir().join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_greeting() {
        let line = "ChromeDriver was started successfully on port 41573.";
        assert_eq!(port_of(line), Some(41573));
        assert_eq!(port_of("Starting ChromeDriver 142.0 on port 0"), None);
    }
}
