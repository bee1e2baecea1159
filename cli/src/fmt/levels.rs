//! The levels of indentation that are open at a line, each with the column
//! that it had and the column that it gets. Knows no format.

/// Two spaces a level.
const STEP: usize = 2;

/// The open levels, from the outermost inwards.
#[derive(Debug, Default)]
pub(super) struct Levels(Vec<(usize, usize)>);

impl Levels {
    /// Closes what is deeper than a column, opens a level there if there is
    /// none, and gives its new column.
    pub(super) fn enter(&mut self, column: usize) -> usize {
        let new = self.new_column(column);
        let kept = self.0.iter().take_while(|(old, _)| *old < column).count();
        self.0.truncate(kept);
        self.0.push((column, new));
        new
    }

    /// Opens a level whose new column is known.
    pub(super) fn open(&mut self, column: usize, new: usize) {
        self.0.push((column, new));
    }

    /// Closes everything.
    pub(super) fn close(&mut self) {
        self.0.clear();
    }

    /// The new column that something at a column gets.
    pub(super) fn new_column(&self, column: usize) -> usize {
        let outer = self.0.iter().take_while(|(old, _)| *old <= column).last();
        outer.map_or(
            0,
            |(old, new)| if *old == column { *new } else { new + STEP },
        )
    }

    /// The new column of a comment, which opens no level: it stays beside the
    /// level that it was beside, or as far behind the next one to the left.
    pub(super) fn beside(&self, column: usize) -> usize {
        let outer = self.0.iter().take_while(|(old, _)| *old <= column).last();
        outer.map_or(column, |(old, new)| new + (column - old))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_become_multiples_of_two() {
        let mut levels = Levels::default();
        let columns = [1, 4, 8, 9, 4, 7, 1];
        assert_eq!(columns.map(|it| levels.enter(it)), [0, 2, 4, 6, 2, 4, 0]);
    }

    #[test]
    fn comments_open_no_level() {
        let mut levels = Levels::default();
        levels.enter(0);
        levels.enter(4);
        assert_eq!([0, 1, 4, 6].map(|it| levels.beside(it)), [0, 1, 2, 4]);
        assert_eq!(levels.enter(3), 2);
    }
}
