//! What stands around a name: where words are cut, and words that call for a place.

use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

/// Words before a place: 位于, 赴, 访.
static BEFORE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("before.tsv")));

/// Whether a name may begin at `at`: a word begins there, or no list knows the word that runs over it.
pub fn may_begin(document: &Document, at: usize) -> bool {
    is_cut(document, at) || !is_han(document.text.before(at))
}

/// Whether a name may end at `end`.
pub fn may_end(document: &Document, end: usize) -> bool {
    is_cut(document, end) || !is_han(document.text.at(end))
}

fn is_cut(document: &Document, at: usize) -> bool {
    document.tokens.is_boundary(at) || document.tokens.at(at).is_some_and(|token| &*token.tag == "x")
}

/// Whether the character at `end` makes a longer name of another thing out of a short form: 龙潭|寺.
pub fn names_other(document: &Document, end: usize) -> bool {
    let token = document.tokens.at(end);
    is_among(document.text.at(end), "寺山湖河江镇村乡庙塔岛泉沟岭溪洞")
        && token.is_some_and(|token| token.span.len() == 1)
}

/// 赵|新昌,: a surname at the head of a clause right before, and a mark right behind.
pub fn follows_surname(document: &Document, span: Span) -> bool {
    let text = &document.text;
    let before = span.start.checked_sub(1).and_then(|at| document.tokens.at(at));
    let surname = before.is_some_and(|token| token.span.len() == 1 && &*token.tag == "nr");
    surname && !is_han(text.before(span.start - 1)) && !is_han(text.at(span.end))
}

/// Whether the segmentation dictionary knows the words of `span` as one place name.
pub fn is_place_token(document: &Document, span: Span) -> bool {
    document.tokens.at(span.start).is_some_and(|token| token.span == span && &*token.tag == "ns")
}

/// Whether the word before `span` wants a place behind it.
pub fn calls_for_place(document: &Document, span: Span) -> bool {
    BEFORE.longest_before(&document.text, span.start, span.start.saturating_sub(4)).is_some()
}

/// 金寨|板栗、|霍山|石斛: whether two spans begin neighbouring items of one list, each with a short noun behind it.
pub fn lead_items(document: &Document, first: Span, second: Span) -> bool {
    const NOUN: usize = 6;
    let text = &document.text;
    let noun = second.start.saturating_sub(first.end + 1);
    (2..=NOUN).contains(&noun)
        && text.before(second.start) == '、'
        && (first.end..second.start - 1).all(|at| is_han(text.at(at)) && !is_among(text.at(at), "的和与在了是"))
}

/// Whether only a list mark or a connecting word stands between two spans.
pub fn joined(document: &Document, first: Span, second: Span) -> bool {
    let gap = second.start.saturating_sub(first.end);
    gap == 0
        || gap <= 2
            && matches!(
                document.text.slice(Span::new(first.end, second.start)),
                "、" | "和"
                    | "与"
                    | "及"
                    | "至"
                    | "到"
                    | "—"
                    | "——"
                    | "-"
                    | "·"
                    | "以及"
                    | "同"
                    | "、在"
                    | "/"
                    | ","
            )
}
