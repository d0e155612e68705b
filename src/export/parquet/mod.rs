//! Tables as Parquet files, for DuckDB, pandas, Spark.
//!
//! Decimals are exact, `DECIMAL(38, 9)`; days are `DATE`; lists are never null, only empty. Pages are packed with Snappy.

mod column;

use super::csv::DOCUMENT;
use super::tables::{Cell, Column, Kind};
use column::{Buffer, SCALE};
use parquet::basic::Compression;
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::io::Write;
use std::sync::Arc;

/// How many values are held back before they are written as a row group.
const ROW_GROUP_VALUES: usize = 2_000_000;

/// Rows in memory, column by column.
pub struct Rows {
    columns: Vec<Buffer>,
    rows: usize,
}

impl Rows {
    /// No rows as yet, of these columns behind the one that names the document.
    pub fn new(columns: &[Column]) -> Self {
        let document = Buffer::new(Kind::Text);
        let columns = std::iter::once(document).chain(columns.iter().map(|column| Buffer::new(column.kind))).collect();
        Self { columns, rows: 0 }
    }

    /// Adds one row.
    pub fn add(&mut self, document: &str, row: &[Cell<'_>]) {
        let document = Cell::Text(document.into());
        for (column, cell) in self.columns.iter_mut().zip(std::iter::once(&document).chain(row)) {
            column.add(cell);
        }
        self.rows += 1;
    }

    /// Moves the rows of `other`, which has the same columns, behind these.
    pub fn append(&mut self, other: Rows) {
        for (column, more) in self.columns.iter_mut().zip(other.columns) {
            column.append(more);
        }
        self.rows += other.rows;
    }

    fn values(&self) -> usize {
        self.columns.iter().map(|column| column.len()).sum()
    }
}

/// Writes a table as one Parquet file.
pub struct ParquetWriter<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Vec<Column>,
    held: Rows,
}

impl<W: Write + Send> ParquetWriter<W> {
    /// Starts the file of the table `name`.
    ///
    /// # Errors
    /// Where `out` cannot be written to.
    pub fn new(out: W, name: &str, columns: &[Column]) -> Result<Self> {
        let schema = Arc::new(parse_message_type(&schema(name, columns))?);
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file = SerializedFileWriter::new(out, schema, Arc::new(properties))?;
        Ok(Self { file, columns: columns.to_vec(), held: Rows::new(columns) })
    }

    /// Adds rows; they are written when there are enough of them.
    ///
    /// # Errors
    /// Where the output cannot be written to.
    pub fn add(&mut self, rows: Rows) -> Result<()> {
        self.held.append(rows);
        if self.held.values() > ROW_GROUP_VALUES { self.write() } else { Ok(()) }
    }

    /// Writes what is held back and the end of the file; gives the output back.
    ///
    /// # Errors
    /// Where the output cannot be written to.
    pub fn finish(mut self) -> Result<W> {
        self.write()?;
        self.file.into_inner()
    }

    /// Writes the rows that are held back as one row group.
    fn write(&mut self) -> Result<()> {
        let rows = std::mem::replace(&mut self.held, Rows::new(&self.columns));
        if rows.rows == 0 {
            return Ok(());
        }
        let mut group = self.file.next_row_group()?;
        for column in rows.columns {
            if let Some(mut out) = group.next_column()? {
                column.write(&mut out)?;
                out.close()?;
            }
        }
        group.close()?;
        Ok(())
    }
}

/// The columns in Parquet's own words.
fn schema(name: &str, columns: &[Column]) -> String {
    let mut schema = format!("message {name} {{ required binary {DOCUMENT} (UTF8);");
    for &Column { name, kind } in columns {
        schema += &match kind {
            Kind::Text | Kind::Word => format!("optional binary {name} (UTF8);"),
            Kind::Integer => format!("optional int64 {name};"),
            Kind::Decimal => format!("optional fixed_len_byte_array(16) {name} (DECIMAL(38, {SCALE}));"),
            Kind::Float => format!("optional double {name};"),
            Kind::Boolean => format!("optional boolean {name};"),
            Kind::Date => format!("optional int32 {name} (DATE);"),
            Kind::Texts => list(name, "binary element (UTF8)"),
            Kind::Integers => list(name, "int64 element"),
        };
    }
    schema + "}"
}

fn list(name: &str, element: &str) -> String {
    format!("required group {name} (LIST) {{ repeated group list {{ required {element}; }} }}")
}

#[cfg(test)]
mod tests {
    use super::super::tables::TABLES;
    use super::*;
    use crate::testing::ANALYZER;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;
    use rust_decimal::Decimal;

    #[test]
    fn what_is_written_is_read_again() {
        let columns = [
            Column { name: "text", kind: Kind::Text },
            Column { name: "value", kind: Kind::Decimal },
            Column { name: "day", kind: Kind::Date },
            Column { name: "names", kind: Kind::Texts },
        ];
        let mut rows = Rows::new(&columns);
        let names = |names: &[&str]| Cell::Texts(names.iter().map(|&name| name.to_owned()).collect());
        let (low, high) = ("-2.6".parse().unwrap(), Decimal::MAX);
        let day = |day: &str| Cell::Date(day.parse().unwrap());
        rows.add("甲", &[Cell::Text("增长".into()), Cell::Decimal(low), day("1969-12-31"), names(&["一", "二"])]);
        rows.add("乙", &[Cell::Empty, Cell::Empty, Cell::Empty, names(&[])]);
        rows.add("丙", &[Cell::Empty, Cell::Decimal(high), day("2024-02-29"), names(&["三"])]);
        let mut out = ParquetWriter::new(Vec::new(), "sample", &columns).unwrap();
        out.add(rows).unwrap();
        let reader = SerializedFileReader::new(bytes::Bytes::from(out.finish().unwrap())).unwrap();
        let read: Vec<String> = reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
        assert_eq!(
            read,
            [
                r#"{document: "甲", text: "增长", value: -2.600000000, day: 1969-12-31, names: ["一", "二"]}"#,
                r#"{document: "乙", text: null, value: null, day: null, names: []}"#,
                r#"{document: "丙", text: null, value: 79228162514264337593543950335.000000000, day: 2024-02-29, names: ["三"]}"#,
            ]
        );
    }

    #[test]
    fn every_table_can_be_written() {
        let analysis = ANALYZER.analyze(include_str!("../../../tests/articles/work-report.txt"), &Default::default());
        for table in TABLES {
            let mut rows = Rows::new(table.columns);
            let expected = table.rows(&analysis);
            expected.iter().for_each(|row| rows.add("报告", row));
            let mut out = ParquetWriter::new(Vec::new(), table.name, table.columns).unwrap();
            out.add(rows).unwrap();
            let reader = SerializedFileReader::new(bytes::Bytes::from(out.finish().unwrap())).unwrap();
            let read: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
            assert_eq!(read.len(), expected.len(), "{}", table.name);
            assert!(read.iter().all(|row| row.get_string(0).unwrap() == "报告"));
        }
    }
}
