//! How far the drawing of an article has come.

use crate::view::blocks::Block;
use crate::web::app::state::Reading;

/// How many highlights are drawn in the first piece and in each further one.
const FIRST: usize = 300;
const PIECE: usize = 120;

/// How far the drawing has come: blocks before `upto` are those of `reading`, the others still those of `before`.
#[derive(Clone, PartialEq)]
pub(super) struct Progress {
    pub reading: Reading,
    before: Option<Reading>,
    /// How far the drawing of `before` had come.
    kept: usize,
    pub upto: usize,
}

impl Progress {
    /// Nothing but the first piece.
    pub fn start(reading: &Reading) -> Self {
        Self { reading: reading.clone(), before: None, kept: 0, upto: piece_end(reading, 0, FIRST) }
    }

    /// The same for a new analysis; of the same words, what is drawn stays until it is drawn anew.
    pub fn renewed(&self, reading: &Reading) -> Self {
        let before = Some(self.reading.clone()).filter(|before| before.text == reading.text);
        Self { before, kept: self.upto, ..Self::start(reading) }
    }

    /// Goes on by one piece.
    pub fn go_on(&mut self) {
        self.upto = piece_end(&self.reading, self.upto, PIECE);
    }

    /// Whether everything is drawn from the reading.
    pub fn is_done(&self) -> bool {
        self.upto >= self.reading.blocks.len()
    }

    /// What block `index` is drawn from; None while it is words alone.
    pub fn source(&self, index: usize) -> Option<Reading> {
        if index < self.upto {
            return Some(self.reading.clone());
        }
        let span = self.reading.blocks.get(index)?.span;
        let before = self.before.clone().filter(|_| index < self.kept);
        before.filter(|before| before.blocks.get(index).is_some_and(|block| block.span == span))
    }
}

/// The end of the piece that starts at block `from` and has about `marks` highlights.
fn piece_end(reading: &Reading, from: usize, marks: usize) -> usize {
    let mut count = 0;
    let mut more = |block: &Block| {
        let before = count;
        count += 1 + block.nodes.len();
        before < marks
    };
    from + reading.blocks[from.min(reading.blocks.len())..].iter().take_while(|block| more(block)).count()
}
