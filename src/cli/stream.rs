//! Documents in, Analyses out, a line each: what a pipe of another engine needs.
//!
//! Every line of the input gives one line of the output, in order, written out at once: an Analysis with the
//! document's `id`, or `{"id": …, "line": …, "error": {"code": …, "reason": …}}`.

use crate::corpus::Failure;
use crate::corpus::attempt::attempt;
use crate::corpus::lines::{Line, Lines};
use crate::corpus::record::{Fields, Record};
use crate::export::json;
use crate::{Analysis, Options};
use serde::Serialize;
use serde_json::Value;
use std::io::{BufRead, Error, Result, Write};

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

#[derive(Serialize)]
struct Refusal<'a> {
    id: &'a Value,
    line: u64,
    error: &'a Failure,
}

/// Analyses every line of `from`; the inner error is that of reading, the outer that of writing.
pub fn run(
    from: impl BufRead,
    out: &mut impl Write,
    fields: &Fields,
    options: &Options,
    analyze: impl Fn(&str, &Options) -> Analysis,
) -> Result<std::result::Result<(), Error>> {
    let mut lines = Lines::new(from, 0, 0);
    loop {
        let record = match lines.next_line() {
            Ok(None) => return Ok(Ok(())),
            Ok(Some(Line::Whole(line))) => Record::read(&line, fields),
            Ok(Some(Line::TooLong)) => {
                Record { id: Value::Null, content: Err(Failure::new("json", "the line is too long".to_owned())) }
            }
            Err(error) => return Ok(Err(error)),
        };
        let id = &record.id;
        let result = record.content.and_then(|(text, date)| {
            let options = Options { date: date.or(options.date), ..options.clone() };
            attempt(|| analyze(&text, &options))
        });
        match &result {
            Ok(analysis) => json::write(&mut *out, &Answer { id, analysis })?,
            Err(error) => serde_json::to_writer(&mut *out, &Refusal { id, line: lines.number, error })?,
        }
        writeln!(out)?;
        out.flush()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_has_its_answer() {
        let input = [
            r#"{"id": "a", "text": "一", "date": "2024-03-01"}"#,
            "no JSON",
            "",
            r#"{"id": 2, "text": "fault"}"#,
            r#"{"text": "三"}"#,
        ];
        let analyze = |text: &str, options: &Options| {
            assert_ne!(text, "fault");
            let mut analysis = Analysis { version: 1, ..Analysis::default() };
            analysis.document.title = Some(text.to_owned());
            analysis.document.published = options.date.map(|date| date.to_string());
            analysis
        };
        let mut out = Vec::new();
        run(input.join("\n").as_bytes(), &mut out, &Fields::default(), &Options::default(), analyze).unwrap().unwrap();
        let lines: Vec<Value> =
            String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), input.len());
        assert_eq!((&lines[0]["id"], &lines[0]["document"]["title"]), (&json!("a"), &json!("一")));
        assert_eq!(lines[0]["document"]["published"], "2024-03-01");
        assert_eq!((&lines[1]["line"], &lines[1]["error"]["code"]), (&json!(2), &json!("json")));
        assert_eq!(lines[2]["error"]["code"], "json");
        assert_eq!((&lines[3]["id"], &lines[3]["error"]["code"]), (&json!(2), &json!("fault")));
        assert_eq!((&lines[4]["id"], &lines[4]["version"]), (&json!(null), &json!(1)));
    }
}
