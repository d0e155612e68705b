//! The page's state: documents, the engine behind them, what is selected and shown.

use super::shelf::Kept;
use crate::Analysis;
use crate::analysis::Span;
use crate::library::entry::Origin;
use crate::view::blocks::{Block, blocks};
use crate::view::marks::{Mark, Row, marks, places_of};
use std::ops::Deref;
use std::rc::Rc;

/// An analysed text, ready to be shown.
#[derive(Debug)]
pub struct Content {
    /// The text that was analysed.
    pub text: Rc<str>,
    /// What was found; spans count bytes.
    pub analysis: Rc<Analysis>,
    /// All highlights.
    pub marks: Vec<Mark>,
    /// The article in blocks.
    pub blocks: Vec<Block>,
    /// How long the analysis took.
    pub milliseconds: u32,
}

/// Shared [`Content`]; equal only to itself, so that components are drawn once an analysis.
#[derive(Debug, Clone)]
pub struct Reading(Rc<Content>);

impl Reading {
    /// Prepares `analysis` of `text` for the page.
    pub fn new(text: Rc<str>, analysis: Rc<Analysis>, milliseconds: u32) -> Self {
        let marks = marks(&analysis);
        let blocks = blocks(&text, analysis.document.title_span, &analysis.outline, &marks);
        Self(Rc::new(Content { text, analysis, marks, blocks, milliseconds }))
    }

    /// The title, or the first words where none was found.
    pub fn title(&self) -> String {
        let first = || {
            let words = self.blocks.first().map(|block| self.words(block.span)).unwrap_or_default();
            crate::view::value::excerpt(words, 30)
        };
        self.analysis.document.title.clone().unwrap_or_else(first)
    }

    /// The words of `span`.
    pub fn words(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The places of `row`.
    pub fn places(&self, row: Row) -> Vec<Span> {
        places_of(&self.analysis, row)
    }
}

impl Deref for Reading {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.0
    }
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A document in the workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its number.
    pub id: u32,
    /// File name, or what it was called when it came.
    pub name: Rc<str>,
    /// What the reader calls it.
    pub named: Option<Rc<str>>,
    /// The text as it stands now.
    pub text: Rc<str>,
    /// The date that the reader set for 今年, 1月28日 …; ISO 8601.
    pub date: Option<Rc<str>>,
    /// The last analysis, perhaps of an earlier text.
    pub reading: Option<Reading>,
    /// The request that is under way.
    pub request: Option<u32>,
    /// The text that was sent last.
    pub sent: Option<Rc<str>>,
    /// Whether the analyzer has learnt something, or the reader has set a date, since the last analysis.
    pub stale: bool,
    /// Whether the article is shown once the analysis is there: the text came at once, not letter by letter.
    pub show: bool,
    /// What the library knows it by.
    pub key: Rc<str>,
    /// How it came.
    pub origin: Origin,
    /// The state that the library has.
    pub kept: Kept,
    /// The reader's corrections, and the result that they are put on.
    pub held: super::correct::Held,
}

impl Document {
    /// A document that nothing has happened to yet.
    pub fn new(id: u32, key: Rc<str>, name: &str, text: Rc<str>) -> Self {
        Self {
            id,
            name: name.into(),
            named: None,
            text,
            date: None,
            reading: None,
            request: None,
            sent: None,
            stale: false,
            show: false,
            key,
            origin: Origin::Typed,
            kept: Kept::default(),
            held: super::correct::Held::default(),
        }
    }

    /// Whether nothing was ever written here.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.kept.stamp.is_empty()
    }

    /// What the list of documents calls it: the title once it is known, else the file, else the first words.
    pub fn label(&self) -> String {
        if let Some(name) = &self.named {
            return name.to_string();
        }
        let titled = |reading: &&Reading| self.origin != Origin::File || reading.analysis.document.title.is_some();
        self.reading.as_ref().filter(titled).map_or_else(|| self.name.to_string(), Reading::title)
    }
}

/// What the worker is doing.
#[derive(Debug, Clone, PartialEq)]
pub enum Engine {
    /// The worker's code or the dictionary is on its way.
    Loading {
        /// Bytes that came.
        loaded: u32,
        /// Bytes in all.
        total: Option<u32>,
    },
    /// The dictionary is being built.
    Building,
    /// Ready for texts.
    Ready,
    /// The dictionary could not be had.
    Failed(Rc<str>),
}

/// A row that is marked, at one of its places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The row.
    pub row: Row,
    /// Which of its places.
    pub nth: usize,
}

/// A message to the reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Whether something went wrong.
    pub error: bool,
    /// The message.
    pub text: Rc<str>,
    /// What the reader may send to the program's makers.
    pub report: Option<Rc<str>>,
}

impl Notice {
    /// Something that happened as it should.
    pub fn good(text: impl Into<Rc<str>>) -> Self {
        Self { error: false, text: text.into(), report: None }
    }

    /// Something that went wrong.
    pub fn bad(text: impl Into<Rc<str>>) -> Self {
        Self { error: true, text: text.into(), report: None }
    }
}

/// What the main area shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The text to be edited.
    Edit,
    /// The article with its highlights.
    Read,
    /// All documents against each other.
    Compare,
    /// All documents that are kept.
    Library,
}

impl View {
    /// Whether it is about many documents, not about the open one.
    pub fn is_of_many(self) -> bool {
        matches!(self, View::Compare | View::Library)
    }
}

/// Which half a narrow screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The article.
    Article,
    /// The tables.
    Tables,
}
