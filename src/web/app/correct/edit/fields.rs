//! The fields of the form.

use super::Of;
use super::draft::{Draft, blank};
use crate::analysis::Span;
use crate::correct::{Field, Form, Problem};
use crate::locale::t;
use crate::view::kind::Kind;
use crate::view::value::excerpt;
use crate::web::app::correct::words;
use crate::web::app::field;
use crate::web::app::state::Reading;
use yew::prelude::*;

/// What a new row stands on, and of which kind it is.
pub(super) fn new_row(
    reading: &Reading,
    kind: Kind,
    given: Option<Span>,
    draft: &UseStateHandle<Draft>,
    wrong: bool,
) -> Html {
    if let Some(span) = given {
        return html! { <blockquote class="form-quote">{ excerpt(reading.words(span), 200) }</blockquote> };
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let Some(quote) = field::value(&event) else { return };
            let kind = draft.kind.unwrap_or(Kind::Person);
            draft.set(Draft { fields: blank(kind, quote.trim()), quote, ..(*draft).clone() });
        })
    };
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |event: yew::Event| {
            if let Some(kind) = field::value(&event).and_then(|slug| Kind::from_slug(&slug)) {
                draft.set(Draft { kind: Some(kind), fields: blank(kind, draft.quote.trim()), ..(*draft).clone() });
            }
        })
    };
    let option = |this: Kind| html! { <option value={this.slug()} selected={this == kind}>{ this.label() }</option> };
    html! {
        <div class="form-fields">
            <label class="field">{ t("column-kind") }
                <select id="field-table" {onchange}>{ for Kind::ALL.into_iter().map(option) }</select>
            </label>
            <label class="field">{ t("correct-words") }
                <input id="field-quote" type="text" value={draft.quote.clone()} {oninput} aria-invalid={wrong.to_string()}
                    aria-describedby={wrong.then_some("problem-quote")} />
                if wrong { <span id="problem-quote" class="field-problem" role="alert">{ t("correct-words-missing") }</span> }
            </label>
        </div>
    }
}

/// One field with its label and what is wrong with it.
pub(super) fn one(kind: Kind, field: &'static Field, draft: &UseStateHandle<Draft>, problems: &[&Problem]) -> Html {
    let value = draft.fields.get(field.name).cloned().unwrap_or_default();
    let set = {
        let draft = draft.clone();
        move |value: String| {
            let mut fields = draft.fields.clone();
            fields.insert(field.name.to_owned(), value);
            draft.set(Draft { fields, ..(*draft).clone() });
        }
    };
    let typed = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(value) = field::value(&event) {
                set(value);
            }
        })
    };
    let chosen = Callback::from(move |event: yew::Event| {
        if let Some(value) = field::value(&event) {
            set(value);
        }
    });
    let problem = problems.iter().find(|problem| problem.field() == field.name);
    let id = format!("field-{}", field.name);
    let described = problem.map(|_| format!("problem-{}", field.name));
    let invalid = problem.is_some().to_string();
    let required = field.required.to_string();
    let input = match field.form {
        Form::Choice(choices) => {
            let option = |name: &'static str| {
                html! { <option value={name} selected={name == value}>{ words::choice(kind, field.name, name) }</option> }
            };
            html! { <select {id} onchange={chosen} aria-invalid={invalid} aria-describedby={described.clone()}>{ for choices().into_iter().map(option) }</select> }
        }
        Form::Lines | Form::Posts => {
            html! { <textarea {id} rows="3" {value} oninput={typed} aria-invalid={invalid} aria-describedby={described.clone()} /> }
        }
        form => {
            let mode = if matches!(form, Form::Number | Form::Count) { "decimal" } else { "text" };
            let kind = if matches!(form, Form::Day) { "date" } else { "text" };
            html! { <input {id} type={kind} inputmode={mode} {value} oninput={typed} aria-required={required} aria-invalid={invalid} aria-describedby={described.clone()} /> }
        }
    };
    let hint =
        matches!(field.form, Form::Posts).then(|| html! { <span class="field-hint">{ t("field-posts-hint") }</span> });
    html! {
        <label class="field" key={field.name}>
            { words::field(kind, field.name) }
            { input }
            { for hint }
            if let Some(problem) = problem {
                <span id={described} class="field-problem" role="alert">{ words::problem(problem) }</span>
            }
        </label>
    }
}

/// Note and further wishes.
pub(super) fn options(of: Of, kind: Kind, draft: &UseStateHandle<Draft>) -> Html {
    let checked = |with: fn(&mut Draft, bool)| {
        let draft = draft.clone();
        Callback::from(move |event: yew::Event| {
            if let Some(on) = field::checked(&event) {
                let mut next = (*draft).clone();
                with(&mut next, on);
                draft.set(next);
            }
        })
    };
    let noted = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(note) = field::value(&event) {
                draft.set(Draft { note, ..(*draft).clone() });
            }
        })
    };
    let name = words::teachable(kind).is_some();
    html! {
        <div class="form-options">
            <label class="field">{ t("correct-note") }
                <input id="field-note" type="text" maxlength="500" value={draft.note.clone()} oninput={noted} />
            </label>
            if name && matches!(of, Of::New(..)) {
                <label class="check"><input type="checkbox" id="field-everywhere" checked={draft.everywhere}
                    onchange={checked(|draft, on| draft.everywhere = on)} />{ t("correct-everywhere") }</label>
            }
            if name {
                <label class="check"><input type="checkbox" id="field-always" checked={draft.always}
                    onchange={checked(|draft, on| draft.always = on)} />{ t("correct-always") }</label>
            }
        </div>
    }
}
