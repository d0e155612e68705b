//! What stands before a department: 市, 徐州市, 省委, 市政府.

use super::walk::Walker;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

static ANCHORS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("anchors.tsv")));

/// Before a level word these make it a class: 全市, 各县, 我省.
const NOT_BEFORE_LEVEL: &str = "全我本各该两整外跨每多几某邻等城都超上股门一二三四五六七八九十";

/// Function words that the segmenter joins with what follows: 另据省|国资委.
const GLUED: &str = "经据由在向从对将为与和另并及被把到至于是让使请";

/// How many names may follow each other: 江苏省|徐州市|铜山区|人民政府.
const CHAIN: usize = 5;

/// What ends at an offset and makes a department a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// Where it begins.
    pub start: usize,
    /// It names a place, not only a level.
    pub named: bool,
    /// Its last part is a body of its own (市委, 省政府).
    pub parent: bool,
}

/// The longest anchor that ends at `at`; `whole` asks for a word's end there (市|…, not 区|域…).
pub fn before(walker: &Walker, at: usize, whole: bool) -> Option<Anchor> {
    if whole && !walker.document().tokens.is_boundary(at) {
        return None;
    }
    let mut anchor: Option<Anchor> = None;
    let mut end = at;
    let mut pending: Option<usize> = None;
    for _ in 0..CHAIN {
        // 市教育局|会同|市财政局: 会同 is a county too
        let joint = end.checked_sub(2).is_some_and(|joint| walker.joins_bodies(Span::new(joint, end)))
            || end.checked_sub(3).is_some_and(|joint| walker.joins_bodies(Span::new(joint, end - 1)));
        if joint && anchor.is_some() {
            break;
        }
        if let Some(start) = walker.place_before(end).filter(|_| !joint) {
            let parent = anchor.is_some_and(|anchor| anchor.parent) || (anchor.is_none() && pending.is_some());
            anchor = Some(Anchor { start, named: true, parent });
            end = start;
            pending = None;
            continue;
        }
        let Some((span, level)) = word_before(walker, end) else { break };
        if level {
            let Some(span) = level_stands(walker, span) else { break };
            let named = anchor.is_some_and(|anchor| anchor.named);
            let parent = anchor.is_some_and(|anchor| anchor.parent) || (anchor.is_none() && pending.is_some());
            anchor = Some(Anchor { start: span.start, named, parent });
            pending = None;
        } else {
            pending = Some(span.start);
        }
        end = span.start;
    }
    anchor
}

/// The level or parent word that ends at `end`, and whether it is a level word.
fn word_before(walker: &Walker, end: usize) -> Option<(Span, bool)> {
    const LONGEST: usize = 12;
    let text = &walker.document().text;
    let (span, row) = ANCHORS.longest_before(text, end, end.saturating_sub(LONGEST))?;
    Some((span, row.get(1) == Some(&"level")))
}

/// What a level word stands for: itself at a word's start, or the unknown word that it ends (an unlisted district); not
/// 全市, 城市.
fn level_stands(walker: &Walker, span: Span) -> Option<Span> {
    /// The shortest unknown word that can be a place: two characters and the level word.
    const PLACE: usize = 3;
    let document = walker.document();
    let before = document.text.before(span.start);
    if is_among(before, NOT_BEFORE_LEVEL) {
        return None;
    }
    if document.tokens.is_boundary(span.start) || !is_han(before) {
        return Some(span);
    }
    let token = document.tokens.at(span.start)?;
    if !matches!(&*token.tag, "x" | "nt" | "ns") {
        return None;
    }
    let whole = Span::new(token.span.start, span.end);
    let glued = crate::text::is_among(document.text.at(whole.start), GLUED);
    Some(if whole.len() >= PLACE && !glued { whole } else { span })
}
