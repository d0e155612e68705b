//! The left edge of a name: how far back from its last word it reaches.

use super::words::CLASSES;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::action;
use crate::text::is_han;
use std::sync::LazyLock;

static GOVERNORS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("governors.tsv")));

/// A name is no longer than this.
const MAX_NAME: usize = 34;
/// A piece of a name that 、 divides is no longer than this.
const MAX_PIECE: usize = 5;

/// What the left edge leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// A verb of carrying out: 实施.
    Governor,
    /// An opening quotation mark that belongs to the name.
    Quoted,
    /// An opening quotation mark or bracket around the whole.
    Enclosed,
    /// A list mark, another name before 和.
    Listed,
    /// Anything else.
    None,
}

/// Where the name that ends at `end` begins, given that its last word begins at `last`, and what it leans on.
pub fn left_edge(document: &Document, last: usize) -> (usize, Support) {
    let text = &document.text;
    let floor = last.saturating_sub(MAX_NAME);
    let (mut start, mut joined) = (last, None);
    let support = loop {
        if start <= floor {
            break Support::None;
        }
        match text.before(start) {
            '”' => match opening(document, start, floor) {
                Some(open) => {
                    start = open;
                    break Support::Quoted;
                }
                None => break Support::None,
            },
            '“' | '《' | '‘' => break Support::Enclosed,
            '、' => {
                if joined.is_none() && last - start <= MAX_PIECE * 2 {
                    joined = Some((start, Support::Listed));
                }
                if piece_before(document, start - 1).is_none() {
                    break Support::Listed;
                }
                start -= 1;
                continue;
            }
            char if !is_name_char(char) => break Support::None,
            _ => {}
        }
        match step(document, start, last) {
            Step::Over(next) if next < floor => break Support::None,
            Step::Over(next) => start = next,
            Step::Conjunction(next) => {
                joined = joined.or(Some((start, Support::Listed)));
                start = next;
            }
            Step::Stop(support) => break support,
        }
    };
    if let (Support::None, Some(governed)) = (support, governed_start(document, last)) {
        return (without_leading(document, governed, last), Support::Governor);
    }
    // A list or a conjunction inside is part of the name only right behind a verb of carrying out.
    match joined {
        Some(cut) if !matches!(support, Support::Governor | Support::Quoted) => cut,
        _ => (without_leading(document, start, last), support),
    }
}

/// Behind the nearest verb that carries out nothing but programmes, where nothing but words of a name lies between.
fn governed_start(document: &Document, last: usize) -> Option<usize> {
    let text = &document.text;
    let floor = last.saturating_sub(MAX_NAME);
    let run =
        (floor..last).rev().find(|&at| !is_name_char(text.at(at)) || text.at(at) == '的').map_or(floor, |at| at + 1);
    (run + 2..last).rev().find(|&end| {
        let governor = GOVERNORS.longest_before(text, end, end.saturating_sub(4).max(run));
        document.tokens.is_boundary(end) && governor.is_some_and(|(_, row)| row.get(1) == Some(&"governor"))
    })
}

enum Step {
    Over(usize),
    Conjunction(usize),
    Stop(Support),
}

/// One token back from `start`.
fn step(document: &Document, start: usize, last: usize) -> Step {
    let (text, tokens) = (&document.text, &document.tokens);
    let Some(token) = tokens.at(start - 1) else { return Step::Stop(Support::None) };
    if let Some((verb, row)) = GOVERNORS.longest_before(text, start, start.saturating_sub(4)) {
        let inside = row.get(1) == Some(&"inner") && start < last + 1 && !opens_clause(document, verb.start);
        let whole = row.get(1) == Some(&"governor") || tokens.is_boundary(verb.start) && start < last;
        if whole && !inside {
            return Step::Stop(Support::Governor);
        }
    }
    let word = text.slice(token.span);
    match token.tag.as_ref() {
        "c" if matches!(word, "和" | "与" | "及" | "以及") => {
            if ends_like_name(document, token.span.start) {
                Step::Stop(Support::Listed)
            } else {
                Step::Conjunction(token.span.start)
            }
        }
        "c" | "p" | "u" | "uj" | "ul" | "uz" | "r" | "y" => Step::Stop(Support::None),
        "d" if matches!(action::lead_before(text, start, token.span.start), Some((_, action::Lead::Adverb))) => {
            Step::Stop(Support::None)
        }
        "m" if !word.ends_with(['年', '日', '号'])
            && !word.chars().all(|char| char.is_ascii_digit() || char == '-')
            && !"一二三四五六七八九十百千万两".contains(word) =>
        {
            Step::Stop(Support::None)
        }
        "q" if !matches!(word, "年" | "日" | "号") && is_counted(document, token.span.start) => {
            Step::Stop(Support::None)
        }
        _ if matches!(
            word,
            "的" | "了" | "将" | "把" | "被" | "以" | "对" | "为" | "在" | "向" | "从" | "由" | "是" | "要"
        ) =>
        {
            Step::Stop(Support::None)
        }
        _ => Step::Over(token.span.start),
    }
}

/// Whether a numeral stands before `at`.
fn is_counted(document: &Document, at: usize) -> bool {
    at > 0 && document.tokens.at(at - 1).is_some_and(|token| token.tag.as_ref() == "m")
}

/// Whether a verb at `at` opens its clause or follows an adverb: then it governs what follows.
fn opens_clause(document: &Document, at: usize) -> bool {
    let text = &document.text;
    !is_han(text.before(at)) || action::lead_before(text, at, at.saturating_sub(4)).is_some() || {
        let before = document.tokens.at(at.saturating_sub(1));
        before.is_some_and(|token| matches!(token.tag.as_ref(), "d" | "p" | "c" | "u" | "uj" | "ul" | "r" | "t"))
    }
}

/// Whether the words before a conjunction are a name of their own already.
fn ends_like_name(document: &Document, end: usize) -> bool {
    super::ends_in_suffix(document, end) || document.text.before(end) == '”'
}

/// The short piece before 、 at `end`, if it is one: 名校长、名教师、名班主任培养工程.
fn piece_before(document: &Document, end: usize) -> Option<usize> {
    let text = &document.text;
    if super::ends_in_suffix(document, end) {
        return None;
    }
    let floor = end.saturating_sub(MAX_PIECE + 1);
    let start = (floor..end).rev().find(|&at| {
        !is_han(text.at(at))
            || GOVERNORS.longest_before(text, at + 1, at.saturating_sub(3)).is_some()
                && document.tokens.is_boundary(at + 1)
    })?;
    (start + 1 < end).then_some(start + 1)
}

/// The opening mark of the quotation that closes right before `end`.
fn opening(document: &Document, end: usize, floor: usize) -> Option<usize> {
    let text = &document.text;
    (floor..end.saturating_sub(1))
        .rev()
        .take_while(|&at| !matches!(text.at(at), '”' | '\n'))
        .find(|&at| text.at(at) == '“')
}

fn is_name_char(char: char) -> bool {
    is_han(char) || char.is_ascii_alphanumeric() || matches!(char, '-' | '—' | '+' | '·')
}

/// Takes 全市, 新一轮 … and adverbs off the front.
fn without_leading(document: &Document, start: usize, last: usize) -> usize {
    let text = &document.text;
    let mut start = start;
    while let Some(word) = CLASSES.leading.iter().find(|word| text.starts_with(start, word)) {
        if start + word.chars().count() >= last {
            break;
        }
        start += word.chars().count();
    }
    match action::lead_at(text, start, last) {
        Some((end, action::Lead::Adverb)) if end < last => end,
        _ => start,
    }
}
