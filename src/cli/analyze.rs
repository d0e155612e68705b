//! `yaolan analyze`: a few documents, printed or written into a file.

use super::{ReadingArguments, files, stream};
use crate::corpus::{self, Failure};
use crate::export::csv::CsvWriter;
use crate::export::{self, json, tables};
use crate::{Analyzer, Options};
use clap::{Args, ValueEnum};
use std::fs::File;
use std::io::{BufReader, BufWriter, IsTerminal, Read, Write};
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
    /// Writes into this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Documents: .txt, .md, .html, .docx, .xlsx, .csv, or .zip with such inside; texts in UTF-8, GB18030, Big5 or UTF-16.
    /// - is standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Jsonl,
    /// The table of indicators.
    Csv,
    /// An Excel workbook of one document, a sheet a table.
    Xlsx,
    /// All tables.
    Markdown,
    /// W3C Web Annotations of one document.
    WebAnnotation,
    /// doccano's JSON Lines.
    Doccano,
    /// brat's standoff files of one document in a zip archive.
    Brat,
    /// Label Studio's JSON of one document.
    LabelStudio,
}

impl Format {
    /// The form of file that it is; nothing where it is printed here.
    const fn file(self) -> Option<export::Format> {
        Some(match self {
            Format::Json | Format::Jsonl | Format::Csv => return None,
            Format::Xlsx => export::Format::Xlsx,
            Format::Markdown => export::Format::Markdown,
            Format::WebAnnotation => export::Format::WebAnnotation,
            Format::Doccano => export::Format::Doccano,
            Format::Brat => export::Format::Brat,
            Format::LabelStudio => export::Format::LabelStudio,
        })
    }

    /// Whether it is no text.
    const fn is_binary(self) -> bool {
        matches!(self, Format::Xlsx | Format::Brat)
    }
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

    /// Where the result goes.
    fn output(&self) -> Result<Box<dyn Write>, String> {
        let Some(path) = &self.out else {
            if self.format.is_binary() && std::io::stdout().is_terminal() {
                return Err("this format is no text for a terminal: name a file with --out".to_owned());
            }
            return Ok(Box::new(BufWriter::new(std::io::stdout().lock())));
        };
        let place = path.canonicalize().ok();
        if place.is_some() && self.files.iter().any(|file| file.canonicalize().ok() == place) {
            return Err(format!("{}: is also an input, and would be lost", path.display()));
        }
        match File::create(path) {
            Ok(file) => Ok(Box::new(BufWriter::new(file))),
            Err(error) => Err(format!("{}: {error}", path.display())),
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
    let mut out = arguments.output()?;
    if let Some(format) = arguments.format.file() {
        let mut complete = true;
        let texts: Vec<_> = arguments.files.iter().flat_map(|file| texts(file, &mut complete)).collect();
        files::write(&texts, format, &analyzer, &arguments.reading.options(), &mut out)?;
        return Ok(complete);
    }
    let result = match arguments.format {
        Format::Csv => table(arguments, &analyzer, out),
        _ => print(arguments, &analyzer, &mut out),
    };
    result.map_err(|error| format!("cannot write the result: {error}"))
}

fn print(arguments: &Analyze, analyzer: &Analyzer, out: &mut dyn Write) -> std::io::Result<bool> {
    let options = arguments.reading.options();
    let lines = arguments.format == Format::Jsonl || arguments.files.len() > 1;
    let mut complete = true;
    for file in &arguments.files {
        if arguments.has_lines(file) {
            complete &= stream(arguments, file, analyzer, &options, out)?;
            continue;
        }
        for (_, text) in texts(file, &mut complete) {
            let analysis = analyzer.analyze(&text, &options);
            if lines {
                json::write(&mut *out, &analysis)?;
            } else {
                json::write_pretty(&mut *out, &analysis)?;
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
    mut out: &mut dyn Write,
) -> std::io::Result<bool> {
    let fields = arguments.reading.fields();
    let analyze = |text: &str, options: &Options| analyzer.analyze(text, options);
    let read = if file == Path::new("-") {
        stream::run(std::io::stdin().lock(), &mut out, &fields, options, analyze)
    } else {
        match std::fs::File::open(file) {
            Ok(file) => stream::run(BufReader::new(file), &mut out, &fields, options, analyze),
            Err(error) => Ok(Err(error)),
        }
    };
    Ok(read?.map_err(|error| eprintln!("yaolan: {}: {error}", file.display())).is_ok())
}

/// Writes the indicators of every file as one table.
fn table(arguments: &Analyze, analyzer: &Analyzer, out: impl Write) -> std::io::Result<bool> {
    let options = arguments.reading.options();
    let table = tables::table("indicators").ok_or(std::io::ErrorKind::NotFound)?;
    let mut rows = CsvWriter::new(out, table.columns)?;
    let mut complete = true;
    for file in &arguments.files {
        for (name, text) in texts(file, &mut complete) {
            rows.add(&name, table, &analyzer.analyze(&text, &options))?;
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

/// The texts on standard input.
fn read_input() -> Vec<(String, Result<String, Failure>)> {
    let mut bytes = Vec::new();
    // One byte beyond the limit is enough to know that it is passed.
    let limit = crate::input::FILE_LIMIT as u64 + 1;
    match std::io::stdin().lock().take(limit).read_to_end(&mut bytes) {
        Ok(_) => corpus::read_bytes("-", &bytes),
        Err(error) => vec![("-".to_owned(), Err(Failure::new("read", error.to_string())))],
    }
}
