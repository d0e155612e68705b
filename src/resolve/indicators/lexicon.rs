//! The usual indicators of the Chinese statistical system: canonical keys, units, plausible ranges.

use super::words::CLASSES;
use crate::analysis::IndicatorKind;
use crate::lexicon::Words;
use crate::lexicon::rows;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

/// One usual indicator.
#[derive(Debug)]
pub struct Entry {
    /// The same in every document.
    pub key: &'static str,
    /// The usual Chinese name.
    pub name: &'static str,
    /// The usual unit.
    pub unit: &'static str,
    /// The usual kind.
    pub kind: IndicatorKind,
    /// The least plausible value of the usual kind in the usual unit.
    pub low: Decimal,
    /// The greatest one.
    pub high: Decimal,
}

struct Lexicon {
    entries: Vec<Entry>,
    by_name: HashMap<&'static str, usize>,
    names: Words,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut entries = Vec::new();
    let mut by_name = HashMap::default();
    let mut names = Words::default();
    for row in rows(include_str!("lexicon.tsv")) {
        let [key, name, aliases, _english, unit, kind, low, high] = row[..] else { continue };
        for word in std::iter::once(name).chain(aliases.split('|')).filter(|word| !word.is_empty()) {
            by_name.entry(word).or_insert(entries.len());
            if word.chars().count() > 2 || word.is_ascii() {
                names.add(word);
            }
        }
        let bound = |words: &str, other| words.parse().unwrap_or(other);
        let (low, high) = (bound(low, Decimal::MIN), bound(high, Decimal::MAX));
        entries.push(Entry { key, name, unit, kind: kind_of(kind), low, high });
    }
    names.seal();
    Lexicon { entries, by_name, names }
});

fn kind_of(word: &str) -> IndicatorKind {
    match word {
        "change" => IndicatorKind::Change,
        "growth" => IndicatorKind::Growth,
        "share" => IndicatorKind::Share,
        "multiple" => IndicatorKind::Multiple,
        _ => IndicatorKind::Level,
    }
}

/// How long the longest name of the lexicon is with which `chars` end; 0 for none.
pub fn longest_at_end(chars: &[char]) -> usize {
    LEXICON.names.at_end(chars)
}

/// How long the longest name of the lexicon is with which `chars` start; 0 for none.
pub fn longest_at_start(chars: &[char]) -> usize {
    LEXICON.names.at_start(chars)
}

/// The entry that `name` (normalised) means, region words in front and closing words left aside.
pub fn find(name: &str, regions: &[&str]) -> Option<&'static Entry> {
    let lexicon: &'static Lexicon = &LEXICON;
    let name: String = name.chars().filter(|char| !char.is_whitespace() && !matches!(char, '“' | '”')).collect();
    let quoted = |words: &str| lexicon.by_name.get(words).and_then(|index| lexicon.entries.get(*index));
    let mut rest = name.as_str();
    for _ in 0..6 {
        if let Some(entry) = quoted(rest) {
            return Some(entry);
        }
        let closed = CLASSES.may_close.iter().filter_map(|word| rest.strip_suffix(word)).find_map(quoted);
        if closed.is_some() {
            return closed;
        }
        match without_opening(rest, regions) {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    let bare = without_brackets(&name);
    if bare.len() < name.len() { find(&bare, regions) } else { None }
}

/// `name` without what stands in brackets: 地区生产总值(GDP).
fn without_brackets(name: &str) -> String {
    let mut depth = 0usize;
    let outside = |char: &char| {
        match char {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    name.chars().filter(outside).collect()
}

/// `words` without one region or opening word in front.
fn without_opening<'a>(words: &'a str, regions: &[&str]) -> Option<&'a str> {
    let chars: Vec<char> = words.chars().take(8).collect();
    let own = CLASSES.own.at_start(&chars);
    if own > 0 {
        let bytes = words.char_indices().nth(own).map_or(words.len(), |(byte, _)| byte);
        return words.get(bytes..);
    }
    let opening = CLASSES.may_open.iter().chain(regions).filter(|word| !word.is_empty());
    opening.filter_map(|word| words.strip_prefix(*word)).min_by_key(|rest| rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_aliases_lead_to_one_key() {
        let key = |name| find(name, &["徐州市", "徐州"]).map(|entry| entry.key);
        assert_eq!(key("GDP"), Some("gdp"));
        assert_eq!(key("全市地区生产总值"), Some("gdp"));
        assert_eq!(key("徐州市经济总量"), Some("gdp"));
        assert_eq!(key("高新技术企业总数"), Some("hightech_firms"));
        assert_eq!(key("全年实现社会消费品零售总额"), Some("retail_sales"));
        assert_eq!(key("徐工产值"), None);
    }

    #[test]
    fn the_list_is_large_and_consistent() {
        assert!(LEXICON.entries.len() >= 350);
        let mut keys: Vec<&str> = LEXICON.entries.iter().map(|entry| entry.key).collect();
        keys.dedup();
        assert_eq!(keys.len(), LEXICON.entries.len());
        for entry in &LEXICON.entries {
            assert!(entry.low < entry.high, "{}", entry.key);
            assert!(!entry.unit.is_empty() && !entry.name.is_empty(), "{}", entry.key);
        }
    }
}
