//! Where the name of a facility begins: what the walk to the left took in too much or too little.

use super::suffixes::ends_in_suffix;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::organization::walk::{Walker, Worth};
use crate::recognize::place::gazetteer::DIVISIONS;
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

/// Characters that no unknown name begins with or runs over.
static EDGES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("edges.tsv")));
/// Verbs before the name of a project.
static VERBS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("verbs.tsv")));

/// 云山街道|排水防涝|工程: the start of a project's name that says behind a place, in nouns and verbs, what is done there.
pub fn placed_project(walker: &Walker, suffix: Span) -> Option<usize> {
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
pub fn fragments(walker: &Walker, start: usize) -> usize {
    const LONGEST: usize = 4;
    let text = &walker.document().text;
    let mut at = start;
    while at + LONGEST > start && is_han(text.before(at)) {
        match walker.word_before(at) {
            Some((word, tag))
                if (word.len() == 1 || tag == "x")
                    && !EDGES.contains(text.slice(Span::new(word.start, word.start + 1))) =>
            {
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
pub fn behind_verb(walker: &Walker, start: usize, end: usize) -> usize {
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
pub fn behind_time(walker: &Walker, start: usize, end: usize) -> usize {
    let text = &walker.document().text;
    let joined = start < end && text.before(start).is_ascii_digit() && matches!(text.at(start), '年' | '月' | '日');
    start + usize::from(joined)
}

/// 省重大水利工程|云岭水库: behind the class that a name stands in apposition to.
pub fn behind_class(walker: &Walker, start: usize, end: usize) -> usize {
    const CLASSES: [&str; 4] = ["重点项目", "重大项目", "重点工程", "重大工程"];
    const WORKS: [&str; 3] = ["水利工程", "交通工程", "控制性工程"];
    let text = &walker.document().text;
    let large = text.find("重大", Span::new(start, end)).or_else(|| text.find("重点", Span::new(start, end)));
    let behind = (start..end).rev().find(|&at| {
        CLASSES.iter().any(|class| text.ends_with(at, class))
            || WORKS.iter().any(|class| text.ends_with(at, class) && large.is_some_and(|large| large.end < at))
    });
    behind.filter(|&at| at + 2 <= end && walker.worth(Span::new(at, end)) >= Worth::Some).unwrap_or(start)
}

/// 不通铁路, 未通公路: what there is not.
pub fn unreached(walker: &Walker, start: usize) -> bool {
    ["不通", "未通", "没有", "尚无", "不临"].iter().any(|word| walker.document().text.starts_with(start, word))
}

/// 这座|大桥, 该|水库, 两村|茶园: what is pointed at or counted is not named.
pub fn is_pointed_at(walker: &Walker, modifier: Span) -> bool {
    const POINTING: &str = "这那该本此每各某";
    const COUNTED: &str = "两三四五六七八九十几数多";
    let text = &walker.document().text;
    let (first, last) = (text.at(modifier.start), text.before(modifier.end));
    match modifier.len() {
        1 => is_among(first, POINTING),
        2 => (is_among(first, POINTING) || is_among(first, COUNTED)) && is_among(last, "座条个处片家所村县市镇区大"),
        _ => false,
    }
}

/// “3+7”市区市场: a code in quotation marks counts things, it names none.
pub fn counted(walker: &Walker, modifier: Span) -> bool {
    let text = &walker.document().text;
    text.at(modifier.start) == '“' && text.chars()[modifier.start..modifier.end].iter().any(char::is_ascii_digit)
}

/// The start of a project's name that goes on behind 与 or 和: 永定河综合治理|与|生态修复工程; else `start`.
pub fn across(walker: &Walker, start: usize) -> usize {
    let text = &walker.document().text;
    let Some(joint) = start.checked_sub(1).filter(|&joint| matches!(text.at(joint), '与' | '和' | '及')) else {
        return start;
    };
    let first = walker.start_of(joint);
    let head = Span::new(first, joint);
    let placed = (first + 2..joint).any(|at| walker.place_before(at) == Some(first));
    if placed && !ends_in_suffix(walker, head) && walker.place_before(joint) != Some(first) { first } else { start }
}

/// 泰州市高|港区: the name of a district happens to end like that of a port.
pub fn is_division(walker: &Walker, suffix: Span) -> bool {
    let text = &walker.document().text;
    let known = |start: usize| DIVISIONS.knows(text.slice(Span::new(start, suffix.end)));
    suffix.len() == 2 && text.before(suffix.end) == '区' && (suffix.start.saturating_sub(2)..suffix.start).any(known)
}

/// 某省重大水利|工程, 国|省道: a class of works or roads.
pub fn is_class(walker: &Walker, modifier: Span) -> bool {
    const CLASSES: [&str; 6] = ["重大水利", "重点水利", "重大交通", "重点交通", "重大", "重点"];
    let text = &walker.document().text;
    let road = text.at(modifier.end) == '道'
        || ["公路", "干线", "省道", "国道", "乡道", "县道"].iter().any(|road| text.starts_with(modifier.end, road));
    let roads = road && matches!(text.slice(modifier), "国省" | "县乡" | "国" | "省" | "国省县" | "县" | "乡");
    roads || CLASSES.iter().any(|class| text.ends_with(modifier.end, class))
}
