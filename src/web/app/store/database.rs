//! The database itself: opening it, transactions, requests.

use super::{Change, Table};
use idb::request::futures::{GetAllKeysStoreRequestFuture, GetAllStoreRequestFuture, GetStoreRequestFuture};
use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, Transaction, TransactionMode, TransactionResult,
};
use std::rc::Rc;
use wasm_bindgen::JsValue;

const NAME: &str = "yaolan";

/// One more whenever a table is added; tables that are there stay as they are.
const VERSION: u32 = 1;

/// The database did not take what was to be written.
#[derive(Debug)]
pub struct Refused;

/// Opens the database, with all tables in it.
pub async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        let there = database.store_names();
        for table in Table::ALL.into_iter().filter(|table| !there.iter().any(|name| name == table.name())) {
            // A table that cannot be made shows itself at the first transaction.
            let _ = database.create_object_store(table.name(), ObjectStoreParams::new());
        }
    });
    let mut database = request.await?;
    let names = database.store_names();
    if Table::ALL.iter().any(|table| !names.iter().any(|name| name == table.name())) {
        return Err(Error::IndexedDbOpenFailed(JsValue::NULL));
    }
    // A later version of the page wants to change the tables: this one steps aside.
    database.on_version_change(|event| {
        if let Some(Ok(database)) = event.target().map(Database::try_from) {
            database.close();
        }
    });
    Ok(database)
}

/// Begins to write `changes`; committed at once, it is written even if the page goes away meanwhile.
pub fn begin(database: &Database, changes: &[Change]) -> Result<Transaction, Error> {
    let transaction = database.transaction(&names(changes), TransactionMode::ReadWrite)?;
    put(&transaction, changes)?;
    transaction.commit()
}

/// The tables that `changes` touch.
fn names(changes: &[Change]) -> Vec<&'static str> {
    let mut names: Vec<&str> = changes.iter().map(|change| change.table.name()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn put(transaction: &Transaction, changes: &[Change]) -> Result<(), Error> {
    for change in changes {
        let table = transaction.object_store(change.table.name())?;
        let key = JsValue::from_str(&change.key);
        match &change.value {
            Some(value) => drop(table.put(value, Some(&key))?),
            None => drop(table.delete(key)?),
        }
    }
    Ok(())
}

/// Begins a transaction that first looks at the entry of the document `key`.
pub fn begin_checked(
    database: &Database,
    key: &str,
    changes: &[Change],
) -> Result<(Transaction, GetStoreRequestFuture), Error> {
    let mut names = names(changes);
    if !names.contains(&Table::Entries.name()) {
        names.push(Table::Entries.name());
    }
    let transaction = database.transaction(&names, TransactionMode::ReadWrite)?;
    let entry = transaction.object_store(Table::Entries.name())?.get(JsValue::from_str(key))?.into_future();
    Ok((transaction, entry))
}

/// Writes `changes` in a transaction that was begun so, if the entry `fits`; `None` where it does not.
pub async fn finish_checked(
    (transaction, entry): (Transaction, GetStoreRequestFuture),
    changes: &[Change],
    fits: impl FnOnce(Option<JsValue>) -> bool,
) -> Result<Option<()>, Refused> {
    let stored = entry.await.map_err(|_| Refused)?;
    if !fits(stored) {
        return Ok(None);
    }
    put(&transaction, changes).map_err(|_| Refused)?;
    finished(transaction).await.map(Some)
}

/// Begins to empty all tables.
pub fn begin_clearing(database: &Database) -> Result<Transaction, Error> {
    let names = Table::ALL.map(Table::name);
    let transaction = database.transaction(&names, TransactionMode::ReadWrite)?;
    for name in names {
        drop(transaction.object_store(name)?.clear()?);
    }
    Ok(transaction)
}

/// Waits until `transaction` is written.
pub async fn finished(transaction: Transaction) -> Result<(), Refused> {
    match transaction.await {
        Ok(TransactionResult::Committed) => Ok(()),
        Ok(TransactionResult::Aborted) | Err(_) => Err(Refused),
    }
}

/// Asks for the values at `keys`.
pub fn ask(database: &Database, table: Table, keys: &[Rc<str>]) -> Result<Vec<GetStoreRequestFuture>, Error> {
    let transaction = database.transaction(&[table.name()], TransactionMode::ReadOnly)?;
    let table = transaction.object_store(table.name())?;
    keys.iter().map(|key| Ok(table.get(JsValue::from_str(key))?.into_future())).collect()
}

/// The values that were asked for; `None` where there is none, or it cannot be read.
pub async fn answers(asked: Vec<GetStoreRequestFuture>) -> Vec<Option<JsValue>> {
    let mut values = Vec::with_capacity(asked.len());
    for answer in asked {
        values.push(answer.await.ok().flatten().filter(|value| !value.is_undefined()));
    }
    values
}

/// Asks for all keys and values.
pub fn ask_all(
    database: &Database,
    table: Table,
) -> Result<(GetAllKeysStoreRequestFuture, GetAllStoreRequestFuture), Error> {
    let transaction = database.transaction(&[table.name()], TransactionMode::ReadOnly)?;
    let table = transaction.object_store(table.name())?;
    let everything: Option<Query> = None;
    Ok((table.get_all_keys(everything.clone(), None)?.into_future(), table.get_all(everything, None)?.into_future()))
}

/// The keys and values that were asked for.
pub async fn all_answers(
    (keys, values): (GetAllKeysStoreRequestFuture, GetAllStoreRequestFuture),
) -> Vec<(Rc<str>, JsValue)> {
    let (Ok(keys), Ok(values)) = (keys.await, values.await) else { return Vec::new() };
    keys.iter().zip(values).filter_map(|(key, value)| Some((key.as_string()?.into(), value))).collect()
}
