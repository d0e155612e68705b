//! Word lists as data: tab-separated files, one entry a line, the key in the first column.
//!
//! Lines that begin with # are the header (source, licence, columns). Lists are compiled into the program and
//! indexed by first character once.

use crate::analysis::Span;
use crate::text::Text;
use std::collections::HashMap;

/// One line of a list: its columns, the key first.
pub type Row = Vec<&'static str>;

/// Keys that share a first character, as code points with their row number, longest first.
type Keys = Vec<(Box<[char]>, u32)>;

/// A word list with longest-match look-up.
pub struct Lexicon {
    rows: Vec<Row>,
    by_first: HashMap<char, Keys>,
}

impl Lexicon {
    /// Reads the rows of a list.
    pub fn new(data: &'static str) -> Self {
        let rows: Vec<Row> = rows(data).collect();
        let mut by_first: HashMap<char, Keys> = HashMap::new();
        for (number, row) in rows.iter().enumerate() {
            let key: Box<[char]> = row[0].chars().collect();
            if let Some(&first) = key.first() {
                by_first.entry(first).or_default().push((key, number as u32));
            }
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|(key, number)| (std::cmp::Reverse(key.len()), *number));
        }
        Self { rows, by_first }
    }

    /// All rows in the file's order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The longest key that the normalised text reads at `at`, not going beyond `end`: its length and its row.
    pub fn longest_at(&self, text: &Text, at: usize, end: usize) -> Option<(usize, &Row)> {
        let rest = text.chars().get(at..end.min(text.len()))?;
        let entries = self.by_first.get(rest.first()?)?;
        let (key, number) = entries.iter().find(|(key, _)| rest.starts_with(key))?;
        Some((key.len(), &self.rows[*number as usize]))
    }

    /// The longest key that ends right at `end` and starts at or after `start`: its span and its row.
    pub fn longest_before(&self, text: &Text, end: usize, start: usize) -> Option<(Span, &Row)> {
        (start..end).find_map(|at| {
            let entries = self.by_first.get(&text.at(at))?;
            let wanted = &text.chars()[at..end];
            let (_, number) = entries.iter().find(|(key, _)| **key == *wanted)?;
            Some((Span::new(at, end), &self.rows[*number as usize]))
        })
    }

    /// The first row whose key is exactly `word`; a key may stand in several rows, the file's first one counts.
    pub fn get(&self, word: &str) -> Option<&Row> {
        let entries = self.by_first.get(&word.chars().next()?)?;
        entries.iter().map(|(_, number)| &self.rows[*number as usize]).find(|row| row[0] == word)
    }

    /// Whether `word` is a key.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// The lines of a list without its header, cut at tabs.
pub fn rows(data: &'static str) -> impl Iterator<Item = Row> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}
