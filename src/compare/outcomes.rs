//! Targets against later results.

use super::{Identity, Source, comparable, figures};
use crate::analysis::{Analysis, Comparator, Indicator, Number, Status};

/// What became of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A result for its period fulfils it.
    Reached,
    /// A result for its period falls short of it.
    Missed,
    /// No result for its period in any of the documents.
    Open,
}

/// A target and the result it is held against.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetCheck {
    /// The target.
    pub target: Source,
    /// The latest result of the same indicator whose period is no later than the target's.
    pub result: Option<Source>,
    /// Whether that result belongs to the target's own period and fulfils it.
    pub outcome: Outcome,
    /// Result less target, in the indicator's own unit.
    pub difference: Option<Number>,
}

/// Holds every dated target against the results that the documents give.
pub fn outcomes<A: AsRef<Analysis>>(documents: &[A]) -> Vec<TargetCheck> {
    let results: Vec<(Source, Identity, &Indicator)> = figures(documents)
        .filter(|(_, row)| row.status != Status::Target && row.end.is_some())
        .map(|(source, row)| (source, Identity::of(row), row))
        .collect();
    let targets =
        figures(documents).filter(|(_, row)| row.status == Status::Target && comparable(row.kind) && row.end.is_some());
    let checks = targets.map(|(target, row)| {
        let identity = Identity::of(row);
        let same = results.iter().filter(|(_, other, result)| *other == identity && result.end <= row.end);
        let latest = same.max_by_key(|(source, _, result)| (&result.end, result.status == Status::Actual, *source));
        check(target, row, latest.map(|(source, _, result)| (*source, *result)))
    });
    checks.collect()
}

fn check(target: Source, row: &Indicator, result: Option<(Source, &Indicator)>) -> TargetCheck {
    let outcome = match result {
        Some((_, figure)) if figure.end == row.end && figure.status == Status::Actual => {
            if fulfils(figure, row) {
                Outcome::Reached
            } else {
                Outcome::Missed
            }
        }
        _ => Outcome::Open,
    };
    let difference = result.and_then(|(_, figure)| figure.value.0.checked_sub(row.value.0)).map(Number);
    TargetCheck { target, result: result.map(|(source, _)| source), outcome, difference }
}

/// A bound from above (以内, 不超过, 前20位) is fulfilled by less, everything else by as much or more.
fn fulfils(result: &Indicator, target: &Indicator) -> bool {
    match target.comparator {
        Comparator::Less => result.value < target.value,
        Comparator::AtMost => result.value <= target.value,
        Comparator::Greater => result.value > target.value,
        _ if target.value.0.is_sign_negative() => result.value <= target.value,
        _ => result.value >= target.value,
    }
}
