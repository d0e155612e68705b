//! How much speaks for a stretch being a person's name: all weights, added up in one place.

use super::names;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::post;
use crate::text::{Text, is_among, is_han};
use std::sync::LazyLock;

/// Words that stand right behind names.
static FOLLOWERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("follow.tsv")));
/// Words behind a name that only a person does or is called.
pub static AGENTS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("agents.tsv")));

/// Enough to take a stretch for a name.
pub const ACCEPT: i32 = 8;
/// Right behind a post.
pub const AFTER_POST: i32 = 6;
/// Right behind what a person is called (村民, 市领导).
pub const AFTER_ROLE: i32 = 5;
/// Right behind a noun like 护林员 that is not listed.
pub const AFTER_DOER: i32 = 4;
/// Right behind 市领导 and the like, which names always follow.
pub const AFTER_LEADERS: i32 = 6;
/// An everyday word behind a role.
pub const EVERYDAY: i32 = -3;
/// Further on in a list that begins with a name.
pub const LISTED: i32 = 3;
/// Before a word that only persons do (指出, 主持).
pub const AGENT: i32 = 2;
/// Before such a word with a comma, a colon or quotation marks behind it.
pub const SPEAKS: i32 = 4;
/// The name is that of a place.
pub const PLACE: i32 = -5;
/// The last character is more often the next word: 高远|在.
const LOOSE_END: i32 = -5;
/// The name ends in a word for a post: 由|团长.
const TITLED: i32 = -6;
/// 和 is the last character of the name, since no name can begin behind it: 周致和|则.
const JOINED: i32 = -2;
/// A 和 with a mark behind it joins nothing: it is the last character of the name.
const UNJOINED: i32 = -6;
const LOOSE_ENDS: &str = "副在对向为与等说率就也还将于被是又并任曰笑作所代";
/// The whole of a line before a colon.
pub const TURN: i32 = 4;
/// Before 「,男,」 or 「(女)」.
pub const SEX: i32 = 6;
/// Between 任命, 免去 … and a post, or before 任, 当选 … with a post.
pub const APPOINTED: i32 = 5;
/// Before a post, set off by a comma, a blank or a bracket.
pub const BEFORE_POST: i32 = 3;
/// At the start of a line, before a blank and posts.
pub const ROSTER: i32 = 6;
/// Right before 书记, 市长 … without a body.
pub const ADDRESSED: i32 = 3;
/// A transliterated name with ·.
pub const DOTTED: i32 = 7;
/// A transliterated name without ·, right behind a post.
pub const PLAIN_TRANSLITERATED: i32 = 4;
/// Nothing but the look of it.
pub const BARE: i32 = -6;
/// Before 同志, 先生, 女士.
pub const COURTESY: i32 = 5;
/// In a list of three or more that look like names.
pub const IN_LIST: i32 = 3;

/// Weight of what stands behind the name.
pub fn right(document: &Document, end: usize) -> i32 {
    let text = &document.text;
    let after = text.at(end);
    if !is_han(after) {
        return if after.is_ascii_alphanumeric() { -1 } else { 2 };
    }
    let boundary = if document.tokens.is_boundary(end) { 1 } else { 0 };
    match FOLLOWERS.longest_at(text, end, end + 6) {
        Some((length, _)) if length > 1 => 2 + boundary,
        Some(_) => 1 + boundary,
        None => boundary - 3,
    }
}

/// Weight of what stands before the name.
pub fn left(document: &Document, start: usize) -> i32 {
    let before = document.text.before(start);
    if !is_han(before) {
        return if before.is_ascii_alphanumeric() { -1 } else { 1 };
    }
    if post::ends_with_title(&document.text, start) {
        return 2;
    }
    if document.tokens.is_boundary(start) { 0 } else { -3 }
}

/// Weight of what the segmenter and the list of everyday words make of the stretch.
pub fn word(document: &Document, span: Span) -> i32 {
    let mut listed = if names::is_negative(document.text.slice(span)) { -4 } else { 0 };
    // 周万任|出席: before a verb 任 takes no office
    let ended =
        document.text.before(span.end) == '任' && AGENTS.longest_at(&document.text, span.end, span.end + 4).is_some();
    if span.len() > 2 && is_among(document.text.at(span.end - 1), LOOSE_ENDS) && !ended {
        listed += LOOSE_END;
    }
    if post::ends_in_title(&document.text, Span::new(span.start + 1, span.end)) {
        listed += TITLED;
    }
    if document.text.at(span.start) == '谈' && tells_of(document, span) {
        listed += TITLED;
    }
    let Some(token) = document.tokens.at(span.start).filter(|token| token.span == span) else { return listed };
    let tagged = match &*token.tag {
        "nr" | "nrfg" | "nrt" => 2,
        "x" => i32::from(span.len() == 3),
        "ns" | "nt" | "nz" => -2,
        tag if tag.starts_with(['n', 'a', 'b', 'z', 'i', 'l', 's', 't']) => -4,
        _ => -5,
    };
    tagged.min(listed + if tagged > 0 { tagged } else { 0 })
}

/// 县委书记|谈|思路: 谈 is the verb of a headline, where a noun of the dictionary follows.
fn tells_of(document: &Document, span: Span) -> bool {
    let next = document.tokens.at(span.start + 1).filter(|next| next.span.start == span.start + 1);
    next.is_some_and(|next| next.span.end >= span.end && matches!(&*next.tag, "n" | "vn" | "v" | "l"))
}

/// A stretch with the weight of its look: of the words themselves and of their neighbours.
pub type Looked = (Span, i32);

/// The best name that begins at `start`. `anchored`: a post or the like stands before it.
pub fn best_at(document: &Document, start: usize, limit: usize, anchored: bool) -> Option<Looked> {
    let text = &document.text;
    let chinese = names::ends_at(text, start, limit).into_iter().filter_map(|end| {
        let span = Span::new(start, end);
        Some((span, names::shape(text, span)? + right(document, end) + word(document, span) + joint(text, end)))
    });
    let chinese = chinese.max_by_key(|(span, weight)| (*weight, span.len()));
    let chief = document.tokens.at(start).is_some_and(|token| {
        token.span == Span::new(start, start + 2) && text.at(start + 1) == '长' // 与|州长|艾热提·买买提
    });
    let transliterated = names::transliterated_end(text, start, limit, anchored).filter(|_| !chief);
    let foreign = transliterated.and_then(|end| {
        let dotted = text.slice(Span::new(start, end)).contains('·');
        // a run of syllables may reach into the next word: 巴图巴雅尔|主持
        let ends = if dotted { end..=end } else { (start + 2).min(end)..=end };
        let readings = ends.map(|end| {
            let span = Span::new(start, end);
            let weight = if dotted { DOTTED } else { plain_transliterated(span) };
            (span, weight + right(document, end) + word(document, span).min(0))
        });
        readings.max_by_key(|(span, weight)| (*weight, span.len()))
    });
    better(document, chinese, foreign)
}

/// Weight of a 和 behind the name that joins it to nothing.
fn joint(text: &Text, end: usize) -> i32 {
    if text.at(end) == '和' && !is_han(text.at(end + 1)) {
        return UNJOINED;
    }
    let follows = || FOLLOWERS.longest_at(text, end + 1, end + 7).is_some();
    if text.at(end) == '和' && names::surname_at(text, end + 1).is_none() && follows() { JOINED } else { 0 }
}

/// The best name that ends at `end`.
pub fn best_before(document: &Document, end: usize) -> Option<Looked> {
    let text = &document.text;
    let starts = (end.saturating_sub(4)..end.saturating_sub(1)).filter(|&start| is_han(text.at(start)));
    let chinese = starts.filter_map(|start| {
        let span = Span::new(start, end);
        Some((span, names::shape(text, span)? + left(document, start) + word(document, span)))
    });
    let spaced = spaced_before(document, end);
    let chinese = chinese.chain(spaced).max_by_key(|(span, weight)| (*weight, span.len()));
    better(document, chinese, foreign_before(document, end))
}

/// Of a Chinese and a transliterated reading the likelier; one with · is always transliterated.
fn better(document: &Document, chinese: Option<Looked>, foreign: Option<Looked>) -> Option<Looked> {
    match (chinese, foreign) {
        (Some(chinese), Some(foreign)) => {
            let dotted = document.text.slice(foreign.0).contains('·');
            let goes_on = chinese.0.start == foreign.0.start
                && chinese.0.end < foreign.0.end
                && names::is_syllable(document.text.at(chinese.0.end))
                && right(document, chinese.0.end) < 0;
            let clear =
                goes_on || foreign.1 > chinese.1 + 2 || foreign.1 > chinese.1 && foreign.0.len() > chinese.0.len() + 1;
            Some(if dotted || clear { foreign } else { chinese })
        }
        (chinese, foreign) => chinese.or(foreign),
    }
}

/// The longer a run of syllables, the likelier it is one name.
fn plain_transliterated(span: Span) -> i32 {
    PLAIN_TRANSLITERATED + (span.len() as i32 - 3).clamp(-2, 3)
}

/// A surname and one character with blanks between that ends at `end`.
fn spaced_before(document: &Document, end: usize) -> Option<Looked> {
    let text = &document.text;
    let last = end.checked_sub(1).filter(|&last| is_han(text.at(last)) && text.before(last) == ' ')?;
    let surname = (last.saturating_sub(3)..last).rev().find(|&at| text.at(at) != ' ')?;
    let span = Span::new(surname, end);
    let lone = !is_han(text.before(surname));
    Some((span, names::shape(text, span).filter(|_| lone)? + 1))
}

/// A transliterated name that ends at `end` and fills the stretch back to a mark.
fn foreign_before(document: &Document, end: usize) -> Option<Looked> {
    let text = &document.text;
    let floor = end.saturating_sub(24);
    let start = (floor..end).rev().take_while(|&at| is_han(text.at(at)) || text.at(at) == '·').last()?;
    let span = Span::new(start, end);
    let dotted = text.slice(span).contains('·');
    let whole = names::transliterated_end(text, start, end, true) == Some(end) && (dotted || span.len() <= 8);
    let weight = if dotted { DOTTED } else { plain_transliterated(span) };
    whole.then(|| (span, weight + left(document, start) + word(document, span).min(0)))
}
