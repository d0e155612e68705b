//! Commitments and demands (任务): the task book of a document.
//!
//! # What a task is
//! A stretch between full stops or semicolons that says what is still to be done, by will of whoever speaks:
//! - a **demand** or **commitment** with a modal word (要, 将, 必须, 确保, 力争, 下一步 …) before a verb of doing;
//! - an **imperative** of a plan: the stretch opens with a verb of doing (加快推进…, 实施…), stands under no heading
//!   that reports (回顾, 成就, 形势 …), follows no report in its paragraph and bears no mark of the past (了, 已, 荣获 …).
//!
//! What is no task: results and descriptions, evaluations, quotations of principle (坚持人民至上: a verb that only
//! frames, see `frames.tsv`, with no other behind it), headings, page furniture.
//!
//! # What its row says
//! - **text**: the whole stretch, one row; the clauses that share it are one group, never rows of their own.
//! - **action**: the first verb of doing that does not merely frame; **object**: the words behind it up to the mark.
//! - **owner**: the subject before the modal word (各地各部门要…, 某区将…), a body behind 责任单位 or 由…牵头, for 我们 the
//!   speaker of the quotation; none where the text names nobody.
//! - **deadline**: the last day of the latest time in the stretch that is not over on the document's date.
//! - **status**: target. What was done is a result and stands in other tables.

mod action;
mod context;
mod owner;

use super::{Mentions, Rule, TaskMention};
use crate::analysis::{Span, Status};
use crate::document::Document;
use crate::text::structure;
use context::{Context, Mood};
use jiff::civil::Date;

/// A stretch is cut off here.
const MAX_TASK: usize = 400;
/// A shorter stretch is no task.
const MIN_TASK: usize = 8;

/// Adds what it finds in `document` to `found`; people, bodies, times and quotes have to be found before.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let context = Context::new(document);
    let mut tasks = Vec::new();
    let mut paragraphs = document.structure.paragraphs.iter().peekable();
    let mut mood = Mood::Open;
    for &sentence in &document.structure.sentences {
        while paragraphs.next_if(|paragraph| paragraph.end <= sentence.start).is_some() {
            mood = Mood::Open;
        }
        if context.is_apart(document, sentence) {
            mood = Mood::Open;
            continue;
        }
        if context::is_run_in_title(document, sentence) {
            continue;
        }
        for stretch in stretches(document, sentence) {
            let reading = context::read(document, stretch, mood, context.at(document, stretch.start));
            mood = reading.mood;
            tasks.extend(reading.rule.and_then(|rule| task(document, found, stretch, reading.modal, rule)));
        }
    }
    found.tasks.extend(tasks);
}

/// The stretches of a sentence between semicolons, dashes and blanks at their ends left out.
fn stretches(document: &Document, sentence: Span) -> Vec<Span> {
    let text = &document.text;
    let mut stretches = Vec::new();
    let mut start = sentence.start;
    for at in sentence.start..=sentence.end {
        if at == sentence.end || text.at(at) == ';' {
            let mut stretch = text.trim(Span::new(start, at.min(start + MAX_TASK)));
            while stretch.start < stretch.end && matches!(text.at(stretch.start), '—' | '-' | ' ' | '“' | '”') {
                stretch.start += 1;
            }
            while stretch.start < stretch.end
                && matches!(text.before(stretch.end), '。' | '!' | '?' | ';' | '…' | '”' | ' ')
            {
                stretch.end -= 1;
            }
            if stretch.len() >= MIN_TASK {
                stretches.push(stretch);
            }
            start = at + 1;
        }
    }
    stretches
}

fn task(document: &Document, found: &Mentions, stretch: Span, modal: Option<Span>, rule: Rule) -> Option<TaskMention> {
    let (action, object) = action::action(document, Span::new(opening(document, stretch, modal), stretch.end))?;
    Some(TaskMention {
        span: without_saying(found, stretch, action),
        action,
        object,
        owner: owner::owner(document, found, stretch, modal),
        deadline: deadline(document, found, stretch),
        status: Status::Target,
        rule,
    })
}

/// Where the verb is looked for: at the front where the stretch opens with one, else behind the modal word, or at it
/// where it is a verb itself (确保…).
fn opening(document: &Document, stretch: Span, modal: Option<Span>) -> usize {
    let first = structure::clauses(&document.text, stretch).into_iter().next();
    let imperative = first.and_then(|clause| action::opening_verb(document, clause)).is_some();
    match modal {
        Some(modal) if !imperative => {
            if super::action::is_verb_at(&document.text, modal.start, modal.end) {
                modal.start
            } else {
                modal.end
            }
        }
        _ => stretch.start,
    }
}

/// The stretch without 某某强调, at its front.
fn without_saying(found: &Mentions, stretch: Span, action: Span) -> Span {
    let next = found.quotes.partition_point(|quote| quote.span.start <= stretch.start);
    let quote = found.quotes.get(next).filter(|quote| quote.span.start <= action.start && quote.span.end >= action.end);
    Span::new(quote.map_or(stretch.start, |quote| quote.span.start), stretch.end)
}

/// The last day of the latest time in the stretch that is not over.
fn deadline(document: &Document, found: &Mentions, stretch: Span) -> Option<Date> {
    let next = found.times.partition_point(|time| time.span.start < stretch.start);
    let inside = found.times[next..].iter().take_while(|time| time.span.end <= stretch.end);
    let ends = inside.filter(|time| !time.in_name).filter_map(|time| time.days.map(|(_, end)| end));
    ends.filter(|&end| document.date.is_none_or(|date| end >= date)).max()
}

#[cfg(test)]
mod tests;
mod words;
