//! Word lists as data: tab-separated files, one entry a line, the key in the first column.
//!
//! Lines that begin with # are the header (source, licence, columns). Lists are compiled into the program and
//! indexed by their first characters once.

use crate::analysis::Span;
use crate::text::Text;
use rustc_hash::FxHashMap;

/// One line of a list: its columns, the key first.
pub type Row = Vec<&'static str>;

/// A key of two characters or more.
#[derive(Debug, Clone, Copy)]
struct Key {
    /// Where its code points stand in [`Lexicon::chars`].
    start: u32,
    length: u32,
    /// The row's number.
    row: u32,
}

/// A word list with longest-match look-up.
pub struct Lexicon {
    rows: Vec<Row>,
    /// Rows whose key is one character, the file's first one of each; and which characters those are.
    singles: FxHashMap<char, u32>,
    alone: Filter<64>,
    /// The code points of all longer keys, one key after the other: look-ups then stay close together in memory.
    chars: Vec<char>,
    /// Those keys: by their first two characters, then longest first, then as in the file.
    keys: Vec<Key>,
    /// First and last of those that share their first two characters, the last left out.
    by_pair: FxHashMap<u64, (u32, u32)>,
    /// Which characters keys begin with: nearly every look-up ends here.
    firsts: Filter<512>,
    /// Which two.
    pairs: Filter<256>,
}

impl Lexicon {
    /// Reads the rows of a list.
    pub fn new(data: &'static str) -> Self {
        let rows: Vec<Row> = rows(data).collect();
        let mut singles = FxHashMap::default();
        let mut long: Vec<(Vec<char>, u32)> = Vec::new();
        let (mut firsts, mut pairs, mut alone) = (Filter::default(), Filter::default(), Filter::default());
        for (number, row) in (0..).zip(&rows) {
            let key: Vec<char> = row[0].chars().collect();
            let Some(&first) = key.first() else { continue };
            firsts.add(first as u32);
            if let Some(&second) = key.get(1) {
                pairs.add(pair(first, second));
                long.push((key, number));
            } else {
                alone.add(first as u32);
                singles.entry(first).or_insert(number);
            }
        }
        crate::sorted::by(&mut long, |(a, _), (b, _)| a[..2].cmp(&b[..2]).then(b.len().cmp(&a.len())));
        let mut lexicon = Self {
            rows,
            singles,
            alone,
            chars: Vec::new(),
            keys: Vec::new(),
            by_pair: FxHashMap::default(),
            firsts,
            pairs,
        };
        long.iter().for_each(|(key, row)| lexicon.push(key, *row));
        lexicon
    }

    /// Takes in a key of two characters or more, behind all that come before it.
    fn push(&mut self, key: &[char], row: u32) {
        let &[first, second, ..] = key else { return };
        let number = self.keys.len() as u32;
        self.by_pair.entry(both(first, second)).or_insert((number, number)).1 = number + 1;
        self.keys.push(Key { start: self.chars.len() as u32, length: key.len() as u32, row });
        self.chars.extend_from_slice(key);
    }

    /// All rows in the file's order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The longest key that the normalised text reads at `at`, not going beyond `end`: its length and its row.
    #[inline]
    pub fn longest_at(&self, text: &Text, at: usize, end: usize) -> Option<(usize, &Row)> {
        let first = *text.chars().get(at)?;
        if at >= end || !self.firsts.may_have(first as u32) {
            return None;
        }
        self.longest_from(text, at, end)
    }

    fn longest_from(&self, text: &Text, at: usize, end: usize) -> Option<(usize, &Row)> {
        let rest = text.chars().get(at..end.min(text.len()))?;
        let long = self.keys(rest).iter().find(|key| rest.starts_with(self.spelled(key)));
        let (length, number) = match long {
            Some(key) => (key.length as usize, key.row),
            None => (1, self.number(*rest.first()?)?),
        };
        Some((length, &self.rows[number as usize]))
    }

    /// The longest key that ends right at `end` and starts at or after `start`: its span and its row.
    pub fn longest_before(&self, text: &Text, end: usize, start: usize) -> Option<(Span, &Row)> {
        (start..end).find_map(|at| {
            let number = self.find(text.chars().get(at..end)?)?;
            Some((Span::new(at, end), &self.rows[number as usize]))
        })
    }

    /// The first row whose key is exactly `word`; a key may stand in several rows, the file's first one counts.
    pub fn get(&self, word: &str) -> Option<&Row> {
        let mut chars = word.chars();
        let first = chars.next()?;
        if !self.firsts.may_have(first as u32) {
            return None;
        }
        let Some(second) = chars.next() else {
            return self.number(first).map(|number| &self.rows[number as usize]);
        };
        let keys = self.keys(&[first, second]);
        let is_word = |key: &&Key| self.spelled(key)[2..].iter().copied().eq(chars.clone());
        keys.iter().find(is_word).map(|key| &self.rows[key.row as usize])
    }

    /// The first row whose key is this one character.
    pub fn single(&self, char: char) -> Option<&Row> {
        self.number(char).map(|number| &self.rows[number as usize])
    }

    /// The number of the first row whose key is this one character.
    #[inline]
    fn number(&self, char: char) -> Option<u32> {
        if self.alone.may_have(char as u32) { self.singles.get(&char).copied() } else { None }
    }

    /// Whether `word` is a key.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The number of the row whose key is exactly `word`.
    fn find(&self, word: &[char]) -> Option<u32> {
        if !self.firsts.may_have(*word.first()? as u32) {
            return None;
        }
        match word {
            [single] => self.number(*single),
            _ => self.keys(word).iter().find(|key| self.spelled(key) == word).map(|key| key.row),
        }
    }

    /// The keys that begin with the first two characters of `word`.
    fn keys(&self, word: &[char]) -> &[Key] {
        let &[first, second, ..] = word else { return &[] };
        if !self.pairs.may_have(pair(first, second)) {
            return &[];
        }
        self.by_pair.get(&both(first, second)).map_or(&[], |&(from, to)| &self.keys[from as usize..to as usize])
    }

    /// The code points of `key`.
    fn spelled(&self, key: &Key) -> &[char] {
        &self.chars[key.start as usize..(key.start + key.length) as usize]
    }
}

/// Two characters as one number, which is hashed in one step.
pub fn both(first: char, second: char) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// A shorter number for two characters, not only theirs.
fn pair(first: char, second: char) -> u32 {
    (first as u32).wrapping_mul(0x9E37_79B1) ^ second as u32
}

/// A set of numbers that may say yes wrongly, never no: one bit for each value of their lower bits.
#[derive(Debug, Clone)]
pub struct Filter<const WORDS: usize = 64>([u64; WORDS]);

impl<const WORDS: usize> Default for Filter<WORDS> {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl<const WORDS: usize> Filter<WORDS> {
    /// Takes in `number`.
    pub fn add(&mut self, number: u32) {
        self.0[(number >> 6) as usize % WORDS] |= 1 << (number & 63);
    }

    /// Whether `number` may have been taken in.
    #[inline]
    pub fn may_have(&self, number: u32) -> bool {
        self.0[(number >> 6) as usize % WORDS] >> (number & 63) & 1 == 1
    }
}

/// The lines of a list without its header, cut at tabs.
pub fn rows(data: &'static str) -> impl Iterator<Item = Row> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// A set of words, looked up at either end of a stretch.
#[derive(Debug, Default)]
pub struct Words {
    list: Vec<&'static str>,
    first: Ends,
    last: Ends,
}

/// Words by the character at one of their ends.
#[derive(Debug, Default)]
struct Ends {
    words: FxHashMap<char, Vec<Box<[char]>>>,
    /// Which characters there are: nearly every look-up ends here.
    filter: Filter,
}

impl Ends {
    fn add(&mut self, end: char, word: &[char]) {
        self.filter.add(end as u32);
        self.words.entry(end).or_default().push(word.into());
    }

    fn of(&self, end: Option<&char>) -> &[Box<[char]>] {
        let end = end.filter(|end| self.filter.may_have(**end as u32));
        end.and_then(|end| self.words.get(end)).map_or(&[], Vec::as_slice)
    }
}

impl Words {
    /// Takes in `word`.
    pub fn add(&mut self, word: &'static str) {
        self.list.push(word);
        let chars: Box<[char]> = word.chars().collect();
        if let (Some(&first), Some(&last)) = (chars.first(), chars.last()) {
            self.first.add(first, &chars);
            self.last.add(last, &chars);
        }
    }

    /// Sorts the list and every bucket: the longest word first.
    pub fn seal(&mut self) {
        debug_assert!(!self.list.is_empty(), "a class or a list without words");
        crate::sorted::by_key(&mut self.list, |word| std::cmp::Reverse(word.chars().count()));
        for bucket in self.first.words.values_mut().chain(self.last.words.values_mut()) {
            crate::sorted::by(bucket, |a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
    }

    /// A list of one column.
    pub fn of(data: &'static str) -> Self {
        let mut words = Self::default();
        rows(data).for_each(|row| words.add(row[0]));
        words.seal();
        words
    }

    /// All words, the longest first, and by code point where they are as long.
    pub fn list(&self) -> &[&'static str] {
        &self.list
    }

    /// The words of [`Words::list`].
    pub fn iter(&self) -> std::slice::Iter<'_, &'static str> {
        self.list.iter()
    }

    /// Whether `word` is one of the words.
    pub fn contains(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let bucket = self.first.of(chars.next().as_ref());
        bucket.iter().any(|known| known[1..].iter().copied().eq(chars.clone()))
    }

    /// Whether the normalised text reads one of the words at `at`.
    pub fn starts(&self, text: &Text, at: usize) -> bool {
        text.chars().get(at..).is_some_and(|rest| self.at_start(rest) > 0)
    }

    /// Whether the normalised text reads one of the words right before `end`.
    pub fn ends(&self, text: &Text, end: usize) -> bool {
        text.chars().get(..end).is_some_and(|rest| self.at_end(rest) > 0)
    }

    /// How long the longest word is with which `chars` start; 0 for none.
    pub fn at_start(&self, chars: &[char]) -> usize {
        let bucket = self.first.of(chars.first());
        bucket.iter().find(|word| chars.starts_with(word)).map_or(0, |word| word.len())
    }

    /// How long the longest word is with which `chars` end; 0 for none.
    pub fn at_end(&self, chars: &[char]) -> usize {
        let bucket = self.last.of(chars.last());
        bucket.iter().find(|word| chars.ends_with(word)).map_or(0, |word| word.len())
    }

    /// The lengths of all words with which `chars` end, longest first.
    pub fn all_at_end<'a>(&'a self, chars: &'a [char]) -> impl Iterator<Item = usize> + 'a {
        let bucket = self.last.of(chars.last());
        bucket.iter().filter(|word| chars.ends_with(word)).map(|word| word.len())
    }

    /// Whether `chars` is one of the words.
    pub fn has(&self, chars: &[char]) -> bool {
        self.first.of(chars.first()).iter().any(|word| **word == *chars)
    }
}

/// Reads a list whose second column names the classes of a word, joined by |, into the set that `class` gives for each.
pub fn classify<C>(data: &'static str, classes: &mut C, class: for<'a> fn(&'a mut C, &str) -> Option<&'a mut Words>) {
    for row in rows(data) {
        let (Some(word), Some(names)) = (row.first(), row.get(1)) else { continue };
        for name in names.split('|') {
            match class(classes, name) {
                Some(set) => set.add(word),
                None => debug_assert!(false, "{word}: no rule asks for the class {name}"),
            }
        }
    }
}

/// The classes of a list of words: a struct `Classes` with one set for each, and the sets of the file as `CLASSES`.
macro_rules! classes {
    ($data:expr; $($(#[$doc:meta])* $field:ident),* $(,)?) => {
        /// One set of words for each class of the list.
        #[derive(Debug, Default)]
        pub struct Classes { $($(#[$doc])* pub $field: $crate::lexicon::Words,)* }

        impl Classes {
            fn class(&mut self, name: &str) -> Option<&mut $crate::lexicon::Words> {
                match name {
                    $(stringify!($field) => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }

        /// The classes of the list.
        pub static CLASSES: std::sync::LazyLock<Classes> = std::sync::LazyLock::new(|| {
            let mut classes = Classes::default();
            $crate::lexicon::classify($data, &mut classes, Classes::class);
            $(classes.$field.seal();)*
            classes
        });
    };
}
pub(crate) use classes;

#[cfg(test)]
mod tests {
    use super::*;

    classes! {
        "# A header.\n工程\thead|tail\n工程局\thead\n局\ttail\n";
        /// Words at the front.
        head,
        /// Words at the end.
        tail,
    }

    #[test]
    fn words_are_told_by_their_classes_and_the_longest_counts() {
        let text = Text::new("工程局的工程");
        assert_eq!(CLASSES.head.list(), ["工程局", "工程"]);
        assert_eq!(CLASSES.head.at_start(text.chars()), 3);
        assert!(CLASSES.tail.starts(&text, 0) && !CLASSES.tail.contains("工程局"));
        assert!(CLASSES.tail.ends(&text, 3) && CLASSES.tail.ends(&text, 6) && !CLASSES.tail.ends(&text, 4));
        assert!(!CLASSES.head.starts(&text, 7) && !CLASSES.head.ends(&text, 7), "beyond the end is nothing");
    }
}
