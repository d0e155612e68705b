//! What is done once the page is drawn again: scrolling, marking, moving the focus.

use super::{App, dom};
use crate::analysis::Span;

/// What is done once the page is drawn again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    Nothing,
    ToEvidence,
    ToRow,
    ToSpan(Span),
    /// The focus goes to the first element that is there.
    ToPart(&'static str),
    /// The first element that is there is pressed.
    Press(&'static str),
    /// The page was drawn anew in another language: the focus goes back to where that was chosen.
    ToLanguage,
    /// The selected row is marked in what was drawn since.
    Marked,
}

impl App {
    /// Does what was put off until the page is drawn.
    pub(super) fn settle(&mut self) {
        let after = std::mem::replace(&mut self.after, After::Nothing);
        match after {
            After::ToLanguage => dom::focus("#language"),
            After::ToPart(selector) => dom::focus(selector),
            After::Press(selector) => dom::click(selector),
            _ => {}
        }
        let Some(reading) = self.reading() else { return };
        match after {
            After::Nothing | After::ToPart(_) | After::Press(_) => {}
            After::ToLanguage | After::Marked => dom::mark(&reading, self.selection, false),
            After::ToEvidence => dom::mark(&reading, self.selection, true),
            After::ToRow => {
                dom::mark(&reading, self.selection, false);
                dom::reveal_row();
            }
            After::ToSpan(span) => dom::show(&reading, span),
        }
    }
}
