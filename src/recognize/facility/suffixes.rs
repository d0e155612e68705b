//! Facilities by the last word of their names: 云湖国际会议中心, 郑徐客专, 虾产业园.

use super::edge::{
    across, behind_class, behind_time, behind_verb, counted, fragments, is_class, is_division, is_pointed_at,
    placed_project, unreached,
};
use super::lines::phase;
use super::output;
use super::route;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::NameMention;
use crate::recognize::organization::walk::{Walker, Worth};
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

static SUFFIXES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("suffixes.tsv")));
static PLAIN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("plain.tsv")));

/// 大众整车二期: a phase makes a project of the name before it.
const PHASES: [&str; 6] = ["一期", "二期", "三期", "一期工程", "二期工程", "三期工程"];

/// The projects that only the word for a phase shows.
pub fn phases(walker: &Walker) -> Vec<NameMention> {
    let document = walker.document();
    let mut found = Vec::new();
    for token in document.tokens.list() {
        if !PHASES.contains(&document.text.slice(token.span)) {
            continue;
        }
        let start = walker.start_of(token.span.start);
        let modifier = Span::new(start, token.span.start);
        let class = matches!(document.text.slice(modifier), "大道" | "公路" | "铁路" | "高速" | "大桥");
        if walker.worth(modifier) >= Worth::Some && modifier.len() <= 14 && !class {
            let end = phase(walker, token.span.start);
            found.push(NameMention { span: Span::new(start, end), full: None, rule: "facility/phase" });
        }
    }
    found
}

/// Names in quotation marks of their own that end in such a word: “好人园”.
const QUOTED: &str = "园馆塔坊苑阁";

/// The places that quotation marks show: “好人园”.
pub fn quoted(walker: &Walker) -> Vec<NameMention> {
    const LONGEST: usize = 8;
    let text = &walker.document().text;
    let mut found = Vec::new();
    for end in 1..text.len() {
        let own = Span::new(end - 1, end);
        if text.at(end) != '”' || !is_among(text.before(end), QUOTED) || !whole(walker, own) {
            continue;
        }
        let Some(open) = (end.saturating_sub(LONGEST)..end - 1).rev().find(|&at| text.at(at) == '“') else {
            continue;
        };
        let span = Span::new(open + 1, end);
        let named =
            (span.start..span.end).all(|at| is_han(text.at(at)) && !is_among(text.at(at), "一二三四五六七八九十两"));
        if named && span.len() > 2 {
            found.push(NameMention { span, full: None, rule: "facility/quoted" });
        }
    }
    found
}

/// The facilities that end in a known suffix.
pub fn recognize(walker: &Walker) -> Vec<NameMention> {
    let text = &walker.document().text;
    let mut found = Vec::new();
    for at in 0..text.len() {
        let Some((length, row)) = SUFFIXES.longest_at(text, at, text.len()) else { continue };
        let suffix = Span::new(at, at + length);
        if void(walker, suffix.end, row.get(2)) || !ends_word(walker, suffix) || is_division(walker, suffix) {
            continue;
        }
        let Some(start) = begin(walker, suffix, row.get(1).copied().unwrap_or_default()) else { continue };
        if is_slogan(walker, Span::new(start, suffix.end)) || is_sort(walker, start, suffix) {
            continue;
        }
        let end = section(walker, phase(walker, suffix.end));
        found.push(NameMention { span: Span::new(start, end), full: None, rule: "facility/suffix" });
    }
    found
}

/// 红旗城、优势城、宜居城: what a city wants to be, each with the same last word.
fn is_slogan(walker: &Walker, span: Span) -> bool {
    const ITEM: usize = 7;
    let text = &walker.document().text;
    let mark = |at: &usize| !is_han(text.at(*at));
    let next = (span.end + 2..span.end + 2 + ITEM).find(mark).unwrap_or(span.end);
    let goes_on = text.at(span.end) == '、' && text.before(next) == '城';
    let mut earlier = (span.start.saturating_sub(ITEM)..span.start).rev().skip_while(|&at| is_han(text.at(at)));
    let went_on = earlier.next().is_some_and(|at| text.at(at) == '、' && text.before(at) == '城');
    text.before(span.end) == '城' && (goes_on || went_on)
}

/// 绿氢类|项目, Ⅲ|级航道, 180万吨/年|乙二醇工程: a sort of things, a grade, an output.
fn is_sort(walker: &Walker, start: usize, suffix: Span) -> bool {
    let text = &walker.document().text;
    text.before(suffix.start) == '类' || text.at(start) == '级' || text.before(start) == '/'
}

/// Whether `span` ends in a suffix itself.
pub fn ends_in_suffix(walker: &Walker, span: Span) -> bool {
    SUFFIXES.longest_before(&walker.document().text, span.end, span.start).is_some()
}

/// Where the name that ends in `suffix` begins, if what stands before it is worth a name.
fn begin(walker: &Walker, suffix: Span, need: &str) -> Option<usize> {
    if need == "place" {
        return place_begin(walker, suffix);
    }
    let start = if need == "route" { route::start(walker, suffix.start) } else { walker.start_of(suffix.start) };
    if matches!(need, "project" | "proper")
        && let Some(start) = output::begin(walker, start, suffix)
    {
        return Some(start);
    }
    let start = if need == "project" { across(walker, start) } else { start };
    let start = if matches!(need, "proper" | "content" | "project") { fragments(walker, start) } else { start };
    let start = behind_verb(walker, start, suffix.start);
    let start = behind_time(walker, start, suffix.start);
    let start = behind_class(walker, start, suffix.start);
    let modifier = Span::new(start, suffix.start);
    if unreached(walker, start)
        || is_pointed_at(walker, modifier)
        || is_class(walker, modifier)
        || walker.document().text.ends_with(suffix.start, "车道")
        || counted(walker, modifier)
        || CLASSES.graded_name.iter().any(|class| walker.document().text.slice(modifier).contains(class))
    {
        return None;
    }
    let worth = walker.worth(modifier);
    let enough = match need {
        "bare" => true,
        "any" => worth >= Worth::Class,
        "some" => {
            let split = modifier.len() < 2 || suffix.len() < 2 && !whole(walker, suffix);
            worth >= Worth::Some && has_content(walker, modifier) && !split
        }
        "venue" => match crate::recognize::organization::level_before(walker, suffix.start) {
            Some(level) => return Some(level),
            None => {
                let told = worth >= Worth::Some && modifier.len() > 2 && has_content(walker, modifier);
                worth == Worth::Proper || told
            }
        },
        "firm" => {
            let placed = walker
                .place_before(suffix.start)
                .is_some_and(|place| start < place && walker.worth(Span::new(start, place)) == Worth::Proper);
            let place = (start + 2..suffix.start.saturating_sub(2)).find(|&at| walker.place_before(at) == Some(start));
            let told = place.is_some_and(|end| has_content(walker, Span::new(end, suffix.start)));
            (placed || told || walker.known_at(start, suffix.start)) && whole(walker, suffix)
        }
        "section" => section(walker, suffix.end) > suffix.end,
        "content" => worth >= Worth::Class && has_content(walker, modifier),
        "route" => {
            let joins = modifier.len() >= 5 && walker.document().text.slice(modifier).contains('至');
            worth == Worth::Proper || joins || (worth == Worth::Some && modifier.len() <= 4)
        }
        "project" => {
            if let Some(first) = placed_project(walker, suffix).filter(|&first| first < start) {
                return Some(first);
            }
            let text = &walker.document().text;
            let quoted = text.at(start) == '“' || text.before(start) == '“';
            let whole = ["主体", "配套", "附属", "重点"].iter().any(|word| text.ends_with(suffix.start, word));
            walker.named(modifier) && !quoted && !whole && walker.place_before(suffix.start) != Some(start)
        }
        _ => worth == Worth::Proper,
    };
    enough.then_some(start)
}

/// Whether the suffix is a word of its own.
fn whole(walker: &Walker, suffix: Span) -> bool {
    walker.document().tokens.at(suffix.start).is_some_and(|token| token.span == suffix)
}

/// A station or port of a place, 柳州|站, behind the name of a line too: 西延高铁洛川|东站.
fn place_begin(walker: &Walker, suffix: Span) -> Option<usize> {
    let tokens = &walker.document().tokens;
    let place = walker.place_before(suffix.start).or_else(|| {
        let token = tokens.at(suffix.start)?;
        let named = &*token.tag == "ns" && token.span.start + 2 <= suffix.start && token.span.end == suffix.end;
        (named && !walker.is_place(token.span)).then_some(token.span.start)
    });
    let hub = ["港", "港区", "枢纽", "口岸"].contains(&walker.document().text.slice(suffix));
    let place = place.or_else(|| {
        if !hub {
            return None;
        }
        let (word, tag) = walker.word_before(suffix.start).filter(|_| whole(walker, suffix))?;
        let unknown = (2..=3).contains(&word.len()) && matches!(tag, "x" | "nr" | "nrt" | "nz" | "ns");
        (unknown && !walker.stops(word)).then_some(word.start)
    })?;
    let start = walker.start_of(place);
    let line = Span::new(start, place);
    Some(if walker.worth(line) == Worth::Proper { start } else { place })
}

/// Whether some word of the modifier says what for or where, not only how good.
fn has_content(walker: &Walker, modifier: Span) -> bool {
    let document = walker.document();
    let inside = document.tokens.inside(modifier);
    inside.is_empty() || inside.iter().any(|token| !PLAIN.contains(document.text.slice(token.span)))
}

/// Whether what follows makes it something else.
fn void(walker: &Walker, end: usize, words: Option<&&str>) -> bool {
    let text = &walker.document().text;
    words.is_some_and(|words| words.split(',').filter(|word| !word.is_empty()).any(|word| text.starts_with(end, word)))
}

/// Whether the suffix ends where a word ends; long ones always do.
fn ends_word(walker: &Walker, suffix: Span) -> bool {
    const SURE: usize = 3;
    suffix.len() >= SURE || walker.document().tokens.is_boundary(suffix.end)
}

/// The name of a section is no longer than this.
pub const LONGEST_SECTION: usize = 12;

/// The end of a line's name with the section that follows: 贾汪至睢宁段, 徐州段.
pub fn section(walker: &Walker, end: usize) -> usize {
    let text = &walker.document().text;
    let named = |at: usize| is_han(text.at(at)) || text.at(at) == '(' || text.at(at) == ')';
    let Some(last) = (end..end + LONGEST_SECTION).take_while(|&at| named(at)).skip(2).find(|&at| text.at(at) == '段')
    else {
        return end;
    };
    let inner = Span::new(end, last);
    let joined = text.slice(inner).contains('至');
    // 川藏铁路|雅林段: letters of two places, no word
    let letters = inner.len() == 2
        && (walker.document().tokens.at(inner.start)).is_some_and(|token| token.span.len() == 1 || &*token.tag == "x")
        && !is_among(text.at(inner.start), "首先试路地阶各一二三四五前后全每");
    if joined || letters || walker.place_before(last) == Some(end) { last + 1 } else { end }
}
