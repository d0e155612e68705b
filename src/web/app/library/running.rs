//! What goes on in the library: bars with their words and a way to stop.

use super::ask;
use crate::locale::{t, t_with};
use crate::web::app::Event;
use crate::web::app::pool::Progress;
use crate::web::app::shelf::{Ask, backup};
use yew::prelude::*;

/// How far the pool has come.
pub fn analysis(progress: Option<Progress>, emit: &Callback<Event>) -> Html {
    let Some(Progress { done, total, failed, workers }) = progress else { return html! {} };
    let words = t_with(
        "library-progress",
        &[("done", done.into()), ("total", total.into()), ("failed", failed.into()), ("workers", workers.into())],
    );
    bar("analysis", words, (done, total), ask(emit, || Ask::Stop))
}

/// How far a backup has come.
pub fn backup(progress: Option<backup::Progress>, emit: &Callback<Event>) -> Html {
    let Some(backup::Progress { writes, done, total }) = progress else { return html! {} };
    let numbers = [("done", done.into()), ("total", total.into())];
    let words = match (writes, total) {
        (true, _) => t_with("backup-saving", &numbers),
        (false, 0) => t("backup-checking"),
        (false, _) => t_with("backup-restoring", &numbers),
    };
    bar("backup", words, (done, total), ask(emit, || Ask::StopBackup))
}

fn bar(what: &'static str, words: String, (done, total): (usize, usize), onstop: Callback<MouseEvent>) -> Html {
    html! {
        <div class="library-progress" data-what={what} data-done={done.to_string()} data-total={total.to_string()}>
            <progress aria-label={words.clone()} value={(total > 0).then(|| done.to_string())} max={total.max(1).to_string()} />
            <span>{ words }</span>
            <button type="button" class="button" onclick={onstop}>{ t("cancel") }</button>
        </div>
    }
}
