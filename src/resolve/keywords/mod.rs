//! The document's weightiest phrases (提法).
//!
//! Words are ranked by TextRank ([`rank`]) over the tokens that the segmenter has cut already (which is why jieba's own
//! TextRank, that cuts again, is not asked); neighbouring content words that come together again and again join into
//! a phrase (高质量|发展), which takes their occurrences from them. The weight is relative to the weightiest phrase.

mod phrases;
mod rank;

use super::words;
use crate::analysis::{Keyword, Span};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::Mentions;
use std::sync::LazyLock;

static STOPS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("stops.tsv")));

/// So many rows at most.
const MAX_ROWS: usize = 40;

/// A content word of the text: an occurrence of a vocabulary item.
#[derive(Debug, Clone, Copy)]
struct Word {
    span: Span,
    /// Number in the vocabulary, in order of first use.
    id: u32,
    /// It touches the content word before it, in one sentence.
    joined: bool,
}

/// The phrases, weightiest first.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Keyword> {
    let content = content(document, mentions);
    let ranks = rank::ranks(&content);
    let best = phrases::best(document, &content, &ranks, MAX_ROWS);
    let top = best.first().map_or(1.0, |phrase| phrase.weight);
    let rows = best.into_iter().map(|phrase| Keyword {
        text: phrase.spans.first().map(|&span| words(document, span)).unwrap_or_default(),
        weight: (phrase.weight / top * 1000.0).round() / 1000.0,
        spans: phrase.spans,
        rule: "keyword/textrank".to_owned(),
    });
    rows.collect()
}

/// The content words in order: nouns, verbal nouns, idioms of two characters and more that say something by themselves.
fn content(document: &Document, mentions: &Mentions) -> Vec<Word> {
    let text = &document.text;
    let mut vocabulary: rustc_hash::FxHashMap<&str, u32> = rustc_hash::FxHashMap::default();
    let mut content: Vec<Word> = Vec::new();
    let mut people: Vec<Span> = mentions.people.iter().map(|person| person.span).collect();
    people.sort_unstable();
    for token in document.tokens.list() {
        let word = text.slice(token.span);
        let tag = token.tag.as_ref();
        let tells = matches!(tag, "n" | "nz" | "nt" | "ns" | "vn" | "an" | "j" | "l" | "i" | "b" | "a" | "nw" | "eng");
        // 新|发展理念: a single character counts only in front of others.
        let fits = token.span.len() >= 2 || matches!(tag, "a" | "b" | "j");
        let at = people.partition_point(|person| person.end <= token.span.start);
        let named = people.get(at).is_some_and(|person| person.overlaps(token.span));
        if !tells || !fits || named || STOPS.contains(word) || document.header.is_furniture(token.span.start) {
            continue;
        }
        let next = vocabulary.len() as u32;
        let id = *vocabulary.entry(word).or_insert(next);
        let joined = content.last().is_some_and(|last| last.span.end == token.span.start);
        content.push(Word { span: token.span, id, joined });
    }
    content
}

#[cfg(test)]
mod tests {
    use crate::testing::ANALYZER;

    #[test]
    fn frequent_phrases_come_first_with_their_mentions() {
        let text = "推动数字经济发展。全市数字经济增加值增长12%。数字经济园区开工建设。发展数字经济,培育数字经济人才。天气晴朗。";
        let analysis = ANALYZER.analyze(text, &crate::Options::default());
        let first = &analysis.keywords[0];
        assert_eq!((first.text.as_str(), first.weight, first.spans.len()), ("数字经济", 1.0, 5));
    }

    #[test]
    fn no_words_no_rows() {
        assert!(ANALYZER.analyze("。。。", &crate::Options::default()).keywords.is_empty());
    }
}
