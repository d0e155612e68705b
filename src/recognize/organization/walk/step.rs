//! What one step to the left may pass over, and where it has to stop.

use super::{LEVEL_ENDS, STOPS, Walker, stops_by_tag};
use crate::analysis::Span;
use crate::lexicon::{Lexicon, Row};
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

/// Words around 建设 that make it part of a name.
static BUILDERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("builders.tsv")));
/// What the names of bodies end in that do something together.
static ENDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("ends.tsv")));

impl Walker<'_> {
    /// 岳阳楼-|君山岛, 云山—|白石: a single dash between two names.
    pub(super) fn joint(&self, at: usize) -> Option<usize> {
        let text = &self.document.text;
        let named = self.place_before(at - 1).is_some()
            || self
                .word_before(at - 1)
                .is_some_and(|(span, tag)| span.len() > 1 && !stops_by_tag(tag, text.slice(span)));
        (is_han(text.before(at - 1)) && is_han(text.at(at)) && named).then_some(at - 1)
    }

    /// 东阿阿胶|建设|创新中心: 建设 inside a name only before the words of builders (建设集团) and behind their fields (城市建设).
    pub(super) fn builds(&self, span: Span, word: &str) -> bool {
        const LONGEST: usize = 4;
        let text = &self.document.text;
        let near = span.start.saturating_sub(LONGEST);
        let after = |class: &str, row: Option<&Row>| row.is_some_and(|row| row.get(1) == Some(&class));
        word == "建设"
            && !after("builds-before", BUILDERS.longest_at(text, span.end, text.len()).map(|(_, row)| row))
            && !after("builds-behind", BUILDERS.longest_before(text, span.start, near).map(|(_, row)| row))
    }

    /// Whether the 会同 of `span` joins two bodies.
    pub fn joins_bodies(&self, span: Span) -> bool {
        self.document.text.slice(span) == "会同" && self.joins(span, "会同")
    }

    /// 某某公司|联合|某某学院: what one body does with another, not a part of a name (联合大学).
    pub(super) fn joins(&self, span: Span, word: &str) -> bool {
        const LONGEST: usize = 4;
        let near = span.start.saturating_sub(LONGEST);
        let body = ENDS.longest_before(&self.document.text, span.start, near);
        matches!(word, "联合" | "会同") && body.is_some()
    }

    /// 安|能|科技: a short name that the segmenter cuts into a noun and a verb of one character each, behind a verb or a mark.
    pub(super) fn splinter(&self, span: Span, tag: &str) -> bool {
        const VERBS: &str = "是有在为到住去来说称让使请";
        let text = &self.document.text;
        if span.len() != 1 || tag != "v" || is_among(text.at(span.start), VERBS) {
            return false;
        }
        let Some((left, noun)) = self.word_before(span.start) else { return false };
        if left.len() != 1
            || !is_han(text.at(left.start))
            || !matches!(noun, "n" | "ng" | "nr" | "zg" | "a" | "j" | "ns" | "nz" | "g")
        {
            return false;
        }
        let word = text.slice(left);
        let edge = self.word_before(left.start).is_none_or(|(before, tag)| {
            !is_han(text.before(left.start))
                || stops_by_tag(tag, text.slice(before))
                || STOPS.contains(text.slice(before))
        });
        edge && !STOPS.contains(word) && !LEVEL_ENDS.contains(word)
    }

    /// 上|云岭产业园, 中|马产业园: what says where stands behind other words; right behind a mark or a verb of two characters it
    /// is the first of a name.
    pub(super) fn side(&self, span: Span) -> bool {
        let text = &self.document.text;
        let side = span.len() == 1 && matches!(text.at(span.start), '上' | '中' | '下');
        let verb = || self.word_before(span.start).is_some_and(|(word, tag)| tag == "v" && word.len() == 2);
        let before = text.before(span.start);
        let opens = !is_han(before) && !matches!(before, ')' | '”' | '》') && !before.is_ascii_alphanumeric();
        side && (opens || text.at(span.start) != '中' && verb())
    }

    /// A single character right behind a mark: the first of a name that the dictionary takes for a verb (捺|山).
    pub(super) fn opens(&self, span: Span) -> bool {
        let before = self.document.text.before(span.start);
        span.len() == 1 && !is_han(before) && before != ')' && before != '”'
    }

    /// The segmenter joins what it does not know: 优市|口腔医院, 以环洲|公路. The name begins behind the first character, or
    /// behind the word where it is a verb with its result (建强).
    pub(super) fn unglued(&self, span: Span, word: &str) -> Option<usize> {
        const RESULTS: &str = "强优大好成实细全精活稳牢";
        let result = span.len() == 2 && word.ends_with(|char| is_among(char, RESULTS));
        (!result && span.len() > 1).then_some(span.start + 1)
    }

    /// 中国(江苏)自贸区: a short bracket inside a name.
    pub(super) fn bracket(&self, at: usize, floor: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let text = &self.document.text;
        let open = (floor.max(at.saturating_sub(LONGEST))..at - 1).rev().find(|&open| text.at(open) == '(')?;
        let inner = open + 1..at - 1;
        (!inner.is_empty() && inner.clone().all(|at| is_han(text.at(at))) && is_han(text.before(open))).then_some(open)
    }

    /// “好人”园: a name in quotation marks as part of a longer one.
    pub(super) fn quoted(&self, at: usize, floor: usize, mark: char) -> Option<usize> {
        const LONGEST: usize = 14;
        let text = &self.document.text;
        if matches!(text.before(at - 1), '。' | '!' | '?' | ',' | ';') {
            return None; // “…。”|某某公司: what somebody said
        }
        (floor.max(at.saturating_sub(LONGEST))..at - 1).rev().find(|&open| text.at(open) == mark)
    }
}
