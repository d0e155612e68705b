//! A page as lines: blocks end lines, tables become lines of cells.

use super::super::grid::{Grid, needs_blank, one_line};
use dom_query::NodeRef;

/// What is never text of the page.
const LEFT_OUT: [&str; 22] = [
    "script", "style", "noscript", "template", "head", "svg", "math", "canvas", "iframe", "object", "embed", "audio",
    "video", "select", "button", "input", "textarea", "nav", "aside", "footer", "dialog", "rp",
];
/// What ends a line before and behind it.
const BLOCKS: [&str; 32] = [
    "address",
    "article",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
    "caption",
];
/// A table deeper inside others than this is taken as blocks.
const DEPTH: usize = 8;
/// How far a cell may stretch.
const STRETCH: usize = 100;

/// A step of the walk, which keeps a list of its own instead of calling itself: pages may be very deep.
enum Step<'a> {
    Enter(NodeRef<'a>),
    Break,
}

/// The lines of everything below `root`.
pub fn lines(root: &NodeRef<'_>) -> Vec<String> {
    let mut lines = Lines::default();
    let mut stack = vec![Step::Enter(*root)];
    while let Some(step) = stack.pop() {
        let Step::Enter(node) = step else {
            lines.end();
            continue;
        };
        if node.is_text() {
            lines.push(&node.text());
            continue;
        }
        let name = node.node_name().unwrap_or_default();
        let name: &str = &name;
        if LEFT_OUT.contains(&name) || is_hidden(&node) {
            continue;
        }
        match name {
            "br" => lines.end(),
            "table" if is_table(&node) => {
                lines.end();
                lines.done.extend(grid(&node).lines());
            }
            _ => {
                if BLOCKS.contains(&name) || matches!(name, "td" | "th") {
                    lines.end();
                    stack.push(Step::Break);
                }
                stack.extend(node.children_it(true).map(Step::Enter));
            }
        }
    }
    lines.end();
    lines.done
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    line: String,
    blank: bool,
}

impl Lines {
    /// Adds words; blanks and breaks of the source are one blank at most.
    fn push(&mut self, words: &str) {
        for char in words.chars() {
            if char == '\u{a0}' || char.is_whitespace() && char != '\u{3000}' {
                self.blank = true;
                continue;
            }
            if matches!(char, '\u{200b}' | '\u{feff}') {
                continue;
            }
            let blank = std::mem::take(&mut self.blank) && !self.line.is_empty();
            if blank && (needs_blank(self.line.chars().next_back(), Some(char)) || words.len() < 400) {
                self.line.push(' ');
            }
            self.line.push(char);
        }
    }

    fn end(&mut self) {
        self.blank = false;
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.done.push(line.trim_end().to_owned());
        }
    }
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = || node.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', ""));
    node.has_attr("hidden") || style().is_some_and(|style| style.contains("display:none"))
}

/// Whether a table holds values, not other tables or the layout of the page.
fn is_table(table: &NodeRef<'_>) -> bool {
    let nested = table.find_descendant("table");
    let depth = table.ancestors_it(None).filter(|node| node.has_name("table")).take(DEPTH).count();
    !nested && depth < DEPTH
}

trait FindDescendant {
    fn find_descendant(&self, name: &str) -> bool;
}

impl FindDescendant for NodeRef<'_> {
    fn find_descendant(&self, name: &str) -> bool {
        self.descendants_it().any(|node| node.has_name(name))
    }
}

fn grid(table: &NodeRef<'_>) -> Grid {
    let mut grid = Grid::default();
    let rows: Vec<NodeRef<'_>> = table.descendants_it().filter(|node| node.has_name("tr")).collect();
    let caption = table.descendants_it().find(|node| node.has_name("caption"));
    let first = usize::from(caption.is_some());
    if let Some(caption) = caption {
        grid.put(0, 0, &one_line(&caption.text()), 1, 1);
    }
    let count = rows.len();
    for (at, row) in rows.into_iter().enumerate() {
        let cells = row.children_it(false).filter(|node| node.has_name("td") || node.has_name("th"));
        for cell in cells {
            let span = |name: &str| {
                cell.attr(name).and_then(|count| count.trim().parse::<usize>().ok()).unwrap_or(1).clamp(1, STRETCH)
            };
            let height = span("rowspan").min(count - at);
            grid.push(first + at, &lines(&cell).join("\n"), span("colspan"), height);
        }
    }
    grid
}
