//! What a table consists of: columns, and lines with their cells.

use std::cell::LazyCell;
use std::rc::Rc;
use yew::prelude::{Html, html};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Message key of its heading.
    pub label: &'static str,
    /// Class of its cells: `name`, `number`, `text`, `minor` …
    pub class: &'static str,
}

/// What a cell is sorted by.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// By the sound of the words.
    Text(String),
    /// By size; what is unknown comes last.
    Number(Option<f64>),
}

impl Key {
    /// A count.
    pub fn count(count: usize) -> Self {
        Key::Number(Some(count as f64))
    }
}

/// What a cell shows.
#[derive(Clone)]
enum Look {
    /// What it is sorted by.
    Key,
    Made(Html),
    /// Made when it is drawn: most rows of a long table never are.
    Later(Rc<dyn Fn() -> Html>),
}

/// A cell.
#[derive(Clone)]
pub struct Cell {
    pub(super) key: Key,
    look: Look,
}

impl Cell {
    /// A cell of plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self { key: Key::Text(words.into()), look: Look::Key }
    }

    /// A cell with a count.
    pub fn count(count: usize) -> Self {
        Self { key: Key::count(count), look: Look::Key }
    }

    /// A cell that looks otherwise than it sorts.
    pub fn new(key: Key, html: Html) -> Self {
        Self { key, look: Look::Made(html) }
    }

    /// The same, made when it is drawn.
    pub fn later(key: Key, make: impl Fn() -> Html + 'static) -> Self {
        Self { key, look: Look::Later(Rc::new(make)) }
    }

    /// What it shows.
    pub(super) fn html(&self) -> Html {
        match (&self.look, &self.key) {
            (Look::Made(html), _) => html.clone(),
            (Look::Later(make), _) => make(),
            (Look::Key, Key::Text(words)) => html! { { words.clone() } },
            (Look::Key, Key::Number(number)) => html! { { for *number } },
        }
    }
}

/// What can be unfolded below a row; made when it is unfolded.
#[derive(Clone)]
pub struct Detail(Rc<dyn Fn() -> Option<Html>>);

impl Detail {
    /// What `make` makes.
    pub fn new(make: impl Fn() -> Option<Html> + 'static) -> Self {
        Self(Rc::new(make))
    }

    /// What it shows, made now.
    pub(super) fn html(&self) -> Option<Html> {
        (self.0)()
    }
}

/// What the filter looks into; written when something is looked for.
pub struct Search(LazyCell<String, Box<dyn FnOnce() -> String>>);

impl Search {
    /// What `write` writes.
    pub fn new(write: impl FnOnce() -> String + 'static) -> Self {
        Self(LazyCell::new(Box::new(|| write().to_lowercase())))
    }

    /// Whether the small letters of `wanted` are in it.
    pub(super) fn contains(&self, wanted: &str) -> bool {
        self.0.contains(wanted)
    }
}

impl From<String> for Search {
    fn from(words: String) -> Self {
        Self::new(|| words)
    }
}

/// A row of the grid.
pub struct Line {
    /// Position in the table of the Analysis; `None` for a line that only holds others together.
    pub index: Option<usize>,
    pub cells: Vec<Cell>,
    pub search: Search,
    /// Under which heading it stands.
    pub group: Option<String>,
    /// How far it is indented while the order is the table's own.
    pub depth: usize,
    /// What can be unfolded below it.
    pub detail: Option<Detail>,
}

impl Line {
    /// A plain row.
    pub fn new(index: usize, cells: Vec<Cell>, search: impl Into<Search>) -> Self {
        Self { index: Some(index), cells, search: search.into(), group: None, depth: 0, detail: None }
    }
}

/// Shared lines; equal only to themselves.
#[derive(Clone)]
pub struct Lines(pub Rc<Vec<Line>>);

impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
