//! Tables in Markdown.

use super::labels::{column, table_name, word};
use super::source::Source;
use super::tables::{Cell, Table};

/// These tables, each under a heading; tables without rows are left out.
pub fn write(source: &Source<'_>, tables: &[&Table]) -> String {
    let mut out = format!("# {}\n", escape(source.name));
    for table in tables {
        let rows = table.rows(source.analysis);
        if rows.is_empty() {
            continue;
        }
        let heads: Vec<String> = table.columns.iter().map(|head| escape(column(head.name))).collect();
        out.push_str(&format!(
            "\n## {}\n\n| {} |\n|{}\n",
            table_name(table.name),
            heads.join(" | "),
            " --- |".repeat(heads.len())
        ));
        for row in &rows {
            let cells: Vec<String> = row.iter().map(|cell| escape(&words(cell))).collect();
            out.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
    }
    out
}

/// What a cell says in words.
pub fn words(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => words.to_string(),
        Cell::Word(fixed) => word(fixed).to_owned(),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) => number.normalize().to_string(),
        Cell::Float(number) => number.to_string(),
        Cell::Boolean(truth) => if *truth { "✓" } else { "" }.to_owned(),
        Cell::Date(day) => day.to_string(),
        Cell::Texts(list) => list.join("；"),
        Cell::Integers(list) => list.iter().map(i64::to_string).collect::<Vec<_>>().join(";"),
    }
}

/// Words as plain text: no mark of Markdown or HTML in a document becomes one here.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for char in words.chars() {
        match char {
            '\n' | '\r' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '!' | '~' => {
                out.push('\\');
                out.push(char);
            }
            char => out.push(char),
        }
    }
    out
}
