//! A table for the clipboard: as HTML, which Word and Excel take as a table, and as lines of cells parted by tabs.

use super::csv::harmless;
use super::labels::column;
use super::markdown::words;
use super::source::Source;
use super::tables::{Cell, Table};

/// What the clipboard gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// As HTML.
    pub html: String,
    /// As text.
    pub text: String,
}

/// Columns that serve programs, not people who paste a table.
const MACHINE: [&str; 8] = ["row", "person_row", "starts", "ends", "start_offset", "end_offset", "rule", "derivation"];

/// The table of `source`, columns for programs and columns that say nothing left out.
pub fn copy(source: &Source<'_>, table: &Table) -> Copied {
    let rows = table.rows(source.analysis);
    let says = |at: &usize| rows.iter().any(|row| row[*at] != Cell::Empty && row[*at] != Cell::Text("".into()));
    let wanted = |at: &usize| !MACHINE.contains(&table.columns[*at].name);
    let kept: Vec<usize> = (0..table.columns.len()).filter(wanted).filter(says).collect();
    let mut html = String::from("<table><thead><tr>");
    let mut lines = vec![kept.iter().map(|&at| column(table.columns[at].name).to_owned()).collect::<Vec<_>>()];
    for &at in &kept {
        html.push_str(&format!("<th>{}</th>", column(table.columns[at].name)));
    }
    html.push_str("</tr></thead><tbody>");
    for row in &rows {
        html.push_str("<tr>");
        for &at in &kept {
            // Excel would read what looks like a formula even out of HTML.
            html.push_str(&format!("<td>{}</td>", escape(&safe(&row[at]))));
        }
        html.push_str("</tr>");
        lines.push(kept.iter().map(|&at| safe(&row[at]).replace(['\t', '\n', '\r'], " ")).collect());
    }
    html.push_str("</tbody></table>");
    let text = lines.iter().map(|cells| cells.join("\t")).collect::<Vec<_>>().join("\n");
    Copied { html, text }
}

fn safe(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(_) | Cell::Texts(_) => harmless(words(cell).into()).into_owned(),
        other => words(other),
    }
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
