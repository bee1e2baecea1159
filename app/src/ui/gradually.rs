//! Long lists, a part a frame: the browser has to style, lay out and paint what
//! is made, and hundreds of rows take longer than a frame.

use leptos::prelude::*;

use super::effect;
use crate::platform::in_frames;

/// How many of so many rows there are yet: as many as are made in one frame, and
/// so many more each frame. Fewer rows are fewer at once.
pub(crate) fn gradually(
    count: impl Fn() -> usize + Send + Sync + 'static,
    a_frame: usize,
) -> Signal<usize> {
    grow(Memo::new(move |_| count()), a_frame)
}

fn grow(count: Memo<usize>, a_frame: usize) -> Signal<usize> {
    let made = RwSignal::new(a_frame);
    let is_growing = StoredValue::new(false);
    effect(move || {
        let wanted = count.get();
        if wanted < made.get_untracked() {
            made.set(wanted.max(a_frame));
        } else if wanted > made.get_untracked() && !is_growing.get_value() {
            is_growing.set_value(true);
            in_frames(Box::new(move || {
                // What is gone meanwhile grows no more.
                let (wanted, now) = (count.try_get_untracked(), made.try_get_untracked());
                let (Some(wanted), Some(now)) = (wanted, now) else {
                    return true;
                };
                if now < wanted {
                    made.try_set(now + a_frame);
                    return false;
                }
                is_growing.try_set_value(false);
                true
            }));
        }
    });
    made.into()
}
