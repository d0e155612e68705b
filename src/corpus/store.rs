//! The folder of the output: whose it is, which parts are in it, and how a part gets there whole or not at all.
//!
//! `OUT/.corpus` has the state: `run.json` (the settings), `sources.jsonl` (the files that are read), `progress.json`
//! (how far the run is), `lock`. A part is written into `NUMBER.partial`. When all its files are on the disk, with the
//! `progress.json` that holds once the part counts, the folder is renamed to `NUMBER.ready`: from that moment on the
//! part is done. Its files then move to `OUT/TABLE/part-NUMBER.EXTENSION`, `progress.json` last. A run that finds a
//! `ready` folder finishes these moves; it drops a `partial` one and analyses those documents again.

use super::sources::{self, Position};
use super::{CorpusError, Settings};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// How far a run is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Parts that are done.
    pub parts: u64,
    /// Documents in them.
    pub documents: u64,
    /// Documents that failed.
    pub failed: u64,
    /// Bytes of the inputs that are done.
    pub bytes: u64,
    /// Whether there is nothing left to do.
    pub complete: bool,
    /// Where the next document begins.
    pub next: Position,
}

/// The settings that an output belongs to.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    version: String,
    format: String,
    date: Option<String>,
    offsets: String,
    part: u64,
    text_field: String,
    id_field: String,
    date_field: String,
}

impl Run {
    fn new(settings: &Settings) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            format: settings.format.name().to_owned(),
            date: settings.options.date.map(|date| date.to_string()),
            offsets: format!("{:?}", settings.options.offsets).to_lowercase(),
            part: settings.part,
            text_field: settings.fields.text.clone(),
            id_field: settings.fields.id.clone(),
            date_field: settings.fields.date.clone(),
        }
    }

    /// What is other here than in `now`.
    fn difference(&self, now: &Run) -> Option<String> {
        let (serde_json::Value::Object(then), serde_json::Value::Object(now)) =
            (serde_json::json!(self), serde_json::json!(now))
        else {
            return None;
        };
        let other = then.iter().filter(|(name, value)| now.get(*name) != Some(value));
        let told = other.map(|(name, value)| {
            let now = now.get(name).unwrap_or(&serde_json::Value::Null);
            format!("{} was {value} and is now {now}", name.replace('_', "-"))
        });
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

/// The folder of the output, locked for this run.
pub struct Store {
    out: PathBuf,
    state: PathBuf,
    _lock: File,
}

impl Store {
    /// Opens the output folder of `settings`, or makes it; how far the run is and how many bytes its inputs have.
    ///
    /// # Errors
    /// Where the folder has anything else in it, or the output of other settings or inputs.
    pub fn open(settings: &Settings) -> Result<(Self, Progress, u64), CorpusError> {
        fs::create_dir_all(&settings.out).map_err(|error| CorpusError::file(&settings.out, &error))?;
        let out = settings.out.canonicalize().map_err(|error| CorpusError::file(&settings.out, &error))?;
        let state = out.join(".corpus");
        let run = state.join("run.json");
        if !run.exists() {
            refuse_strangers(&out)?;
        }
        fs::create_dir_all(&state).map_err(|error| CorpusError::file(&state, &error))?;
        let store = Self { _lock: lock(&state.join("lock"), &out)?, out, state };
        let bytes = store.claim(&run, settings)?;
        store.recover()?;
        let progress = store.progress()?;
        Ok((store, progress, bytes))
    }

    /// The list of the files that are read.
    pub fn listing(&self) -> PathBuf {
        self.state.join("sources.jsonl")
    }

    /// An empty folder for the files of a part.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn begin(&self, number: u64) -> Result<PathBuf, CorpusError> {
        let folder = self.folder(number, "partial");
        fs::create_dir(&folder).map_err(|error| CorpusError::file(&folder, &error))?;
        Ok(folder)
    }

    /// Makes a part whose files are written count, and puts it into place; `progress` holds from then on.
    ///
    /// # Errors
    /// Where files cannot be written or moved.
    pub fn commit(&self, number: u64, progress: &Progress) -> Result<(), CorpusError> {
        let (partial, ready) = (self.folder(number, "partial"), self.folder(number, "ready"));
        write(&partial.join(PROGRESS), progress)?;
        sync(&partial)?;
        rename(&partial, &ready)?;
        sync(&self.state)?;
        self.place(number, &ready)
    }

    /// Notes how far the run is where no part is to be added.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn note(&self, progress: &Progress) -> Result<(), CorpusError> {
        write(&self.state.join(PROGRESS), progress)
    }

    fn folder(&self, number: u64, state: &str) -> PathBuf {
        self.state.join(format!("{number:05}.{state}"))
    }

    /// Makes the folder this run's, or checks that it is; the bytes of the inputs.
    fn claim(&self, path: &Path, settings: &Settings) -> Result<u64, CorpusError> {
        let advice = "give another --out, or remove that folder to begin anew";
        let now = Run::new(settings);
        if path.exists() {
            let then: Run = read(path)?;
            if let Some(difference) = then.difference(&now) {
                let out = self.out.display();
                return Err(CorpusError::new(format!("{out} is the output of another run: {difference}; {advice}")));
            }
        }
        let listing = self.state.join("sources.new");
        let bytes = sources::list(&settings.inputs, &self.out, &listing)?;
        if !path.exists() {
            rename(&listing, &self.listing())?;
            write(path, &now)?;
        } else if let Some(changed) = difference(&self.listing(), &listing)? {
            let out = self.out.display();
            return Err(CorpusError::new(format!("{out} is the output of other inputs: {changed}; {advice}")));
        }
        Ok(bytes)
    }

    /// Finishes what a run that was cut short had begun to put into place, and drops what it had not finished.
    fn recover(&self) -> Result<(), CorpusError> {
        let entries = fs::read_dir(&self.state).map_err(|error| CorpusError::file(&self.state, &error))?;
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let number = path.file_stem().and_then(|stem| stem.to_str()?.parse().ok());
            match (path.extension().and_then(|extension| extension.to_str()), number) {
                (Some("partial"), Some(_)) => {
                    fs::remove_dir_all(&path).map_err(|error| CorpusError::file(&path, &error))?;
                }
                (Some("ready"), Some(number)) => self.place(number, &path)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Moves the files of a part that is ready to where they belong.
    fn place(&self, number: u64, ready: &Path) -> Result<(), CorpusError> {
        let entries = fs::read_dir(ready).map_err(|error| CorpusError::file(ready, &error))?;
        for from in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let (Some(table), Some(extension)) = (from.file_stem(), from.extension()) else { continue };
            if from.file_name() == Some(PROGRESS.as_ref()) {
                continue;
            }
            let folder = self.out.join(table);
            fs::create_dir_all(&folder).map_err(|error| CorpusError::file(&folder, &error))?;
            rename(&from, &folder.join(format!("part-{number:05}")).with_extension(extension))?;
        }
        let progress = ready.join(PROGRESS);
        if progress.exists() {
            rename(&progress, &self.state.join(PROGRESS))?;
        }
        fs::remove_dir(ready).map_err(|error| CorpusError::file(ready, &error))
    }

    fn progress(&self) -> Result<Progress, CorpusError> {
        let path = self.state.join(PROGRESS);
        if path.exists() { read(&path) } else { Ok(Progress::default()) }
    }
}

const PROGRESS: &str = "progress.json";

/// A folder that is no output of ours must be empty.
fn refuse_strangers(out: &Path) -> Result<(), CorpusError> {
    let entries = fs::read_dir(out).map_err(|error| CorpusError::file(out, &error))?;
    let stranger = entries.filter_map(Result::ok).find(|entry| entry.file_name() != ".corpus");
    stranger.map_or(Ok(()), |entry| {
        let (out, name) = (out.display(), entry.file_name());
        let name = name.to_string_lossy();
        Err(CorpusError::new(format!(
            "{out} is not empty ({name} is in it) and no output of a corpus; give another --out"
        )))
    })
}

fn lock(path: &Path, out: &Path) -> Result<File, CorpusError> {
    let file = File::create(path).map_err(|error| CorpusError::file(path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(CorpusError::new(format!("{}: another run writes there", out.display()))),
        Err(TryLockError::Error(error)) => Err(CorpusError::file(path, &error)),
    }
}

/// The first file that is not the same in both listings.
fn difference(then: &Path, now: &Path) -> Result<Option<String>, CorpusError> {
    let open = |path: &Path| {
        File::open(path).map(|file| BufReader::new(file).lines()).map_err(|error| CorpusError::file(path, &error))
    };
    let (mut then, mut now) = (open(then)?, open(now)?);
    let path = |line: &str| serde_json::from_str::<sources::Source>(line).map_or(String::new(), |source| source.path);
    loop {
        let (before, after) = (then.next().and_then(Result::ok), now.next().and_then(Result::ok));
        return Ok(match (before, after) {
            (None, None) => None,
            (Some(before), Some(after)) if before == after => continue,
            (Some(before), Some(after)) if path(&before) == path(&after) => {
                Some(format!("{} has changed since", path(&before)))
            }
            (Some(before), None) => Some(format!("{} was among them", path(&before))),
            (None, Some(after)) => Some(format!("{} was not among them", path(&after))),
            (Some(before), Some(after)) => Some(format!("{} stands where {} was", path(&after), path(&before))),
        });
    }
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, CorpusError> {
    let bytes = fs::read(path).map_err(|error| CorpusError::file(path, &error))?;
    serde_json::from_slice(&bytes).map_err(|error| CorpusError::file(path, &error))
}

/// Writes a file whole or not at all.
fn write(path: &Path, value: &impl Serialize) -> Result<(), CorpusError> {
    let unfinished = path.with_extension("unfinished");
    let written = File::create(&unfinished).and_then(|mut file| {
        serde_json::to_writer_pretty(&mut file, value)?;
        file.sync_all()
    });
    written.map_err(|error| CorpusError::file(&unfinished, &error))?;
    rename(&unfinished, path)
}

fn rename(from: &Path, to: &Path) -> Result<(), CorpusError> {
    fs::rename(from, to).map_err(|error| CorpusError::file(to, &error))
}

/// Has the entries of a folder written to the disk.
fn sync(folder: &Path) -> Result<(), CorpusError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| CorpusError::file(folder, &error))
}
