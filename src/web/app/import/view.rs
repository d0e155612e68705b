//! What is said of the files that are being opened: progress with cancel, and what could not be read.

use super::{Outcome, Progress, Reason, Step, What};
use crate::input::CHOICES;
use crate::locale::{t, t_with};
use crate::web::app::{Event, field};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub progress: Option<Progress>,
    pub report: Rc<Vec<Outcome>>,
    pub emit: Callback<Event>,
}

/// Progress and report.
#[component]
pub fn Imports(props: &Props) -> Html {
    let Props { progress, report, emit } = props;
    html! {
        <div class="imports" data-busy={progress.is_some().to_string()}>
            <div role="status">{ for progress.as_ref().map(|progress| bar(progress, emit)) }</div>
            if !report.is_empty() && progress.is_none() {
                { lines(report, emit) }
            }
        </div>
    }
}

fn bar(progress: &Progress, emit: &Callback<Event>) -> Html {
    let label = t_with(
        "import-progress",
        &[
            ("n", (progress.done + 1).into()),
            ("total", progress.total.into()),
            ("name", progress.name.to_string().into()),
        ],
    );
    html! {
        <div class="progress">
            <span class="progress-label">{ label.clone() }</span>
            <progress class="progress-bar" aria-label={label} value={progress.done.to_string()}
                max={progress.total.to_string()} />
            <button type="button" class="plain-button" onclick={emit.reform(|_| Event::Import(Step::Cancel))}>{ t("cancel") }</button>
        </div>
    }
}

fn lines(report: &Rc<Vec<Outcome>>, emit: &Callback<Event>) -> Html {
    let failed = report.iter().filter(|outcome| matches!(outcome.what, What::Failed(_))).count();
    let error = failed > 0;
    html! {
        <section class={classes!("notice", "import-report", error.then_some("notice-error"))}
            role={if error { "alert" } else { "status" }} aria-label={t("import-report")}>
            <div class="import-lines">
                if error && report.len() > 1 { <p>{ t_with("import-failures", &[("n", failed.into())]) }</p> }
                <ul>{ for report.iter().enumerate().map(|(at, outcome)| line(at, outcome, emit)) }</ul>
            </div>
            <button type="button" class="icon-button" aria-label={t("dismiss")}
                onclick={emit.reform(|_| Event::Import(Step::Dismiss))}>{ "×" }</button>
        </section>
    }
}

fn line(at: usize, outcome: &Outcome, emit: &Callback<Event>) -> Html {
    let Outcome { name, what } = outcome;
    match what {
        What::Failed(reason) => {
            html! { <li>{ t_with("import-failed", &[("name", name.to_string().into()), ("reason", why(reason).into())]) }</li> }
        }
        What::There(count) => {
            html! { <li>{ t_with("import-there", &[("n", (*count).into()), ("name", name.to_string().into())]) }</li> }
        }
        What::Encoding { label, chosen, .. } => {
            let onchange = emit.reform(move |event: yew::Event| {
                Event::Import(Step::Recode(at, field::value(&event).unwrap_or_default()))
            });
            let option = |choice: &'static str| {
                let here = choice.eq_ignore_ascii_case(label);
                html! { <option value={choice} selected={here}>{ choice }</option> }
            };
            let said = if *chosen { "import-encoding-chosen" } else { "import-encoding-guessed" };
            html! {
                <li>
                    <label>{ t_with(said, &[("name", name.to_string().into())]) }
                        <select class="select" {onchange}>{ for CHOICES.into_iter().map(option) }</select>
                    </label>
                </li>
            }
        }
    }
}

/// Why a file gives no text, for people.
fn why(reason: &Reason) -> String {
    match reason {
        Reason::Input(error) => error.message().text(),
        Reason::Unreadable(words) => t_with("import-unreadable", &[("reason", words.to_string().into())]),
        Reason::Slow => t("import-slow"),
        Reason::Crashed => t("import-crashed"),
    }
}
