//! Coded terms without quotation marks.

use super::shape::{self, Form};
use super::words::CLASSES;
use super::{Taken, action, glossary, head, members};
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Filter;
use crate::recognize::CodeMention;
use crate::text::{Text, is_among, is_han};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// A term without marks is no longer than this.
const MAX_TERM: usize = 18;
/// Measure words that lead from a counted list to its head noun.
const COUNTING: [char; 4] = ['大', '项', '级', '个'];

/// Adds the terms outside quotation marks.
pub fn recognize(document: &Document, taken: &mut Taken, codes: &mut Vec<CodeMention>) {
    let text = &document.text;
    let known = Known::new(codes.iter().map(|code| text.slice(code.core)));
    let (mut at, mut counted_to) = (0, 0);
    while at < text.len() {
        let code = in_glossary(document, at)
            .or_else(|| repeated(document, at, &known))
            .or_else(|| sum(document, at))
            .or_else(|| alternating(document, at))
            .or_else(|| counted(document, at, counted_to))
            .or_else(|| keyed(document, at, counted_to))
            .filter(|code| taken.is_free(code.span));
        at = match code {
            Some(code) => {
                taken.claim(code.span);
                let end = code.span.end;
                counted_to = end;
                codes.push(code);
                end
            }
            None => at + 1,
        };
    }
}

/// Whether no longer numeral or ordinal begins before `at`.
fn is_open(text: &Text, at: usize) -> bool {
    let before = text.before(at);
    // 长|三角一体化, 双方就进一步…
    let word = text.starts_with(at, "三角") && matches!(before, '长' | '珠' | '闽') || text.starts_with(at, "双方");
    !word && !before.is_ascii_alphanumeric() && !is_among(before, "第一二三四五六七八九十百千万两零〇数几多.+")
}

/// A term of the national glossary.
fn in_glossary(document: &Document, at: usize) -> Option<CodeMention> {
    let text = &document.text;
    let (length, entry) = glossary::longest_at(text, at)?;
    let core = Span::new(at, at + length);
    if !entry.free || !is_open(text, at) || length == 2 && !document.tokens.is_boundary(at + length) {
        return None;
    }
    let members = members::after(text, core.end, entry.count)
        .or_else(|| members::before(text, at, entry.count))
        .or_else(|| juxtaposed(document, at, &entry))
        .filter(|members| entry.resembles(text, members));
    Some(CodeMention {
        span: core,
        core,
        head: None,
        count: entry.count,
        members: members.unwrap_or_default(),
        rule: "code/glossary",
    })
}

/// 国内国际双循环: two words of two characters each, parted by nothing, that the glossary knows as members.
fn juxtaposed(document: &Document, at: usize, entry: &glossary::Entry) -> Option<Vec<Span>> {
    let (second, first) = (at.checked_sub(2)?, at.checked_sub(4)?);
    let apart = document.tokens.is_boundary(first) && document.tokens.is_boundary(second);
    (apart && entry.count == Some(2)).then(|| vec![Span::new(first, second), Span::new(second, at)])
}

/// The terms that stand in quotation marks somewhere, of three or more characters.
#[derive(Default)]
struct Known<'a> {
    terms: FxHashSet<&'a str>,
    lengths: BTreeSet<usize>,
    firsts: Filter,
}

impl<'a> Known<'a> {
    fn new(cores: impl Iterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for core in cores {
            let length = core.chars().count();
            if let Some(first) = core.chars().next().filter(|_| length >= 3) {
                known.firsts.add(first as u32);
                known.lengths.insert(length);
                known.terms.insert(core);
            }
        }
        known
    }

    /// How long the longest term is that the text reads at `at`.
    fn longest_at(&self, text: &Text, at: usize) -> Option<usize> {
        if !self.firsts.may_have(text.at(at) as u32) {
            return None;
        }
        let fits =
            |length: usize| at + length <= text.len() && self.terms.contains(text.slice(Span::new(at, at + length)));
        self.lengths.iter().rev().copied().find(|&length| fits(length))
    }
}

/// A term that stands in quotation marks elsewhere in the document.
fn repeated(document: &Document, at: usize, known: &Known<'_>) -> Option<CodeMention> {
    let text = &document.text;
    let length = known.longest_at(text, at).filter(|_| is_open(text, at))?;
    let core = Span::new(at, at + length);
    let count = shape::shape(text, core).and_then(|shape| shape.count);
    Some(CodeMention { span: core, core, head: None, count, members: Vec::new(), rule: "code/repeated" })
}

/// 1+N policy terms: 1+3重点功能区, 构建1+N政策体系.
fn sum(document: &Document, at: usize) -> Option<CodeMention> {
    let text = &document.text;
    if !text.at(at).is_ascii_digit() || !is_open(text, at) {
        return None;
    }
    let limit = text.len().min(at + MAX_TERM);
    let end = (at..limit).find(|&at| !text.at(at).is_ascii_digit() && !matches!(text.at(at), '+' | 'N' | 'X'))?;
    let core = Span::new(at, end);
    let shape = shape::shape(text, core).filter(|shape| shape.form == Form::Sum && is_han(text.at(end)))?;
    let head = head::head_at(document, end)?;
    let members = members::after(text, head.end, shape.count).unwrap_or_default();
    Some(CodeMention {
        span: Span::new(at, head.end),
        core,
        head: Some(head),
        count: shape.count,
        members,
        rule: "code/sum",
    })
}

/// Numerals and keys by turns right before a head noun: 一核两翼发展格局, 2主2新4特产业.
fn alternating(document: &Document, at: usize) -> Option<CodeMention> {
    let text = &document.text;
    shape::numeral_at(text, at, text.len()).filter(|_| is_open(text, at))?;
    let limit = text.len().min(at + MAX_TERM);
    let run = (at..limit).find(|&at| !is_han(text.at(at)) && !text.at(at).is_ascii_digit()).unwrap_or(limit);
    (at + 4..run).find_map(|end| {
        let core = Span::new(at, end);
        let head = head::listed_head_at(document, end).filter(|head| head.len() >= 2)?;
        let shape = shape::shape(text, core).filter(|shape| shape.form == Form::Groups && shape.groups.len() >= 2)?;
        let short =
            shape.groups.iter().all(|group| group.key.len() <= 3 && !text.slice(group.key).contains(is_measure));
        let span = Span::new(at, head.end);
        short.then(|| CodeMention {
            span,
            core,
            head: Some(head),
            count: shape.count,
            members: members::after(text, head.end, shape.count).unwrap_or_default(),
            rule: "code/alternating",
        })
    })
}

fn is_measure(char: char) -> bool {
    is_among(char, "个家项批次名条类种级年月日天位人所座辆场件起套户届期倍县市区镇村省州死伤")
}

/// A counting phrase right behind the list that it counts, or with words of its own before the name of a campaign.
fn counted(document: &Document, at: usize, floor: usize) -> Option<CodeMention> {
    let text = &document.text;
    let (number, behind) = shape::numeral_at(text, at, text.len()).filter(|(number, _)| (2..=20).contains(number))?;
    let emblem = text.chars().get(behind..).map_or(0, |rest| CLASSES.emblem.at_start(rest));
    if emblem == 0 && !COUNTING.contains(&text.at(behind)) || !is_open(text, at) || text.at(at) == '双' {
        return None;
    }
    let measure = text.at(behind);
    let head = (emblem > 0)
        .then(|| Span::new(behind, behind + emblem))
        .or_else(|| head::head_at(document, behind + 1))
        .or_else(|| head::noun_at(document, behind + 1).filter(|_| measure == '大'))
        .filter(|head| head.len() <= 12)?;
    let mission = if text.starts_with(head.end, "使命") { 2 } else { 0 }; // 三大光荣|使命
    let head = Span::new(head.start, head.end + mission);
    let core = Span::new(at, head.end);
    let quoted = text.before(at) == '”';
    let listed = members::before_from(text, at, Some(number), floor)
        .filter(|_| measure == '大' || quoted || emblem > 0 || is_system(text, head));
    let told = || members::after(text, head.end, Some(number));
    let (rule, start, members) = if let Some(listed) = listed {
        ("code/counted-list", at, listed)
    } else if let Some(start) = campaign_start(document, at, measure, head) {
        ("code/counted-campaign", start, told().unwrap_or_default())
    } else if measure == '大' && is_han_link(text, head.end) {
        ("code/counted-told", at, told()?) // 打造三大基地,即甲基地、乙基地、丙基地
    } else {
        return None;
    };
    let span = Span::new(start, head.end);
    Some(CodeMention { span, core, head: None, count: Some(number), members, rule })
}

/// Whether words lead from `end` to a list, not a mark alone.
fn is_han_link(text: &Text, end: usize) -> bool {
    is_han(text.at(end)) || text.at(end) == ',' && is_han(text.at(end + 1))
}

/// “工业立县、生态兴县、文旅活县”三县并举: a numeral and the key that all members of the list before it bear.
fn keyed(document: &Document, at: usize, floor: usize) -> Option<CodeMention> {
    let text = &document.text;
    let (number, behind) = shape::numeral_at(text, at, text.len()).filter(|(number, _)| (3..=10).contains(number))?;
    let quoted = text.before(at) == '”' || text.before(at) == '的' && text.before(at - 1) == '”';
    if !quoted || !is_open(text, at) || !is_han(text.at(behind)) || COUNTING.contains(&text.at(behind)) {
        return None;
    }
    let core = Span::new(at, behind + 1);
    shape::shape(text, core)?;
    let head = head::head_at(document, core.end)
        .or_else(|| head::listed_head_at(document, core.end))
        .or_else(|| head::noun_at(document, core.end))?;
    let members = members::before_from(text, at, Some(number), floor)?;
    let bear = members.iter().all(|member| text.slice(*member).contains(text.at(behind)));
    let span = Span::new(at, head.end);
    bear.then_some(CodeMention { span, core, head: Some(head), count: Some(number), members, rule: "code/keyed-list" })
}

/// 机制, 制度, 功能 …: what 项 and 级 count when a list makes a term of its own.
fn is_system(text: &Text, head: Span) -> bool {
    CLASSES.system.iter().any(|word| text.slice(head).ends_with(word))
}

/// 幸福美好生活十大工程: the words before the numeral, if they are a name and no verb.
fn campaign_start(document: &Document, at: usize, measure: char, head: Span) -> Option<usize> {
    let text = &document.text;
    if measure != '大' || !CLASSES.campaign.contains(text.slice(head)) {
        return None;
    }
    let start = super::super::programme::left_edge(document, at);
    let named = (start..at).all(|at| is_han(text.at(at))) && !is_among(text.before(at), "即是为");
    // 聚焦|三大战略
    let verb = matches!(action::lead_before(text, at, start), Some((verb, action::Lead::Verb)) if verb.start == start);
    (at - start >= 2 && named && !verb).then_some(start)
}
