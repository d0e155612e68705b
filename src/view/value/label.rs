//! Words for what the analyzer says with a value of a fixed set.

use crate::analysis::{Comparator, IndicatorKind, OrganizationKind, PlaceLevel, QuoteKind, Status, Tenure};
use crate::locale::t;

/// The comparator in words.
pub fn comparator_label(comparator: Comparator) -> String {
    t(match comparator {
        Comparator::Equal => "comparator-equal",
        Comparator::Greater => "comparator-greater",
        Comparator::AtLeast => "comparator-at-least",
        Comparator::Less => "comparator-less",
        Comparator::AtMost => "comparator-at-most",
        Comparator::About => "comparator-about",
        Comparator::Range => "comparator-range",
    })
}

/// The status in words.
pub fn status_label(status: Status) -> String {
    t(match status {
        Status::Actual => "status-actual",
        Status::Estimate => "status-estimate",
        Status::Target => "status-target",
    })
}

/// The name that style sheets use for a status.
pub const fn status_slug(status: Status) -> &'static str {
    match status {
        Status::Actual => "actual",
        Status::Estimate => "estimate",
        Status::Target => "target",
    }
}

/// The kind of figure in words.
pub fn figure_label(kind: IndicatorKind) -> String {
    t(match kind {
        IndicatorKind::Level => "figure-level",
        IndicatorKind::Change => "figure-change",
        IndicatorKind::Growth => "figure-growth",
        IndicatorKind::Share => "figure-share",
        IndicatorKind::Multiple => "figure-multiple",
        IndicatorKind::Rank => "figure-rank",
    })
}

/// The tenure of a post in words.
pub fn tenure_label(when: Tenure) -> String {
    t(match when {
        Tenure::Current => "tenure-current",
        Tenure::Past => "tenure-past",
        Tenure::Coming => "tenure-coming",
    })
}

/// The level of a place in words.
pub fn level_label(level: PlaceLevel) -> String {
    t(match level {
        PlaceLevel::Country => "level-country",
        PlaceLevel::Province => "level-province",
        PlaceLevel::Prefecture => "level-prefecture",
        PlaceLevel::County => "level-county",
        PlaceLevel::Township => "level-township",
        PlaceLevel::Village => "level-village",
        PlaceLevel::Other => "level-other",
    })
}

/// The sort of body in words.
pub fn organization_label(kind: OrganizationKind) -> String {
    t(match kind {
        OrganizationKind::Party => "organization-party",
        OrganizationKind::Government => "organization-government",
        OrganizationKind::Congress => "organization-congress",
        OrganizationKind::Company => "organization-company",
        OrganizationKind::Education => "organization-education",
        OrganizationKind::Health => "organization-health",
        OrganizationKind::Research => "organization-research",
        OrganizationKind::Media => "organization-media",
        OrganizationKind::Bank => "organization-bank",
        OrganizationKind::Social => "organization-social",
        OrganizationKind::Other => "organization-other",
    })
}

/// The sort of speech in words.
pub fn quote_label(kind: QuoteKind) -> String {
    t(match kind {
        QuoteKind::Direct => "quote-direct",
        QuoteKind::Reported => "quote-reported",
    })
}

/// What a reader should check, in the language in use; a doubt that is not known here stays as the analyzer says it.
pub fn doubt_label(doubt: &str) -> String {
    t(match doubt {
        "名称未能确定" => "doubt-name-missing",
        "名称为推定" => "doubt-name-assumed",
        "期间为推定" => "doubt-period-assumed",
        "比重超过100%" => "doubt-share",
        "增长率异常" => "doubt-growth",
        "数值超出常见范围" => "doubt-range",
        other => return other.to_owned(),
    })
}
