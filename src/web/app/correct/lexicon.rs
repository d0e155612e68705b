//! The reader's lexicon: names that the analyzer is to know, and words that are none.

use super::{Step, words};
use crate::locale::{t, t_with};
use crate::taught::file::Error;
use crate::taught::{Entry, Kind, file};
use crate::web::app::dialog::Dialog;
use crate::web::app::{Event, dom, field};
use gloo::file::callbacks::FileReader;
use std::rc::Rc;
use yew::prelude::*;

/// How many entries are drawn; the search finds the others.
const SHOWN: usize = 200;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub lexicon: Rc<Vec<Entry>>,
    pub emit: Callback<Event>,
}

/// An entry in the making.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    name: String,
    kind: Kind,
    aliases: String,
    note: String,
    /// The name under which it stands already.
    of: Option<String>,
}

impl Draft {
    fn empty() -> Self {
        Self { name: String::new(), kind: Kind::Person, aliases: String::new(), note: String::new(), of: None }
    }

    fn entry(&self) -> Option<Entry> {
        let name = self.name.trim().to_owned();
        let split = |char: char| {
            matches!(char, '|' | ',' | ';') || matches!(u32::from(char), 0x3001 | 0xFF0C | 0xFF1B | 0xFF5C)
        };
        let aliases = self.aliases.split(split).map(str::trim);
        let aliases = aliases.filter(|alias| !alias.is_empty() && *alias != name).map(str::to_owned).collect();
        (name.chars().count() > 1).then(|| Entry { name, kind: self.kind, aliases, note: self.note.trim().to_owned() })
    }
}

/// The editor.
#[component]
pub fn Lexicon(props: &Props) -> Html {
    let Props { lexicon, emit } = props;
    let draft = use_state(Draft::empty);
    let search = use_state(String::new);
    let said = use_state(|| None::<(bool, String)>);
    let reader = use_mut_ref(|| None::<FileReader>);
    let onclose = emit.reform(|()| Event::Correct(Step::Close));
    let teach = emit.reform(|entries: Vec<Entry>| Event::Correct(Step::Teach(entries)));
    let onsubmit = {
        let (draft, lexicon, teach, said) = (draft.clone(), lexicon.clone(), teach.clone(), said.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(entry) = draft.entry() else {
                return said.set(Some((true, t("lexicon-too-short"))));
            };
            let other = |known: &&Entry| known.name != entry.name && draft.of.as_ref() != Some(&known.name);
            let mut entries: Vec<Entry> = lexicon.iter().filter(other).cloned().collect();
            said.set(Some((false, t_with("lexicon-learnt", &[("name", entry.name.clone().into())]))));
            entries.push(entry);
            draft.set(Draft::empty());
            teach.emit(entries);
        })
    };
    let onfile = {
        let (reader, said, teach, lexicon) = (reader.clone(), said.clone(), teach.clone(), lexicon.clone());
        Callback::from(move |event: yew::Event| {
            let Some(chosen) = field::take_files(&event).into_iter().next() else { return };
            let (said, teach, lexicon) = (said.clone(), teach.clone(), lexicon.clone());
            let done = move |text: Result<String, gloo::file::FileReadError>| match text {
                Ok(text) => match file::read(&text) {
                    Ok(read) => {
                        said.set(Some((false, t_with("lexicon-read", &[("n", read.len().into())]))));
                        teach.emit(merged(&lexicon, read));
                    }
                    Err(error) => said.set(Some((true, wrong(&error)))),
                },
                Err(error) => {
                    said.set(Some((true, t_with("import-unreadable", &[("reason", error.to_string().into())]))))
                }
            };
            *reader.borrow_mut() = Some(gloo::file::callbacks::read_as_text(&gloo::file::File::from(chosen), done));
        })
    };
    let save = {
        let lexicon = lexicon.clone();
        Callback::from(move |_: MouseEvent| {
            let file = gloo::file::Blob::new_with_options(&*file::write(&lexicon), Some("text/tab-separated-values"));
            dom::download("yaolan-lexicon.tsv", file.as_ref());
        })
    };
    let wanted = search.trim().to_lowercase();
    let fits = |entry: &&Entry| {
        let mut all = std::iter::once(&entry.name).chain(&entry.aliases).chain(std::iter::once(&entry.note));
        wanted.is_empty() || all.any(|words| words.to_lowercase().contains(&wanted))
    };
    let found: Vec<&Entry> = lexicon.iter().rev().filter(fits).collect();
    let searched = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(words) = field::value(&event) {
                search.set(words);
            }
        })
    };
    html! {
        <Dialog id="lexicon" class="sheet-wide" title={t("lexicon")} typed={*draft != Draft::empty()} {onclose}>
            <div class="sheet-body">
            <p class="sheet-hint">{ t("lexicon-hint") }</p>
            { form(&draft, onsubmit) }
            <div class="sheet-tools">
                <input type="search" class="filter" aria-label={t("lexicon-search")} placeholder={t("lexicon-search")}
                    value={(*search).clone()} oninput={searched} />
                <span class="panel-count">{ t_with("count-some", &[("n", found.len().into()), ("total", lexicon.len().into())]) }</span>
                <label class="button file-button">{ t("lexicon-import") }
                    <input type="file" class="hidden" accept=".tsv,.csv,.txt" onchange={onfile} /></label>
                <button type="button" class="button" disabled={lexicon.is_empty()} onclick={save}>{ t("lexicon-export") }</button>
            </div>
            <p class={classes!("lexicon-said", said.as_ref().is_some_and(|(error, _)| *error).then_some("field-problem"))} role="status">
                { said.as_ref().map(|(_, words)| words.clone()).unwrap_or_default() }
            </p>
            if lexicon.is_empty() { <p class="empty">{ t("lexicon-none") }</p> }
            <ul class="lexicon-entries">
                { for found.into_iter().take(SHOWN).map(|entry| line(entry, lexicon, &draft, &teach)) }
            </ul>
            </div>
        </Dialog>
    }
}

/// Read entries take the place of those with the same name.
fn merged(lexicon: &[Entry], read: Vec<Entry>) -> Vec<Entry> {
    let names: std::collections::HashSet<&str> = read.iter().map(|entry| entry.name.as_str()).collect();
    let mut all: Vec<Entry> = lexicon.iter().filter(|entry| !names.contains(entry.name.as_str())).cloned().collect();
    all.extend(read);
    all
}

fn wrong(error: &Error) -> String {
    match error {
        Error::NoName(line) => t_with("lexicon-no-name", &[("line", (*line).into())]),
        Error::UnknownKind(line, kind) => {
            t_with("lexicon-unknown-kind", &[("line", (*line).into()), ("kind", kind.clone().into())])
        }
        Error::Unreadable(line) => t_with("lexicon-unreadable", &[("line", (*line).into())]),
        Error::TooMany => t_with("lexicon-too-many", &[("n", file::MOST.into())]),
    }
}

fn form(draft: &UseStateHandle<Draft>, onsubmit: Callback<SubmitEvent>) -> Html {
    let typed = |with: fn(&mut Draft, String)| {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(value) = field::value(&event) {
                let mut next = (*draft).clone();
                with(&mut next, value);
                draft.set(next);
            }
        })
    };
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |event: yew::Event| {
            if let Some(kind) = field::value(&event).and_then(|slug| Kind::from_slug(&slug)) {
                draft.set(Draft { kind, ..(*draft).clone() });
            }
        })
    };
    let option = |kind: Kind| html! { <option value={kind.slug()} selected={kind == draft.kind}>{ words::taught(kind) }</option> };
    html! {
        <form class="form lexicon-form" novalidate=true {onsubmit}>
            <label class="field">{ t("column-name") }
                <input id="lexicon-name" type="text" maxlength="60" value={draft.name.clone()} oninput={typed(|draft, value| draft.name = value)} /></label>
            <label class="field">{ t("column-kind") }
                <select id="lexicon-kind" {onchange}>{ for Kind::ALL.into_iter().map(option) }</select></label>
            <label class="field">{ t("lexicon-aliases") }
                <input id="lexicon-aliases" type="text" value={draft.aliases.clone()} oninput={typed(|draft, value| draft.aliases = value)} /></label>
            <label class="field">{ t("correct-note") }
                <input type="text" value={draft.note.clone()} oninput={typed(|draft, value| draft.note = value)} /></label>
            <button type="submit" class="button button-primary">{ t(if draft.of.is_some() { "correct-save" } else { "lexicon-add" }) }</button>
        </form>
    }
}

fn line(entry: &Entry, lexicon: &Rc<Vec<Entry>>, draft: &UseStateHandle<Draft>, teach: &Callback<Vec<Entry>>) -> Html {
    let edit = {
        let (draft, entry) = (draft.clone(), entry.clone());
        Callback::from(move |_: MouseEvent| {
            let (name, aliases) = (entry.name.clone(), entry.aliases.join(" | "));
            draft.set(Draft { of: Some(name.clone()), name, kind: entry.kind, aliases, note: entry.note.clone() });
        })
    };
    let delete = {
        let (teach, lexicon, name) = (teach.clone(), lexicon.clone(), entry.name.clone());
        Callback::from(move |_: MouseEvent| {
            teach.emit(lexicon.iter().filter(|known| known.name != name).cloned().collect());
        })
    };
    let said = |key: &str| t_with(key, &[("name", entry.name.clone().into())]);
    html! {
        <li class="lexicon-entry" key={entry.name.clone()}>
            <strong>{ entry.name.clone() }</strong>
            <span class="chip">{ words::taught(entry.kind) }</span>
            <span class="lexicon-others">{ crate::locale::list(&entry.aliases) }</span>
            <button type="button" class="plain-button" aria-label={said("lexicon-edit-of")} onclick={edit}>{ t("correct-edit") }</button>
            <button type="button" class="plain-button" aria-label={said("lexicon-delete-of")} onclick={delete}>{ t("lexicon-delete") }</button>
        </li>
    }
}
