//! Reporters and editors: names behind a label, in a line of their own, in brackets, at the end of a paragraph.

use super::labels::{self, Kind};
use crate::analysis::Span;
use crate::recognize::person::names;
use crate::text::{Text, is_han, structure::Structure};

/// Longest line that is a by-line as a whole.
const LONGEST_LINE: usize = 160;
/// Most names of a document's by-lines.
const MOST_NAMES: usize = 200;
/// How far a by-line at the end of a paragraph reaches back.
const TAIL: usize = 60;

/// The by-lines of a document.
#[derive(Debug, Default)]
pub struct Byline {
    /// Names of reporters.
    pub reporters: Vec<Span>,
    /// Names of editors.
    pub editors: Vec<Span>,
    /// The stretches from label to last name.
    pub stretches: Vec<Span>,
}

/// Names behind one label.
struct Entry {
    kind: Kind,
    names: Vec<Span>,
    /// From the label to behind the last name.
    span: Span,
}

/// Reads the by-lines of `text`.
pub fn byline(text: &Text, structure: &Structure) -> Byline {
    let mut byline = Byline::default();
    for &line in &structure.paragraphs {
        for part in parts(text, line) {
            let mut at = part.start;
            while let Some(entry) = next_entry(text, part, at) {
                at = entry.span.end;
                byline.add(entry);
            }
        }
        if let Some(entry) = closing_bracket(text, line) {
            byline.add(entry);
        }
    }
    byline.reporters.sort_unstable();
    byline.reporters.dedup();
    byline.editors.sort_unstable();
    byline.editors.dedup();
    byline
}

impl Byline {
    fn add(&mut self, entry: Entry) {
        if self.reporters.len() + self.editors.len() >= MOST_NAMES {
            return;
        }
        self.stretches.push(entry.span);
        let names = if entry.kind == Kind::Editor { &mut self.editors } else { &mut self.reporters };
        names.extend(entry.names);
    }
}

/// The stretches of a paragraph in which a by-line can stand.
fn parts(text: &Text, line: Span) -> Vec<Span> {
    if line.len() <= LONGEST_LINE && !text.slice(line).contains('。') {
        return vec![line];
    }
    let mut parts = opening(text, line);
    let tail = Span::new(line.start.max(line.end.saturating_sub(TAIL)), line.end);
    let sentence =
        (tail.start..tail.end.saturating_sub(1)).rev().find(|&at| matches!(text.at(at), '。' | '!' | '?' | '”'));
    if let Some(mark) = sentence {
        parts.push(Span::new(mark + 1, line.end));
    }
    parts
}

/// The bracket or the words of a dateline at the start of a paragraph: 本报讯(记者 张三 通讯员 李四).
fn opening(text: &Text, line: Span) -> Vec<Span> {
    const DATELINE: usize = 30;
    let head = Span::new(line.start, line.end.min(line.start + DATELINE));
    let open = (head.start..head.end).find(|&at| text.at(at) == '(');
    if let Some(open) = open {
        let close = (open..line.end.min(open + TAIL)).find(|&at| text.at(at) == ')');
        return close.map(|close| Span::new(open + 1, close)).into_iter().collect();
    }
    let told = text.find("报道", Span::new(line.start, line.end.min(line.start + TAIL)));
    told.filter(|told| !text.slice(Span::new(line.start, told.start)).contains([',', '。']))
        .into_iter()
        .map(|told| Span::new(line.start, told.start))
        .collect()
}

/// The next label with names behind it, from `from` on.
fn next_entry(text: &Text, part: Span, from: usize) -> Option<Entry> {
    let mut at = from;
    while at < part.end {
        let Some((length, kind)) = labels::at(text, at, part.end) else {
            at += 1;
            continue;
        };
        if matches!(kind, Kind::Reporter | Kind::Editor) && opens_label(text, part, at) {
            let names = names_from(text, at + length, part.end, length);
            if let Some(last) = names.last() {
                let span = with_brackets(text, Span::new(at, last.end));
                return Some(Entry { kind, names, span });
            }
        }
        at += length;
    }
    None
}

/// The stretch with the brackets right around it.
fn with_brackets(text: &Text, span: Span) -> Span {
    let enclosed = text.before(span.start) == '(' && text.at(span.end) == ')';
    if enclosed { Span::new(span.start - 1, span.end + 1) } else { span }
}

/// Whether a label can begin at `at`: at the start, behind a blank, a mark, or behind words of a paper (徐报融媒记者).
fn opens_label(text: &Text, part: Span, at: usize) -> bool {
    let before = text.before(at);
    let of_a_paper =
        matches!(before, '报' | '网' | '社' | '台' | '媒' | '刊' | '本' | '端' | '体' | '心' | '约' | '习' | '道'); // 心: 融媒体中心
    at == part.start || !is_han(before) || of_a_paper
}

/// The names behind a label: set off by blanks, 、 or /.
fn names_from(text: &Text, at: usize, end: usize, label: usize) -> Vec<Span> {
    let mut names = Vec::new();
    let mut at = at;
    let marked = !is_han(text.at(at));
    if label == 1 && !matches!(text.at(at), ':' | '/' | ' ' | '|') {
        return names;
    }
    loop {
        let start = skip_marks(text, at, end);
        let Some(name) = name_at(text, start, end) else { break };
        at = name.end;
        names.push(name);
        if at >= end || names.len() >= 24 {
            break;
        }
    }
    if marked || names.first().is_some_and(|first| labels::before(text, first.start, 0).is_some()) {
        names
    } else {
        Vec::new()
    }
}

fn skip_marks(text: &Text, at: usize, end: usize) -> usize {
    let mark = |char: char| matches!(char, ' ' | '\t' | ':' | '、' | '/' | '|' | '&' | ',' | '\u{3000}');
    let mut at = at;
    while at < end {
        if text.at(at) == '/' && matches!(text.at(at + 1), '文' | '图' | '摄') {
            at += 2;
        } else if mark(text.at(at)) {
            at += 1;
        } else {
            break;
        }
    }
    at.min(end)
}

/// The longest name at `at` that a mark, a bracket, a label or the end follows.
fn name_at(text: &Text, at: usize, end: usize) -> Option<Span> {
    if labels::at(text, at, end).is_some_and(|(length, _)| length > 1 && !is_name_of(text, at, at + length)) {
        return None;
    }
    if let Some(stop) = names::transliterated_end(text, at, end, false).filter(|&stop| closes(text, stop, end)) {
        return Some(Span::new(at, stop));
    }
    let ends = names::ends_at(text, at, end).into_iter().rev().map(|stop| Span::new(at, stop));
    ends.filter(|span| closes(text, span.end, end))
        .find(|&span| names::shape(text, span).is_some_and(|weight| weight >= 0))
}

fn is_name_of(text: &Text, start: usize, end: usize) -> bool {
    names::shape(text, Span::new(start, end)).is_some_and(|weight| weight >= 5)
}

/// Whether a name can end at `at`.
fn closes(text: &Text, at: usize, end: usize) -> bool {
    at >= end
        || !is_han(text.at(at)) && !text.at(at).is_ascii_alphanumeric() && text.at(at) != '·'
        || text.starts_with(at, "摄")
        || text.starts_with(at, "报道")
        || text.starts_with(at, "文/")
        || labels::at(text, at, end).is_some_and(|(length, _)| length > 1)
}

/// Names alone in brackets at the end of a paragraph: (成崗 王岩).
fn closing_bracket(text: &Text, line: Span) -> Option<Entry> {
    if text.before(line.end) != ')' {
        return None;
    }
    let open = (line.start.max(line.end.saturating_sub(TAIL))..line.end).rev().find(|&at| text.at(at) == '(')?;
    let sets_off = open == line.start || matches!(text.before(open), '。' | '!' | '?' | '”' | ' ');
    let inside = Span::new(open + 1, line.end - 1);
    let names = names_from(text, inside.start, inside.end, 2);
    let names = if names.is_empty() { bare_names(text, inside) } else { names };
    let whole = names.last().is_some_and(|last| last.end == inside.end);
    (sets_off && whole).then_some(Entry { kind: Kind::Reporter, names, span: Span::new(open, line.end) })
}

/// Names that fill `inside` from its first character on.
fn bare_names(text: &Text, inside: Span) -> Vec<Span> {
    let mut names = Vec::new();
    let mut at = inside.start;
    while let Some(name) = name_at(text, skip_marks(text, at, inside.end), inside.end) {
        at = name.end;
        names.push(name);
    }
    names
}
