//! Targets against later results.

use super::{SheetsProps, nothing};
use crate::analysis::Indicator;
use crate::compare::{Outcome, Source, TargetCheck, outcomes};
use crate::locale::t;
use crate::view::value;
use yew::prelude::*;

/// One line a dated target: what was aimed at, what came of it, how far apart.
#[component]
pub fn Outcomes(props: &SheetsProps) -> Html {
    let checks = use_memo(props.sheets.clone(), |sheets| {
        let mut checks = outcomes(sheets);
        checks.sort_by_key(|check| (check.result.is_none(), check.outcome == Outcome::Open));
        checks
    });
    if checks.is_empty() {
        return nothing("outcomes-none");
    }
    html! {
        <div class="grid-frame">
            <table class="grid">
                <thead><tr>
                    <th scope="col">{ t("column-indicator") }</th><th scope="col">{ t("column-period") }</th><th scope="col">{ t("column-target") }</th>
                    <th scope="col">{ t("column-latest") }</th><th scope="col">{ t("column-gap") }</th><th scope="col">{ t("column-verdict") }</th>
                </tr></thead>
                <tbody>{ for checks.iter().filter_map(|check| line(props, check)) }</tbody>
            </table>
        </div>
    }
}

fn line(props: &SheetsProps, check: &TargetCheck) -> Option<Html> {
    let target = props.figure(check.target)?;
    let result = check.result.and_then(|source| Some((source, props.figure(source)?)));
    let (slug, label) = match check.outcome {
        Outcome::Reached => ("reached", "outcome-reached"),
        Outcome::Missed => ("missed", "outcome-missed"),
        Outcome::Open => ("open", "outcome-open"),
    };
    Some(html! {
        <tr>
            <th scope="row" class="name">{ target.name.clone() }<span class="minor">{ target.subject.clone().unwrap_or_default() }</span></th>
            <td class="text">{ value::period(target.start.as_deref(), target.end.as_deref()) }</td>
            <td class="number">{ figure(props, check.target, target) }</td>
            <td class="number">{ result.map(|(source, row)| dated(props, source, row)).unwrap_or_default() }</td>
            <td class="number">{ check.difference.map(|gap| difference(gap, &target.unit)).unwrap_or_default() }</td>
            <td><span class={format!("chip chip-{slug}")}>{ t(label) }</span></td>
        </tr>
    })
}

fn figure(props: &SheetsProps, source: Source, row: &Indicator) -> Html {
    props.link(source, html! { <>{ value::compact(row) }{ props.mark(source.document) }</> })
}

fn dated(props: &SheetsProps, source: Source, row: &Indicator) -> Html {
    let period = value::period(row.start.as_deref(), row.end.as_deref());
    html! { <>{ figure(props, source, row) }<span class="minor">{ format!("{period} {}", value::status_label(row.status)) }</span></> }
}

fn difference(gap: crate::analysis::Number, unit: &str) -> String {
    let sign = if gap.0.is_sign_positive() && !gap.0.is_zero() { "+" } else { "" };
    let unit = if unit == "%" { t("unit-points") } else { unit.to_owned() };
    format!("{sign}{}{unit}", value::short(gap))
}
