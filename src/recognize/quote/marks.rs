//! Pairs of quotation marks, found in one pass over the text however deep they nest.

use crate::analysis::Span;
use crate::text::Text;

/// An outermost pair of quotation marks, or a mark that its paragraph never closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// The words between the marks.
    pub inside: Span,
    /// The marks included.
    pub outside: Span,
}

impl Marked {
    /// Whether the words are set as an utterance of their own: the sentence ends inside the marks.
    pub fn is_utterance(&self, text: &Text) -> bool {
        matches!(text.before(self.inside.end), '。' | '!' | '?' | '…' | ';' | ',') && self.inside.len() >= 4
    }
}

/// The outermost pairs of `paragraph`, in order.
pub fn outermost(text: &Text, paragraph: Span) -> Vec<Marked> {
    let mut pairs = Vec::new();
    let (mut depth, mut open) = (0usize, paragraph.start);
    for at in paragraph.start..paragraph.end {
        match text.at(at) {
            '“' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            '”' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    pairs.push(Marked { inside: Span::new(open + 1, at), outside: Span::new(open, at + 1) });
                }
            }
            _ => {}
        }
    }
    if depth > 0 {
        pairs.push(Marked { inside: Span::new(open + 1, paragraph.end), outside: Span::new(open, paragraph.end) });
    }
    pairs.retain(|pair| !pair.inside.is_empty());
    pairs
}

/// The pair of the ordered `pairs` that holds `at`, marks included.
pub fn holding(pairs: &[Marked], at: usize) -> Option<&Marked> {
    let index = pairs.partition_point(|pair| pair.outside.end <= at);
    pairs.get(index).filter(|pair| pair.outside.holds(at))
}
