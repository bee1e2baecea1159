//! Where resources are drawn and what they are taken to be deployed with, and
//! its form in the file.

use std::collections::BTreeMap;

use super::Variants;
use crate::geometry::Rect;
use crate::template::{LogicalId, Map, Value};

/// The region that a design is read in unless it names one.
pub const REGION: &str = "us-east-1";

/// Frames by resource, relative to the corner of the container that a resource
/// is drawn in, in pixels at a zoom of 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The frames.
    pub frames: BTreeMap<LogicalId, Rect>,
    /// The region, if the design names one.
    pub region: Option<String>,
    /// The account's number, if the design names one.
    pub account: Option<String>,
    /// Values of parameters.
    pub variants: Variants,
    /// What a later version wrote and this one does not know, kept.
    pub(super) rest: Map,
}

impl Layout {
    /// Reads what [`Layout::to_value`] wrote. What is malformed is left out.
    pub(super) fn from_value(value: Value) -> Self {
        let mut layout = Self::default();
        let Value::Map(map) = value else {
            return layout;
        };
        for (key, value) in map {
            match (key.as_str(), value) {
                ("Region", Value::Text(region)) => layout.region = Some(region),
                ("Account", Value::Text(account)) => layout.account = Some(account),
                ("Variants", Value::Map(variants)) => layout.variants.read(&variants),
                ("Variant", Value::Text(name)) => layout.variants.chosen = Some(name),
                ("Frames", Value::Map(frames)) => {
                    let frames = frames.iter();
                    let frames = frames.filter_map(|(id, value)| Some((id, frame(value)?)));
                    let frames = frames.map(|(id, rect)| (LogicalId::new(id), rect));
                    layout.frames.extend(frames);
                }
                // Frames are written whatever there are: kept beside them, what is
                // malformed would come and go.
                ("Version" | "Frames", _) => {}
                (_, value) => {
                    layout.rest.insert(key, value);
                }
            }
        }
        layout.variants.settle();
        layout
    }

    /// The layout as it is saved: whole pixels, four numbers a frame.
    pub(super) fn to_value(&self) -> Value {
        let frames = self.frames.iter().map(|(id, rect)| {
            let numbers = [rect.x, rect.y, rect.w, rect.h].map(|number| Value::from(whole(number)));
            (id.to_string(), Value::List(numbers.to_vec()))
        });
        let mut map = Map::from_iter([("Version".to_owned(), Value::from(1))]);
        if let Some(region) = &self.region {
            map.insert("Region".to_owned(), region.as_str().into());
        }
        if let Some(account) = &self.account {
            map.insert("Account".to_owned(), account.as_str().into());
        }
        self.variants.write(&mut map);
        map.insert("Frames".to_owned(), Value::Map(frames.collect()));
        for (key, value) in &self.rest {
            // What was malformed gives way to what is set since.
            map.entry(key.clone()).or_insert_with(|| value.clone());
        }
        Value::Map(map)
    }

    /// Whether there is anything to save.
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty()
            && self.region.is_none()
            && self.account.is_none()
            && self.variants.is_empty()
            && self.rest.is_empty()
    }
}

/// A frame of four numbers, within bounds that keep arithmetic exact.
fn frame(value: &Value) -> Option<Rect> {
    let [x, y, w, h] = value.as_list()? else {
        return None;
    };
    let (x, y, w, h) = (pixels(x)?, pixels(y)?, pixels(w)?, pixels(h)?);
    let rect = Rect { x, y, w, h };
    is_kept(&rect).then_some(rect)
}

/// Whether a frame is read again when it is saved: of some size, and not out of
/// the world.
pub(super) fn is_kept(rect: &Rect) -> bool {
    const FAR: f64 = 1_000_000.0;
    let is_size = |length: f64| (1.0..=FAR).contains(&length);
    rect.x.abs() <= FAR && rect.y.abs() <= FAR && is_size(rect.w) && is_size(rect.h)
}

/// A number of pixels, which is saved whole; the fraction of one written by
/// hand is dropped. Reading any `f64` would bring 13 kB of tables to the browser.
fn pixels(value: &Value) -> Option<f64> {
    let Value::Number(number) = value else {
        return None;
    };
    let digits = number.as_str();
    let whole = match digits.split_once('.') {
        Some((whole, fraction)) if !fraction.contains(['e', 'E']) => whole,
        _ => digits,
    };
    whole.parse::<i32>().ok().map(f64::from)
}

/// A coordinate in whole pixels.
fn whole(number: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "frames are bounded, and a cast saturates"
    )]
    let whole = number.round() as i64;
    whole
}
