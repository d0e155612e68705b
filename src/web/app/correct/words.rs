//! What fields, choices and states are called.

use crate::analysis::Verdict;
use crate::correct::{Problem, State, What};
use crate::locale::t;
use crate::taught;
use crate::view::kind::Kind;

/// The name of a field of the table `kind`.
pub fn field(kind: Kind, name: &str) -> String {
    t(match (kind, name) {
        (Kind::Person, "name") => "column-person",
        (Kind::Code, "text") => "column-slogan",
        (Kind::Code, "count") => "field-count",
        (_, "name" | "text") => "column-name",
        (_, "posts") => "field-posts",
        (_, "level") => "column-level",
        (_, "code") => "column-code",
        (_, "within") => "field-within",
        (_, "kind") => "column-kind",
        (_, "place") => "column-place",
        (_, "members") => "field-members",
        (_, "value") => "column-value",
        (_, "max") => "field-max",
        (_, "unit") => "field-unit",
        (_, "comparator") => "field-comparator",
        (_, "status") => "column-status",
        (_, "subject") => "column-subject",
        (_, "start") => "column-start",
        (_, "end") => "column-end",
        (_, "baseline") => "column-baseline",
        (_, "speaker") => "column-speaker",
        (_, "action") => "field-action",
        (_, "object") => "field-object",
        (_, "owner") => "column-owner",
        (_, "deadline") => "column-deadline",
        _ => "field-spans",
    })
}

/// What a choice of a field is called.
pub fn choice(kind: Kind, field: &str, value: &str) -> String {
    t(match (kind, field, value) {
        (_, "status", "actual") => "status-actual",
        (_, "status", "estimate") => "status-estimate",
        (_, "status", "target") => "status-target",
        (_, "comparator", "=") => "comparator-equal",
        (_, "comparator", ">") => "comparator-greater",
        (_, "comparator", ">=") => "comparator-at-least",
        (_, "comparator", "<") => "comparator-less",
        (_, "comparator", "<=") => "comparator-at-most",
        (_, "comparator", "~") => "comparator-about",
        (_, "comparator", "range") => "comparator-range",
        (Kind::Indicator, _, "level") => "figure-level",
        (Kind::Indicator, _, "change") => "figure-change",
        (Kind::Indicator, _, "growth") => "figure-growth",
        (Kind::Indicator, _, "share") => "figure-share",
        (Kind::Indicator, _, "multiple") => "figure-multiple",
        (Kind::Indicator, _, "rank") => "figure-rank",
        (Kind::Quote, _, "direct") => "quote-direct",
        (Kind::Quote, _, "reported") => "quote-reported",
        (Kind::Place, _, "country") => "level-country",
        (Kind::Place, _, "province") => "level-province",
        (Kind::Place, _, "prefecture") => "level-prefecture",
        (Kind::Place, _, "county") => "level-county",
        (Kind::Place, _, "township") => "level-township",
        (Kind::Place, _, "village") => "level-village",
        (Kind::Place, _, "other") => "level-other",
        (_, _, "party") => "organization-party",
        (_, _, "government") => "organization-government",
        (_, _, "congress") => "organization-congress",
        (_, _, "company") => "organization-company",
        (_, _, "education") => "organization-education",
        (_, _, "health") => "organization-health",
        (_, _, "research") => "organization-research",
        (_, _, "media") => "organization-media",
        (_, _, "bank") => "organization-bank",
        (_, _, "social") => "organization-social",
        _ => "organization-other",
    })
}

/// What is wrong with a value.
pub fn problem(problem: &Problem) -> String {
    t(match problem {
        Problem::Missing(_) => "problem-missing",
        Problem::TooLong(_) => "problem-too-long",
        Problem::NotANumber(_) => "problem-not-a-number",
        Problem::NotACount(_) => "problem-not-a-count",
        Problem::NotADay(_) => "problem-not-a-day",
        Problem::NotADivision(_) => "problem-not-a-division",
        Problem::NotAChoice(_) => "problem-not-a-choice",
        Problem::EndBeforeStart => "problem-end-before-start",
        Problem::MaxBelowValue => "problem-max-below-value",
        Problem::RangeWithoutMax => "problem-range-without-max",
    })
}

/// What was decided about a row.
pub fn verdict(verdict: Verdict) -> String {
    t(match verdict {
        Verdict::Confirmed => "verdict-confirmed",
        Verdict::Edited => "verdict-edited",
        Verdict::Added => "verdict-added",
        Verdict::Rejected => "verdict-rejected",
    })
}

/// The sign that stands for it beside its colour.
pub const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "✓",
        Verdict::Edited => "✎",
        Verdict::Added => "+",
        Verdict::Rejected => "✗",
    }
}

/// The name that style sheets use for it.
pub const fn slug(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "confirmed",
        Verdict::Edited => "edited",
        Verdict::Added => "added",
        Verdict::Rejected => "rejected",
    }
}

/// What a correction does.
pub fn what(what: What) -> String {
    t(match what {
        What::Confirm => "correct-confirm",
        What::Reject => "correct-reject",
        What::Unmark => "correct-unmark",
        What::Edit => "correct-edit",
        What::Add => "correct-add",
    })
}

/// What became of a correction.
pub fn state(state: &State) -> String {
    match state {
        State::Applied => t("correction-applied"),
        State::Gone => t("correction-gone"),
        State::Overruled => t("correction-overruled"),
        State::Invalid(wrong) => problem(wrong),
    }
}

/// What kind a word of the lexicon is.
pub fn taught(kind: taught::Kind) -> String {
    match kind {
        taught::Kind::Person => Kind::Person.label(),
        taught::Kind::Place => Kind::Place.label(),
        taught::Kind::Organization => Kind::Organization.label(),
        taught::Kind::Facility => Kind::Facility.label(),
        taught::Kind::Event => Kind::Event.label(),
        taught::Kind::Programme => Kind::Programme.label(),
        taught::Kind::Code => Kind::Code.label(),
        taught::Kind::Indicator => Kind::Indicator.label(),
        taught::Kind::Nothing => t("lexicon-nothing"),
    }
}

/// The kind of the lexicon that names of a table have.
pub const fn teachable(kind: Kind) -> Option<taught::Kind> {
    Some(match kind {
        Kind::Person => taught::Kind::Person,
        Kind::Place => taught::Kind::Place,
        Kind::Organization => taught::Kind::Organization,
        Kind::Facility => taught::Kind::Facility,
        Kind::Event => taught::Kind::Event,
        Kind::Programme => taught::Kind::Programme,
        Kind::Code => taught::Kind::Code,
        Kind::Time | Kind::Indicator | Kind::Quote | Kind::Task | Kind::Keyword => return None,
    })
}
