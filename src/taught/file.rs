//! The reader's lexicon as a file: lines of name, kind, aliases (joined by `|`), note, cut at tabs or as CSV.

use super::{Entry, Kind};
use std::fmt;

/// The header row.
const HEADER: [&str; 4] = ["name", "kind", "aliases", "note"];

/// The most entries of one lexicon.
pub const MOST: usize = 50_000;

/// Why a lexicon cannot be read, with the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// A line without a name.
    NoName(usize),
    /// A line with a kind that there is not.
    UnknownKind(usize, String),
    /// Quotation marks that do not close, or bytes that are no text.
    Unreadable(usize),
    /// More entries than are taken.
    TooMany,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName(line) => write!(f, "line {line}: no name"),
            Self::UnknownKind(line, kind) => {
                let known: Vec<&str> = Kind::ALL.into_iter().map(Kind::slug).collect();
                write!(f, "line {line}: no such kind: {kind:?}; there are {}", known.join(", "))
            }
            Self::Unreadable(line) => {
                write!(f, "line {line}: cannot be read as tab-separated or comma-separated values")
            }
            Self::TooMany => write!(f, "more than {MOST} entries"),
        }
    }
}

impl std::error::Error for Error {}

/// Reads a lexicon: tab-separated where the first line holds a tab, else CSV. Lines that begin with # and a header
/// row are left out; a line with a name alone is an organisation's where nothing else is said.
///
/// # Errors
/// [`Error`] names the line; nothing is taken from a file with an error.
pub fn read(given: &str) -> Result<Vec<Entry>, Error> {
    let given = given.strip_prefix('\u{feff}').unwrap_or(given);
    let tabs = given
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .is_some_and(|line| line.contains('\t'));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .quoting(!tabs)
        .delimiter(if tabs { b'\t' } else { b',' })
        .from_reader(given.as_bytes());
    let mut entries = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let record = record.map_err(|_| Error::Unreadable(number + 1))?;
        let line = record.position().map_or(number + 1, |position| position.line() as usize);
        let cell = |at: usize| plain(record.get(at).unwrap_or_default());
        if number == 0 && cell(0) == HEADER[0] && cell(1) == HEADER[1] {
            continue;
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if entries.len() >= MOST {
            return Err(Error::TooMany);
        }
        entries.push(entry(line, cell(0), cell(1), cell(2), cell(3))?);
    }
    Ok(entries)
}

fn entry(line: usize, name: &str, kind: &str, aliases: &str, note: &str) -> Result<Entry, Error> {
    if name.is_empty() {
        return Err(Error::NoName(line));
    }
    let kind = match kind {
        "" => Kind::Organization,
        kind => Kind::from_slug(&kind.to_lowercase()).ok_or_else(|| Error::UnknownKind(line, kind.to_owned()))?,
    };
    let aliases = aliases.split(['|', '｜', '、']).map(str::trim).filter(|alias| !alias.is_empty() && *alias != name);
    Ok(Entry { name: name.to_owned(), kind, aliases: aliases.map(str::to_owned).collect(), note: note.to_owned() })
}

/// A cell without the apostrophe that keeps spreadsheets from reading a formula.
fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// Writes a lexicon: tab-separated with a header row, what [`read`] reads.
pub fn write(entries: &[Entry]) -> String {
    let cell = |words: &str| -> String {
        let words: String = words.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
        if words.starts_with(['=', '+', '-', '@']) { format!("'{words}") } else { words }
    };
    let mut out = HEADER.join("\t");
    out.push('\n');
    for entry in entries {
        let aliases = entry.aliases.join("|");
        let cells = [&entry.name, entry.kind.slug(), &aliases, &entry.note].map(cell);
        out.push_str(&cells.join("\t"));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str, kind: Kind, aliases: &[&str], note: &str) -> Entry {
        let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
        Entry { name: name.to_owned(), kind, aliases, note: note.to_owned() }
    }

    #[test]
    fn tabs_and_commas_are_read() {
        let expected = vec![
            one("澜星集团", Kind::Organization, &["澜星", "澜星科技"], "龙头"),
            one("高明", Kind::Nothing, &[], ""),
        ];
        let tabs =
            "\u{feff}name\tkind\taliases\tnote\n# mine\n澜星集团\torganization\t澜星|澜星科技\t龙头\n\n高明\tnothing\n";
        assert_eq!(read(tabs).as_ref(), Ok(&expected));
        let commas = "name,kind,aliases,note\r\n澜星集团,Organization,\"澜星、澜星科技\",龙头\r\n高明,nothing,,\r\n";
        assert_eq!(read(commas).as_ref(), Ok(&expected));
        assert_eq!(read(&write(&expected)), Ok(expected));
        assert_eq!(read(""), Ok(Vec::new()));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        assert_eq!(read("name\tkind\n\tperson\n"), Err(Error::NoName(2)));
        assert_eq!(read("甲乙\tpet\n"), Err(Error::UnknownKind(1, "pet".to_owned())));
        assert!(read("甲乙\tpet\n").unwrap_err().to_string().contains("person, place"));
    }

    #[test]
    fn cells_cannot_become_formulas() {
        let written = write(&[one("=1+1", Kind::Code, &["+甲"], "a\tb\nc")]);
        assert_eq!(written.lines().nth(1), Some("'=1+1\tcode\t'+甲\ta b c"));
        assert_eq!(read(&written).unwrap()[0].name, "=1+1");
    }
}
