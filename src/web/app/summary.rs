//! The summary at the top: what it is, who matters, which figures weigh most.

use super::state::Reading;
use super::{Event, field};
use crate::analysis::Indicator;
use crate::locale::{list, t, t_with};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::view::{value, weight};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the document is called.
    pub title: AttrValue,
    pub reading: Reading,
    pub emit: Callback<Event>,
}

/// Title, source, date, people, indicators.
#[component]
pub fn Summary(props: &Props) -> Html {
    let Props { title, reading, emit } = props;
    let analysis = &reading.analysis;
    let info = &analysis.document;
    let date = info.published.as_deref().map(|day| value::period(Some(day), Some(day)));
    let size = t_with("summary-size", &[("n", info.characters.into())]);
    let authors = list(&info.reporters);
    let people = weight::people(analysis, 6);
    let figures = weight::indicators(analysis, 4);
    let shared = weight::shared_subject(analysis);
    html! {
        <section class="summary" aria-label={t("summary")}>
            <h2 class="summary-title">{ title }</h2>
            <p class="summary-facts">
                if let Some(source) = &info.source { <span>{ source.clone() }</span> }
                if let Some(date) = date { <time datetime={info.published.clone()}>{ date }</time> }
                { date_control(info.published.as_deref(), emit) }
                if !authors.is_empty() { <span>{ t_with("summary-reporters", &[("names", authors.into())]) }</span> }
                <span>{ size }</span>
                <button type="button" class="link copy-link" onclick={emit.reform(|_: MouseEvent| Event::CopyLink)}>{ t("copy-link") }</button>
                <span class="summary-speed">{ t_with("summary-speed", &[("n", reading.milliseconds.into())]) }</span>
            </p>
            if !figures.is_empty() {
                <ul class="figures" aria-label={t("summary-figures")}>
                    { for figures.into_iter().map(|index| figure(reading, index, shared, emit)) }
                </ul>
            }
            if !people.is_empty() {
                <ul class="summary-people" aria-label={t("summary-people")}>
                    { for people.into_iter().map(|index| person(reading, index, emit)) }
                </ul>
            }
        </section>
    }
}

/// Where the reader says from which day 今年 or 1月28日 count.
fn date_control(published: Option<&str>, emit: &Callback<Event>) -> Html {
    let onchange = emit.reform(|event: yew::Event| Event::Dated(field::value(&event).unwrap_or_default()));
    html! {
        <details class="date-control">
            <summary>{ t(if published.is_some() { "date-change" } else { "date-set" }) }</summary>
            <label>{ t("date-label") }{ " " }
                <input type="date" class="date-input" value={published.unwrap_or_default().to_owned()} {onchange} />
            </label>
        </details>
    }
}

/// The card of a figure; whose it is stands there unless it is that of most others.
fn figure(reading: &Reading, index: usize, shared: Option<&str>, emit: &Callback<Event>) -> Html {
    let Some(indicator) = reading.analysis.indicators.get(index) else { return html! {} };
    let subject = indicator.subject.as_deref().filter(|subject| shared != Some(*subject));
    let row = Row { kind: Kind::Indicator, index };
    html! {
        <li>
            <button type="button" class="figure" onclick={emit.reform(move |_| Event::Row(row))}>
                <span class="figure-name">{ indicator.name.clone() }</span>
                <span class="figure-value">{ value::written(indicator) }</span>
                <span class="figure-note">{ status(indicator) }{ period(indicator) }
                    if let Some(subject) = subject { <span class="figure-subject">{ subject.to_owned() }</span> }
                </span>
            </button>
        </li>
    }
}

/// The chip that tells targets from results.
pub fn status(indicator: &Indicator) -> Html {
    let class = format!("chip status-{}", value::status_slug(indicator.status));
    html! { <span {class}>{ value::status_label(indicator.status) }</span> }
}

/// The period in words.
pub fn period(indicator: &Indicator) -> String {
    value::period(indicator.start.as_deref(), indicator.end.as_deref())
}

fn person(reading: &Reading, index: usize, emit: &Callback<Event>) -> Html {
    let Some(person) = reading.analysis.people.get(index) else { return html! {} };
    let row = Row { kind: Kind::Person, index };
    let posts: Vec<&str> = person.posts.iter().map(|post| post.text.as_str()).collect();
    html! {
        <li>
            <button type="button" class="summary-person" onclick={emit.reform(move |_| Event::Row(row))}>
                <span class="summary-name">{ person.name.clone() }</span>
                <span class="summary-posts">{ list(posts) }</span>
            </button>
        </li>
    }
}
