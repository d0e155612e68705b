//! Tables as Parquet files, for DuckDB, pandas, Spark.
//!
//! Decimals are exact, `DECIMAL(38, 9)`; days are `DATE`; lists are never null, only empty. Pages are packed with Snappy.

use super::csv::DOCUMENT;
use super::tables::{Cell, Column, Kind};
use jiff::civil::Date;
use parquet::basic::Compression;
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
    Int64Type,
};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;
use rust_decimal::Decimal;
use std::io::Write;
use std::sync::Arc;

/// Digits behind the point: every decimal of the analyzer fits whole, with this many of its fraction.
const SCALE: u32 = 9;

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
        self.columns.iter().map(|column| column.definitions.len()).sum()
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

/// The values of one column with their levels.
///
/// Both an absent value and an empty list are definition level 0, and what is there is level 1: so one rule serves
/// optional values and required lists. The document, which is required, has no levels in the file.
struct Buffer {
    values: Values,
    definitions: Vec<i16>,
    repetitions: Option<Vec<i16>>,
}

enum Values {
    Texts(Vec<ByteArray>),
    Integers(Vec<i64>),
    Decimals(Vec<FixedLenByteArray>),
    Floats(Vec<f64>),
    Booleans(Vec<bool>),
    Days(Vec<i32>),
}

impl Buffer {
    fn new(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text | Kind::Word | Kind::Texts => Values::Texts(Vec::new()),
            Kind::Integer | Kind::Integers => Values::Integers(Vec::new()),
            Kind::Decimal => Values::Decimals(Vec::new()),
            Kind::Float => Values::Floats(Vec::new()),
            Kind::Boolean => Values::Booleans(Vec::new()),
            Kind::Date => Values::Days(Vec::new()),
        };
        let lists = matches!(kind, Kind::Texts | Kind::Integers);
        Self { values, definitions: Vec::new(), repetitions: lists.then(Vec::new) }
    }

    fn add(&mut self, cell: &Cell<'_>) {
        let before = self.values.len();
        match (&mut self.values, cell) {
            (Values::Texts(to), Cell::Text(words)) => to.push(words.as_bytes().to_vec().into()),
            (Values::Texts(to), Cell::Word(word)) => to.push((*word).into()),
            (Values::Texts(to), Cell::Texts(list)) => to.extend(list.iter().map(|words| words.as_str().into())),
            (Values::Integers(to), Cell::Integer(number)) => to.push(*number),
            (Values::Integers(to), Cell::Integers(list)) => to.extend(list),
            (Values::Decimals(to), Cell::Decimal(number)) => to.push(decimal(*number)),
            (Values::Floats(to), Cell::Float(number)) => to.push(*number),
            (Values::Booleans(to), Cell::Boolean(truth)) => to.push(*truth),
            (Values::Days(to), Cell::Date(day)) => to.push(days(*day)),
            (_, cell) => debug_assert_eq!(cell, &Cell::Empty, "a cell of another kind than its column"),
        }
        let added = self.values.len() - before;
        self.definitions.extend(if added == 0 { vec![0] } else { vec![1; added] });
        if let Some(repetitions) = &mut self.repetitions {
            repetitions.push(0);
            repetitions.extend((1..added).map(|_| 1));
        }
    }

    fn append(&mut self, more: Buffer) {
        self.definitions.extend(more.definitions);
        if let (Some(repetitions), Some(more)) = (&mut self.repetitions, more.repetitions) {
            repetitions.extend(more);
        }
        match (&mut self.values, more.values) {
            (Values::Texts(to), Values::Texts(from)) => to.extend(from),
            (Values::Integers(to), Values::Integers(from)) => to.extend(from),
            (Values::Decimals(to), Values::Decimals(from)) => to.extend(from),
            (Values::Floats(to), Values::Floats(from)) => to.extend(from),
            (Values::Booleans(to), Values::Booleans(from)) => to.extend(from),
            (Values::Days(to), Values::Days(from)) => to.extend(from),
            _ => debug_assert!(false, "rows of another table"),
        }
    }

    fn write(&self, out: &mut SerializedColumnWriter<'_>) -> Result<()> {
        match &self.values {
            Values::Texts(values) => self.write_values::<ByteArrayType>(out, values),
            Values::Integers(values) => self.write_values::<Int64Type>(out, values),
            Values::Decimals(values) => self.write_values::<FixedLenByteArrayType>(out, values),
            Values::Floats(values) => self.write_values::<DoubleType>(out, values),
            Values::Booleans(values) => self.write_values::<BoolType>(out, values),
            Values::Days(values) => self.write_values::<Int32Type>(out, values),
        }
    }

    fn write_values<T: DataType>(&self, out: &mut SerializedColumnWriter<'_>, values: &[T::T]) -> Result<()> {
        let column = out.typed::<T>();
        let definitions = (column.get_descriptor().max_def_level() > 0).then_some(self.definitions.as_slice());
        column.write_batch(values, definitions, self.repetitions.as_deref())?;
        Ok(())
    }
}

impl Values {
    fn len(&self) -> usize {
        match self {
            Values::Texts(values) => values.len(),
            Values::Integers(values) => values.len(),
            Values::Decimals(values) => values.len(),
            Values::Floats(values) => values.len(),
            Values::Booleans(values) => values.len(),
            Values::Days(values) => values.len(),
        }
    }
}

/// The number times 10^[`SCALE`], as Parquet keeps it: a two's complement, highest byte first.
fn decimal(number: Decimal) -> FixedLenByteArray {
    let number = number.round_dp(SCALE);
    let scaled = number.mantissa() * 10_i128.pow(SCALE - number.scale());
    scaled.to_be_bytes().to_vec().into()
}

/// Days since 1970-01-01.
fn days(day: Date) -> i32 {
    let hours = day.duration_since(Date::constant(1970, 1, 1)).as_hours();
    i32::try_from(hours / 24).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tables::TABLES;
    use super::*;
    use crate::testing::ANALYZER;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

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
        let analysis = ANALYZER.analyze(include_str!("../../tests/articles/work-report.txt"), &Default::default());
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
