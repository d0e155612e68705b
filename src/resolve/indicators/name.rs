//! Names of indicators: stretches of the text put together.

use super::lexicon;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::text::Text;

/// A part of a name: words of the text, or the written-out form of a word that the text contracts (城乡).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Words of the text.
    Text(Span),
    /// Words that the text implies.
    Implied(&'static str),
}

/// The name of an indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Name {
    /// Its parts in order.
    pub parts: Vec<Part>,
}

impl Name {
    /// The name that reads like `pieces` of the text.
    pub fn of(pieces: &[Span]) -> Self {
        Self { parts: pieces.iter().filter(|piece| !piece.is_empty()).map(|piece| Part::Text(*piece)).collect() }
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// This name with `other` behind it.
    pub fn then(&self, other: &Name) -> Self {
        let mut parts = self.parts.clone();
        parts.extend(other.parts.iter().copied());
        Self { parts }
    }

    /// The words, normalised.
    pub fn normal(&self, text: &Text) -> String {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Text(span) => text.slice(*span),
                Part::Implied(words) => words,
            })
            .collect()
    }

    /// The words as given, without line breaks and blanks between Han characters.
    pub fn given(&self, document: &Document) -> String {
        let words: String = self
            .parts
            .iter()
            .map(|part| match part {
                Part::Text(span) => document.text.given_slice(*span),
                Part::Implied(words) => words,
            })
            .collect();
        tidy(&words)
    }

    /// The longest stretch of the text in it.
    pub fn main_span(&self) -> Option<Span> {
        let spans = self.parts.iter().filter_map(|part| match part {
            Part::Text(span) => Some(*span),
            Part::Implied(_) => None,
        });
        spans.max_by_key(|span| (span.len(), std::cmp::Reverse(span.start)))
    }

    /// The name without the measure at its end, where that leaves an owner: 规模以上工业企业 of 规模以上工业企业营业收入.
    pub fn owner(&self, text: &Text) -> Self {
        let mut parts = self.parts.clone();
        let several = parts.len() > 1;
        if let Some(Part::Text(last)) = parts.last_mut() {
            let chars = text.chars().get(last.start..last.end).unwrap_or_default();
            let rate = CLASSES.whole.at_end(chars);
            if rate > 0 && rate == chars.len() && several {
                parts.pop(); // 项目|开工率, put together before
                return Self { parts };
            }
            let known = lexicon::longest_at_end(chars) == chars.len() && chars.last() != Some(&'率');
            if rate >= 2 && rate + 2 <= chars.len() && !known {
                last.end -= rate; // 项目开工率, 竣工率: the owner is 项目
                last.end -= sown_before(text, *last);
                return Self { parts };
            }
            let measure = CLASSES.head.at_end(chars);
            if measure == chars.len() && measure >= 2 {
                parts.pop(); // a measure alone has no owner
                return Self { parts };
            }
            let whole = lexicon::longest_at_end(chars) == chars.len() && measure < 3;
            if measure >= 2 && measure + 2 <= chars.len() && !whole {
                last.end -= measure;
                last.end -= sown_before(text, *last);
            }
        }
        Self { parts }
    }

    /// What stands before the measure at its end that begins with `words`; None where none does.
    pub fn before_words(&self, text: &Text, words: Span) -> Option<Self> {
        const LONGEST: usize = 6;
        let has = |part: &Part| matches!(part, Part::Text(span) if text.find(text.slice(words), *span).is_some());
        let place = self.parts.iter().position(has).filter(|_| !words.is_empty())?;
        let Part::Text(span) = self.parts[place] else { return None };
        let at = text.find(text.slice(words), span)?.start;
        let measure = text.chars().get(at..span.end).filter(|measure| measure.len() <= LONGEST)?;
        if at > span.start && CLASSES.head.at_end(measure) == 0 {
            return None; // 排查化解矛盾纠纷…,化解率
        }
        let mut parts = self.parts[..place].to_vec();
        parts.extend((at > span.start).then(|| Part::Text(Span::new(span.start, at))));
        Some(Self { parts })
    }

    /// Whether it says what is measured and not of whom: 产值, 年产值.
    pub fn is_mere_measure(&self, text: &Text) -> bool {
        let words: Vec<char> = self.normal(text).chars().collect();
        let head = CLASSES.head.at_end(&words);
        head > 0 && words.len() <= head + 1
    }

    /// The measure alone, without the owner that the lexicon's name includes: 增加值 of 第一产业增加值.
    pub fn head(&self, text: &Text) -> Option<Name> {
        let Some(Part::Text(last)) = self.parts.last() else { return None };
        let chars = text.chars().get(last.start..last.end)?;
        let length = CLASSES.head.at_end(chars);
        (length > 0).then(|| Name::of(&[Span::new(last.end - length, last.end)]))
    }
}

/// How long the verb at the end of `crop` is that only its area has: 小麦|播种|面积…,总产量….
fn sown_before(text: &Text, crop: Span) -> usize {
    let chars = text.chars().get(crop.start..crop.end).unwrap_or_default();
    let length = CLASSES.sown.at_end(chars);
    if length < chars.len() { length } else { 0 }
}

/// How long the measure at the end of `span` is.
pub fn measure_length(text: &Text, span: Span) -> usize {
    let chars = text.chars().get(span.start..span.end).unwrap_or_default();
    lexicon::longest_at_end(chars).max(CLASSES.head.at_end(chars))
}

/// `words` without line breaks, and without blanks where no Latin letters meet.
fn tidy(words: &str) -> String {
    let chars: Vec<char> = words.chars().collect();
    let keep = |at: usize| {
        let Some(char) = chars.get(at) else { return false };
        if !char.is_whitespace() {
            return true;
        }
        let neighbour = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_alphanumeric);
        *char == ' ' && neighbour(at.checked_sub(1)) && neighbour(Some(at + 1))
    };
    (0..chars.len()).filter(|at| keep(*at)).filter_map(|at| chars.get(at)).collect()
}
