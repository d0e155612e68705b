//! Targets against later results.

use super::{SheetsProps, nothing};
use crate::analysis::Indicator;
use crate::compare::{Outcome, Source, TargetCheck, outcomes};
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
        return nothing("这些文稿里没有带期限的目标。");
    }
    html! {
        <div class="grid-frame">
            <table class="grid">
                <thead><tr>
                    <th scope="col">{ "指标" }</th><th scope="col">{ "期间" }</th><th scope="col">{ "目标" }</th>
                    <th scope="col">{ "最近的结果" }</th><th scope="col">{ "差距" }</th><th scope="col">{ "判断" }</th>
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
        Outcome::Reached => ("reached", "已达到"),
        Outcome::Missed => ("missed", "未达到"),
        Outcome::Open => ("open", "尚无当期结果"),
    };
    Some(html! {
        <tr>
            <th scope="row" class="name">{ target.name.clone() }<span class="minor">{ target.subject.clone().unwrap_or_default() }</span></th>
            <td class="text">{ value::period(target.start.as_deref(), target.end.as_deref()) }</td>
            <td class="number">{ figure(props, check.target, target) }</td>
            <td class="number">{ result.map(|(source, row)| dated(props, source, row)).unwrap_or_default() }</td>
            <td class="number">{ check.difference.map(|gap| difference(gap, &target.unit)).unwrap_or_default() }</td>
            <td><span class={format!("chip chip-{slug}")}>{ label }</span></td>
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
    let unit = if unit == "%" { "个百分点" } else { unit };
    format!("{sign}{}{unit}", value::short(gap))
}
