//! Recognisers: each reads the document and what was found before it, and adds mentions of one sort.
//!
//! A recogniser is one folder: its rules (`mod.rs`), its word lists (`*.tsv`) and its examples (`examples.tsv`).
//! [`recognize`] is the one list of them, in the order in which they run.

pub mod action;
pub mod alias;
pub mod code;
pub mod event;
pub mod facility;
pub mod number;
pub mod organization;
pub mod person;
pub mod place;
pub mod post;
pub mod programme;
pub mod quantity;
pub mod quote;
pub mod task;
pub mod time;

use crate::analysis::{OrganizationKind, PlaceLevel, QuoteKind, Span, Status, Tenure};
use crate::document::Document;
use crate::taught::claim;

/// The id of a rule, stable from version to version: `family/rule`, as `time/month-day`.
pub type Rule = &'static str;

/// Everything that was found in a document so far. Lists are in the text's order once [`recognize`] returns.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// Numbers with their units.
    pub quantities: Vec<quantity::Quantity>,
    /// Dates and intervals.
    pub times: Vec<time::TimeMention>,
    /// The document's own region: where 全市, 市委, 我省 are.
    pub region: Option<place::region::Region>,
    /// Divisions, regions, rivers, zones.
    pub places: Vec<PlaceMention>,
    /// Bodies.
    pub organizations: Vec<OrganizationMention>,
    /// Posts, with or without a person beside them.
    pub posts: Vec<PostMention>,
    /// Names of persons.
    pub people: Vec<PersonMention>,
    /// Named lines, stations, parks, plants, projects.
    pub facilities: Vec<NameMention>,
    /// Named meetings, fairs, sessions.
    pub events: Vec<EventMention>,
    /// Coded slogans.
    pub codes: Vec<CodeMention>,
    /// Named plans, strategies, campaigns.
    pub programmes: Vec<NameMention>,
    /// Who says what.
    pub quotes: Vec<QuoteMention>,
    /// Commitments and demands.
    pub tasks: Vec<TaskMention>,
}

/// A mention of a named thing that needs no more than its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMention {
    /// Where it stands.
    pub span: Span,
    /// The written-out name where the surface is a short or split form (地铁3、4号线 → 地铁3号线); else None.
    pub full: Option<String>,
    /// The rule that found it.
    pub rule: Rule,
}

/// A mention of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceMention {
    /// Where it stands.
    pub span: Span,
    /// The full name (徐州市); the surface itself where no fuller one is known.
    pub full: String,
    /// Level of the division.
    pub level: PlaceLevel,
    /// Division code.
    pub code: Option<String>,
    /// Full name of the division above.
    pub within: Option<String>,
    /// It stands inside a longer name (a body, a post): a place for context, no row of its own unless met elsewhere.
    pub nested: bool,
    /// The rule that found it.
    pub rule: Rule,
}

/// A mention of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationMention {
    /// Where it stands.
    pub span: Span,
    /// The full name where it is known (市委 → 徐州市委); else None.
    pub full: Option<String>,
    /// What sort of body.
    pub kind: OrganizationKind,
    /// A generic short reference (市委, 省政府): owed to no reader unless written out elsewhere.
    pub generic: bool,
    /// The rule that found it.
    pub rule: Rule,
}

/// A mention of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostMention {
    /// Where it stands, body or region words included.
    pub span: Span,
    /// When it is held.
    pub when: Tenure,
    /// The rule that found it.
    pub rule: Rule,
}

/// A mention of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonMention {
    /// Where the name stands (for 宋书记: the surname alone with `full` set).
    pub span: Span,
    /// The name without blanks set inside it, as given; the full name for a short form.
    pub name: String,
    /// Indices into [`Mentions::posts`] of the posts that this mention is given.
    pub posts: Vec<usize>,
    /// A name of the by-line.
    pub byline: bool,
    /// The rule that found it.
    pub rule: Rule,
}

/// A mention of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventMention {
    /// Where it stands.
    pub span: Span,
    /// The fuller name that a short form stands for.
    pub full: Option<String>,
    /// First and last day, if the text lets one know.
    pub days: Option<(jiff::civil::Date, jiff::civil::Date)>,
    /// Where it is held.
    pub place: Option<Span>,
    /// The rule that found it.
    pub rule: Rule,
}

/// A mention of a coded slogan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeMention {
    /// The term with its head noun, quotation marks included where they stand inside.
    pub span: Span,
    /// The coded term alone, without marks and head noun: 四位一体, 1+3.
    pub core: Span,
    /// The head noun behind it, if any.
    pub head: Option<Span>,
    /// How many members its numerals announce.
    pub count: Option<u32>,
    /// The members that the text lists beside this mention, in order.
    pub members: Vec<Span>,
    /// The rule that found it.
    pub rule: Rule,
}

/// A stretch of speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteMention {
    /// The said words, without the marks around them.
    pub span: Span,
    /// Direct or reported.
    pub kind: QuoteKind,
    /// The speaker as the text names it at that spot (a person's name without the post).
    pub speaker: String,
    /// Where the speaker is named.
    pub speaker_span: Option<Span>,
    /// The rule that found it.
    pub rule: Rule,
}

/// A commitment or demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskMention {
    /// The whole clause group.
    pub span: Span,
    /// The verb.
    pub action: Span,
    /// What it is done to.
    pub object: Option<Span>,
    /// Who has to do it.
    pub owner: Option<String>,
    /// Last day.
    pub deadline: Option<jiff::civil::Date>,
    /// Whether it is to be done or was done.
    pub status: Status,
    /// The rule that found it.
    pub rule: Rule,
}

/// Runs every recogniser over `document`.
pub fn recognize(document: &Document) -> Mentions {
    let mut found = Mentions::default();
    time::recognize(document, &mut found);
    quantity::recognize(document, &mut found);
    place::recognize(document, &mut found);
    organization::recognize(document, &mut found);
    claim::early(document, &mut found);
    post::recognize(document, &mut found);
    person::recognize(document, &mut found);
    facility::recognize(document, &mut found);
    event::recognize(document, &mut found);
    code::recognize(document, &mut found);
    programme::recognize(document, &mut found);
    claim::late(document, &mut found);
    quote::recognize(document, &mut found);
    task::recognize(document, &mut found);
    found
}
