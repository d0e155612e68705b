//! The article as blocks of nested highlights over text: what becomes paragraphs and spans on the page.

use super::marks::Mark;
use crate::analysis::{OutlineItem, Span};

/// How deep highlights nest; what would lie deeper is not drawn (its row still finds its place).
const DEPTH: usize = 6;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Title,
    /// A heading with its level.
    Heading(u32),
    /// Running text.
    Text,
}

/// A paragraph of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// Where it stands.
    pub span: Span,
    /// Text and highlights, in order.
    pub nodes: Vec<Node>,
}

/// A piece of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Plain words.
    Text(Span),
    /// A highlight: position in the list of marks, and what lies inside.
    Mark(usize, Vec<Node>),
}

/// Cuts `text` into blocks: a line each, and headings that stand inside a line apart. All spans count bytes;
/// `marks` must be in the order of [`super::marks::marks`].
pub fn blocks(text: &str, title: Option<Span>, outline: &[OutlineItem], marks: &[Mark]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut first = 0;
    for (role, span) in pieces(text, title, outline) {
        while marks.get(first).is_some_and(|mark| mark.span.end <= span.start && mark.span.start < span.start) {
            first += 1;
        }
        blocks.push(Block { role, span, nodes: nodes(text, span, marks, first) });
    }
    blocks
}

/// The stretches that become blocks.
fn pieces(text: &str, title: Option<Span>, outline: &[OutlineItem]) -> Vec<(Role, Span)> {
    let mut pieces = Vec::new();
    let mut headings = outline.iter().filter(|item| !item.span.is_empty()).peekable();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let end = start + line.len();
        let mut from = start;
        while let Some(heading) = headings.peek().filter(|heading| heading.span.start < end) {
            if heading.span.start >= from && heading.span.end <= end {
                push(text, &mut pieces, Role::Text, Span::new(from, heading.span.start));
                push(text, &mut pieces, Role::Heading(heading.level), heading.span);
                from = heading.span.end;
            }
            headings.next();
        }
        push(text, &mut pieces, Role::Text, Span::new(from, end));
        start = end;
    }
    if let Some(title) = title
        && let Some(piece) = pieces.iter_mut().find(|(_, span)| span.contains(title))
    {
        piece.0 = Role::Title;
    }
    pieces
}

/// Adds `span` without the blanks around it, unless nothing is left.
fn push(text: &str, pieces: &mut Vec<(Role, Span)>, role: Role, span: Span) {
    let Some(words) = text.get(span.start..span.end) else { return };
    let blank = |char: char| char.is_whitespace() || char == '\u{feff}';
    let start = span.start + (words.len() - words.trim_start_matches(blank).len());
    let end = span.start + words.trim_end_matches(blank).len();
    if start < end {
        pieces.push((role, Span::new(start, end)));
    }
}

/// An open highlight while a block is built.
struct Open {
    mark: usize,
    end: usize,
    nodes: Vec<Node>,
}

/// Text and highlights of the block `span`. Highlights that cross are cut where the outer one ends.
fn nodes(text: &str, span: Span, marks: &[Mark], first: usize) -> Vec<Node> {
    let mut open: Vec<Open> = vec![Open { mark: usize::MAX, end: span.end, nodes: Vec::new() }];
    let mut at = span.start;
    for (index, mark) in marks.iter().enumerate().skip(first) {
        if mark.span.start >= span.end {
            break;
        }
        let (start, end) = (mark.span.start.max(span.start), mark.span.end.min(span.end));
        if start >= end || !text.is_char_boundary(start) || !text.is_char_boundary(end) {
            continue;
        }
        close(&mut open, &mut at, start);
        let outer = open.last().map_or(span.end, |outer| outer.end);
        if open.len() > DEPTH || start < at {
            continue;
        }
        write(&mut open, &mut at, start);
        open.push(Open { mark: index, end: end.min(outer), nodes: Vec::new() });
    }
    close(&mut open, &mut at, usize::MAX);
    open.pop().map(|block| block.nodes).unwrap_or_default()
}

/// Writes the words up to `to` into the innermost open highlight.
fn write(open: &mut [Open], at: &mut usize, to: usize) {
    if let Some(inner) = open.last_mut()
        && *at < to
    {
        inner.nodes.push(Node::Text(Span::new(*at, to)));
        *at = to;
    }
}

/// Closes every highlight that ends at or before `start`; the block itself stays open.
fn close(open: &mut Vec<Open>, at: &mut usize, start: usize) {
    while open.last().is_some_and(|inner| inner.end <= start) {
        let end = open.last().map_or(0, |inner| inner.end);
        write(open, at, end);
        if open.len() == 1 {
            return;
        }
        if let Some(done) = open.pop()
            && let Some(outer) = open.last_mut()
        {
            outer.nodes.push(Node::Mark(done.mark, done.nodes));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::kind::Kind;
    use crate::view::marks::Row;
    use proptest::prelude::*;

    fn mark(kind: Kind, start: usize, end: usize) -> Mark {
        Mark { row: Row { kind, index: 0 }, nth: 0, span: Span::new(start, end) }
    }

    fn words(text: &str, nodes: &[Node]) -> String {
        nodes
            .iter()
            .map(|node| match node {
                Node::Text(span) => text[span.start..span.end].to_owned(),
                Node::Mark(index, inner) => format!("[{index}{}]", words(text, inner)),
            })
            .collect()
    }

    #[test]
    fn highlights_nest_and_crossing_ones_are_cut() {
        let marks = [mark(Kind::Task, 0, 6), mark(Kind::Place, 0, 2), mark(Kind::Person, 4, 8)];
        let blocks = blocks("abcdefghij", None, &[], &marks);
        assert_eq!(words("abcdefghij", &blocks[0].nodes), "[0[1ab]cd[2ef]]ghij");
    }

    #[test]
    fn lines_and_headings_become_blocks() {
        let text = "T\n\n  一、甲 乙乙乙\r\n丙";
        let heading = OutlineItem { text: "一、甲".into(), level: 1, span: Span::new(5, 14) };
        let blocks = blocks(text, Some(Span::new(0, 1)), &[heading], &[]);
        let seen: Vec<_> = blocks.iter().map(|block| (block.role, &text[block.span.start..block.span.end])).collect();
        assert_eq!(
            seen,
            [(Role::Title, "T"), (Role::Heading(1), "一、甲"), (Role::Text, "乙乙乙"), (Role::Text, "丙")]
        );
    }

    fn plain(text: &str, nodes: &[Node], out: &mut String) {
        for node in nodes {
            match node {
                Node::Text(span) => out.push_str(&text[span.start..span.end]),
                Node::Mark(_, inner) => plain(text, inner, out),
            }
        }
    }

    proptest! {
        #[test]
        fn every_block_shows_exactly_its_words(
            text in "[一二三\n a]{0,60}",
            spans in proptest::collection::vec((0usize..180, 0usize..60), 0..40),
        ) {
            let mut marks: Vec<Mark> =
                spans.iter().map(|&(start, length)| mark(Kind::Person, start, start + length + 1)).collect();
            crate::sorted::by_key(&mut marks, |mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
            for block in blocks(&text, None, &[], &marks) {
                let mut out = String::new();
                plain(&text, &block.nodes, &mut out);
                prop_assert_eq!(out, &text[block.span.start..block.span.end]);
            }
        }
    }
}
