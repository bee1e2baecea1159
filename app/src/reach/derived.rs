//! What takes many questions: exposure and matrix, as work that can be done
//! a piece at a time. The only file of the app that knows how they are found.

use std::sync::Arc;

use drawbridge_core::lower::Lowered;
use drawbridge_core::reach::{Exposures, ExposuresBuilder, Matrix, MatrixBuilder};

/// A piece of work at each call; gives what was found when all is done.
pub(super) type Work<T> = Box<dyn FnMut() -> Option<T>>;

/// So many pairs of classes are a piece: far less than a frame.
const PAIRS: usize = 64;

/// So many classes are a piece, each asked from every part of the Internet.
const CLASSES: usize = 1;

/// Finds what the Internet reaches and what leaves to it.
pub(super) fn exposures(lowered: Arc<Lowered>) -> Work<Exposures> {
    let mut builder = Some(ExposuresBuilder::new(lowered));
    Box::new(move || {
        let has_more = builder.as_mut().is_some_and(|it| it.step(CLASSES));
        if has_more {
            return None;
        }
        builder.take().map(ExposuresBuilder::finish)
    })
}

/// Finds who reaches whom.
pub(super) fn matrix(lowered: Arc<Lowered>) -> Work<Matrix> {
    let mut builder = Some(MatrixBuilder::new(lowered));
    Box::new(move || {
        let has_more = builder.as_mut().is_some_and(|it| it.step(PAIRS));
        if has_more {
            return None;
        }
        builder.take().map(MatrixBuilder::finish)
    })
}
