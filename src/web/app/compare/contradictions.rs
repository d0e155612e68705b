//! Results that documents give differently for the same fact.

use super::{SheetsProps, nothing};
use crate::compare::contradictions;
use crate::locale::t;
use crate::view::value;
use yew::prelude::*;

/// One line a fact with the figures that differ.
#[component]
pub fn Contradictions(props: &SheetsProps) -> Html {
    let found = use_memo(props.sheets.clone(), |sheets| contradictions(sheets));
    if found.is_empty() {
        return nothing("contradictions-none");
    }
    html! {
        <div class="grid-frame">
            <table class="grid">
                <thead><tr><th scope="col">{ t("column-indicator") }</th><th scope="col">{ t("column-subject") }</th><th scope="col">{ t("column-period") }</th><th scope="col">{ t("column-figures") }</th></tr></thead>
                <tbody>{ for found.iter().map(|fact| {
                    let name = props.figure(fact.sources[0]).map(|row| row.name.clone());
                    html! {
                        <tr>
                            <th scope="row" class="name">{ name.unwrap_or_default() }</th>
                            <td>{ fact.identity.subject.clone() }</td>
                            <td>{ value::period(Some(&fact.period.0), Some(&fact.period.1)) }</td>
                            <td class="number">{ for fact.sources.iter().filter_map(|&source| {
                                let figure = props.figure(source)?;
                                let label = html! { <>{ value::compact(figure) }{ props.mark(source.document) }</> };
                                Some(html! { <div class="matrix-figure">{ props.link(source, label) }</div> })
                            }) }</td>
                        </tr>
                    }
                }) }</tbody>
            </table>
        </div>
    }
}
