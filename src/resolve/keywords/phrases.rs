//! Phrases: neighbouring content words that come together again and again.

use super::Word;
use crate::analysis::Span;
use crate::document::Document;
use rustc_hash::FxHashMap as HashMap;

/// A phrase has at most so many words …
const MAX_WORDS: usize = 6;
/// … and so many characters.
const MAX_LENGTH: usize = 16;
/// A phrase comes at least so often.
const MIN_COUNT: usize = 2;

/// A phrase with its weight and its mentions.
#[derive(Debug)]
pub struct Phrase {
    /// Rank of its words for each mention that no longer phrase takes.
    pub weight: f64,
    /// Every mention.
    pub spans: Vec<Span>,
}

/// The weightiest phrases.
pub fn best(document: &Document, content: &[Word], ranks: &[f64], limit: usize) -> Vec<Phrase> {
    let mut counts = vec![0_usize; ranks.len()];
    for word in content {
        counts[word.id as usize] += 1;
    }
    let mut taken = vec![false; content.len()];
    let mut phrases = Vec::new();
    for length in (1..=MAX_WORDS).rev() {
        phrases.extend(of_length(document, content, length, &counts, &mut taken).into_iter().map(|places| {
            let ids = content[places[0]..places[0] + length].iter().map(|word| word.id as usize);
            let each: f64 = ids.map(|id| ranks[id] / counts[id] as f64).sum();
            let spans: Vec<Span> = places.iter().map(|&at| span(content, at, length)).collect();
            let worth = worth(length, spans[0].len());
            Phrase { weight: each * worth * spans.len() as f64, spans }
        }));
    }
    crate::sorted::by(&mut phrases, |a, b| b.weight.total_cmp(&a.weight).then_with(|| a.spans.cmp(&b.spans)));
    phrases.truncate(limit);
    phrases
}

/// A fixed phrase says more than its words; a lone word of two characters (发展, 建设) says little.
fn worth(words: usize, length: usize) -> f64 {
    match (words, length) {
        (1, 0..=2) => 0.3,
        (1, _) => 0.8,
        _ => 1.0,
    }
}

/// The places of every phrase of `length` words that comes often enough among those not taken; takes them.
fn of_length(
    document: &Document,
    content: &[Word],
    length: usize,
    counts: &[usize],
    taken: &mut [bool],
) -> Vec<Vec<usize>> {
    let mut numbers: HashMap<&str, usize> = HashMap::default();
    let mut places: Vec<Vec<usize>> = Vec::new();
    for at in 0..content.len().saturating_sub(length - 1) {
        let words = &content[at..at + length];
        let whole = words[1..].iter().all(|word| word.joined) && words[length - 1].span.len() >= 2;
        // no phrase comes oftener than each of its words
        if words.iter().any(|word| counts[word.id as usize] < MIN_COUNT) {
            continue;
        }
        let span = span(content, at, length);
        if !whole || span.len() > MAX_LENGTH || taken[at..at + length].contains(&true) {
            continue;
        }
        let number = *numbers.entry(document.text.slice(span)).or_insert(places.len());
        if number == places.len() {
            places.push(Vec::new());
        }
        let apart = places[number].last().is_none_or(|&last| last + length <= at);
        if apart {
            places[number].push(at);
        }
    }
    places.retain(|places| {
        // Words that come together by chance come more often without each other.
        let rarest =
            content[places[0]..places[0] + length].iter().map(|word| counts[word.id as usize]).min().unwrap_or(0);
        let free = |at: usize, taken: &[bool]| !taken[at..at + length].contains(&true);
        let fixed = places.len() >= MIN_COUNT
            && (length == 1 || places.len() * 3 >= rarest)
            && places.iter().all(|&at| free(at, taken));
        if fixed {
            for &at in places {
                taken[at..at + length].fill(true);
            }
        }
        fixed
    });
    places
}

fn span(content: &[Word], at: usize, length: usize) -> Span {
    Span::new(content[at].span.start, content[at + length - 1].span.end)
}
