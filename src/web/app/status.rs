//! What is under way, and what went wrong.

use super::Event;
use super::state::{Engine, Notice};
use crate::locale::{t, t_with};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub engine: Engine,
    /// Whether the library is open: what was kept is there.
    pub kept: bool,
    pub notice: Option<Notice>,
    pub busy: bool,
    /// How many rows the open document has, once it is analysed.
    pub found: Option<usize>,
    pub emit: Callback<Event>,
}

/// An analysis is said to be under way once it has taken so many milliseconds: most are done before.
const LONG: u32 = 250;

/// Progress and messages; read out by screen readers as they change.
#[component]
pub fn Status(props: &Props) -> Html {
    let Props { engine, kept, notice, busy, found, emit } = props;
    let long = use_state_eq(|| false);
    let tell = long.setter();
    use_effect_with(*busy, move |busy| {
        let told = tell.clone();
        let timer = busy.then(|| Timeout::new(LONG, move || told.set(true)));
        move || {
            drop(timer);
            tell.set(false);
        }
    });
    html! {
        <div class="status" data-engine={slug(engine)} data-kept={kept.to_string()} data-busy={busy.to_string()}>
            <div role="status">{ progress(engine, *busy && *long) }</div>
            <p class="hidden" role="status">
                if let Some(found) = found.filter(|_| !busy) { { t_with("analyzed", &[("n", found.into())]) } }
            </p>
            if let Engine::Failed(reason) = engine {
                <div class="notice notice-error" role="alert">
                    <p>{ t_with("no-dictionary", &[("reason", reason.to_string().into())]) }</p>
                    <button type="button" class="button" onclick={emit.reform(|_| Event::Retry)}>{ t("retry") }</button>
                </div>
            }
            if let Some(notice) = notice {
                <div class={if notice.error { "notice notice-error" } else { "notice" }}
                    role={if notice.error { "alert" } else { "status" }}>
                    <p>{ notice.text.to_string() }</p>
                    if let Some(report) = notice.report.clone() {
                        <button type="button" class="button" title={report.to_string()}
                            onclick={emit.reform(move |_| Event::CopyReport(report.clone()))}>{ t("copy-report") }</button>
                    }
                    <button type="button" class="icon-button" aria-label={t("dismiss")}
                        onclick={emit.reform(|_| Event::Dismiss)}>{ "×" }</button>
                </div>
            }
        </div>
    }
}

fn slug(engine: &Engine) -> &'static str {
    match engine {
        Engine::Loading { .. } => "loading",
        Engine::Building => "building",
        Engine::Ready => "ready",
        Engine::Failed(_) => "failed",
    }
}

fn progress(engine: &Engine, analyzing: bool) -> Html {
    match engine {
        Engine::Loading { loaded, total } => {
            let size = |bytes: u32| format!("{:.1} MB", f64::from(bytes) / 1_048_576.0);
            let said = match total {
                Some(total) => {
                    t_with("loading-dictionary-of", &[("loaded", size(*loaded).into()), ("total", size(*total).into())])
                }
                None => t_with("loading-dictionary", &[("loaded", size(*loaded).into())]),
            };
            bar(&said, total.map(|total| (*loaded, total.max(1))))
        }
        Engine::Building => bar(&t("building-dictionary"), None),
        Engine::Ready if analyzing => bar(&t("analyzing"), None),
        Engine::Ready | Engine::Failed(_) => html! {},
    }
}

fn bar(label: &str, done: Option<(u32, u32)>) -> Html {
    let label = label.to_owned();
    html! {
        <div class="progress">
            <span class="progress-label">{ label.clone() }</span>
            if let Some((loaded, total)) = done {
                <progress class="progress-bar" aria-label={label} value={loaded.to_string()} max={total.to_string()} />
            } else {
                <progress class="progress-bar" aria-label={label} />
            }
        </div>
    }
}
