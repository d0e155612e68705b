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

/// 。(记者 某某): a by-line in brackets at the end is not said.
pub fn without_byline(text: &Text, span: Span) -> Span {
    const LONGEST: usize = 40;
    if text.before(span.end) != ')' {
        return span;
    }
    let open = (span.start.max(span.end.saturating_sub(LONGEST))..span.end).rev().find(|&at| text.at(at) == '(');
    let signed = |open: &usize| {
        let name = span.end.saturating_sub(open + 4); // (记者某某)
        let reporter = text.starts_with(open + 1, "记者") && (matches!(text.at(open + 3), ' ' | ':') || name <= 4);
        reporter || ["本报记者", "通讯员", "来源:", "本报讯", "完)"].iter().any(|word| text.starts_with(open + 1, word))
    };
    open.filter(signed).map_or(span, |open| Span::new(span.start, open))
}
