//! Split names: 杨寿、方巷敬老院 is two homes, written out 杨寿敬老院 and 方巷敬老院.

use crate::analysis::Span;
use crate::recognize::NameMention;
use crate::recognize::organization::walk::{Walker, Worth};
use crate::text::is_han;

/// The longest place name that shares a suffix.
const LONGEST: usize = 4;

/// The members of split lists that end in one of `named`.
pub fn recognize(walker: &Walker, named: &[NameMention]) -> Vec<NameMention> {
    let mut found = Vec::new();
    for name in named.iter().filter(|name| name.rule == "facility/suffix") {
        let Some(own) = single_word(walker, name.span) else { continue };
        let heads = heads_before(walker, name.span.start);
        let Some(first) = heads.last() else { continue };
        let named = heads.iter().chain([&own]).filter(|head| is_name(walker, **head)).count();
        let short = heads.iter().all(|head| head.len() == 2);
        if named == 0 || (named <= heads.len() && !short) {
            continue;
        }
        let text = &walker.document().text;
        let tail = text.slice(Span::new(own.end, name.span.end));
        let stretch = Span::new(first.start, name.span.end);
        for head in heads.iter().rev().chain([&own]) {
            let repeated = tail.strip_prefix(text.before(head.end)).filter(|_| *head != own); // 秋浦河、九华|河航道
            let tail = repeated.unwrap_or(tail);
            let full = Some(format!("{}{tail}", text.slice(*head)));
            found.push(NameMention { span: stretch, full, rule: "facility/split" });
        }
    }
    found
}

/// The one short word before the suffix, where the name has no other.
fn single_word(walker: &Walker, name: Span) -> Option<Span> {
    let token = walker.document().tokens.at(name.start)?;
    let word = Span::new(name.start, token.span.end);
    let short = (2..=LONGEST).contains(&word.len()) && word.end < name.end;
    (short && is_head(walker, word)).then_some(word)
}

/// The words joined by 、 right before `at`, last first, if each can stand for a place.
fn heads_before(walker: &Walker, at: usize) -> Vec<Span> {
    const MOST: usize = 8;
    let text = &walker.document().text;
    let mut heads = Vec::new();
    let mut at = at;
    while heads.len() < MOST && text.before(at) == '、' {
        let Some((word, _)) = walker.word_before(at - 1) else { break };
        let word = walker.place_before(at - 1).map_or(word, |start| Span::new(start, at - 1));
        if !(2..=LONGEST).contains(&word.len()) || !is_head(walker, word) {
            break;
        }
        heads.push(word);
        at = word.start;
    }
    // what stands before the first has to end there: a verb or a mark, not more of a name
    // (a single character there may be the head of a longer name: 应|天门)
    let whole = heads.last().is_some_and(|first| {
        let apart = !is_han(text.before(first.start))
            || walker.word_before(first.start).is_some_and(|(word, _)| word.len() > 1);
        apart && walker.start_of(first.start) == first.start
    });
    if whole { heads } else { Vec::new() }
}

/// A word that can stand for a place: no class word.
fn is_head(walker: &Walker, word: Span) -> bool {
    let text = &walker.document().text;
    !super::suffixes::ends_in_suffix(walker, word)
        && (word.start..word.end).all(|at| is_han(text.at(at)))
        && walker.worth(word) >= Worth::Some
        && !walker.stops(word)
}

/// A place, or a word no dictionary knows.
fn is_name(walker: &Walker, word: Span) -> bool {
    let unknown = walker.document().tokens.at(word.start);
    unknown.is_some_and(|token| token.span == word && &*token.tag == "x")
        || walker.place_before(word.end) == Some(word.start)
}
