//! JSON with numbers as JavaScript writes them, so that every way to an Analysis gives the same bytes.

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};
use std::io::{self, Write};

/// A form of JSON in which 1.0 is `1` and 10²¹ is `1e+21`, as JSON.stringify has it.
struct Script<F>(F);

macro_rules! passed_on {
    ($($name:ident($($argument:ident: $type:ty),*)),* $(,)?) => {$(
        fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $argument: $type)*) -> io::Result<()> {
            self.0.$name(writer $(, $argument)*)
        }
    )*};
}

impl<F: Formatter> Formatter for Script<F> {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(ryu_js::Buffer::new().format_finite(value).as_bytes())
    }

    passed_on! {
        begin_array(), end_array(), begin_array_value(first: bool), end_array_value(),
        begin_object(), end_object(), begin_object_key(first: bool), end_object_key(),
        begin_object_value(), end_object_value(),
    }
}

/// Writes `value` on one line.
///
/// # Errors
/// Where `writer` fails.
pub fn write(writer: impl Write, value: &impl Serialize) -> serde_json::Result<()> {
    value.serialize(&mut Serializer::with_formatter(writer, Script(CompactFormatter)))
}

/// Writes `value` over several lines, indented by two blanks.
///
/// # Errors
/// Where `writer` fails.
pub fn write_pretty(writer: impl Write, value: &impl Serialize) -> serde_json::Result<()> {
    value.serialize(&mut Serializer::with_formatter(writer, Script(PrettyFormatter::new())))
}

/// `value` on one line.
///
/// # Errors
/// Where `value` has no form in JSON.
pub fn line(value: &impl Serialize) -> serde_json::Result<String> {
    String::from_utf8(bytes(value)?).map_err(serde::ser::Error::custom)
}

/// The same as UTF-8.
///
/// # Errors
/// Where `value` has no form in JSON.
pub fn bytes(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut bytes = Lean(Vec::new());
    write(&mut bytes, value)?;
    Ok(bytes.0)
}

/// Bytes that grow by a quarter where they would double: of a long text they are the largest piece of memory in use.
struct Lean(Vec<u8>);

impl Write for Lean {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.capacity() - self.0.len() < bytes.len() {
            self.0.reserve_exact(bytes.len().max(self.0.len() / 4));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_does() {
        let cases = [
            (1.0, "1"),
            (-0.5, "-0.5"),
            (1e21, "1e+21"),
            (1.5e-9, "1.5e-9"),
            (123456789012345680.0, "123456789012345680"),
        ];
        for (value, wanted) in cases {
            assert_eq!(line(&value).expect("a finite number"), wanted);
        }
    }

    #[test]
    fn both_forms_hold_the_same() {
        let value = serde_json::json!({ "a": [], "b": [{ "weight": 1.0, "text": "\u{2028}\"\n" }], "c": null });
        let mut pretty = Vec::new();
        write_pretty(&mut pretty, &value).expect("a vector takes all");
        assert_eq!(
            serde_json::from_slice::<serde_json::Value>(&pretty).ok().as_ref().map(|v| &v["b"][0]["text"]),
            Some(&value["b"][0]["text"])
        );
        assert!(String::from_utf8_lossy(&pretty).contains("\n      \"weight\": 1"));
    }
}
