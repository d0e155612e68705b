//! The kinds of rows: one a table.

use crate::Analysis;
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
    pub const fn label(self) -> &'static str {
        match self {
            Kind::Person => "人物",
            Kind::Place => "地名",
            Kind::Organization => "机构",
            Kind::Facility => "设施项目",
            Kind::Event => "活动",
            Kind::Time => "时间",
            Kind::Indicator => "指标",
            Kind::Code => "提法",
            Kind::Programme => "规划行动",
            Kind::Quote => "言论",
            Kind::Task => "任务",
            Kind::Keyword => "关键词",
        }
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
