//! What a period is made of: the time that governs, the one that stands right before a value, the figure.

use super::profile::Profile;
use super::scope::Scope;
use crate::analysis::{IndicatorKind, Span, Status};
use crate::recognize::time::Grain;
use jiff::civil::Date;

/// A time that governs the clauses behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Governor {
    /// First and last day; None for 每年 and for times that could not be resolved.
    pub days: Option<(Date, Date)>,
    /// How fine it is.
    pub grain: Grain,
    /// Where it stands.
    pub span: Span,
    /// The words are 今年 or 今年以来.
    pub this_year: bool,
    /// The time was completed from the document's date.
    pub completed: bool,
    /// 年内, 年底前: still to come.
    pub within_year: bool,
    /// The words name no year, not even by 今 or 去: 全年, 年末, 上半年.
    pub bare: bool,
    /// The end of a month: 10月底.
    pub month_end: bool,
    /// Numbers of the clause, sentence and group it stands in.
    pub clause: usize,
    /// Its sentence.
    pub sentence: usize,
    /// Its paragraph or item.
    pub group: usize,
    /// Headings before it.
    pub section: usize,
    /// Its part of the sentence.
    pub segment: usize,
    /// How far it holds.
    pub scope: Scope,
}

/// The time that stands right before a value: 由2015年的44.2%提高到….
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// First and last day.
    pub days: (Date, Date),
    /// Where it stands.
    pub span: Span,
}

impl Origin {
    /// Whether that time is over.
    pub fn is_past(&self, profile: &Profile) -> bool {
        profile.today.is_some_and(|today| self.days.1 < today)
    }
}

/// What the period depends on besides times.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// Number of the clause.
    pub clause: usize,
    /// Kind.
    pub kind: IndicatorKind,
    /// Status.
    pub status: Status,
    /// Something done over a period (新建, 新增, 累计), not a level reached.
    pub flow: bool,
    /// Measured at the end of a period: 余额, 人口.
    pub stock: bool,
    /// Money, a rate or something done: what a point in time named clauses before does not measure.
    pub over_time: bool,
    /// Earned or made in the course of a period: 营业收入, 产值.
    pub turnover: bool,
    /// Gained in the course of a period: 净增, 新增.
    pub gain: bool,
    /// A yearly average (年均).
    pub yearly: bool,
    /// Added up (累计).
    pub total: bool,
    /// Done over as many years up to the time named: 五年翻番.
    pub years: Option<i16>,
    /// The time of the value that something started from: 由2015年的….
    pub from: Option<Origin>,
}
