//! The list of the library: filtered, sorted, in pages.

use super::entry::{Item, Standing};
use super::index::Query;
use crate::view::kind::Kind;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Last changed first.
    #[default]
    Changed,
    /// Came last first.
    Created,
    /// By title.
    Title,
    /// By who published it.
    Source,
    /// Latest day first; those without a day last.
    Day,
    /// Longest first.
    Length,
}

impl Order {
    /// All of them, as they are offered.
    pub const ALL: [Order; 6] =
        [Order::Changed, Order::Created, Order::Title, Order::Source, Order::Day, Order::Length];

    /// The name that messages and attributes use.
    pub const fn slug(self) -> &'static str {
        match self {
            Order::Changed => "changed",
            Order::Created => "created",
            Order::Title => "title",
            Order::Source => "source",
            Order::Day => "day",
            Order::Length => "length",
        }
    }

    /// The order with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.slug() == slug)
    }
}

/// Which documents are listed, and how.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// Only those with this tag.
    pub tag: Option<String>,
    /// Only those whose result stands so.
    pub standing: Option<Standing>,
    /// Only those whose title, name, source or tags hold these words.
    pub words: Query,
    /// The order.
    pub order: Order,
    /// Whether it is turned round.
    pub reversed: bool,
}

/// The items that `choice` lists, in its order; deleted ones never. `version` is that of the analyzer.
pub fn arrange(items: &[Rc<Item>], choice: &Choice, version: &str) -> Vec<Rc<Item>> {
    let mut shown: Vec<Rc<Item>> = items
        .iter()
        .filter(|item| item.entry.deleted.is_none())
        .filter(|item| choice.tag.as_ref().is_none_or(|tag| item.entry.tags.contains(tag)))
        .filter(|item| choice.standing.is_none_or(|standing| item.standing(version) == standing))
        .filter(|item| choice.words.is_empty() || choice.words.fits(&described(item)))
        .cloned()
        .collect();
    crate::sorted::by(&mut shown, |one, other| {
        let order = compare(one, other, choice.order);
        let order = if choice.reversed { order.reverse() } else { order };
        order.then_with(|| one.entry.key.cmp(&other.entry.key))
    });
    shown
}

fn described(item: &Item) -> String {
    let source = item.digest.as_ref().and_then(|digest| digest.source.as_deref()).unwrap_or_default();
    format!("{} {} {source} {}", item.title(), item.entry.name, item.entry.tags.join(" "))
}

fn compare(one: &Item, other: &Item, order: Order) -> Ordering {
    let source = |item: &Item| item.digest.as_ref().and_then(|digest| digest.source.clone());
    match order {
        Order::Changed => other.entry.changed.total_cmp(&one.entry.changed),
        Order::Created => other.entry.created.total_cmp(&one.entry.created),
        Order::Title => one.title().cmp(other.title()),
        Order::Source => {
            let (one, other) = (source(one), source(other));
            one.is_none().cmp(&other.is_none()).then(one.cmp(&other))
        }
        Order::Day => other.day().cmp(&one.day()),
        Order::Length => other.entry.size.cmp(&one.entry.size),
    }
}

/// All tags with the number of documents that have them, the commonest first.
pub fn tags(items: &[Rc<Item>]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in items.iter().filter(|item| item.entry.deleted.is_none()).flat_map(|item| &item.entry.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let mut tags: Vec<(String, usize)> = counts.into_iter().map(|(tag, count)| (tag.to_owned(), count)).collect();
    crate::sorted::by_key(&mut tags, |(_, count)| std::cmp::Reverse(*count));
    tags
}

/// What the list says of `items` as CSV for spreadsheets: title, source, day, characters, indicators, tags under
/// the names `columns`. No cell can become a formula.
pub fn table(columns: &[String; 6], items: &[&Item]) -> String {
    let plain = |cell: &str| {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        if formula { format!("'{cell}") } else { cell.to_owned() }
    };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![]);
    // Writing into memory does not fail.
    let _ = writer.write_record(columns);
    for item in items {
        let digest = item.digest.clone().unwrap_or_default();
        let count = |kind| digest.counts.is_empty().then(String::new).unwrap_or_else(|| digest.count(kind).to_string());
        let _ = writer.write_record([
            plain(item.title()),
            plain(digest.source.as_deref().unwrap_or_default()),
            item.day().unwrap_or_default().to_owned(),
            digest.characters.to_string(),
            count(Kind::Indicator),
            plain(&item.entry.tags.join(" ")),
        ]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::entry::{Digest, Entry};

    fn item(key: &str, changed: f64, tags: &[&str], source: Option<&str>) -> Rc<Item> {
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        let entry =
            Entry { key: key.into(), name: format!("文{key}"), changed, tags, size: key.len(), ..Entry::default() };
        let digest = Digest { source: source.map(str::to_owned), ..Digest::default() };
        Rc::new(Item { entry, digest: Some(digest) })
    }

    fn keys(choice: &Choice) -> String {
        let items = [
            item("a", 1.0, &["年报"], Some("澜州日报")),
            item("b", 3.0, &["年报", "规划"], None),
            item("cc", 2.0, &[], Some("青浦日报")),
        ];
        arrange(&items, choice, "").iter().map(|item| item.entry.key.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn documents_are_chosen_and_sorted() {
        let by = |order, reversed| Choice { order, reversed, ..Choice::default() };
        assert_eq!(keys(&Choice::default()), "b cc a");
        assert_eq!(keys(&by(Order::Changed, true)), "a cc b");
        assert_eq!(keys(&by(Order::Title, false)), "a b cc");
        assert_eq!(keys(&by(Order::Source, false)), "a cc b");
        assert_eq!(keys(&by(Order::Length, false)), "cc a b");
        assert_eq!(keys(&Choice { tag: Some("年报".into()), ..Choice::default() }), "b a");
        assert_eq!(keys(&Choice { words: Query::new("日报 青浦"), ..Choice::default() }), "cc");
        assert_eq!(keys(&Choice { words: Query::new("规划"), ..Choice::default() }), "b");
        assert_eq!(keys(&Choice { standing: Some(Standing::Current), ..Choice::default() }), "b cc a");
        assert_eq!(keys(&Choice { standing: Some(Standing::Failed), ..Choice::default() }), "");
    }

    #[test]
    fn the_list_is_a_table_without_formulas() {
        let mut one = Rc::unwrap_or_clone(item("a", 1.0, &["年报"], Some("澜州日报")));
        one.entry.name = "=1+1".into();
        one.entry.date = Some("2025-01-02".into());
        let columns = ["题", "源", "日", "字", "数", "签"].map(str::to_owned);
        assert_eq!(table(&columns, &[&one]), "\u{feff}题,源,日,字,数,签\r\n'=1+1,澜州日报,2025-01-02,0,,年报\r\n");
    }

    #[test]
    fn tags_are_counted() {
        let items = [item("a", 1.0, &["年报"], None), item("b", 1.0, &["年报", "规划"], None)];
        assert_eq!(tags(&items), [("年报".to_owned(), 2), ("规划".to_owned(), 1)]);
    }
}
