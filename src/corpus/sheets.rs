//! Documents as rows of tables: encoded by the workers, document by document, and put together part by part.

use super::{CorpusError, Failure, Format};
use crate::Analysis;
use crate::export::csv::CsvWriter;
use crate::export::parquet::{ParquetWriter, Rows};
use crate::export::tables::{Cell, Column, Kind, TABLES, Table};
use serde::Serialize;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// What became of one document.
pub struct Entry<'a> {
    /// What it is called.
    pub id: &'a str,
    /// The file it is in.
    pub file: &'a str,
    /// The line of that file.
    pub line: Option<u64>,
    /// Its Analysis, or why there is none.
    pub result: &'a Result<Analysis, Failure>,
}

/// One table of the output.
struct Sheet {
    name: &'static str,
    columns: Vec<Column>,
    rows: Source,
}

/// Where the rows of a table come from.
enum Source {
    /// The documents themselves, with where they are from.
    Documents(&'static Table),
    Table(&'static Table),
    Errors,
    /// The whole Analysis as JSON.
    Analyses,
}

const FILE: Column = Column { name: "file", kind: Kind::Text };
const LINE: Column = Column { name: "line", kind: Kind::Integer };
const CODE: Column = Column { name: "code", kind: Kind::Text };
const REASON: Column = Column { name: "reason", kind: Kind::Text };

/// The tables of an output format.
pub struct Sheets {
    format: Format,
    list: Vec<Sheet>,
}

/// The rows of one document, a piece a table.
pub struct Encoded(Vec<Piece>);

enum Piece {
    Bytes(Vec<u8>),
    Rows(Rows),
}

impl Sheets {
    /// The tables that are written in `format`.
    pub fn new(format: Format) -> Self {
        let mut list = Vec::new();
        if format == Format::Jsonl {
            list.push(Sheet { name: "analyses", columns: Vec::new(), rows: Source::Analyses });
        } else {
            // what a reader decides about rows comes from the page alone
            list.extend(TABLES.iter().filter(|table| table.name != "reviews").map(Sheet::of));
        }
        list.push(Sheet { name: "errors", columns: vec![FILE, LINE, CODE, REASON], rows: Source::Errors });
        Self { format, list }
    }

    /// The rows that a document adds to every table.
    pub fn encode(&self, entry: &Entry<'_>) -> Encoded {
        Encoded(self.list.iter().map(|sheet| self.piece(sheet, entry)).collect())
    }

    fn piece(&self, sheet: &Sheet, entry: &Entry<'_>) -> Piece {
        match self.format {
            Format::Jsonl => Piece::Bytes(json(&sheet.rows, entry)),
            Format::Csv => {
                let mut out = CsvWriter::without_header(Vec::new());
                // Memory can always be written to.
                let _ = sheet.rows(entry).iter().try_for_each(|row| out.add_row(entry.id, row));
                Piece::Bytes(out.finish().unwrap_or_default())
            }
            Format::Parquet => {
                let mut rows = Rows::new(&sheet.columns);
                sheet.rows(entry).iter().for_each(|row| rows.add(entry.id, row));
                Piece::Rows(rows)
            }
        }
    }
}

impl Sheet {
    fn of(table: &'static Table) -> Self {
        if table.name == "documents" {
            let columns = [FILE, LINE].iter().chain(table.columns).copied().collect();
            return Self { name: table.name, columns, rows: Source::Documents(table) };
        }
        Self { name: table.name, columns: table.columns.to_vec(), rows: Source::Table(table) }
    }

    fn rows<'a>(&self, entry: &Entry<'a>) -> Vec<Vec<Cell<'a>>> {
        let place =
            || [Cell::Text(entry.file.into()), entry.line.map_or(Cell::Empty, |line| Cell::Integer(line as i64))];
        match (&self.rows, entry.result) {
            (Source::Table(table), Ok(analysis)) => table.rows(analysis),
            (Source::Documents(table), Ok(analysis)) => {
                let rows = table.rows(analysis).into_iter();
                rows.map(|row| place().into_iter().chain(row).collect()).collect()
            }
            (Source::Errors, Err(failure)) => {
                let what = [Cell::Text(failure.code.into()), Cell::Text(failure.reason.as_str().into())];
                vec![place().into_iter().chain(what).collect()]
            }
            _ => Vec::new(),
        }
    }
}

/// A line of JSON: the Analysis with where it is from, or the failure.
#[derive(Serialize)]
struct JsonLine<'a, T: Serialize> {
    id: &'a str,
    file: &'a str,
    line: Option<u64>,
    #[serde(flatten)]
    rest: &'a T,
}

fn json(source: &Source, entry: &Entry<'_>) -> Vec<u8> {
    fn line(entry: &Entry<'_>, rest: &impl Serialize) -> Vec<u8> {
        let line = JsonLine { id: entry.id, file: entry.file, line: entry.line, rest };
        let mut bytes = serde_json::to_vec(&line).unwrap_or_default(); // rows have nothing that JSON lacks
        bytes.push(b'\n');
        bytes
    }
    match (source, entry.result) {
        (Source::Analyses, Ok(analysis)) => line(entry, analysis),
        (Source::Errors, Err(failure)) => line(entry, failure),
        _ => Vec::new(),
    }
}

/// The files of a part that is being written, one a table.
pub struct Part {
    /// How many documents are in it.
    pub documents: u64,
    files: Vec<(PathBuf, TableFile)>,
}

enum TableFile {
    Bytes(BufWriter<File>),
    Parquet(Box<ParquetWriter<File>>),
}

impl Part {
    /// Starts a part in the empty folder `folder`.
    ///
    /// # Errors
    /// Where files cannot be made.
    pub fn create(folder: &Path, sheets: &Sheets) -> Result<Self, CorpusError> {
        let open = |sheet: &Sheet| {
            let path = folder.join(sheet.name).with_extension(sheets.format.name());
            let file = TableFile::create(&path, sheet, sheets.format);
            Ok((path.clone(), file.map_err(|error| CorpusError::file(&path, &error))?))
        };
        Ok(Self { documents: 0, files: sheets.list.iter().map(open).collect::<Result<_, _>>()? })
    }

    /// Adds a document.
    ///
    /// # Errors
    /// Where the files cannot be written.
    pub fn add(&mut self, encoded: Encoded) -> Result<(), CorpusError> {
        self.documents += 1;
        for ((path, file), piece) in self.files.iter_mut().zip(encoded.0) {
            file.add(piece).map_err(|error| CorpusError::file(path, &error))?;
        }
        Ok(())
    }

    /// Writes the files out to the disk.
    ///
    /// # Errors
    /// Where the files cannot be written.
    pub fn finish(self) -> Result<(), CorpusError> {
        for (path, file) in self.files {
            file.finish().map_err(|error| CorpusError::file(&path, &error))?;
        }
        Ok(())
    }
}

impl TableFile {
    fn create(path: &Path, sheet: &Sheet, format: Format) -> std::io::Result<Self> {
        let file = File::create(path)?;
        Ok(match format {
            Format::Jsonl => TableFile::Bytes(BufWriter::new(file)),
            Format::Csv => TableFile::Bytes(CsvWriter::new(BufWriter::new(file), &sheet.columns)?.finish()?),
            Format::Parquet => {
                TableFile::Parquet(Box::new(ParquetWriter::new(file, sheet.name, &sheet.columns).map_err(other)?))
            }
        })
    }

    fn add(&mut self, piece: Piece) -> std::io::Result<()> {
        match (self, piece) {
            (TableFile::Bytes(file), Piece::Bytes(bytes)) => file.write_all(&bytes),
            (TableFile::Parquet(file), Piece::Rows(rows)) => file.add(rows).map_err(other),
            _ => Err(std::io::Error::other("rows of another format")),
        }
    }

    fn finish(self) -> std::io::Result<()> {
        let file = match self {
            TableFile::Bytes(file) => file.into_inner()?,
            TableFile::Parquet(file) => file.finish().map_err(other)?,
        };
        file.sync_all()
    }
}

fn other(error: parquet::errors::ParquetError) -> std::io::Error {
    std::io::Error::other(error)
}
