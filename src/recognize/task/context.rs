//! Where a stretch stands and how it speaks: under which heading, after what in its paragraph, with which words.

use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::Rule;
use crate::recognize::action::{self, Lead};
use crate::text::structure;
use std::sync::LazyLock;

static CUES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("cues.tsv")));

/// A title that a paragraph opens with is no longer than this.
const MAX_RUN_IN: usize = 16;

/// How the paragraph has spoken so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Nothing said yet that tells.
    Open,
    /// It demands.
    Demand,
    /// It reports.
    Report,
}

/// What the headings say.
pub struct Context {
    /// For each heading whether its part reports.
    reports: Vec<bool>,
}

impl Context {
    /// Reads the headings of `document`.
    pub fn new(document: &Document) -> Self {
        let mut reports: Vec<bool> = Vec::new();
        for heading in &document.structure.headings {
            let outer = heading.parent.and_then(|parent| reports.get(parent).copied()).unwrap_or(false);
            let own = cues(document, heading.span);
            reports.push(outer || own.contains(&"review") && !own.contains(&"plan"));
        }
        Self { reports }
    }

    /// Whether the part that holds `at` reports.
    pub fn at(&self, document: &Document, at: usize) -> bool {
        let next = document.structure.headings.partition_point(|heading| heading.span.start <= at);
        next.checked_sub(1).and_then(|index| self.reports.get(index).copied()).unwrap_or(false)
    }

    /// Whether a sentence is a heading, the title or page furniture.
    pub fn is_apart(&self, document: &Document, sentence: Span) -> bool {
        let headings = &document.structure.headings;
        let next = headings.partition_point(|heading| heading.span.end <= sentence.start);
        headings.get(next).is_some_and(|heading| heading.span.overlaps(sentence))
            || document
                .header
                .title
                .is_some_and(|title| title.overlaps(sentence) && document.text.before(sentence.end) != '。')
            || document.header.is_furniture(sentence.start)
    }
}

/// Whether a sentence is the short title that a paragraph opens with: 全力以赴抓项目。….
pub fn is_run_in_title(document: &Document, sentence: Span) -> bool {
    let paragraph = document.structure.paragraph_of(sentence.start);
    sentence.start == paragraph.start && sentence.len() <= MAX_RUN_IN && paragraph.end > sentence.end + MAX_RUN_IN
}

/// What a stretch was read as.
pub struct Reading {
    /// The modal word that makes it a demand.
    pub modal: Option<Span>,
    /// The mood of the paragraph from here on.
    pub mood: Mood,
    /// The rule that makes it a task; None where it is none.
    pub rule: Option<Rule>,
}

/// Reads a stretch in its place.
pub fn read(document: &Document, stretch: Span, mood: Mood, reports: bool) -> Reading {
    let modal = modal(document, stretch);
    let opening = CUES.longest_at(&document.text, stretch.start, stretch.end);
    let reviews = opening.is_some_and(|(length, row)| length > 1 && row.get(1) == Some(&"review"));
    let past = cues(document, stretch).contains(&"past");
    if modal.is_some() && !reports {
        return Reading { modal, mood: Mood::Demand, rule: Some("task/modal") };
    }
    if reports || reviews || past {
        let mood = if past || reviews { Mood::Report } else { mood };
        return Reading { modal: None, mood, rule: None };
    }
    let imperative = mood != Mood::Report && is_imperative(document, stretch);
    Reading { modal: None, mood, rule: imperative.then_some("task/imperative") }
}

/// Whether the first clause opens with a verb of doing or with a frame that such a clause follows, and states nothing.
fn is_imperative(document: &Document, stretch: Span) -> bool {
    let text = &document.text;
    let clauses = structure::clauses(text, stretch);
    let Some((&first, rest)) = clauses.split_first() else { return false };
    let states = document
        .tokens
        .inside(first)
        .iter()
        .any(|token| matches!(text.slice(token.span), "是" | "就是" | "有" | "成为"));
    let frames = action::lead_at(text, first.start, first.end).is_some() || matches!(text.at(first.start), '把' | '以');
    let framed = frames && rest.iter().any(|&clause| super::action::opening_verb(document, clause).is_some());
    let states = states || rest.iter().any(|clause| text.at(clause.start) == '是');
    !states && (super::action::opening_verb(document, first).is_some() || framed)
}

/// Whether quotation marks that open inside the stretch are still open at `at`: words that somebody else said.
fn is_quoted(document: &Document, stretch: Span, at: usize) -> bool {
    let mark = (stretch.start..at).rev().find(|&at| matches!(document.text.at(at), '“' | '”'));
    mark.is_some_and(|mark| document.text.at(mark) == '“')
}

/// The first modal word before a verb of doing.
fn modal(document: &Document, stretch: Span) -> Option<Span> {
    let text = &document.text;
    document.tokens.inside(stretch).iter().find_map(|token| {
        let (length, row) = CUES.longest_at(text, token.span.start, stretch.end)?;
        let span = Span::new(token.span.start, token.span.start + length);
        let fits = row.get(1) == Some(&"modal") && document.tokens.is_boundary(span.end);
        let fits = fits && !is_quoted(document, stretch, span.start);
        (fits && (length >= 3 || governs(document, span, stretch))).then_some(span)
    })
}

/// Whether a verb of doing, an adverb or a word that brings one (把, 以, 在) follows, and no noun goes before that would
/// make another word of it (行动计划, 美好生活需要).
fn governs(document: &Document, span: Span, stretch: Span) -> bool {
    let (text, tokens) = (&document.text, &document.tokens);
    let sure = matches!(text.slice(span), "必须" | "务必" | "确保" | "力争" | "年内" | "争取" | "今后");
    let behind = tokens.at(span.end).map(|token| (token, text.slice(token.span)));
    let brings = behind.is_some_and(|(token, word)| {
        matches!(
            word,
            "把" | "以"
                | "在"
                | "从"
                | "对"
                | "用"
                | "让"
                | "使"
                | "有"
                | "做"
                | "抓"
                | "强"
                | "按"
                | "于"
                | "与"
                | "和"
                | "同"
                | "向"
                | "由"
                | "不断"
                | "通过"
        ) || matches!(token.tag.as_ref(), "d" | "v" | "ad" | "t" | "m")
    });
    let leads =
        matches!(action::lead_at(text, span.end, stretch.end), Some((_, Lead::Verb | Lead::Adverb | Lead::Either)));
    let noun = matches!(text.slice(span), "计划" | "需要" | "打算" | "准备" | "承诺")
        && span.start > stretch.start
        && tokens.at(span.start - 1).is_some_and(|token| matches!(token.tag.as_ref(), "vn" | "n" | "uj" | "v" | "a"));
    // 将甲打造成乙 has an object, no will.
    let disposes = CLASSES.disposing.iter().any(|verb| {
        let clause = Span::new(span.end, stretch.end.min(span.end + 40));
        text.find(verb, clause).is_some_and(|verb| !(span.end..verb.start).any(|at| text.at(at) == ','))
    });
    let object = text.slice(span) == "将" && disposes
        || text.slice(span) == "将"
            && !leads
            && !behind.is_some_and(|(token, _)| matches!(token.tag.as_ref(), "d" | "p" | "v" | "t"));
    sure || (brings || leads) && !noun && !object
}

/// The classes of all cues in a stretch; single characters count as words of their own only.
fn cues(document: &Document, stretch: Span) -> Vec<&'static str> {
    let found = document.tokens.inside(stretch).iter().filter_map(|token| {
        let (length, row) = CUES.longest_at(&document.text, token.span.start, stretch.end)?;
        let whole = length > 1 || token.span.len() == 1;
        row.get(1).copied().filter(|_| whole)
    });
    found.collect()
}
