//! Choices in a row, as a random design needs them. They come from a list, so
//! that a design that both disagree about shrinks: 0 is the plainest choice.

/// The choices that are left.
pub(crate) struct Dice<'a> {
    rolls: &'a [u16],
}

impl<'a> Dice<'a> {
    pub(crate) fn new(rolls: &'a [u16]) -> Self {
        Self { rolls }
    }

    fn roll(&mut self) -> usize {
        let Some((first, rest)) = self.rolls.split_first() else {
            return 0;
        };
        self.rolls = rest;
        usize::from(*first)
    }

    /// A number below `count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.roll() % count
    }

    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// Yes in so many of a hundred.
    pub(crate) fn yes(&mut self, of_hundred: usize) -> bool {
        self.below(100) >= 100 - of_hundred
    }
}
