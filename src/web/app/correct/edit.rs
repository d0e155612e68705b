//! The form of a row: of one that is there, or of one that the reader adds.

use super::{Step, correction, now, words};
use crate::analysis::Span;
use crate::correct::anchor::Anchor;
use crate::correct::{Correction, Field, Fields, Form, Problem, What, check, fields, read, rows_of};
use crate::locale::{t, t_with};
use crate::taught;
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::view::title::title;
use crate::view::value::excerpt;
use crate::web::app::Event;
use crate::web::app::dialog::Dialog;
use crate::web::app::state::Reading;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Which row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Of {
    /// One that is there.
    Row(Row),
    /// A new one on these words.
    New(Kind, Option<Span>),
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub of: Of,
    /// Which of the row's places is marked.
    pub nth: usize,
    pub emit: Callback<Event>,
}

/// What the reader has filled in.
#[derive(Debug, Clone, PartialEq, Default)]
struct Draft {
    kind: Option<Kind>,
    fields: Fields,
    quote: String,
    note: String,
    everywhere: bool,
    always: bool,
    /// Whether the problems are shown.
    tried: bool,
}

/// The form.
#[component]
pub fn Edit(props: &Props) -> Html {
    let Props { reading, of, nth, emit } = props;
    let draft = use_state(|| begin(reading, *of));
    let kind = draft.kind.unwrap_or(Kind::Person);
    let close = emit.reform(|()| Event::Correct(Step::Close));
    let problems = check(kind, &draft.fields);
    let place = match of {
        Of::New(_, None) => find(reading, &draft.quote),
        Of::New(_, Some(span)) => Some(*span),
        Of::Row(_) => None,
    };
    let lost = matches!(of, Of::New(..)) && place.is_none();
    let onsubmit = {
        let (draft, reading, emit, of, nth) = (draft.clone(), reading.clone(), emit.clone(), *of, *nth);
        let right = problems.is_empty() && !lost;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let made = if right { make(&reading, of, nth, place, &draft) } else { None };
            match made {
                Some((correction, entry)) => {
                    emit.emit(Event::Correct(Step::Save(Box::new(correction), entry)));
                }
                None => draft.set(Draft { tried: true, ..(*draft).clone() }),
            }
        })
    };
    let typed = Draft { tried: false, ..(*draft).clone() } != begin(reading, *of);
    let shown: Vec<&Problem> = problems.iter().filter(|_| draft.tried).collect();
    let input = |field: &'static Field| one(kind, field, &draft, &shown);
    let heading = match of {
        Of::Row(row) => t_with(
            "correct-edit-title",
            &[("kind", kind.label().into()), ("words", excerpt(&title(&reading.analysis, *row), 20).into())],
        ),
        Of::New(..) => t_with("correct-add-title", &[("kind", kind.label().into())]),
    };
    html! {
        <Dialog id="correct-form" class="sheet-wide" title={heading} {typed} onclose={close.clone()}>
            <form class="form sheet-body" novalidate=true {onsubmit}>
                if let Of::New(_, given) = of { { new_row(reading, kind, *given, &draft, draft.tried && lost) } }
                <div class="form-fields">{ for fields(kind).iter().filter(|field| !field.fixed).map(input) }</div>
                { options(*of, kind, &draft) }
                <div class="form-actions">
                    <button type="button" class="button" onclick={close.reform(|_: MouseEvent| ())}>{ t("cancel") }</button>
                    <button type="submit" class="button button-primary">{ t("correct-save") }</button>
                </div>
            </form>
        </Dialog>
    }
}

fn begin(reading: &Reading, of: Of) -> Draft {
    match of {
        Of::Row(row) => Draft { kind: Some(row.kind), fields: read(&reading.analysis, row), ..Draft::default() },
        Of::New(kind, span) => {
            let quote = span.map(|span| reading.words(span).to_owned()).unwrap_or_default();
            Draft { kind: Some(kind), fields: blank(kind, &quote), quote, everywhere: true, ..Draft::default() }
        }
    }
}

/// What a new row on `quote` begins with; the number and unit of a figure are taken from its words.
fn blank(kind: Kind, quote: &str) -> Fields {
    let mut fields = rows_of(kind, quote, Span::new(0, quote.len()));
    if kind == Kind::Indicator {
        let digit = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',');
        let from = quote.find(|char: char| char.is_ascii_digit()).unwrap_or(quote.len());
        let rest = quote.get(from..).unwrap_or_default();
        let length = rest.find(|char| !digit(char)).unwrap_or(rest.len());
        let (number, unit) = rest.split_at(length);
        fields.insert("value".to_owned(), number.to_owned());
        fields.insert("unit".to_owned(), unit.to_owned());
        fields.insert("name".to_owned(), quote.get(..from).unwrap_or_default().to_owned());
    }
    fields
}

/// The first place of `words` in the text.
fn find(reading: &Reading, words: &str) -> Option<Span> {
    let words = words.trim();
    let at = reading.text.find(words).filter(|_| !words.is_empty())?;
    Some(Span::new(at, at + words.len()))
}

/// The correction, and what the lexicon learns from it.
fn make(
    reading: &Reading,
    of: Of,
    nth: usize,
    place: Option<Span>,
    draft: &Draft,
) -> Option<(Correction, Option<taught::Entry>)> {
    let kind = draft.kind?;
    let mut made = match of {
        Of::Row(row) => {
            let mut made = correction(reading, What::Edit, row, nth)?;
            let before = made.row.clone();
            let changed = draft.fields.iter().filter(|(name, value)| before.get(*name) != Some(*value));
            made.fields = changed.map(|(name, value)| (name.clone(), value.clone())).collect();
            if made.fields.is_empty() {
                made.what = What::Confirm;
            }
            made
        }
        Of::New(..) => Correction {
            what: What::Add,
            kind,
            anchor: Anchor::new(&reading.text, place?)?,
            row: Fields::new(),
            fields: fields(kind)
                .iter()
                .filter(|field| !field.fixed)
                .filter_map(|field| Some((field.name.to_owned(), draft.fields.get(field.name)?.clone())))
                .collect(),
            everywhere: draft.everywhere,
            at: now(),
            note: String::new(),
        },
    };
    made.note = draft.note.trim().to_owned();
    let name = draft.fields.get("name").or_else(|| draft.fields.get("text")).map(|name| name.trim().to_owned());
    let entry = words::teachable(kind).filter(|_| draft.always).zip(name).map(|(kind, name)| {
        let quote = made.anchor.quote.trim().to_owned();
        let aliases = if quote == name { Vec::new() } else { vec![quote] };
        taught::Entry { name, kind, aliases, note: made.note.clone() }
    });
    Some((made, entry))
}

/// What a new row stands on, and of which kind it is.
fn new_row(reading: &Reading, kind: Kind, given: Option<Span>, draft: &UseStateHandle<Draft>, wrong: bool) -> Html {
    if let Some(span) = given {
        return html! { <blockquote class="form-quote">{ excerpt(reading.words(span), 200) }</blockquote> };
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            let (quote, kind) = (input.value(), draft.kind.unwrap_or(Kind::Person));
            draft.set(Draft { fields: blank(kind, quote.trim()), quote, ..(*draft).clone() });
        })
    };
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |event: yew::Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(kind) = select.and_then(|select| Kind::from_slug(&select.value())) {
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
fn one(kind: Kind, field: &'static Field, draft: &UseStateHandle<Draft>, problems: &[&Problem]) -> Html {
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
            let target = event.target();
            let input = target.clone().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let area = target.and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            if let Some(value) = input.map(|input| input.value()).or_else(|| area.map(|area| area.value())) {
                set(value);
            }
        })
    };
    let chosen = Callback::from(move |event: yew::Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            set(select.value());
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
fn options(of: Of, kind: Kind, draft: &UseStateHandle<Draft>) -> Html {
    let checked = |with: fn(&mut Draft, bool)| {
        let draft = draft.clone();
        Callback::from(move |event: yew::Event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                let mut next = (*draft).clone();
                with(&mut next, input.checked());
                draft.set(next);
            }
        })
    };
    let noted = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                draft.set(Draft { note: input.value(), ..(*draft).clone() });
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
