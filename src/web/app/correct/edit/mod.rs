//! The form of a row: of one that is there, or of one that the reader adds.

mod draft;
mod fields;

use super::Step;
use crate::analysis::Span;
use crate::correct::{Field, Problem, check};
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::view::title::title;
use crate::view::value::excerpt;
use crate::web::app::Event;
use crate::web::app::dialog::Dialog;
use crate::web::app::state::Reading;
use draft::{Draft, begin, find, make};
use fields::{new_row, one, options};
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
                <div class="form-fields">{ for crate::correct::fields(kind).iter().filter(|field| !field.fixed).map(input) }</div>
                { options(*of, kind, &draft) }
                <div class="form-actions">
                    <button type="button" class="button" onclick={close.reform(|_: MouseEvent| ())}>{ t("cancel") }</button>
                    <button type="submit" class="button button-primary">{ t("correct-save") }</button>
                </div>
            </form>
        </Dialog>
    }
}
