//! Pointer and keys, as the browser gets them from a person. Knows places in
//! the window, not what is there.

use std::time::Duration;

use thirtyfour::action_chain::ActionChain;
use thirtyfour::prelude::*;

use crate::Outcome;
use crate::page::Page;

/// A place in the window, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Spot {
    /// The place that lies so far to the right and below.
    #[must_use]
    pub fn offset(self, x: f64, y: f64) -> Self {
        Self {
            x: self.x + x,
            y: self.y + y,
        }
    }
}

/// The moves that a drag is made of, besides the first and the last.
const STEPS: u32 = 6;

impl Page {
    /// A chain of actions, each a frame after the one before.
    pub fn hands(&self) -> ActionChain {
        let frame = Duration::from_millis(16);
        self.driver
            .action_chain_with_delay(Some(Duration::ZERO), Some(frame))
    }

    /// Moves the pointer.
    pub async fn point(&self, at: Spot) -> Outcome {
        Ok(to(self.hands(), at).perform().await?)
    }

    /// Clicks.
    pub async fn click(&self, at: Spot) -> Outcome {
        Ok(to(self.hands(), at).click().perform().await?)
    }

    /// Presses, moves, and releases.
    pub async fn drag(&self, from: Spot, by: Spot) -> Outcome {
        self.hold(from, by).await?;
        self.release().await
    }

    /// Presses and moves, and holds on.
    pub async fn hold(&self, from: Spot, over: Spot) -> Outcome {
        let mut chain = to(self.hands(), from).click_and_hold();
        for step in 1..=STEPS {
            let part = f64::from(step) / f64::from(STEPS);
            let (x, y) = ((over.x - from.x) * part, (over.y - from.y) * part);
            chain = to(chain, from.offset(x, y));
        }
        // A move of nothing at the end, as a hand comes to rest.
        Ok(to(chain, over).perform().await?)
    }

    /// Lets go of what is held.
    pub async fn release(&self) -> Outcome {
        Ok(self.hands().release().perform().await?)
    }

    /// Presses keys together, such as Control and `z`, wherever the focus is.
    pub async fn keys(&self, modifiers: &[Key], key: impl Into<char>) -> Outcome {
        let key = key.into();
        let mut chain = self.hands();
        for modifier in modifiers {
            chain = chain.key_down(modifier.clone());
        }
        chain = chain.key_down(key).key_up(key);
        for modifier in modifiers {
            chain = chain.key_up(modifier.clone());
        }
        Ok(chain.perform().await?)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "windows are small")]
fn to(chain: ActionChain, at: Spot) -> ActionChain {
    chain.move_to(at.x.round() as i64, at.y.round() as i64)
}
