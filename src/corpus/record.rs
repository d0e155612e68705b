//! One document out of a line of JSON.

use super::Failure;
use jiff::civil::Date;
use serde_json::{Map, Value};

/// Which fields of a JSON object hold what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    /// The text of the document.
    pub text: String,
    /// What the document is called.
    pub id: String,
    /// The date that its relative dates are resolved against.
    pub date: String,
}

impl Default for Fields {
    fn default() -> Self {
        Self { text: "text".into(), id: "id".into(), date: "date".into() }
    }
}

/// What a line says.
#[derive(Debug, PartialEq)]
pub struct Record {
    /// What the document is called, a string or a number; null where the line does not say.
    pub id: Value,
    /// The text and its own date.
    pub content: Result<(String, Option<Date>), Failure>,
}

impl Record {
    /// Reads a line, which should be one JSON object.
    pub fn read(line: &[u8], fields: &Fields) -> Self {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line); // the byte order mark of a file's first line
        match serde_json::from_slice::<Map<String, Value>>(line) {
            Err(error) => {
                Self { id: Value::Null, content: Err(Failure::new("json", format!("not a JSON object: {error}"))) }
            }
            Ok(mut object) => Self { id: id(&mut object, fields), content: content(&mut object, fields) },
        }
    }

    /// The id as words, if the line gives one.
    pub fn name(&self) -> Option<String> {
        match &self.id {
            Value::String(words) => Some(words.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    }
}

fn id(object: &mut Map<String, Value>, fields: &Fields) -> Value {
    object.remove(&fields.id).filter(|id| id.is_string() || id.is_number()).unwrap_or_default()
}

fn content(object: &mut Map<String, Value>, fields: &Fields) -> Result<(String, Option<Date>), Failure> {
    let date = match object.remove(&fields.date) {
        None | Some(Value::Null) => None,
        Some(Value::String(words)) if words.trim().is_empty() => None,
        Some(Value::String(words)) => Some(day(&words, &fields.date)?),
        Some(other) => return Err(Failure::new("date", format!("field {:?} is no date: {other}", fields.date))),
    };
    match object.remove(&fields.text) {
        Some(Value::String(text)) => {
            crate::input::check(&text)?;
            Ok((text, date))
        }
        Some(_) => Err(Failure::new("text", format!("field {:?} is not a string", fields.text))),
        None => Err(Failure::new("text", format!("there is no field {:?}", fields.text))),
    }
}

/// A day, also where a time of day stands behind it.
fn day(words: &str, field: &str) -> Result<Date, Failure> {
    let day = words.trim().split(['T', ' ']).next().unwrap_or_default();
    day.parse().map_err(|_| Failure::new("date", format!("field {field:?} is no date such as 2023-01-31: {words:?}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(line: &str) -> Record {
        Record::read(line.as_bytes(), &Fields::default())
    }

    #[test]
    fn a_document_is_read() {
        let record = read(r#"{"id": 7, "text": "全市", "date": "2024-03-01T08:00:00Z", "__proto__": {}}"#);
        assert_eq!(record.id, json!(7));
        assert_eq!(record.name().as_deref(), Some("7"));
        assert_eq!(record.content, Ok(("全市".to_owned(), "2024-03-01".parse().ok())));
        assert_eq!(read(r#"{"text": "全市", "date": null}"#).content, Ok(("全市".to_owned(), None)));
    }

    #[test]
    fn what_is_wrong_is_said_with_the_id() {
        for (line, code, id) in [
            ("全市", "json", json!(null)),
            ("", "json", json!(null)),
            (r#"["全市"]"#, "json", json!(null)),
            (r#"{"id": "a"}"#, "text", json!("a")),
            (r#"{"id": "a", "text": ["全市"]}"#, "text", json!("a")),
            (r#"{"id": "a", "text": "  "}"#, "input", json!("a")),
            (r#"{"id": {"a": 1}, "text": "全市", "date": "gestern"}"#, "date", json!(null)),
            (r#"{"id": "a", "text": "全市", "date": 20240301}"#, "date", json!("a")),
            (r#"{"id": "a", "text": "\ud800"}"#, "json", json!(null)),
        ] {
            let record = read(line);
            assert_eq!(record.content.map_err(|failure| failure.code), Err(code), "{line}");
            assert_eq!(record.id, id, "{line}");
        }
        assert_eq!(read(&"[".repeat(100_000)).content.map_err(|failure| failure.code), Err("json"));
    }
}
