//! The kinds of rows: one a table.

use crate::Analysis;
use crate::locale::t;
use serde::{Deserialize, Serialize};

/// A table of the Analysis, and the highlight of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Kind {
    Person,
    Place,
    Organization,
    Facility,
    Event,
    Time,
    Indicator,
    Code,
    Programme,
    Quote,
    Task,
    Keyword,
}

impl Kind {
    /// All of them, in the order of the tabs.
    pub const ALL: [Kind; 12] = [
        Kind::Person,
        Kind::Place,
        Kind::Organization,
        Kind::Facility,
        Kind::Event,
        Kind::Time,
        Kind::Indicator,
        Kind::Code,
        Kind::Programme,
        Kind::Quote,
        Kind::Task,
        Kind::Keyword,
    ];

    /// The name that style sheets and attributes use.
    pub const fn slug(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Place => "place",
            Kind::Organization => "organization",
            Kind::Facility => "facility",
            Kind::Event => "event",
            Kind::Time => "time",
            Kind::Indicator => "indicator",
            Kind::Code => "code",
            Kind::Programme => "programme",
            Kind::Quote => "quote",
            Kind::Task => "task",
            Kind::Keyword => "keyword",
        }
    }

    /// The name of the table in the Analysis.
    pub const fn list(self) -> &'static str {
        match self {
            Kind::Person => "people",
            Kind::Place => "places",
            Kind::Organization => "organizations",
            Kind::Facility => "facilities",
            Kind::Event => "events",
            Kind::Time => "times",
            Kind::Indicator => "indicators",
            Kind::Code => "codes",
            Kind::Programme => "programmes",
            Kind::Quote => "quotes",
            Kind::Task => "tasks",
            Kind::Keyword => "keywords",
        }
    }

    /// The kind with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// The name that readers see.
    pub fn label(self) -> String {
        t(match self {
            Kind::Person => "kind-person",
            Kind::Place => "kind-place",
            Kind::Organization => "kind-organization",
            Kind::Facility => "kind-facility",
            Kind::Event => "kind-event",
            Kind::Time => "kind-time",
            Kind::Indicator => "kind-indicator",
            Kind::Code => "kind-code",
            Kind::Programme => "kind-programme",
            Kind::Quote => "kind-quote",
            Kind::Task => "kind-task",
            Kind::Keyword => "kind-keyword",
        })
    }

    /// Whether its highlights are shown before the reader chooses: whole sentences and common phrases are not.
    pub const fn shown_at_first(self) -> bool {
        !matches!(self, Kind::Task | Kind::Keyword)
    }

    /// How many rows the table has.
    pub fn count(self, analysis: &Analysis) -> usize {
        match self {
            Kind::Person => analysis.people.len(),
            Kind::Place => analysis.places.len(),
            Kind::Organization => analysis.organizations.len(),
            Kind::Facility => analysis.facilities.len(),
            Kind::Event => analysis.events.len(),
            Kind::Time => analysis.times.len(),
            Kind::Indicator => analysis.indicators.len(),
            Kind::Code => analysis.codes.len(),
            Kind::Programme => analysis.programmes.len(),
            Kind::Quote => analysis.quotes.len(),
            Kind::Task => analysis.tasks.len(),
            Kind::Keyword => analysis.keywords.len(),
        }
    }
}
