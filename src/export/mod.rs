//! From Analysis to bytes: one module a format.

mod annotations;
mod clipboard;
pub mod csv;
pub mod json;
mod labels;
mod markdown;
#[cfg(not(target_arch = "wasm32"))]
pub mod parquet;
mod source;
pub mod tables;
#[cfg(test)]
mod typescript;
mod words;
mod xlsx;

pub use clipboard::{Copied, copy};
pub use source::{LABELS, Mention, Source};

use serde::{Deserialize, Serialize};
use std::io::Write;
use tables::{TABLES, Table};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A form of export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Comma-separated values; several tables as a zip archive.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// The Analysis as JSON, offsets in UTF-16 code units.
    Json,
    /// Tables in Markdown.
    Markdown,
    /// W3C Web Annotation.
    WebAnnotation,
    /// doccano's JSON Lines.
    Doccano,
    /// brat's standoff form in a zip archive.
    Brat,
    /// Label Studio's JSON.
    LabelStudio,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 8] = [
        Format::Csv,
        Format::Xlsx,
        Format::Json,
        Format::Markdown,
        Format::WebAnnotation,
        Format::Doccano,
        Format::Brat,
        Format::LabelStudio,
    ];

    /// Its name in addresses of elements and on the command line.
    pub const fn slug(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
            Format::Markdown => "markdown",
            Format::WebAnnotation => "web-annotation",
            Format::Doccano => "doccano",
            Format::Brat => "brat",
            Format::LabelStudio => "label-studio",
        }
    }

    /// Whether one table alone can be had in it.
    pub const fn is_table(self) -> bool {
        matches!(self, Format::Csv | Format::Xlsx | Format::Markdown)
    }
}

/// A file to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a file cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportError(String);

impl std::fmt::Display for ExportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ExportError {}

fn failed(error: impl std::fmt::Display) -> ExportError {
    ExportError(error.to_string())
}

/// Writes `source` in `format`: the table `only`, or all of them.
///
/// # Errors
/// [`ExportError`] where the writer of the format refuses; never for what a document says.
pub fn write(source: &Source<'_>, format: Format, only: Option<&'static Table>) -> Result<File, ExportError> {
    let tables: Vec<&Table> = only.map_or_else(|| TABLES.iter().collect(), |table| vec![table]);
    let part = only.map(|table| format!("-{}", table.name)).unwrap_or_default();
    let file = |end: &str, media, bytes| File { name: format!("{}{part}{end}", safe_name(source.name)), media, bytes };
    Ok(match format {
        Format::Csv => match only {
            Some(table) => file(".csv", "text/csv", one_csv(source, table)?),
            None => file("-csv.zip", "application/zip", all_csv(source)?),
        },
        Format::Xlsx => {
            let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            file(".xlsx", media, xlsx::write(source, &tables).map_err(failed)?)
        }
        Format::Json => file(".json", "application/json", pretty(&source.in_utf16())?),
        Format::Markdown => file(".md", "text/markdown", markdown::write(source, &tables).into_bytes()),
        Format::WebAnnotation => {
            file("-annotations.jsonld", "application/ld+json", pretty(&annotations::web_annotation(source))?)
        }
        Format::Doccano => file("-doccano.jsonl", "application/x-ndjson", annotations::doccano(source).into_bytes()),
        Format::LabelStudio => {
            file("-label-studio.json", "application/json", pretty(&annotations::label_studio(source))?)
        }
        Format::Brat => {
            let parts = annotations::brat(source);
            let name = safe_name(source.name);
            let parts = parts.into_iter().map(|(end, text)| match end {
                "conf" => ("annotation.conf".to_owned(), text.into_bytes()),
                end => (format!("{name}.{end}"), text.into_bytes()),
            });
            file("-brat.zip", "application/zip", packed(parts)?)
        }
    })
}

fn pretty(value: &impl Serialize) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    json::write_pretty(&mut bytes, value).map_err(failed)?;
    Ok(bytes)
}

/// A table in UTF-8 with a byte order mark, without which Excel takes it for another encoding.
fn one_csv(source: &Source<'_>, table: &Table) -> Result<Vec<u8>, ExportError> {
    let mut bytes = vec![0xEF, 0xBB, 0xBF];
    let mut rows = csv::CsvWriter::new(&mut bytes, table.columns).map_err(failed)?;
    rows.add(source.name, table, source.analysis).map_err(failed)?;
    rows.finish().map_err(failed)?;
    Ok(bytes)
}

fn all_csv(source: &Source<'_>) -> Result<Vec<u8>, ExportError> {
    let tables = TABLES.iter().filter(|table| !table.rows(source.analysis).is_empty());
    let files: Result<Vec<_>, ExportError> =
        tables.map(|table| Ok((format!("{}.csv", table.name), one_csv(source, table)?))).collect();
    packed(files?)
}

/// A zip archive of these files, the same for the same files.
fn packed(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Vec<u8>, ExportError> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default()).map_err(failed)?;
        zip.write_all(&bytes).map_err(failed)?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}

/// A name that every file system takes.
fn safe_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|char| if char.is_control() || "/\\:*?\"<>|".contains(char) { '_' } else { char })
        .take(60)
        .collect();
    let kept = kept.trim_matches([' ', '.']).to_owned();
    if kept.is_empty() { "yaolan".to_owned() } else { kept }
}

#[cfg(test)]
mod tests;
