//! The native command line `yaolan`.

use crate::export::csv::CsvWriter;
use crate::export::tables;
use crate::{Analyzer, Offsets, Options};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads Chinese official articles at a glance.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Analyse documents and print what was found.
    Analyze(Analyze),
}

#[derive(Args)]
struct Analyze {
    /// The form of the output; several documents print one object a line.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The date that 今年, 1月28日 … are resolved against, as 2023-01-31; overrides the printed one.
    #[arg(long)]
    date: Option<Date>,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = OffsetsArgument::Utf16)]
    offsets: OffsetsArgument,
    /// Files in UTF-8; - is standard input.
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

#[derive(Clone, Copy, ValueEnum)]
enum OffsetsArgument {
    Utf16,
    Codepoint,
    Byte,
}

impl From<OffsetsArgument> for Offsets {
    fn from(argument: OffsetsArgument) -> Self {
        match argument {
            OffsetsArgument::Utf16 => Offsets::Utf16,
            OffsetsArgument::Codepoint => Offsets::Codepoint,
            OffsetsArgument::Byte => Offsets::Byte,
        }
    }
}

/// Runs the command line; errors go to standard error and give exit code 1.
pub fn main() -> ExitCode {
    let Command::Analyze(arguments) = Cli::parse().command;
    match analyze(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("yaolan: cannot write the result: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Analyses every file; false where one could not be read (said on standard error; the others are still done).
fn analyze(arguments: &Analyze) -> std::io::Result<bool> {
    let analyzer = Analyzer::new();
    let options = Options { date: arguments.date, offsets: arguments.offsets.into() };
    let lines = arguments.format == Format::Jsonl || arguments.files.len() > 1;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if arguments.format == Format::Csv {
        return table(arguments, &analyzer, &options, out);
    }
    let mut complete = true;
    for file in &arguments.files {
        let Some(text) = read_or_say(file) else {
            complete = false;
            continue;
        };
        let analysis = analyzer.analyze(&text, &options);
        if lines {
            serde_json::to_writer(&mut out, &analysis)?;
        } else {
            serde_json::to_writer_pretty(&mut out, &analysis)?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(complete)
}

/// Writes the indicators of every file as one table.
fn table(arguments: &Analyze, analyzer: &Analyzer, options: &Options, out: impl Write) -> std::io::Result<bool> {
    let table = tables::table("indicators").ok_or(std::io::ErrorKind::NotFound)?;
    let mut rows = CsvWriter::new(out, table.columns)?;
    let mut complete = true;
    for file in &arguments.files {
        match read_or_say(file) {
            Some(text) => rows.add(&file.to_string_lossy(), table, &analyzer.analyze(&text, options))?,
            None => complete = false,
        }
    }
    rows.finish()?.flush()?;
    Ok(complete)
}

/// The text of `file`; where it cannot be read, says so on standard error.
fn read_or_say(file: &Path) -> Option<String> {
    read(file).map_err(|error| eprintln!("yaolan: {}: {error}", file.display())).ok()
}

fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| {
        format!(
            "not UTF-8 (byte {}); convert it first, as with iconv -f GB18030 -t UTF-8",
            error.utf8_error().valid_up_to()
        )
    })
}
