//! All corrections of the document with what became of each; rejected rows can be had back here.

use super::{Held, Step, words};
use crate::correct::{Correction, State, What};
use crate::locale::{t, t_with};
use crate::taught;
use crate::view::value::excerpt;
use crate::web::app::Event;
use crate::web::app::dialog::Dialog;
use crate::web::app::state::Reading;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Option<Reading>,
    pub held: Held,
    pub lexicon: Rc<Vec<taught::Entry>>,
    pub emit: Callback<Event>,
}

/// The list.
#[component]
pub fn List(props: &Props) -> Html {
    let Props { reading, held, lexicon, emit } = props;
    let onclose = emit.reform(|()| Event::Correct(Step::Close));
    let step = |step: Step| emit.reform(move |_: MouseEvent| Event::Correct(step.clone()));
    let lines = held.list.iter().enumerate().rev();
    html! {
        <Dialog id="corrections" class="sheet-wide" title={t("correct-list")} {onclose}>
            <div class="sheet-body">
            <div class="sheet-tools">
                <button type="button" class="button" disabled={!held.can_undo()} onclick={step(Step::Undo)}>{ t("correct-undo") }</button>
                <button type="button" class="button" disabled={!held.can_redo()} onclick={step(Step::Redo)}>{ t("correct-redo") }</button>
            </div>
            if held.list.is_empty() {
                <p class="empty">{ t("correct-none") }</p>
            } else {
                <ol class="corrections">
                    { for lines.map(|(at, correction)| line(reading.as_ref(), held, lexicon, at, correction, emit)) }
                </ol>
            }
            </div>
        </Dialog>
    }
}

fn line(
    reading: Option<&Reading>,
    held: &Held,
    lexicon: &Rc<Vec<taught::Entry>>,
    at: usize,
    correction: &Correction,
    emit: &Callback<Event>,
) -> Html {
    let state = held.states.get(at).unwrap_or(&State::Applied);
    let slug = match state {
        State::Applied => "applied",
        State::Gone => "gone",
        State::Overruled => "overruled",
        State::Invalid(_) => "invalid",
    };
    let place = reading.filter(|_| *state == State::Applied).and_then(|reading| correction.anchor.find(&reading.text));
    let quote = excerpt(&correction.anchor.quote, 60);
    let changed = correction.fields.iter().filter(|(name, _)| correction.what == What::Edit && !name.is_empty());
    let change = |(name, value): (&String, &String)| {
        let before = correction.row.get(name).cloned().unwrap_or_default().replace('\n', " / ");
        let value = value.replace('\n', " / ");
        html! { <li>{ words::field(correction.kind, name) }{ " " }<del>{ before }</del>{ " → " }<ins>{ value }</ins></li> }
    };
    let nothing = stop(correction, lexicon);
    html! {
        <li class="correction" data-state={slug} data-what={correction_slug(correction.what)}>
            <div class="correction-head">
                <strong>{ words::what(correction.what) }</strong>
                <span class="mark legend-mark" data-kind={correction.kind.slug()}>{ correction.kind.label() }</span>
                if let Some(span) = place {
                    <button type="button" class="link" onclick={emit.reform(move |_| Event::Evidence(span))}>{ quote }</button>
                } else {
                    <span class="correction-quote">{ quote }</span>
                }
                <span class={format!("chip correction-{slug}")}>{ words::state(state) }</span>
            </div>
            <ul class="correction-fields">{ for changed.map(change) }</ul>
            if !correction.note.is_empty() { <p class="correction-note">{ correction.note.clone() }</p> }
            <div class="correction-tools">
                if let Some(entry) = nothing {
                    <button type="button" class="plain-button" onclick={emit.reform(move |_: MouseEvent| Event::Correct(Step::Teach(entry.clone())))}>
                        { t("correct-never") }
                    </button>
                }
                <button type="button" class="plain-button" aria-label={t_with("correct-delete-of", &[("words", excerpt(&correction.anchor.quote, 20).into())])}
                    onclick={emit.reform(move |_: MouseEvent| Event::Correct(Step::Delete(at)))}>{ t("correct-delete") }</button>
            </div>
        </li>
    }
}

/// The lexicon with the words of a rejected row as no name, where they are not in it yet.
fn stop(correction: &Correction, lexicon: &Rc<Vec<taught::Entry>>) -> Option<Vec<taught::Entry>> {
    words::teachable(correction.kind).filter(|_| correction.what == What::Reject)?;
    let name = correction.anchor.quote.clone();
    let known = |entry: &taught::Entry| entry.name == name && entry.kind == taught::Kind::Nothing;
    if lexicon.iter().any(known) {
        return None;
    }
    let mut entries: Vec<taught::Entry> = lexicon.iter().filter(|entry| entry.name != name).cloned().collect();
    entries.push(taught::Entry { name, kind: taught::Kind::Nothing, aliases: Vec::new(), note: String::new() });
    Some(entries)
}

const fn correction_slug(what: What) -> &'static str {
    match what {
        What::Confirm => "confirm",
        What::Reject => "reject",
        What::Unmark => "unmark",
        What::Edit => "edit",
        What::Add => "add",
    }
}
