//! What a time expression says before any date is known.

/// The year that an expression names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// None: 9月, 四季度.
    Open,
    /// Written out; true where a slip was mended or a century guessed.
    Written(i32, bool),
    /// Counted from the document's: 今年 0, 去年 -1.
    Relative(i32),
    /// Counted from the year that the passage speaks of: 同年 0, 上年 -1, 次年 1.
    Passage(i32),
}

/// The part of the year, or an interval of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The whole year.
    Whole,
    /// 上半年 (1), 下半年 (2).
    Half(u32),
    /// Quarters, the first and the last: 四季度, 前三季度.
    Quarters(u32, u32),
    /// Months, the first and the last.
    Months(u32, u32),
    /// A month counted from the document's (上月 -1) or, if true, from the passage's (次月).
    MonthRelative(i32, bool),
    /// 上旬, 中旬, 下旬 of a month.
    Third(u32, u32),
    /// 上旬, 中旬, 下旬 of a month counted from the document's.
    ThirdRelative(i32, u32),
    /// A day of a month.
    Day(u32, u32),
    /// A day of the passage's or the document's month: 30日.
    DayOnly(u32),
    /// A day of a month counted from the document's: 本月5日.
    DayOfRelative(i32, u32),
    /// Days counted from the document's: 昨天 -1.
    DayRelative(i64),
    /// Days counted from the passage's last day: 当天 0, 次日 1.
    DayPassage(i64),
    /// 年初.
    Beginning,
    /// 春夏秋冬 by number.
    Season(u32),
    /// A festival of the list; true for the holiday around it.
    Festival(usize, bool),
    /// Weeks counted from the document's, and a weekday (1 Monday … 7, 6–7 as 8 for the week-end, 0 the whole week).
    Week(i64, u32),
    /// Years from and to, both written.
    Years(i32, i32),
    /// Years from and to, both counted from the document's: 今明两年.
    YearsRelative(i32, i32),
    /// Several years before (negative) or after the document: 过去五年.
    YearsAround(i32),
    /// Days, weeks or months around the document: 过去三天, 未来两周.
    DaysAround(i64),
    /// Months around the document.
    MonthsAround(i32),
    /// So many months before or after: 三个月前.
    MonthsAway(i32),
    /// Quarters counted from the document's.
    QuarterRelative(i32),
    /// The same stretch of another year: 去年同期.
    SamePeriod,
}

/// Which end of the stretch is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// All of it.
    None,
    /// Its last day: 末.
    Last,
    /// From its first day to the document's: 以来.
    Since,
}

/// A time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expression {
    /// The year.
    pub year: Year,
    /// The part of it.
    pub part: Part,
    /// Which end.
    pub edge: Edge,
    /// The upper end of a range: year and part.
    pub to: Option<(Year, Part)>,
}

impl Expression {
    /// `part` of `year`.
    pub fn new(year: Year, part: Part) -> Self {
        Self { year, part, edge: Edge::None, to: None }
    }
}
