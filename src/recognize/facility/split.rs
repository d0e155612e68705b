//! Split names: 杨寿、方巷敬老院 is two homes, written out 杨寿敬老院 and 方巷敬老院.

use crate::analysis::Span;
use crate::recognize::NameMention;
use crate::recognize::organization::walk::{Walker, Worth};
use crate::text::{is_among, is_han};

/// No list of them is longer.
const MOST: usize = 8;
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

/// What lines named by letters of places end in, longer before shorter.
const LINES: [&str; 6] = ["高速公路", "城际铁路", "高速", "高铁", "铁路", "城际"];

/// 沪渝、济广、岳武|高速: lines named by letters of the places they join.
pub fn lettered(walker: &Walker, named: &[NameMention]) -> Vec<NameMention> {
    let text = &walker.document().text;
    let mut found = Vec::new();
    for name in named.iter().filter(|name| name.rule == "facility/suffix") {
        let line = LINES.iter().find_map(|line| Some(text.find(line, name.span)?.start));
        let Some(tail) = line.filter(|&tail| (2..=LONGEST).contains(&(tail - name.span.start))) else { continue };
        let mut heads = vec![Span::new(name.span.start, tail)];
        while let Some(head) = heads.last().and_then(|last| letters_before(walker, last.start)) {
            heads.push(head);
            if heads.len() > MOST {
                break;
            }
        }
        let Some(first) = heads.last().filter(|_| heads.len() > 1) else { continue };
        let stretch = Span::new(first.start, name.span.end);
        let tail = text.slice(Span::new(tail, name.span.end));
        for head in heads.iter().rev() {
            let full = Some(format!("{}{tail}", text.slice(*head)));
            found.push(NameMention { span: stretch, full, rule: "facility/split" });
        }
    }
    found
}

/// The letters of a line that a list mark parts from the next at `at`.
fn letters_before(walker: &Walker, at: usize) -> Option<Span> {
    // 机场、京港高铁: what other facilities end in, and what no name begins with
    const NOT_LETTERS: &str = "的速铁路道线港专际场站桥口库园区";
    let document = walker.document();
    let (text, tokens) = (&document.text, &document.tokens);
    let mark = at.checked_sub(1).filter(|&mark| mark >= 2 && text.at(mark) == '、')?;
    let opens = |start: usize| {
        !is_han(text.before(start))
            || text.before(start) == '的'
            || tokens.is_boundary(start)
                && walker.word_before(start).is_some_and(|(word, tag)| {
                    tag.starts_with('v') && word.len() > 1 || matches!(text.slice(word), "和" | "与" | "及" | "以及")
                })
    };
    let letters = |at: usize| is_han(text.at(at)) && !is_among(text.at(at), NOT_LETTERS);
    let fits = |start: &usize| (*start..mark).all(letters) && opens(*start);
    let start = (mark.saturating_sub(LONGEST)..mark - 1).rev().find(fits)?;
    // a word of the dictionary is no letters: 公路、沪昆高铁
    let word = tokens.at(start).is_some_and(|token| token.span.end == mark && !named_tag(&token.tag));
    (!word).then(|| Span::new(start, mark))
}

/// Whether a word with this part of speech may be letters of places.
fn named_tag(tag: &str) -> bool {
    matches!(tag, "x" | "ns" | "nr" | "nz" | "j" | "nrt")
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
        || walker.document().text.at(word.start) == '第' // 第二、第三污水处理厂
        || walker.place_before(word.end) == Some(word.start)
}
