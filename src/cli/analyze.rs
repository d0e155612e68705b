//! `yaolan analyze`: a few documents, printed.

use super::{ReadingArguments, stream};
use crate::corpus::{self, Failure};
use crate::export::csv::CsvWriter;
use crate::export::{json, tables};
use crate::{Analyzer, Options};
use clap::{Args, ValueEnum};
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Analyze {
    /// The form of the output; several documents print one object a line.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// What the files are; auto takes a file that ends in .jsonl or .ndjson, and standard input with --format jsonl,
    /// for JSON lines and all else for a text.
    #[arg(long, value_enum, default_value_t = Input::Auto)]
    input: Input,
    #[command(flatten)]
    reading: ReadingArguments,
    /// Files in UTF-8, GB18030, Big5 or UTF-16; - is standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Jsonl,
    /// The table of indicators.
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    Auto,
    /// Each file is one document.
    Text,
    /// Each line is one document: {"id": …, "text": …, "date": …}.
    Jsonl,
}

impl Analyze {
    /// Whether each line of `file` is a document.
    fn has_lines(&self, file: &Path) -> bool {
        match self.input {
            Input::Text => false,
            Input::Jsonl => true,
            Input::Auto if file == Path::new("-") => self.format == Format::Jsonl,
            Input::Auto => file.extension().is_some_and(|extension| extension == "jsonl" || extension == "ndjson"),
        }
    }
}

/// Analyses every file; false where one could not be read (said on standard error; the others are still done).
pub fn run(arguments: &Analyze) -> Result<bool, String> {
    if let Some(file) =
        arguments.files.iter().find(|file| arguments.has_lines(file) && arguments.format != Format::Jsonl)
    {
        let advice = "add --format jsonl, or take `yaolan corpus` for tables";
        return Err(format!("{}: documents in JSON lines give JSON lines: {advice}", file.display()));
    }
    let analyzer = arguments.reading.analyzer()?;
    analyze(arguments, &analyzer).map_err(|error| format!("cannot write the result: {error}"))
}

fn analyze(arguments: &Analyze, analyzer: &Analyzer) -> std::io::Result<bool> {
    let options = arguments.reading.options();
    let lines = arguments.format == Format::Jsonl || arguments.files.len() > 1;
    let mut out = BufWriter::new(std::io::stdout().lock());
    if arguments.format == Format::Csv {
        return table(arguments, analyzer, &options, out);
    }
    let mut complete = true;
    for file in &arguments.files {
        if arguments.has_lines(file) {
            complete &= stream(arguments, file, analyzer, &options, &mut out)?;
            continue;
        }
        for (_, text) in texts(file, &mut complete) {
            let analysis = analyzer.analyze(&text, &options);
            if lines {
                json::write(&mut out, &analysis)?;
            } else {
                json::write_pretty(&mut out, &analysis)?;
            }
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(complete)
}

/// Analyses every line of `file`; false where it cannot be read.
fn stream(
    arguments: &Analyze,
    file: &Path,
    analyzer: &Analyzer,
    options: &Options,
    out: &mut impl Write,
) -> std::io::Result<bool> {
    let fields = arguments.reading.fields();
    let analyze = |text: &str, options: &Options| analyzer.analyze(text, options);
    let read = if file == Path::new("-") {
        stream::run(std::io::stdin().lock(), out, &fields, options, analyze)
    } else {
        match std::fs::File::open(file) {
            Ok(file) => stream::run(BufReader::new(file), out, &fields, options, analyze),
            Err(error) => Ok(Err(error)),
        }
    };
    Ok(read?.map_err(|error| eprintln!("yaolan: {}: {error}", file.display())).is_ok())
}

/// Writes the indicators of every file as one table.
fn table(arguments: &Analyze, analyzer: &Analyzer, options: &Options, out: impl Write) -> std::io::Result<bool> {
    let table = tables::table("indicators").ok_or(std::io::ErrorKind::NotFound)?;
    let mut rows = CsvWriter::new(out, table.columns)?;
    let mut complete = true;
    for file in &arguments.files {
        for (name, text) in texts(file, &mut complete) {
            rows.add(&name, table, &analyzer.analyze(&text, options))?;
        }
    }
    rows.finish()?.flush()?;
    Ok(complete)
}

/// The texts in `file` with their names; says on standard error what cannot be read, which is then not complete.
fn texts(file: &Path, complete: &mut bool) -> Vec<(String, String)> {
    let read = if file == Path::new("-") { read_input() } else { corpus::read_file(&file.to_string_lossy()) };
    let said = |(name, text): (String, Result<String, Failure>)| match text {
        Ok(text) => Some((name, text)),
        Err(failure) => {
            eprintln!("yaolan: {name}: {}", failure.reason);
            *complete = false;
            None
        }
    };
    read.into_iter().filter_map(said).collect()
}

/// The text on standard input.
fn read_input() -> Vec<(String, Result<String, Failure>)> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    let text = read
        .map_err(|error| error.to_string())
        .and_then(|_| crate::input::decode(&bytes).map(|decoded| decoded.text).map_err(|error| error.to_string()));
    vec![("-".to_owned(), text.map_err(|reason| Failure::new("read", reason)))]
}
