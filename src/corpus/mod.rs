//! A corpus: any number of documents, read from files, analysed on all cores, written as tables.
//!
//! [`sources`] lists the files and reads documents off them; [`pool`] analyses them side by side and gives them
//! back in order; [`sheets`] writes them as rows, a thousand documents a part; [`store`] puts finished parts into
//! place, so that a run that is cut short at any moment goes on where it was. What is held in memory at any time
//! is a few documents a core and one part of a table, however large the corpus is.

pub mod attempt;
pub mod lines;
mod pool;
pub mod record;
mod sheets;
mod sources;
mod store;
#[cfg(test)]
mod tests;

use crate::input;
use crate::locale::{Language, set_language};
use crate::{Analysis, Analyzer, Options};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;
use record::{Fields, Record};
use serde::Serialize;
use sheets::{Encoded, Entry, Part, Sheets};
use sources::{Content, Task, Tasks};
use std::path::{Path, PathBuf};
use store::{Progress, Store};

/// How the tables are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One Analysis a line.
    Jsonl,
    /// Comma-separated values, a folder a table.
    Csv,
    /// Apache Parquet, a folder a table.
    Parquet,
}

impl Format {
    /// The name of the format, which its files end in.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Parquet => "parquet",
        }
    }
}

/// What a run is to do.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Files and folders; files that end in .jsonl or .ndjson have a document a line.
    pub inputs: Vec<PathBuf>,
    /// The folder of the output.
    pub out: PathBuf,
    /// How it is written.
    pub format: Format,
    /// How many documents are analysed at a time.
    pub jobs: usize,
    /// How many documents make a part.
    pub part: u64,
    /// Where text, id and date stand in a line.
    pub fields: Fields,
    /// Date and offsets of the analysis; a document's own date goes before.
    pub options: Options,
}

/// What a run has done, together with the runs that it continued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Documents in the output, failed ones among them.
    pub documents: u64,
    /// Documents that could not be analysed; they stand in the table of errors.
    pub failed: u64,
    /// Documents that earlier runs had finished.
    pub before: u64,
}

/// Why a run cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorpusError(String);

impl CorpusError {
    fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    fn file(path: &Path, error: &dyn std::fmt::Display) -> Self {
        Self(format!("{}: {error}", path.display()))
    }
}

impl std::fmt::Display for CorpusError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CorpusError {}

/// Why one document could not be analysed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// What sort of failure: read (the file), input (what is in it), json, text, date (of a line), fault (of ours).
    pub code: &'static str,
    /// What is wrong, in words.
    pub reason: String,
}

impl Failure {
    /// A failure of the sort `code`.
    pub fn new(code: &'static str, reason: String) -> Self {
        Self { code, reason }
    }
}

impl From<input::InputError> for Failure {
    fn from(error: input::InputError) -> Self {
        set_language(Language::English); // of this thread: the command line speaks English
        Self::new("input", error.message().text())
    }
}

/// Analyses a corpus.
///
/// # Errors
/// [`CorpusError`] where the inputs or the output folder cannot be used; what one document does is never an error.
pub fn run(settings: &Settings, analyzer: &Analyzer) -> Result<Summary, CorpusError> {
    run_with(settings, |text, options| analyzer.analyze(text, options))
}

/// Analyses a corpus with any function, which may panic.
fn run_with(settings: &Settings, analyze: impl Fn(&str, &Options) -> Analysis + Sync) -> Result<Summary, CorpusError> {
    let (store, mut progress, bytes) = Store::open(settings)?;
    let before = progress.documents;
    if !progress.complete {
        let bar = bar(bytes, progress.bytes);
        let sheets = Sheets::new(settings.format);
        let tasks = Tasks::new(&store.listing(), progress.next)?;
        let work = |task: Task| encode(task, settings, &analyze, &sheets);
        let mut part = None;
        pool::in_order(settings.jobs, tasks, work, |done: Done| {
            let open = match &mut part {
                Some(open) => open,
                none => none.insert(Part::create(&store.begin(progress.parts)?, &sheets)?),
            };
            progress.count(&done);
            done.documents.into_iter().try_for_each(|document| open.add(document))?;
            bar.set_position(progress.bytes);
            bar.set_message(format!("{} documents, {} failed", progress.documents, progress.failed));
            if open.documents >= settings.part {
                finish(&store, part.take(), &mut progress)?;
            }
            Ok(())
        })?;
        progress.complete = true;
        finish(&store, part, &mut progress)?;
        bar.finish_and_clear();
    }
    if progress.documents == 0 {
        return Err(CorpusError::new("there is no document in what was named"));
    }
    Ok(Summary { documents: progress.documents, failed: progress.failed, before })
}

/// Puts a finished part into place; without one, notes only how far the run is.
fn finish(store: &Store, part: Option<Part>, progress: &mut Progress) -> Result<(), CorpusError> {
    match part {
        Some(part) => {
            part.finish()?;
            let number = progress.parts;
            progress.parts += 1;
            store.commit(number, progress)
        }
        None => store.note(progress),
    }
}

/// A file or a line that is done: one document, or those of an archive.
struct Done {
    documents: Vec<Encoded>,
    failed: u64,
    after: sources::Position,
    bytes: u64,
}

impl Progress {
    fn count(&mut self, done: &Done) {
        self.documents += done.documents.len() as u64;
        self.failed += done.failed;
        self.bytes += done.bytes;
        self.next = done.after;
    }
}

/// What one document is called, its text, its own date.
type Given = (String, Result<(String, Option<Date>), Failure>);

/// Reads, analyses and encodes what a task holds.
fn encode(
    task: Task,
    settings: &Settings,
    analyze: &(impl Fn(&str, &Options) -> Analysis + Sync),
    sheets: &Sheets,
) -> Done {
    let (mut documents, mut failed) = (Vec::new(), 0);
    for (id, content) in read(&task, settings) {
        let result = content.and_then(|(text, date)| {
            let options = Options { date: date.or(settings.options.date), ..settings.options.clone() };
            attempt::attempt(|| analyze(&text, &options))
        });
        failed += u64::from(result.is_err());
        documents.push(sheets.encode(&Entry { id: &id, file: &task.file, line: task.line, result: &result }));
    }
    Done { documents, failed, after: task.after, bytes: task.bytes }
}

/// The documents of a task: one, or all of an archive.
fn read(task: &Task, settings: &Settings) -> Vec<Given> {
    let place = || task.line.map_or_else(|| task.file.clone(), |line| format!("{}:{line}", task.file));
    match &task.content {
        Content::Problem(failure) => vec![(place(), Err(failure.clone()))],
        Content::Line(line) => {
            let record = Record::read(line, &settings.fields);
            vec![(record.name().unwrap_or_else(place), record.content)]
        }
        Content::File => {
            read_file(&task.file).into_iter().map(|(id, text)| (id, text.map(|text| (text, None)))).collect()
        }
    }
}

/// The texts in a file with what each is called: the path, in an archive with the path inside it.
///
/// Reading one of the formats may panic like the analyzer, and is told in the same way.
pub fn read_file(path: &str) -> Vec<(String, Result<String, Failure>)> {
    let read = |path: &str| -> Result<Vec<u8>, Failure> {
        let size = std::fs::metadata(path).map_err(unreadable)?.len();
        if size > input::FILE_LIMIT as u64 {
            return Err(Failure::from(input::InputError::TooLarge(usize::try_from(size).unwrap_or(usize::MAX))));
        }
        std::fs::read(path).map_err(unreadable)
    };
    match read(path) {
        Ok(bytes) => read_bytes(path, &bytes),
        Err(failure) => vec![(path.to_owned(), Err(failure))],
    }
}

/// The same for the bytes of a file called `path`.
pub fn read_bytes(path: &str, bytes: &[u8]) -> Vec<(String, Result<String, Failure>)> {
    let id = |name: String| if name.starts_with(path) { name } else { format!("{path}/{name}") };
    match attempt::attempt(|| input::open(path, bytes, None)) {
        Err(failure) => vec![(path.to_owned(), Err(failure))],
        Ok(entries) => entries.into_iter().map(|entry| (id(entry.name), text(entry.result))).collect(),
    }
}

fn unreadable(error: std::io::Error) -> Failure {
    Failure::new("read", error.to_string())
}

fn text(opened: Result<input::Opened, input::InputError>) -> Result<String, Failure> {
    opened.map(|opened| opened.text).map_err(Failure::from)
}

/// The progress bar; nothing where standard error is no terminal.
fn bar(bytes: u64, done: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}, {msg}, {eta} left");
    let bar = ProgressBar::new(bytes).with_position(done);
    bar.reset_eta();
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
