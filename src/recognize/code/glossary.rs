//! Coded slogans that are in use all over the country, with the members that everybody knows.

use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::text::Text;
use std::sync::LazyLock;

static GLOSSARY: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("glossary.tsv")));

/// One entry.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// How many members the term announces.
    pub count: Option<u32>,
    /// The members joined by |.
    members: &'static str,
    /// A code without quotation marks too.
    pub free: bool,
}

impl Entry {
    fn new(row: &[&'static str]) -> Self {
        let column = |index: usize| row.get(index).copied().unwrap_or("");
        Self { count: column(1).parse().ok(), members: column(2), free: column(3) == "free" }
    }

    /// Whether the listed members, of three or more most of them, share two characters with the known ones; true where
    /// none are known.
    pub fn resembles(&self, text: &Text, members: &[Span]) -> bool {
        let shares = |member: &Span| {
            text.slice(*member).chars().filter(|&char| self.members.contains(char)).count() >= member.len().min(2)
        };
        let (count, sharing) = (members.len(), members.iter().filter(|member| shares(member)).count());
        self.members.is_empty() || sharing == count || count >= 3 && sharing * 3 >= count * 2
    }

    /// The members in order.
    pub fn members(&self) -> Vec<&'static str> {
        self.members.split('|').filter(|member| !member.is_empty()).collect()
    }
}

/// The entry of `term`, in simplified characters without quotation marks.
pub fn entry(term: &str) -> Option<Entry> {
    GLOSSARY.get(term).map(|row| Entry::new(row))
}

/// The longest term that the text reads at `at`: its length and its entry.
pub fn longest_at(text: &Text, at: usize) -> Option<(usize, Entry)> {
    let (length, row) = GLOSSARY.longest_at(text, at, text.len())?;
    Some((length, Entry::new(row)))
}
