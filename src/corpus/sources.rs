//! What a run reads: the list of its files, kept on disk, and the documents in them, one after the other.

use super::lines::{Line, Lines};
use super::{CorpusError, Failure};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use walkdir::{DirEntry, WalkDir};

/// One file of the inputs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its path, as the inputs name it.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds since 1970.
    pub modified: u64,
    /// Why it cannot even be listed.
    pub problem: Option<String>,
}

impl Source {
    fn new(path: &Path, metadata: Result<std::fs::Metadata, String>) -> Self {
        let modified = |metadata: &std::fs::Metadata| metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok();
        let nameless = path.to_str().is_none().then(|| "its name is not UTF-8".to_owned());
        Self {
            path: path.to_string_lossy().into_owned(),
            size: metadata.as_ref().map_or(0, std::fs::Metadata::len),
            modified: metadata.as_ref().ok().and_then(modified).map_or(0, |since| since.as_nanos() as u64),
            problem: nameless.or(metadata.err()),
        }
    }

    /// Whether each line is a document of its own.
    fn has_lines(&self) -> bool {
        let extension = Path::new(&self.path).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        ["jsonl", "ndjson"].contains(&extension.to_ascii_lowercase().as_str())
    }
}

/// Writes the list of all files of `inputs` to the file `to`; how many bytes they have together.
///
/// # Errors
/// [`CorpusError`] where an input does not exist or lies in another, or the list cannot be written.
pub fn list(inputs: &[PathBuf], out: &Path, to: &Path) -> Result<u64, CorpusError> {
    check(inputs)?;
    let mut listing = BufWriter::new(File::create(to).map_err(|error| CorpusError::file(to, &error))?);
    let mut bytes = 0;
    for input in inputs {
        let visible = |entry: &DirEntry| entry.depth() == 0 || !is_hidden(entry) && !is_folder(entry, out);
        let walk = WalkDir::new(input).follow_links(true).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(visible) {
            let source = match entry {
                Ok(entry) if entry.file_type().is_dir() => continue,
                Ok(entry) => Source::new(entry.path(), entry.metadata().map_err(|error| error.to_string())),
                Err(error) => Source::new(error.path().unwrap_or(input), Err(error.to_string())),
            };
            bytes += source.size;
            let line = serde_json::to_string(&source).map_err(|error| CorpusError::new(error.to_string()))?;
            writeln!(listing, "{line}").map_err(|error| CorpusError::file(to, &error))?;
        }
    }
    listing.flush().map_err(|error| CorpusError::file(to, &error))?;
    Ok(bytes)
}

/// Every input must be there, and none may lie in another: its documents would come twice.
fn check(inputs: &[PathBuf]) -> Result<(), CorpusError> {
    let mut known: Vec<(&PathBuf, PathBuf)> = Vec::new();
    for input in inputs {
        let real = input.canonicalize().map_err(|error| CorpusError::file(input, &error))?;
        if let Some((other, _)) = known.iter().find(|(_, other)| real.starts_with(other) || other.starts_with(&real)) {
            let (input, other) = (input.display(), other.display());
            let advice = "name each of them once";
            return Err(CorpusError::new(format!("{input} and {other} hold the same documents; {advice}")));
        }
        known.push((input, real));
    }
    Ok(())
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn is_folder(entry: &DirEntry, folder: &Path) -> bool {
    entry.file_type().is_dir() && entry.path().canonicalize().is_ok_and(|path| path == folder)
}

/// Where reading goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    /// How many files are done.
    pub source: usize,
    /// Bytes of the next file that are done.
    pub offset: u64,
    /// Lines of the next file that are done.
    pub line: u64,
}

/// A document that is still to be read.
#[derive(Debug)]
pub struct Task {
    /// The file it is in.
    pub file: String,
    /// Its line, counted from 1, where the file has a document a line.
    pub line: Option<u64>,
    /// What is to be read.
    pub content: Content,
    /// Where the next document begins.
    pub after: Position,
    /// Bytes of the inputs that it takes up.
    pub bytes: u64,
}

/// What a document is read from.
#[derive(Debug)]
pub enum Content {
    /// The whole file.
    File,
    /// One JSON object.
    Line(Vec<u8>),
    /// Nothing: it cannot be read.
    Problem(Failure),
}

/// The documents of a listing in order, from a position on.
pub struct Tasks {
    listing: std::io::Lines<BufReader<File>>,
    open: Option<(Source, Lines<BufReader<File>>)>,
    position: Position,
}

impl Tasks {
    /// Reads the listing in the file `listing`, from `position` on.
    ///
    /// # Errors
    /// Where the listing cannot be opened.
    pub fn new(listing: &Path, position: Position) -> Result<Self, CorpusError> {
        let file = File::open(listing).map_err(|error| CorpusError::file(listing, &error))?;
        let mut listing = BufReader::new(file).lines();
        for _ in 0..position.source {
            listing.next();
        }
        Ok(Self { listing, open: None, position })
    }

    /// The next line of the open file that is a document; none at its end.
    fn line(&mut self) -> Option<Task> {
        let (source, lines) = self.open.as_mut()?;
        loop {
            let before = lines.offset;
            let content = match lines.next_line() {
                Ok(Some(Line::Whole(line))) if line.trim_ascii().is_empty() => continue,
                Ok(Some(Line::Whole(line))) => Content::Line(line),
                Ok(Some(Line::TooLong)) => Content::Problem(Failure::new("json", "the line is too long".to_owned())),
                Ok(None) => break,
                Err(error) => {
                    let task = problem(source, self.position, error.to_string());
                    self.close();
                    return Some(Task { after: self.position, ..task });
                }
            };
            self.position = Position { offset: lines.offset, line: lines.number, ..self.position };
            let (file, line) = (source.path.clone(), Some(lines.number));
            return Some(Task { file, line, content, after: self.position, bytes: lines.offset - before });
        }
        self.close();
        None
    }

    fn close(&mut self) {
        self.open = None;
        self.position = Position { source: self.position.source + 1, ..Position::default() };
    }

    /// Opens the next file: a document, or what its lines are read from.
    fn file(&mut self, source: Source) -> Option<Task> {
        if let Some(reason) = &source.problem {
            let task = problem(&source, self.position, reason.clone());
            self.close();
            return Some(Task { after: self.position, ..task });
        }
        if source.has_lines() {
            match open(&source.path, self.position) {
                Ok(lines) => self.open = Some((source, lines)),
                Err(error) => {
                    let task = problem(&source, self.position, error.to_string());
                    self.close();
                    return Some(Task { after: self.position, ..task });
                }
            }
            return None;
        }
        self.close();
        let (file, bytes) = (source.path, source.size);
        Some(Task { file, line: None, content: Content::File, after: self.position, bytes })
    }
}

fn open(path: &str, position: Position) -> std::io::Result<Lines<BufReader<File>>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(position.offset))?;
    Ok(Lines::new(BufReader::with_capacity(1 << 18, file), position.offset, position.line))
}

fn problem(source: &Source, after: Position, reason: String) -> Task {
    let content = Content::Problem(Failure::new("read", reason));
    Task { file: source.path.clone(), line: None, content, after, bytes: 0 }
}

impl Iterator for Tasks {
    type Item = Task;

    fn next(&mut self) -> Option<Task> {
        loop {
            if self.open.is_some() {
                match self.line() {
                    Some(task) => return Some(task),
                    None => continue,
                }
            }
            let source = serde_json::from_str(&self.listing.next()?.ok()?).ok()?;
            if let Some(task) = self.file(source) {
                return Some(task);
            }
        }
    }
}
