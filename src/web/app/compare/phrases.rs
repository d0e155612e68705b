//! Phrases that came, stayed and went between the first and each later document.

use super::{SheetsProps, nothing};
use crate::compare::{PhraseChange, PhraseFate, phrases};
use crate::locale::t;
use yew::prelude::*;

/// How many phrases a column shows.
const MOST: usize = 20;

/// Neighbouring documents, by date, side by side.
#[component]
pub fn Phrases(props: &SheetsProps) -> Html {
    let mut order: Vec<usize> = (0..props.sheets.len()).collect();
    order.sort_by_key(|&at| props.sheets[at].reading.analysis.document.published.clone());
    if order.len() < 2 {
        return nothing("phrases-none");
    }
    html! { <>{ for order.windows(2).map(|pair| change(props, pair[0], pair[1])) }</> }
}

fn change(props: &SheetsProps, earlier: usize, later: usize) -> Html {
    let changes = phrases(&props.sheets[earlier].reading.analysis, &props.sheets[later].reading.analysis);
    html! {
        <section class="phrases">
            <h2>{ props.mark(earlier) }{ "→" }{ props.mark(later) }</h2>
            <div class="phrase-columns">
                { column("phrases-came", &changes, PhraseFate::Came) }
                { column("phrases-stayed", &changes, PhraseFate::Stayed) }
                { column("phrases-went", &changes, PhraseFate::Went) }
            </div>
        </section>
    }
}

fn column(title: &'static str, changes: &[PhraseChange], fate: PhraseFate) -> Html {
    let rows = changes.iter().filter(|change| change.fate == fate).take(MOST);
    html! { <div><h3>{ t(title) }</h3><ul>{ for rows.map(|change| html! { <li>{ change.text.clone() }</li> }) }</ul></div> }
}
