//! Drawbridge in its own words: the palette, the nodes of the drawing, their
//! ports and frames, and the samples. Knows what the page shows, not the code.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::Outcome;
use crate::hands::Spot;
use crate::page::Page;

/// Where a node shows, in CSS pixels of the window.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub struct Frame {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Frame {
    /// Its middle.
    pub fn middle(&self) -> Spot {
        Spot {
            x: self.x + self.width / 2.0,
            y: self.y + self.height / 2.0,
        }
    }

    /// The place that lies so far to the right of and below its corner.
    pub fn inside(&self, x: f64, y: f64) -> Spot {
        Spot {
            x: self.x + x,
            y: self.y + y,
        }
    }
}

impl Page {
    /// The node whose spoken name fits, waited for.
    pub async fn node(&self, name: &str) -> Outcome<WebElement> {
        self.until(&format!("there is one node “{name}”"), async || {
            let mut found = self.all("group", name).await?;
            found.append(&mut self.all("img", name).await?);
            Ok(if found.len() == 1 { found.pop() } else { None })
        })
        .await
    }

    /// The frame of a node, once it rests.
    pub async fn frame(&self, name: &str) -> Outcome<Frame> {
        let node = self.node(name).await?;
        // The first shape of a node is its frame; the rest may reach out of it.
        let script = "const at = arguments[0].querySelector('rect').getBoundingClientRect();
            return { x: at.x, y: at.y, width: at.width, height: at.height };";
        self.read(script, vec![node.to_json()?]).await
    }

    /// The drawing ground's place in the window.
    pub async fn ground(&self) -> Outcome<Frame> {
        let drawing = self.find("group", "Network drawing").await?;
        let script = "const at = arguments[0].getBoundingClientRect();
            return { x: at.x, y: at.y, width: at.width, height: at.height };";
        self.read(script, vec![drawing.to_json()?]).await
    }

    /// Looks at the whole drawing.
    pub async fn step_back(&self) -> Outcome {
        self.press("button", "Show everything").await
    }

    /// Drags a kind from the palette to a place.
    pub async fn place(&self, kind: &str, at: Spot) -> Outcome {
        let from = self.palette(kind).await?;
        self.drag(from, at).await
    }

    /// Where a kind stands in the palette, scrolled to.
    pub async fn palette(&self, kind: &str) -> Outcome<Spot> {
        let item = self.find("button", kind).await?;
        item.scroll_into_view().await?;
        let script = "const at = arguments[0].getBoundingClientRect();
            return { x: at.x, y: at.y, width: at.width, height: at.height };";
        let frame: Frame = self.read(script, vec![item.to_json()?]).await?;
        Ok(frame.middle())
    }

    /// Selects a node by a click on its title, where nothing else lies.
    pub async fn select(&self, name: &str) -> Outcome {
        let frame = self.frame(name).await?;
        self.click(frame.inside(40.0, frame.height.min(24.0) / 2.0))
            .await
    }

    /// Selects a node and pulls a line from its port to another node.
    pub async fn pull(&self, from: &str, to: &str) -> Outcome {
        self.select(from).await?;
        let port = self.find("button", "Connect *").await?;
        let script = "const at = arguments[0].getBoundingClientRect();
            return { x: at.x, y: at.y, width: at.width, height: at.height };";
        let port: Frame = self.read(script, vec![port.to_json()?]).await?;
        let end = self.frame(to).await?;
        self.drag(port.middle(), end.inside(40.0, end.height.min(24.0) / 2.0))
            .await
    }

    /// Gives what is selected a name by its Name tag.
    pub async fn name_it(&self, name: &str) -> Outcome {
        self.fill("textbox", "Value of tag 1", name).await
    }

    /// Opens a sample by the beginning of its title.
    pub async fn sample(&self, title: &str) -> Outcome {
        self.press("button", "Design").await?;
        self.press("menuitem", "New from sample*").await?;
        self.press("button", &format!("{title}*")).await?;
        self.is_gone("dialog", "New from sample").await?;
        let script = "return document.querySelectorAll('[data-id]').length > 0";
        self.until("the sample shows", async || {
            Ok(self.read::<bool>(script, vec![]).await?.then_some(()))
        })
        .await
    }

    /// Opens a text as a design.
    pub async fn paste(&self, text: &str) -> Outcome {
        self.press("button", "Design").await?;
        self.press("menuitem", "Open pasted text*").await?;
        self.fill("textbox", "CloudFormation template*", text)
            .await?;
        self.press_in(("dialog", "Open pasted text"), "button", "Open")
            .await?;
        self.is_gone("dialog", "Open pasted text").await
    }

    /// How many nodes the drawing has.
    pub async fn count(&self) -> Outcome<usize> {
        self.read(
            "return document.querySelectorAll('[data-id]').length",
            vec![],
        )
        .await
    }

    /// The names of all nodes, as they are spoken.
    pub async fn names(&self) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll('[data-id]')].map((it) => it.getAttribute('aria-label'))";
        self.read(script, vec![json!(null)]).await
    }
}
