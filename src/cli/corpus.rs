//! `yaolan corpus`: any number of documents, written as tables.

use super::ReadingArguments;
use crate::corpus::{Format, Settings};
use clap::Args;
use std::num::NonZero;
use std::path::PathBuf;
use std::time::Instant;

#[derive(Args)]
pub struct Corpus {
    /// Files and folders, read with all that is in them; files that end in .jsonl or .ndjson have a document a line.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// The folder of the output: a new one, or that of the same run when it was interrupted.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The form of the output: one Analysis a line, or a folder a table.
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// How many documents are analysed at a time; without it, as many as there are cores.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZero<usize>>,
    /// How many documents make a file of the output; an interrupted run loses less than one such part.
    #[arg(long, value_name = "N", default_value = "1000")]
    part: NonZero<u64>,
    #[command(flatten)]
    reading: ReadingArguments,
}

/// Analyses the corpus. Documents that fail stand in the table of errors and are no error of the command.
pub fn run(arguments: &Corpus) -> Result<bool, String> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let settings = Settings {
        inputs: arguments.inputs.clone(),
        out: arguments.out.clone(),
        format: arguments.format,
        jobs: arguments.jobs.map_or(cores, NonZero::get),
        part: arguments.part.get(),
        fields: arguments.reading.fields(),
        options: arguments.reading.options(),
    };
    let begun = Instant::now();
    let summary = crate::corpus::run(&settings, &arguments.reading.analyzer()?).map_err(|error| error.to_string())?;
    let (seconds, now) = (begun.elapsed().as_secs_f64(), summary.documents - summary.before);
    let out = settings.out.display();
    eprintln!("yaolan: {} documents in {out}, {} of them failed", summary.documents, summary.failed);
    if summary.failed > 0 {
        eprintln!("yaolan: {out}/errors says why");
    }
    let rate = now as f64 / seconds;
    eprintln!("yaolan: {} were done before, {now} now in {seconds:.1} s, {rate:.1} a second", summary.before);
    Ok(true)
}
