//! What the words around a time say: it stands in a name, it lies ahead, it is a measure to compare with.

use super::expression::Year;
use super::parse;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::number::is_number_char;
use crate::text::{Text, is_han};
use std::sync::LazyLock;

/// How far behind a year the noun of a plan's name may stand.
const NAME_REACH: usize = 12;

/// Whether the year or plan period over `span` stands inside the name of a plan: “十四五”规划, 2022-2025年行动计划.
pub fn in_name(document: &Document, span: Span) -> bool {
    let text = &document.text;
    for at in span.end..span.end + NAME_REACH {
        if CLASSES.plan.starts(text, at) {
            return !intends(document, at);
        }
        let char = text.at(at);
        if !(is_han(char) || matches!(char, '《' | '“' | '”')) || matches!(char, '的' | '将' | '达' | '是') {
            return false;
        }
    }
    false
}

/// Whether 计划 at `at` is what somebody does, not a plan: 2025年|计划|新开工项目60个; not 2025年|计划|提出….
fn intends(document: &Document, at: usize) -> bool {
    const VERB: &str = "计划";
    let text = &document.text;
    let end = at + VERB.chars().count();
    let said = text.chars().get(end..).is_some_and(|rest| CLASSES.tells.at_start(rest) > 0);
    let acts = || document.tokens.at(end).is_some_and(|next| next.span.start == end && next.tag.starts_with('v'));
    text.starts_with(at, VERB) && !said && acts()
}

/// Whether a word of the future stands shortly before or behind `span` in its clause.
pub fn lies_ahead(text: &Text, span: Span) -> bool {
    let start = (span.start.saturating_sub(8)..span.start)
        .rev()
        .find(|&at| !is_han(text.at(at)))
        .map_or(span.start.saturating_sub(8), |at| at + 1);
    let end = (span.end..(span.end + 12).min(text.len()))
        .find(|&at| matches!(text.at(at), '。' | ';' | '\n'))
        .unwrap_or((span.end + 12).min(text.len()));
    let (before, behind) = (text.slice(Span::new(start, span.start)), text.slice(Span::new(span.end, end)));
    // 1—10月争取到位资金: what was gained
    let gained = ["争取到位", "争取资金", "争取上级", "争取中央"].iter().any(|word| behind.contains(word));
    // 到6月底, 6月底前; 全年达到 and 全年居前列 tell what was reached
    before.ends_with('到')
        || behind.starts_with('前')
        || CLASSES
            .ahead
            .iter()
            .any(|word| before.contains(word) || behind.contains(word) && !(gained && *word == "争取"))
}

/// Whether the words right before `span` promise to do well in it: 确保一季度“开门红”, 大干一季度.
pub fn is_promised(text: &Text, span: Span) -> bool {
    let start = span.start.saturating_sub(8);
    let clause = (start..span.start).rev().find(|&at| !is_han(text.at(at))).map_or(start, |at| at + 1);
    let before = text.slice(Span::new(clause, span.start));
    CLASSES.promise.iter().any(|word| before.contains(word))
}

/// Whether `words`, those of a sentence before a time, say that it tells of what is to come: 马某表示,将落实…,一季度….
pub fn looks_ahead(words: &str) -> bool {
    CLASSES.to_come.iter().any(|word| words.contains(word))
}

/// Whether the sentence before `span` demands: 要…,一季度….
pub fn is_demanded(text: &Text, span: Span) -> bool {
    const REACH: usize = 80;
    let start = (span.start.saturating_sub(REACH)..span.start)
        .rev()
        .find(|&at| matches!(text.at(at), '\n'))
        .map_or(span.start.saturating_sub(REACH), |at| at + 1);
    let must = |at: usize| {
        text.at(at) == '要'
            && !matches!(text.before(at), '主' | '重' | '需' | '纲' | '摘' | '必' | '提')
            && text.at(at + 1) != '求'
    };
    (start..span.start).any(must)
        || CLASSES.demand.iter().any(|word| text.find(word, Span::new(start, span.start)).is_some())
}

/// Whether the time is only a measure to compare with: 较2015年, 是2020年的2.3倍, 在2025年基础上.
pub fn is_baseline(text: &Text, span: Span) -> bool {
    let before = matches!(
        text.before(span.start),
        '较' | '比' | '于' | '为' | '自' | '从' | '到' | '至' | '同' | '是' | '占' | '与'
    );
    let share = text.at(span.end) == '的' && is_number_char(text.at(span.end + 1));
    before || share || ["相比", "基础", "水平", "同期"].iter().any(|word| text.starts_with(span.end, word))
}

/// Words behind a year that make it that of a thing or of its beginning, not the one that the passage speaks of.
static OTHER: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("other.tsv")));

/// Whether the year over `span` is only that of a thing (2024年市级决算) or of its beginning (2016年才落户的小厂).
pub fn of_something(text: &Text, span: Span) -> bool {
    const REACH: usize = 8;
    let behind = (span.end..span.end + REACH).take_while(|&at| is_han(text.at(at)));
    behind.into_iter().any(|at| OTHER.longest_at(text, at, text.len()).is_some())
}

/// Whether the date over `span` only tells which things are meant: 2000年底前建成的老旧小区, 1998年通车的老桥.
pub fn dates_a_thing(text: &Text, span: Span) -> bool {
    let before = ["以前", "之前", "以后", "之后", "前", "后"].iter().find(|word| text.starts_with(span.end, word));
    let at = span.end + before.map_or(0, |word| word.chars().count());
    CLASSES.made.iter().any(|word| text.starts_with(at, word) && text.at(at + word.chars().count()) == '的')
}

/// Whether a word for a beginning stands at `at`: 成立, 落户.
fn founds_at(text: &Text, at: usize) -> bool {
    OTHER.longest_at(text, at, text.len()).is_some_and(|(_, row)| row.get(1) == Some(&"founds"))
}

/// Whether something begins in `span`: 成立, 创办, 落户.
pub fn founds(text: &Text, span: Span) -> bool {
    (span.start..span.end).any(|at| founds_at(text, at))
}

/// How far into a document its title may reach.
const HEAD: usize = 200;

/// The year of a bulletin or a report on a year, from its title or its first words.
pub fn topic(document: &Document) -> Option<i32> {
    let text = &document.text;
    let head = document.header.title.unwrap_or(Span::new(0, text.len().min(HEAD)));
    if !CLASSES.report.iter().any(|noun| text.slice(head).contains(noun)) {
        return None;
    }
    let recent = |year: i32| document.date.is_none_or(|date| (0..=2).contains(&(i32::from(date.year()) - year)));
    (head.start..head.end).find_map(|at| match parse::year_at(text, at)? {
        Year::Written(year, false) if recent(year) => Some(year),
        _ => None,
    })
}
