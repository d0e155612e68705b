//! The native command line `yaolan`.

mod analyze;
mod corpus;
mod files;
mod stream;

use crate::corpus::record::Fields;
use crate::{Analyzer, Offsets, Options, taught};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
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
    Analyze(analyze::Analyze),
    /// Analyse any number of documents on all cores and write tables; an interrupted run goes on where it was.
    Corpus(corpus::Corpus),
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

/// How documents are read, the same for every command.
#[derive(Args)]
struct ReadingArguments {
    /// The date that 今年, 1月28日 … are resolved against, as 2023-01-31; overrides the printed one.
    #[arg(long)]
    date: Option<Date>,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = OffsetsArgument::Utf16)]
    offsets: OffsetsArgument,
    /// A lexicon: lines of name, kind (person, place, organization, facility, event, programme, code, indicator or
    /// nothing), aliases joined by |, note; cut at tabs or as CSV.
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
    /// The field of a JSON line that has the text.
    #[arg(long, default_value = "text", value_name = "NAME")]
    text_field: String,
    /// The field of a JSON line that has the document's id.
    #[arg(long, default_value = "id", value_name = "NAME")]
    id_field: String,
    /// The field of a JSON line that has the document's own date; it goes before --date.
    #[arg(long, default_value = "date", value_name = "NAME")]
    date_field: String,
}

impl ReadingArguments {
    fn options(&self) -> Options {
        Options { date: self.date, offsets: self.offsets.into() }
    }

    /// Where JSON Lines have what.
    fn fields(&self) -> Fields {
        Fields { text: self.text_field.clone(), id: self.id_field.clone(), date: self.date_field.clone() }
    }

    /// The analyzer, with the reader's lexicon if there is one.
    fn analyzer(&self) -> Result<Analyzer, String> {
        let mut analyzer = Analyzer::new();
        if let Some(file) = &self.lexicon {
            analyzer.teach(&entries(file).map_err(|error| format!("{}: {error}", file.display()))?);
        }
        Ok(analyzer)
    }
}

fn entries(file: &Path) -> Result<Vec<taught::Entry>, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "a lexicon must be UTF-8".to_owned())?;
    taught::file::read(&text).map_err(|error| error.to_string())
}

/// Runs the command line; errors go to standard error and give exit code 1.
pub fn main() -> ExitCode {
    let complete = match Cli::parse().command {
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Corpus(arguments) => corpus::run(&arguments),
    };
    match complete {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("yaolan: {error}");
            ExitCode::FAILURE
        }
    }
}
