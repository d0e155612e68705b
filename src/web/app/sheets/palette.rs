//! The command palette: a few letters find a command, a document, a table.

use super::{SheetProps, closing, printed};
use crate::locale::t;
use crate::web::app::commands::Command;
use crate::web::app::dialog::Dialog;
use crate::web::app::{Event, dom, field};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The palette: a field and the list of what fits, driven from the field by the arrow keys.
#[component]
pub fn Palette(props: &SheetProps) -> Html {
    let query = use_state(String::new);
    let at = use_state(|| 0_usize);
    let field = use_node_ref();
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus();
            }
        }
    });
    let found = use_memo((props.commands.clone(), (*query).clone()), |(commands, query)| fitting(&commands.0, query));
    let chosen = (*at).min(found.len().saturating_sub(1));
    use_effect_with(chosen, |_| dom::reveal("#palette-list [aria-selected=true]"));
    let oninput = {
        let (query, at) = (query.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(words) = field::value(&event) {
                query.set(words);
                at.set(0);
            }
        })
    };
    let run = {
        let (emit, commands) = (props.emit.clone(), props.commands.clone());
        Rc::new(move |index: usize| {
            emit.emit(Event::Sheet(None));
            if let Some(command) = commands.0.get(index) {
                emit.emit((command.run)());
            }
        })
    };
    let onkeydown = {
        let (at, found, run) = (at.clone(), found.clone(), run.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || found.is_empty() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => at.set((chosen + 1) % found.len()),
                "ArrowUp" => at.set((chosen + found.len() - 1) % found.len()),
                "Enter" => run(found[chosen]),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option = |(position, &index): (usize, &usize)| {
        let command = &props.commands.0[index];
        let run = run.clone();
        html! {
            <li key={index} id={format!("command-{position}")} class="command" role="option"
                aria-selected={(position == chosen).to_string()} onclick={move |_| run(index)}>
                <span class="command-label">{ command.label.clone() }</span>
                <span class="command-group">{ command.group.clone() }</span>
                { for command.key.map(printed) }
            </li>
        }
    };
    let active = (!found.is_empty()).then(|| format!("command-{chosen}"));
    html! {
        <Dialog title={t("palette")} class="palette" bare=true onclose={closing(&props.emit)}>
            <input ref={field} id="palette" type="text" class="palette-field" role="combobox" autocomplete="off" spellcheck="false"
                aria-label={t("palette")} aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
                aria-activedescendant={active} placeholder={t("palette-placeholder")}
                value={(*query).clone()} {oninput} {onkeydown} />
            <ul id="palette-list" class="palette-list" role="listbox" aria-label={t("palette-list")}>
                { for found.iter().enumerate().map(option) }
            </ul>
            if found.is_empty() { <p class="empty" role="status">{ t("palette-none") }</p> }
        </Dialog>
    }
}

/// Positions of the commands that fit `query`, the best first; all of them where nothing is asked.
fn fitting(commands: &[Command], query: &str) -> Vec<usize> {
    let query = query.trim();
    if query.is_empty() {
        return (0..commands.len()).collect();
    }
    let matcher = SkimMatcherV2::default().ignore_case();
    let score = |command: &Command| {
        let label = matcher.fuzzy_match(&command.label, query);
        let words = matcher.fuzzy_match(&command.words, query);
        label.max(words)
    };
    let mut scored: Vec<(i64, usize)> =
        commands.iter().enumerate().filter_map(|(at, command)| Some((score(command)?, at))).collect();
    scored.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
    scored.into_iter().map(|(_, at)| at).collect()
}
