//! A column of a Parquet file while it is filled: values of one type with their levels.

use crate::export::tables::{Cell, Kind};
use jiff::civil::Date;
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
    Int64Type,
};
use parquet::errors::Result;
use parquet::file::writer::SerializedColumnWriter;
use rust_decimal::Decimal;

/// Digits behind the point: every decimal of the analyzer fits whole, with this many of its fraction.
pub const SCALE: u32 = 9;

/// The values of one column with their levels.
///
/// Both an absent value and an empty list are definition level 0, and what is there is level 1: so one rule serves
/// optional values and required lists. The document, which is required, has no levels in the file.
pub struct Buffer {
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
    /// No values as yet, of cells of this kind.
    pub fn new(kind: Kind) -> Self {
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

    /// Entries: the values, and a place for each that is absent.
    pub fn len(&self) -> usize {
        self.definitions.len()
    }

    /// Adds the value or the values of a cell.
    pub fn add(&mut self, cell: &Cell<'_>) {
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

    /// Moves the values of another part of the same column behind these.
    pub fn append(&mut self, more: Buffer) {
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

    /// Writes the values as a column of a row group.
    ///
    /// # Errors
    /// Where the output cannot be written to.
    pub fn write(&self, out: &mut SerializedColumnWriter<'_>) -> Result<()> {
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
