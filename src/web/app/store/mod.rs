//! The browser's store: everything that the library keeps, in IndexedDB.
//!
//! What cannot be written there (forbidden, full) is held in memory, so that nothing is lost while the page is
//! open; [`Store::trouble`] says so.

mod database;

use crate::library::entry::Entry;
use idb::Database;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A table of the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// The reader's part of a record, as JSON.
    Entries,
    /// The analyzer's part of a record, as JSON.
    Digests,
    /// Texts.
    Texts,
    /// Results, as JSON in bytes.
    Analyses,
    /// Which words a document may hold: bytes.
    Filters,
    /// The rows of a document as they are searched: JSON in bytes.
    Rows,
    /// What the reader corrected, as JSON, document by document.
    Corrections,
    /// Settings and what was open last, as JSON.
    Settings,
}

impl Table {
    /// All of them.
    pub const ALL: [Table; 8] = [
        Table::Entries,
        Table::Digests,
        Table::Texts,
        Table::Analyses,
        Table::Filters,
        Table::Rows,
        Table::Corrections,
        Table::Settings,
    ];

    /// Those that have a record a document.
    pub const OF_DOCUMENT: [Table; 7] = [
        Table::Entries,
        Table::Digests,
        Table::Texts,
        Table::Analyses,
        Table::Filters,
        Table::Rows,
        Table::Corrections,
    ];

    /// Its name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Table::Entries => "entries",
            Table::Digests => "digests",
            Table::Texts => "texts",
            Table::Analyses => "analyses",
            Table::Filters => "filters",
            Table::Rows => "rows",
            Table::Corrections => "corrections",
            Table::Settings => "settings",
        }
    }
}

/// One change: a value that is put, or `None` for one that goes.
#[derive(Debug, Clone)]
pub struct Change {
    /// Where.
    pub table: Table,
    /// Under which key.
    pub key: Rc<str>,
    /// What.
    pub value: Option<JsValue>,
}

impl Change {
    /// Puts `value`.
    pub fn put(table: Table, key: &str, value: impl Into<JsValue>) -> Self {
        Self { table, key: key.into(), value: Some(value.into()) }
    }

    /// Removes what is there.
    pub fn remove(table: Table, key: &str) -> Self {
        Self { table, key: key.into(), value: None }
    }
}

/// Why something is held in memory only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The browser has no store or forbids it.
    Forbidden,
    /// The store took no more.
    Full,
}

/// Changes that the database did not take: the value, or `None` for one that is to go.
type Held = HashMap<(Table, Rc<str>), Option<JsValue>>;

/// The store; never fails, at worst it forgets when the page is closed.
#[derive(Default)]
pub struct Store {
    database: RefCell<Option<Database>>,
    /// What the database did not take.
    held: RefCell<Held>,
    trouble: Cell<Option<Trouble>>,
}

impl Store {
    /// Opens the database.
    pub async fn open() -> Rc<Self> {
        let store = Rc::new(Self::default());
        let opened = database::open().await.ok();
        store.trouble.set(opened.is_none().then_some(Trouble::Forbidden));
        *store.database.borrow_mut() = opened;
        store
    }

    /// Why something is held in memory only.
    pub fn trouble(&self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Writes `changes`, all or none of them into the database. The writing begins before this returns its future's
    /// first pause: that is soon enough for a page that is about to close.
    pub async fn write(&self, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        let begun = self.begin(&changes);
        let written = match begun {
            Some(transaction) => database::finished(transaction).await.is_ok(),
            None => false,
        };
        self.settle(changes, written);
        if written {
            self.try_again().await;
        }
    }

    /// Writes `changes` of the document `key`, unless another window has written it since its state `expected`;
    /// then nothing is written, and `false` is the answer.
    pub async fn write_unless_changed(&self, key: &str, expected: &str, changes: Vec<Change>) -> bool {
        let begun = {
            let database = self.database.borrow();
            database.as_ref().and_then(|database| database::begin_checked(database, key, &changes).ok())
        };
        let Some(checking) = begun else {
            self.settle(changes, false);
            return true;
        };
        let same = |stored: Option<JsValue>| {
            let entry: Option<Entry> = stored.and_then(|json| serde_json::from_str(&json.as_string()?).ok());
            entry.is_none_or(|entry| entry.stamp == expected)
        };
        match database::finish_checked(checking, &changes, same).await {
            Ok(Some(())) => {
                self.settle(changes, true);
                self.try_again().await;
            }
            Ok(None) => return false,
            Err(database::Refused) => self.settle(changes, false),
        }
        true
    }

    fn begin(&self, changes: &[Change]) -> Option<idb::Transaction> {
        let database = self.database.borrow();
        database::begin(database.as_ref()?, changes).ok()
    }

    /// Takes note of what was written and what was not.
    fn settle(&self, changes: Vec<Change>, written: bool) {
        let mut held = self.held.borrow_mut();
        for change in changes {
            if written {
                held.remove(&(change.table, change.key));
            } else {
                held.insert((change.table, change.key), change.value);
            }
        }
        let lost = if self.database.borrow().is_some() { Trouble::Full } else { Trouble::Forbidden };
        self.trouble.set((!held.is_empty() || lost == Trouble::Forbidden).then_some(lost));
    }

    /// Tries again to write what was refused before, piece by piece, up to the first that is refused again.
    async fn try_again(&self) {
        loop {
            let next = self.held.borrow().iter().next().map(|((table, key), value)| Change {
                table: *table,
                key: key.clone(),
                value: value.clone(),
            });
            let Some(change) = next else { return };
            let changes = vec![change];
            let Some(transaction) = self.begin(&changes) else { return };
            if database::finished(transaction).await.is_err() {
                return;
            }
            self.settle(changes, true);
        }
    }

    /// The value at `key`.
    pub async fn get(&self, table: Table, key: &str) -> Option<JsValue> {
        self.get_many(table, &[key.into()]).await.pop().flatten()
    }

    /// The text at `key`.
    pub async fn text(&self, table: Table, key: &str) -> Option<String> {
        self.get(table, key).await?.as_string()
    }

    /// The values at `keys`, in one go.
    pub async fn get_many(&self, table: Table, keys: &[Rc<str>]) -> Vec<Option<JsValue>> {
        let asked = {
            let database = self.database.borrow();
            database.as_ref().and_then(|database| database::ask(database, table, keys).ok())
        };
        let mut values = match asked {
            Some(asked) => database::answers(asked).await,
            None => vec![None; keys.len()],
        };
        let held = self.held.borrow();
        for (key, value) in keys.iter().zip(&mut values) {
            if let Some(own) = held.get(&(table, key.clone())) {
                value.clone_from(own);
            }
        }
        values
    }

    /// Everything in `table`: keys and values.
    pub async fn all(&self, table: Table) -> Vec<(Rc<str>, JsValue)> {
        let asked = {
            let database = self.database.borrow();
            database.as_ref().and_then(|database| database::ask_all(database, table).ok())
        };
        let found = match asked {
            Some(asked) => database::all_answers(asked).await,
            None => Vec::new(),
        };
        let held = self.held.borrow();
        let kept = found.into_iter().filter(|(key, _)| !held.contains_key(&(table, key.clone())));
        let own = held.iter().filter(|((other, _), _)| *other == table);
        let own = own.filter_map(|((_, key), value)| Some((key.clone(), value.clone()?)));
        kept.chain(own).collect()
    }

    /// Empties every table; says whether the database is empty now, too.
    pub async fn clear(&self) -> bool {
        self.held.borrow_mut().clear();
        let begun = {
            let database = self.database.borrow();
            database.as_ref().map(database::begin_clearing)
        };
        let cleared = match begun {
            Some(Ok(transaction)) => database::finished(transaction).await.is_ok(),
            Some(Err(_)) => false,
            None => true,
        };
        let forbidden = self.database.borrow().is_none();
        self.trouble.set(forbidden.then_some(Trouble::Forbidden));
        cleared
    }
}
