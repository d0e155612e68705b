//! The bar below the article: what can be done with the marked row or the selected words, undo and redo, the lists.

use super::{Held, Step, words};
use crate::analysis::Span;
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::view::title::title;
use crate::view::value::excerpt;
use crate::web::app::Event;
use crate::web::app::state::{Reading, Selection};
use yew::prelude::*;

/// The kinds that selected words can be made: keywords are counted, not marked.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Keyword)
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub selection: Option<Selection>,
    /// Words that are selected in the article.
    pub words: Option<Span>,
    pub held: Held,
    pub emit: Callback<Event>,
}

/// The bar.
#[component]
pub fn Bar(props: &Props) -> Html {
    let Props { reading, selection, words, held, emit } = props;
    let step = |step: Step| emit.reform(move |_: MouseEvent| Event::Correct(step.clone()));
    // A press on the bar must not take the selection in the article away.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    let offered = match (words, selection) {
        (Some(span), _) => marking(reading, *span, emit),
        (None, Some(selection)) => deciding(reading, *selection, emit),
        (None, None) => html! { <p class="correct-hint">{ t("correct-hint") }</p> },
    };
    let add = Step::Add(selection.map_or(Kind::Person, |selection| selection.row.kind), None);
    html! {
        <div class="correct-bar" role="group" aria-label={t("correct-bar")} {onmousedown}>
            <div class="correct-offer">{ offered }</div>
            <div class="correct-tools">
                <button type="button" class="icon-button" aria-label={t("correct-undo")} title={t("correct-undo")}
                    disabled={!held.can_undo()} onclick={step(Step::Undo)}>{ "↶" }</button>
                <button type="button" class="icon-button" aria-label={t("correct-redo")} title={t("correct-redo")}
                    disabled={!held.can_redo()} onclick={step(Step::Redo)}>{ "↷" }</button>
                <button type="button" class="button" id="correct-add" onclick={step(add)}>{ t("correct-add-row") }</button>
                <button type="button" class="button" id="correct-list" onclick={step(Step::List)}>
                    { t_with("correct-list-count", &[("n", held.list.len().into())]) }
                </button>
                <button type="button" class="button" id="correct-lexicon" onclick={step(Step::Lexicon)}>{ t("lexicon") }</button>
            </div>
        </div>
    }
}

/// What can be done with selected words.
fn marking(reading: &Reading, span: Span, emit: &Callback<Event>) -> Html {
    let said = t_with("correct-mark-as", &[("words", excerpt(reading.words(span), 16).into())]);
    let button = |kind: Kind| {
        let step = Step::Add(kind, Some(span));
        html! {
            <button type="button" class="legend-item" onclick={emit.reform(move |_| Event::Correct(step.clone()))}>
                <span class="mark legend-mark" data-kind={kind.slug()}>{ kind.label() }</span>
            </button>
        }
    };
    html! { <><span class="correct-what">{ said }</span>{ for kinds().map(button) }</> }
}

/// What can be done with the marked row.
fn deciding(reading: &Reading, selection: Selection, emit: &Callback<Event>) -> Html {
    let row = selection.row;
    let step = |step: Step| emit.reform(move |_: MouseEvent| Event::Correct(step.clone()));
    let review = reading.analysis.review(row.kind.list(), row.index);
    let several = reading.places(row).len() > 1;
    html! {
        <>
            <span class="correct-what correct-row">
                <span class="mark legend-mark" data-kind={row.kind.slug()}>{ row.kind.label() }</span>
                <strong>{ excerpt(&title(&reading.analysis, row), 24) }</strong>
                { for review.map(|review| badge(review.verdict)) }
            </span>
            <button type="button" class="button" onclick={step(Step::Confirm(row))}>{ "✓ " }{ t("correct-confirm") }</button>
            if !matches!(row.kind, Kind::Keyword) {
                <button type="button" class="button" onclick={step(Step::Edit(row))}>{ "✎ " }{ t("correct-edit") }</button>
            }
            <button type="button" class="button" onclick={step(Step::Reject(row))}>{ "✗ " }{ t("correct-reject") }</button>
            if several {
                <button type="button" class="button" onclick={step(Step::Unmark(selection))}>{ t("correct-unmark") }</button>
            }
        </>
    }
}

/// The sign of a row that the reader has looked at: a sign and words, not colour alone.
pub fn badge(verdict: crate::analysis::Verdict) -> Html {
    let said = words::verdict(verdict);
    html! {
        <span class={format!("badge badge-{}", words::slug(verdict))} title={said.clone()}>
            <span aria-hidden="true">{ words::sign(verdict) }</span><span class="hidden">{ said }</span>
        </span>
    }
}
