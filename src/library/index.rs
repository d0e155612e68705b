//! Finding words in all documents without reading them all: a small filter a document tells which cannot hold them.

use crate::Analysis;
use crate::analysis::Span;
use crate::text::{ends_sentence, simple};
use crate::view::kind::Kind;
use crate::view::marks::{Row, places_of};
use crate::view::title::kept_title;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Bits of a filter for every pair of characters: fewer would let too many documents through in vain.
const BITS: usize = 8;

/// Bytes of the smallest and of the largest filter.
const SMALLEST: usize = 64;
const LARGEST: usize = 1 << 16;

/// The most characters of its sentence that are shown before and behind what was found.
const CONTEXT: usize = 60;

/// The longest query, in characters, and the most words of one.
const QUERY: usize = 200;
const WORDS: usize = 8;

/// One code point for one: simplified, small letters, half width.
fn fold(char: char) -> char {
    match char {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(char as u32 - 0xFEE0) {
            Some(narrow) => narrow.to_ascii_lowercase(),
            None => char,
        },
        '\u{3000}' => ' ',
        _ if char.is_ascii() => char.to_ascii_lowercase(),
        _ => simple(char),
    }
}

/// What is looked for: words that must all be there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    words: Vec<Vec<char>>,
}

impl Query {
    /// The words that the reader typed, parted by blanks.
    pub fn new(typed: &str) -> Self {
        let folded: String = typed.chars().take(QUERY).map(fold).collect();
        let words =
            folded.split(|char: char| char.is_whitespace() || char.is_control()).filter(|word| !word.is_empty());
        Self { words: words.take(WORDS).map(|word| word.chars().collect()).collect() }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether `words` hold all that is looked for.
    pub fn fits(&self, words: &str) -> bool {
        let folded: Vec<char> = words.chars().map(fold).collect();
        self.words.iter().all(|word| find(&folded, word, 0).is_some())
    }
}

/// Where `word` stands in `text`, from `from` on.
fn find(text: &[char], word: &[char], from: usize) -> Option<usize> {
    let last = text.len().checked_sub(word.len())?;
    (from..=last).find(|&at| text[at] == word[0] && text[at..at + word.len()] == *word)
}

/// Single characters and pairs of neighbours, as numbers.
fn grams(chars: impl Iterator<Item = char>, mut visit: impl FnMut(u64)) {
    let mut before = None;
    for char in chars {
        visit(u64::from(u32::from(char)));
        if let Some(before) = before {
            visit(u64::from(u32::from(before)) << 32 | u64::from(u32::from(char)) | 1 << 63);
        }
        before = Some(char);
    }
}

/// Two bits of a filter of `size` bits for one gram.
const fn bits(gram: u64, size: usize) -> [usize; 2] {
    let mut hash = gram.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    hash ^= hash >> 29;
    hash = hash.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    [(hash >> 32) as usize % size, (hash & 0xFFFF_FFFF) as usize % size]
}

/// Tells which words a document cannot hold; may let others through (a Bloom filter over pairs of characters).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter(Box<[u8]>);

impl Filter {
    /// The filter of a text and its rows.
    pub fn of<'a>(pieces: impl Iterator<Item = &'a str>) -> Self {
        let mut all = HashSet::new();
        for piece in pieces {
            grams(piece.chars().map(fold), |gram| {
                all.insert(gram);
            });
        }
        let bytes = (all.len() * BITS / 8).next_power_of_two().clamp(SMALLEST, LARGEST);
        let mut filter = vec![0u8; bytes];
        for gram in all {
            for bit in bits(gram, bytes * 8) {
                filter[bit / 8] |= 1 << (bit % 8);
            }
        }
        Self(filter.into())
    }

    /// The filter in these bytes.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        (!bytes.is_empty()).then(|| Self(bytes.into()))
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether the document may hold all words of `query`.
    pub fn may_hold(&self, query: &Query) -> bool {
        let size = self.0.len() * 8;
        let mut holds = true;
        for word in &query.words {
            grams(word.iter().copied(), |gram| {
                holds &= bits(gram, size).into_iter().all(|bit| self.0[bit / 8] & 1 << (bit % 8) != 0);
            });
        }
        holds
    }
}

/// A row of a table as it is searched.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The table, by its slug.
    pub kind: String,
    /// Position in the table.
    pub index: usize,
    /// What the row says.
    pub words: String,
}

/// The lines of all tables; each row once, those of rare kinds first.
pub fn lines(analysis: &Analysis) -> Vec<Line> {
    let mut lines = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Keyword) {
        for index in 0..kind.count(analysis) {
            let row = Row { kind, index };
            let words = kept_title(analysis, row);
            if !words.is_empty() && !places_of(analysis, row).is_empty() {
                lines.push(Line { kind: kind.slug().to_owned(), index, words });
            }
        }
    }
    lines
}

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a row of a table.
    Row(Row),
    /// In the text; bytes.
    Text(Span),
}

/// Something that was found, with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: Place,
    /// What stands before it.
    pub before: String,
    /// What was found, as written.
    pub found: String,
    /// What stands behind it.
    pub after: String,
}

/// Where the words of `query` stand in a document: first in its rows, then in its text, at most `limit` of each;
/// nothing unless all of them are there.
pub fn hits(query: &Query, text: &str, lines: &[Line], limit: usize) -> Vec<Hit> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let folded: Vec<char> = chars.iter().map(|(_, char)| fold(*char)).collect();
    let in_rows = |word: &[char]| {
        lines.iter().any(|line| find(&line.words.chars().map(fold).collect::<Vec<_>>(), word, 0).is_some())
    };
    if query.is_empty() || !query.words.iter().all(|word| find(&folded, word, 0).is_some() || in_rows(word)) {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = lines.iter().filter_map(|line| line_hit(query, line)).take(limit).collect();
    let byte = |index: usize| chars.get(index).map_or(text.len(), |(byte, _)| *byte);
    let piece = |from: usize, to: usize| one_line(text.get(byte(from)..byte(to)).unwrap_or_default());
    let mut from = 0;
    for _ in 0..limit {
        let next = query.words.iter().filter_map(|word| Some((find(&folded, word, from)?, word.len()))).min();
        let Some((start, length)) = next else { break };
        let end = start + length;
        let sentence = sentence(&folded, start, end);
        hits.push(Hit {
            place: Place::Text(Span::new(byte(start), byte(end))),
            before: piece(sentence.start.max(start.saturating_sub(CONTEXT)), start),
            found: piece(start, end),
            after: piece(end, sentence.end.min(end + CONTEXT)),
        });
        // A sentence is shown once.
        from = sentence.end;
    }
    hits
}

/// The sentence around the characters from `start` to `end`.
fn sentence(text: &[char], start: usize, end: usize) -> Span {
    let ends = |char: &char| *char == '\n' || ends_sentence(*char);
    let before = text[..start].iter().rposition(ends).map_or(0, |at| at + 1);
    let after = text[end..].iter().position(ends).map_or(text.len(), |at| end + at + 1);
    Span::new(before, after)
}

fn line_hit(query: &Query, line: &Line) -> Option<Hit> {
    let given: Vec<char> = line.words.chars().collect();
    let folded: Vec<char> = given.iter().copied().map(fold).collect();
    let (start, length) = query.words.iter().find_map(|word| Some((find(&folded, word, 0)?, word.len())))?;
    let piece = |from: usize, to: usize| {
        one_line(&given[from.min(given.len())..to.min(given.len())].iter().collect::<String>())
    };
    Some(Hit {
        place: Place::Row(Row { kind: Kind::from_slug(&line.kind)?, index: line.index }),
        before: piece(start.saturating_sub(CONTEXT), start),
        found: piece(start, start + length),
        after: piece(start + length, start + length + CONTEXT),
    })
}

fn one_line(words: &str) -> String {
    words.chars().map(|char| if char.is_control() { ' ' } else { char }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "澜州市ＧＤＰ增长6.2%。\n会议强调，要抓好落实。澜州市委书记林若川讲话。";

    fn filter() -> Filter {
        Filter::of([TEXT].into_iter())
    }

    #[test]
    fn a_filter_lets_through_what_is_there() {
        for words in ["澜州", "瀾州", "gdp", "ＧＤＰ增长", "ＧＤＰ增長", "林若川 落实", "林若川 落實", "川", ""]
        {
            assert!(filter().may_hold(&Query::new(words)), "{words}");
        }
        for words in ["青浦县", "州澜", "林若川 青浦", "龘"] {
            assert!(!filter().may_hold(&Query::new(words)), "{words}");
        }
        let again = Filter::from_bytes(filter().bytes().to_vec()).unwrap();
        assert_eq!(again, filter());
        assert_eq!(Filter::from_bytes(Vec::new()), None);
    }

    #[test]
    fn few_documents_come_in_vain() {
        let words: Vec<String> = (0..400u32)
            .map(|at| [0x4E00 + at * 37, 0x5000 + at * 11].into_iter().filter_map(char::from_u32).collect())
            .collect();
        let wrong = words.iter().filter(|word| !TEXT.contains(*word) && filter().may_hold(&Query::new(word))).count();
        assert!(wrong < 20, "{wrong} of 400");
    }

    #[test]
    fn hits_lead_to_their_place() {
        let analysis =
            crate::Analyzer::new().analyze(TEXT, &crate::Options { offsets: crate::Offsets::Byte, date: None });
        let lines = lines(&analysis);
        let found = hits(&Query::new("林若川"), TEXT, &lines, 5);
        assert!(matches!(found[0].place, Place::Row(Row { kind: Kind::Person, index: 0 })), "{found:?}");
        let Some(Hit { place: Place::Text(span), before, .. }) = found.last() else { panic!("{found:?}") };
        assert_eq!(&TEXT[span.start..span.end], "林若川");
        assert_eq!(before, "澜州市委书记");
        let wide = hits(&Query::new("gdp"), TEXT, &[], 5);
        assert_eq!((wide.len(), wide[0].found.as_str()), (1, "ＧＤＰ"));
        assert_eq!(hits(&Query::new("林若川 青浦"), TEXT, &lines, 5), []);
        let traditional = hits(&Query::new("讲话"), "會議上，林若川講話。", &[], 5);
        assert_eq!((traditional.len(), traditional[0].found.as_str()), (1, "講話"));
        assert_eq!(hits(&Query::new("講話"), TEXT, &[], 5).len(), 1);
        let places = hits(&Query::new("澜州 会议"), TEXT, &[], 9);
        let found: Vec<String> =
            places.iter().map(|hit| format!("{}[{}]{}", hit.before, hit.found, hit.after)).collect();
        assert_eq!(found, ["[澜州]市ＧＤＰ增长6.2%。", "[会议]强调，要抓好落实。", "[澜州]市委书记林若川讲话。"]);
        assert_eq!(hits(&Query::new("澜州"), TEXT, &[], 1).len(), 1);
        assert_eq!(hits(&Query::new(" "), TEXT, &lines, 5), []);
    }

    proptest! {
        #[test]
        fn a_part_of_the_text_is_always_found(text in "[一-龥a-zＡ-Ｚ。𠮷]{2,60}", from in 0usize..60, length in 1usize..9) {
            let chars: Vec<char> = text.chars().collect();
            let from = from % chars.len();
            let part: String = chars[from..(from + length).min(chars.len())].iter().collect();
            let query = Query::new(&part);
            prop_assert!(Filter::of([text.as_str()].into_iter()).may_hold(&query));
            prop_assert!(query.fits(&text));
            prop_assert!(!hits(&query, &text, &[], 3).is_empty());
        }
    }
}
