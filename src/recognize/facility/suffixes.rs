//! Facilities by the last word of their names: 云湖国际会议中心, 郑徐客专, 虾产业园.

use super::lines::phase;
use super::output;
use super::route;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::NameMention;
use crate::recognize::organization::walk::{Walker, Worth};
use crate::text::is_han;
use std::sync::LazyLock;

static SUFFIXES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("suffixes.tsv")));
static PLAIN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("plain.tsv")));
static VERBS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("verbs.tsv")));

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
        if walker.worth(modifier) >= Worth::Some && modifier.len() <= 14 {
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
        if text.at(end) != '”' || !QUOTED.contains(text.before(end)) || !whole(walker, own) {
            continue;
        }
        let Some(open) = (end.saturating_sub(LONGEST)..end - 1).rev().find(|&at| text.at(at) == '“') else {
            continue;
        };
        let span = Span::new(open + 1, end);
        let named =
            (span.start..span.end).all(|at| is_han(text.at(at)) && !"一二三四五六七八九十两".contains(text.at(at)));
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
        if void(walker, suffix.end, row.get(2)) || !ends_word(walker, suffix) {
            continue;
        }
        let Some(start) = begin(walker, suffix, row.get(1).copied().unwrap_or_default()) else { continue };
        let end = section(walker, phase(walker, suffix.end));
        found.push(NameMention { span: Span::new(start, end), full: None, rule: "facility/suffix" });
    }
    found
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
    let modifier = Span::new(start, suffix.start);
    if unreached(walker, start)
        || counted(walker, modifier)
        || ["吨级", "A级"].iter().any(|class| walker.document().text.slice(modifier).contains(class))
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
        "project" if placed_project(walker, suffix).is_some_and(|first| first < start) => {
            return placed_project(walker, suffix);
        }
        "project" => {
            let text = &walker.document().text;
            let quoted = text.at(start) == '“' || text.before(start) == '“';
            let whole = ["主体", "配套", "附属", "重点"].iter().any(|word| text.ends_with(suffix.start, word));
            walker.named(modifier) && !quoted && !whole && walker.place_before(suffix.start) != Some(start)
        }
        _ => worth == Worth::Proper,
    };
    enough.then_some(start)
}

/// 云山街道|排水防涝|工程: the start of a project's name that says behind a place, in nouns and verbs, what is done there.
fn placed_project(walker: &Walker, suffix: Span) -> Option<usize> {
    const LONGEST: usize = 14;
    const LEAST: usize = 4;
    let document = walker.document();
    let text = &document.text;
    let mut at = suffix.start;
    while at + LONGEST > suffix.start {
        let (word, tag) = walker.word_before(at)?;
        let verb = tag.starts_with('v') && word.len() >= 2 && !walker.stops(word);
        let noun = word.len() >= 2 && matches!(tag, "n" | "b" | "nz" | "x" | "l" | "j" | "s" | "f" | "a" | "an" | "i");
        let joint = matches!(text.slice(word), "与" | "和") && at < suffix.start;
        let led = VERBS.contains(text.slice(word));
        if led || !(verb || noun || joint) || !(word.start..word.end).all(|at| is_han(text.at(at))) {
            return None;
        }
        at = word.start;
        if let Some(place) = walker.place_before(at).filter(|_| at + LEAST <= suffix.start) {
            let first = walker.start_of(at).min(place);
            // 31个某地某某项目, 甲村、乙村某某项目: kinds of projects, not one
            let kind = matches!(text.before(first), '个' | '项' | '批' | '、' | '和' | '与')
                || matches!(text.at(at), '与' | '和');
            return (!kind).then_some(first);
        }
    }
    None
}

/// Where a name begins of which no word is known, 、|色季拉|森林公园: behind the mark of a list, over nothing but splinters; else `start`.
fn fragments(walker: &Walker, start: usize) -> usize {
    const LONGEST: usize = 4;
    const EDGES: &str = "的了在和与为对被把将从向到及等各该本是有新建设办";
    let text = &walker.document().text;
    let mut at = start;
    while at + LONGEST > start && is_han(text.before(at)) {
        match walker.word_before(at) {
            Some((word, tag)) if (word.len() == 1 || tag == "x") && !EDGES.contains(text.at(word.start)) => {
                at = word.start
            }
            _ => return start,
        }
    }
    let listed = text.before(at) == '、' && start <= at + LONGEST;
    if listed { at } else { start }
}

/// Whether `word` brings a project about: 布局, 打造.
fn brings_about(word: &str) -> bool {
    VERBS.get(word).is_some_and(|row| row.get(1) == Some(&"about"))
}

/// 万安县布局|电池材料项目: a verb inside ends what stands before the name.
fn behind_verb(walker: &Walker, start: usize, end: usize) -> usize {
    let document = walker.document();
    let inside = document.tokens.inside(Span::new(start, end));
    let verb = |token: &&crate::segment::Token| {
        matches!(document.text.slice(token.span), "那座" | "这座" | "那个" | "这个") && token.span.end < end
            || brings_about(document.text.slice(token.span))
                && token.span.end < end
                && document.text.at(token.span.start) != '“'
    };
    inside.iter().rev().find(verb).map_or(start, |token| token.span.end)
}

/// 2013年|云白公路: the segmenter joins the year's word with a name that it does not know.
fn behind_time(walker: &Walker, start: usize, end: usize) -> usize {
    let text = &walker.document().text;
    let joined = start < end && text.before(start).is_ascii_digit() && matches!(text.at(start), '年' | '月' | '日');
    start + usize::from(joined)
}

/// 不通铁路, 未通公路: what there is not.
fn unreached(walker: &Walker, start: usize) -> bool {
    ["不通", "未通", "没有", "尚无", "不临"].iter().any(|word| walker.document().text.starts_with(start, word))
}

/// Whether the suffix is a word of its own.
fn whole(walker: &Walker, suffix: Span) -> bool {
    walker.document().tokens.at(suffix.start).is_some_and(|token| token.span == suffix)
}

/// “3+7”市区市场: a code in quotation marks counts things, it names none.
fn counted(walker: &Walker, modifier: Span) -> bool {
    let text = &walker.document().text;
    text.at(modifier.start) == '“' && text.chars()[modifier.start..modifier.end].iter().any(char::is_ascii_digit)
}

/// The start of a project's name that goes on behind 与 or 和: 永定河综合治理|与|生态修复工程; else `start`.
fn across(walker: &Walker, start: usize) -> usize {
    let text = &walker.document().text;
    let Some(joint) = start.checked_sub(1).filter(|&joint| matches!(text.at(joint), '与' | '和' | '及')) else {
        return start;
    };
    let first = walker.start_of(joint);
    let head = Span::new(first, joint);
    let placed = (first + 2..joint).any(|at| walker.place_before(at) == Some(first));
    if placed && !ends_in_suffix(walker, head) && walker.place_before(joint) != Some(first) { first } else { start }
}

/// A station or port of a place, 柳州|站, behind the name of a line too: 西延高铁洛川|东站.
fn place_begin(walker: &Walker, suffix: Span) -> Option<usize> {
    let tokens = &walker.document().tokens;
    let place = walker.place_before(suffix.start).or_else(|| {
        let token = tokens.at(suffix.start)?;
        let named = &*token.tag == "ns" && token.span.start + 2 <= suffix.start && token.span.end == suffix.end;
        (named && !walker.is_place(token.span)).then_some(token.span.start)
    });
    let hub = ["港", "港区", "枢纽"].contains(&walker.document().text.slice(suffix));
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
        && !"首先试路地阶各一二三四五前后全每".contains(text.at(inner.start));
    if joined || letters || walker.place_before(last) == Some(end) { last + 1 } else { end }
}
