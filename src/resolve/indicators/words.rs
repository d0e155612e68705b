//! The words around figures, by class.

use crate::lexicon::Filter;
use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

/// A set of words, looked up at either end of a stretch.
#[derive(Debug, Default)]
pub struct Words {
    first: Ends,
    last: Ends,
}

/// Words by the character at one of their ends.
#[derive(Debug, Default)]
struct Ends {
    words: HashMap<char, Vec<Box<[char]>>>,
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
    pub fn add(&mut self, word: &str) {
        let chars: Box<[char]> = word.chars().collect();
        if let (Some(&first), Some(&last)) = (chars.first(), chars.last()) {
            self.first.add(first, &chars);
            self.last.add(last, &chars);
        }
    }

    /// Sorts every bucket: the longest word first.
    pub fn seal(&mut self) {
        for bucket in self.first.words.values_mut().chain(self.last.words.values_mut()) {
            crate::sorted::by(bucket, |a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
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

macro_rules! classes {
    ($($(#[$doc:meta])* $field:ident),* $(,)?) => {
        /// One set a class of words.tsv.
        #[derive(Debug, Default)]
        pub struct Classes { $($(#[$doc])* pub $field: Words,)* }

        impl Classes {
            fn class(&mut self, name: &str) -> Option<&mut Words> {
                match name {
                    $(stringify!($field) => Some(&mut self.$field),)*
                    _ => None,
                }
            }

            fn seal(&mut self) {
                $(self.$field.seal();)*
            }
        }
    };
}

classes! {
    /// Counts things and says nothing of them.
    classifier,
    /// Stripped from the front of a name.
    lead,
    /// Stripped from the end of a name.
    tail,
    /// A rank stands behind it.
    rank,
    /// A rate or amount of increase stands behind it.
    growth,
    /// A rate or amount of decrease stands behind it.
    decline,
    /// Says what is measured.
    head,
    /// A name that starts so needs the name carried from before.
    dependent,
    /// A name that is no more than this needs it too.
    whole,
    /// Owner of measures.
    holder,
    /// Ends the noun behind a count.
    predicate,
    /// The name starts behind it.
    cause,
    /// Counted things came to good.
    result,
    /// Measured at the end of a period.
    stock,
    /// Beds and staff of the institutions counted before.
    equipment,
    /// The document's own region.
    own,
    /// A verb that a counted name keeps.
    keep,
    /// Makes a count a change.
    new,
    /// Opens a demand.
    imperative,
    /// Future.
    target,
    /// Past or present.
    actual,
    /// Reckoned.
    estimate,
    /// The text turns to what is to be done.
    turn,
    /// A section that promises.
    plan_heading,
    /// A section that promises in so many words.
    firm_plan,
    /// A section that looks back.
    past_heading,
}

/// The classes of words.tsv.
pub static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let mut classes = Classes::default();
    for row in crate::lexicon::rows(include_str!("words.tsv")) {
        let (Some(word), Some(names)) = (row.first(), row.get(1)) else { continue };
        for name in names.split('|') {
            if let Some(class) = classes.class(name) {
                class.add(word);
            }
        }
    }
    classes.seal();
    classes
});
