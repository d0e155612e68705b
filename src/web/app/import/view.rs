//! What is said of the files that are being opened: progress with cancel, and what could not be read.

use super::{Outcome, Progress, Reason, Step, What};
use crate::input::CHOICES;
use crate::web::app::Event;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
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
    let label = format!("正在读取 {} / {}：{}", progress.done + 1, progress.total, progress.name);
    html! {
        <div class="progress">
            <span class="progress-label">{ label.clone() }</span>
            <progress class="progress-bar" aria-label={label} value={progress.done.to_string()}
                max={progress.total.to_string()} />
            <button type="button" class="plain-button" onclick={emit.reform(|_| Event::Import(Step::Cancel))}>{ "取消" }</button>
        </div>
    }
}

fn lines(report: &Rc<Vec<Outcome>>, emit: &Callback<Event>) -> Html {
    let failed = report.iter().filter(|outcome| matches!(outcome.what, What::Failed(_))).count();
    let error = failed > 0;
    html! {
        <section class={classes!("notice", "import-report", error.then_some("notice-error"))}
            role={if error { "alert" } else { "status" }} aria-label="文件读取结果">
            <div class="import-lines">
                if error && report.len() > 1 { <p>{ format!("{failed} 个文件未能读取，其余已打开：") }</p> }
                <ul>{ for report.iter().enumerate().map(|(at, outcome)| line(at, outcome, emit)) }</ul>
            </div>
            <button type="button" class="icon-button" aria-label="关闭提示"
                onclick={emit.reform(|_| Event::Import(Step::Dismiss))}>{ "×" }</button>
        </section>
    }
}

fn line(at: usize, outcome: &Outcome, emit: &Callback<Event>) -> Html {
    let Outcome { name, what } = outcome;
    match what {
        What::Failed(reason) => html! { <li>{ format!("《{name}》无法打开：{}", why(reason)) }</li> },
        What::Encoding { label, chosen, .. } => {
            let onchange = emit.reform(move |event: yew::Event| {
                let select: Option<HtmlSelectElement> = event.target().and_then(|target| target.dyn_into().ok());
                Event::Import(Step::Recode(at, select.map(|select| select.value()).unwrap_or_default()))
            });
            let option = |choice: &'static str| {
                let here = choice.eq_ignore_ascii_case(label);
                html! { <option value={choice} selected={here}>{ choice }</option> }
            };
            let said = if *chosen { "按所选编码读取" } else { "的编码是推测的" };
            html! {
                <li>
                    <label>{ format!("《{name}》{said}：") }
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
        Reason::Input(error) => error.to_string(),
        Reason::Unreadable(words) => format!("浏览器无法读取该文件（{words}）"),
        Reason::Slow => "读取超过一分钟，已放弃".to_owned(),
        Reason::Crashed => "读取程序意外停止".to_owned(),
    }
}
