//! The Analysis: what the analyzer returns, table by table.
//!
//! The Rust type [`Analysis`], the object that JavaScript gets and the JSON that the command line prints are
//! one form. While the analyzer works, every [`Span`] counts Unicode code points of the text as given;
//! [`crate::Analyzer::analyze`] converts them to the encoding that the caller chose before it returns.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize, Serializer};

/// A half-open stretch `start..end` of the text as given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Span {
    /// First offset inside.
    pub start: usize,
    /// First offset behind.
    pub end: usize,
}

impl Span {
    /// The span `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many code points (or code units, once converted) it covers.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside (equal counts).
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether both share at least one position.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `at` lies inside.
    pub const fn holds(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }
}

/// An exact decimal, written to JSON as an integer where it is one and as the nearest double where not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "number"))]
pub struct Number(pub Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const SAFE: i64 = 1 << 53; // what a JavaScript number holds exactly
        let value = self.0.normalize();
        match value.to_i64() {
            Some(whole) if value.is_integer() && (-SAFE..=SAFE).contains(&whole) => serializer.serialize_i64(whole),
            _ => serializer.serialize_f64(value.to_string().parse().unwrap_or(f64::MAX)),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "description": "An exact decimal, as the nearest double." })
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        value.to_string().parse().map(Number).map_err(serde::de::Error::custom)
    }
}

/// Everything that was read from one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Analysis {
    /// Version of this form; 1.
    pub version: u32,
    pub document: DocumentInfo,
    pub people: Vec<Person>,
    pub places: Vec<Place>,
    pub organizations: Vec<Organization>,
    pub facilities: Vec<Facility>,
    pub events: Vec<Event>,
    pub times: Vec<Time>,
    pub indicators: Vec<Indicator>,
    pub codes: Vec<Code>,
    pub programmes: Vec<Programme>,
    pub quotes: Vec<Quote>,
    pub tasks: Vec<Task>,
    pub keywords: Vec<Keyword>,
    /// The headings of the document in order: its outline.
    pub outline: Vec<OutlineItem>,
    /// What the reader decided about rows; left out where there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<Review>>"))]
    pub reviews: Vec<Review>,
}

/// What the reader decided about one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Review {
    /// The table, by its name in the Analysis: people, indicators …
    pub table: String,
    /// Position in that table; null for a rejected row, which is in no table any more.
    pub row: Option<usize>,
    /// What was decided.
    pub verdict: Verdict,
    /// What the row is called.
    pub text: String,
    /// The fields that were edited; `spans` where places were added or taken away.
    pub fields: Vec<String>,
    /// What the reader wrote beside it.
    pub note: Option<String>,
}

/// What a reader decides about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It is right.
    Confirmed,
    /// It was right in part.
    Edited,
    /// The analyzer lacked it.
    Added,
    /// It is wrong.
    Rejected,
}

/// What the header, the by-line and the text as a whole say of the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DocumentInfo {
    /// The headline, as written.
    pub title: Option<String>,
    /// Where the title stands.
    pub title_span: Option<Span>,
    /// The paper, site or body that published it.
    pub source: Option<String>,
    /// The reference date for 今年, 1月28日 …: ISO 8601 day, from the text or from the caller.
    pub published: Option<String>,
    /// Names of the reporters in the by-line.
    pub reporters: Vec<String>,
    /// Names of the editors in the by-line.
    pub editors: Vec<String>,
    /// Simplified, traditional or both.
    pub script: Script,
    /// Unicode code points of the text.
    pub characters: usize,
}

/// The script a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// Simplified characters.
    #[default]
    Hans,
    /// Traditional characters.
    Hant,
    /// Both in earnest.
    Mixed,
}

/// A named individual.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Person {
    /// The name alone, as the document writes it.
    pub name: String,
    /// A reporter or editor of the by-line.
    pub byline: bool,
    /// The posts that the text gives this person.
    pub posts: Vec<Post>,
    /// Every mention.
    pub spans: Vec<Span>,
    /// Stable id of the rule that found the name.
    pub rule: String,
}

/// A post (职务) of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Post {
    /// As written, with the body or region before it: 徐州市委书记.
    pub text: String,
    /// Whether the person holds it, held it or is to hold it.
    pub when: Tenure,
    /// Where it stands.
    pub span: Span,
    /// Stable id of the rule that tied it to the person.
    pub rule: String,
}

/// When a post is held, seen from the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Tenure {
    /// Held now.
    #[default]
    Current,
    /// Held once, or given up with this document (不再担任, 原).
    Past,
    /// To be held (拟任, 提名).
    Coming,
}

/// A place: a division of any level or a natural or economic area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Place {
    /// The fullest name: 徐州市.
    pub name: String,
    /// Every surface form that the document uses.
    pub names: Vec<String>,
    /// Level of the division.
    pub level: PlaceLevel,
    /// Six-digit (township: nine-digit) division code, if it is in the gazetteer.
    pub code: Option<String>,
    /// The division above it.
    pub within: Option<String>,
    /// Every mention.
    pub spans: Vec<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// Level of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum PlaceLevel {
    Country,
    Province,
    Prefecture,
    County,
    Township,
    Village,
    /// Regions, rivers, lakes, mountains, zones.
    Other,
}

/// A body: party, government, firm, school …
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Organization {
    /// The fullest name.
    pub name: String,
    /// Every surface form.
    pub names: Vec<String>,
    /// What sort of body.
    pub kind: OrganizationKind,
    /// Every mention.
    pub spans: Vec<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// Sort of body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum OrganizationKind {
    Party,
    Government,
    Congress,
    Company,
    Education,
    Health,
    Research,
    Media,
    Bank,
    Social,
    Other,
}

/// A facility or a construction project with a name of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Facility {
    /// The written-out name: 地铁3号线.
    pub name: String,
    /// Every surface form: 地铁3、4、5、6号线.
    pub names: Vec<String>,
    /// Every mention.
    pub spans: Vec<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// A named meeting, fair, session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Event {
    /// The fullest name.
    pub name: String,
    /// Every surface form.
    pub names: Vec<String>,
    /// First day, ISO 8601, if the text lets one know it.
    pub start: Option<String>,
    /// Last day.
    pub end: Option<String>,
    /// Where it is held, as written.
    pub place: Option<String>,
    /// Every mention.
    pub spans: Vec<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// An expression that denotes a calendar date or a bounded interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Time {
    /// As written.
    pub text: String,
    /// First day, ISO 8601; null where the document gives nothing to resolve it against.
    pub start: Option<String>,
    /// Last day, inclusive.
    pub end: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// Stable id of the rule.
    pub rule: String,
}

/// A measured or promised quantity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Indicator {
    /// The number with its unit and what touches it: 3800余场.
    pub text: String,
    /// What is measured, in the words of the text, put together where the text splits it.
    pub name: String,
    /// The number written out in full; negative for a decline.
    pub value: Number,
    /// The upper end of a range.
    pub max: Option<Number>,
    /// The base unit in simplified characters, 万 and 亿 multiplied in: 元 人 % 百分点 倍 位 …
    pub unit: String,
    /// How the value bounds the fact.
    pub comparator: Comparator,
    /// What sort of figure.
    pub kind: IndicatorKind,
    /// Whether it happened, is reckoned or is aimed at.
    pub status: Status,
    /// The region or body it is about.
    pub subject: Option<String>,
    /// First day of the period, ISO 8601.
    pub start: Option<String>,
    /// Last day, inclusive.
    pub end: Option<String>,
    /// The words of what it is compared with: 同比, 较2015年.
    pub baseline: Option<String>,
    /// Canonical key of the indicator lexicon, the same in every document.
    pub key: Option<String>,
    /// What a reader should check.
    pub doubts: Vec<String>,
    /// How name, period and status were found: one plain sentence each.
    pub derivation: Vec<String>,
    /// Where the figure stands.
    pub span: Span,
    /// Where the (main part of the) name stands.
    pub name_span: Option<Span>,
    /// Where the time that set the period stands.
    pub period_span: Option<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// How a value bounds the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[allow(missing_docs)]
pub enum Comparator {
    #[default]
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = ">")]
    Greater,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "<")]
    Less,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = "~")]
    About,
    #[serde(rename = "range")]
    Range,
}

impl Comparator {
    /// The sign that stands for it: =, >, >=, <, <=, ~, range.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::About => "~",
            Self::Range => "range",
        }
    }
}

/// Sort of figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum IndicatorKind {
    /// Levels and counts.
    Level,
    /// An absolute change.
    Change,
    /// A rate of change, in percent.
    Growth,
    /// A share, rate or coverage, in percent.
    Share,
    /// A multiple.
    Multiple,
    /// A rank.
    Rank,
}

/// Whether a figure happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Has happened or holds.
    #[default]
    Actual,
    /// 预计.
    Estimate,
    /// Aimed at, planned, promised, demanded.
    Target,
}

/// A coded slogan (缩略提法) with its members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Code {
    /// The term with the head noun it modifies, as written.
    pub text: String,
    /// How many members its numerals announce.
    pub count: Option<u32>,
    /// The members in order, as far as this document lists them.
    pub members: Vec<String>,
    /// Where each member stands, in the same order.
    pub member_spans: Vec<Span>,
    /// As many members found as the numeral says.
    pub complete: bool,
    /// What the built-in glossary knows of a common national code; never from the document.
    pub glossary: Vec<String>,
    /// Every mention.
    pub spans: Vec<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// A named plan, strategy, campaign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Programme {
    /// As written.
    pub text: String,
    /// Every mention.
    pub spans: Vec<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// Who says what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Quote {
    /// Person, meeting or body that speaks, in the form used at that spot.
    pub speaker: String,
    /// In quotation marks or an interview turn, or reported.
    pub kind: QuoteKind,
    /// The said words, without the marks around them.
    pub span: Span,
    /// Where the speaker is named.
    pub speaker_span: Option<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// Sort of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum QuoteKind {
    Direct,
    Reported,
}

/// A commitment or demand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Task {
    /// The whole clause group, as written.
    pub text: String,
    /// The verb that is to be done.
    pub action: String,
    /// What it is to be done to.
    pub object: Option<String>,
    /// Who has to do it.
    pub owner: Option<String>,
    /// Last day, ISO 8601.
    pub deadline: Option<String>,
    /// Target for what is still to be done, actual for what was done.
    pub status: Status,
    /// Positions in the `indicators` table.
    pub indicators: Vec<usize>,
    /// The heading path it stands under, outermost first, joined by " / ".
    pub heading: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// Stable id of the rule.
    pub rule: String,
}

/// A phrase (提法) that is weighty in this document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Keyword {
    /// As written.
    pub text: String,
    /// Weight, 1.0 for the weightiest.
    pub weight: f64,
    /// Every mention.
    pub spans: Vec<Span>,
    /// Stable id of the rule.
    pub rule: String,
}

/// A heading of the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutlineItem {
    /// As written, with its number.
    pub text: String,
    /// 1 for the outermost.
    pub level: u32,
    /// Where it stands.
    pub span: Span,
}

/// So that functions over several documents take them owned as well as shared.
impl AsRef<Analysis> for Analysis {
    fn as_ref(&self) -> &Analysis {
        self
    }
}

impl Analysis {
    /// What the reader decided about row `row` of `table`.
    pub fn review(&self, table: &str, row: usize) -> Option<&Review> {
        self.reviews.iter().find(|review| review.row == Some(row) && review.table == table)
    }

    /// Rewrites every span with `convert`, which gets and gives one offset.
    pub fn convert_offsets(&mut self, convert: impl Fn(usize) -> usize) {
        self.for_each_span(|span| *span = Span::new(convert(span.start), convert(span.end)));
    }

    /// Calls `visit` for every span of every row.
    pub fn for_each_span(&mut self, mut visit: impl FnMut(&mut Span)) {
        fn all(spans: &mut [Span], visit: &mut impl FnMut(&mut Span)) {
            spans.iter_mut().for_each(visit);
        }
        let visit = &mut visit;
        self.document.title_span.iter_mut().for_each(&mut *visit);
        for row in &mut self.people {
            all(&mut row.spans, visit);
            row.posts.iter_mut().for_each(|post| visit(&mut post.span));
        }
        self.places.iter_mut().for_each(|row| all(&mut row.spans, visit));
        self.organizations.iter_mut().for_each(|row| all(&mut row.spans, visit));
        self.facilities.iter_mut().for_each(|row| all(&mut row.spans, visit));
        self.events.iter_mut().for_each(|row| all(&mut row.spans, visit));
        self.times.iter_mut().for_each(|row| visit(&mut row.span));
        for row in &mut self.indicators {
            visit(&mut row.span);
            row.name_span.iter_mut().for_each(&mut *visit);
            row.period_span.iter_mut().for_each(&mut *visit);
        }
        for row in &mut self.codes {
            all(&mut row.spans, visit);
            all(&mut row.member_spans, visit);
        }
        self.programmes.iter_mut().for_each(|row| all(&mut row.spans, visit));
        for row in &mut self.quotes {
            visit(&mut row.span);
            row.speaker_span.iter_mut().for_each(&mut *visit);
        }
        self.tasks.iter_mut().for_each(|row| visit(&mut row.span));
        self.keywords.iter_mut().for_each(|row| all(&mut row.spans, visit));
        self.outline.iter_mut().for_each(|row| visit(&mut row.span));
    }
}
