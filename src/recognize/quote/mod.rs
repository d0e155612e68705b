//! Who says what.
//!
//! [`marks`] pairs the quotation marks, [`speakers`] collects who can speak, [`attribution`] finds speakers with a
//! verb of saying, [`turns`] reads interviews; this module joins them paragraph by paragraph.

mod attribution;
mod marks;
mod near;
mod speakers;
mod turns;

use super::{Mentions, QuoteMention, Rule};
use crate::analysis::{QuoteKind, Span};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::Text;
use attribution::{Attribution, Joint};
use marks::Marked;
use speakers::{Sort, Speaker};
use std::sync::LazyLock;

/// What 「某某“…”的…」 calls words that somebody said.
static SAYINGS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("sayings.tsv")));

/// Shortest words in marks that a verb takes without a colon; shorter ones are terms.
const SHORTEST_DIRECT: usize = 7;
/// How far behind an utterance its speaker may be named.
const BEHIND: usize = 60;
/// How far back 他 is looked up.
const LONGEST_SENTENCES: usize = 300;

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let speakers = speakers::speakers(document, found);
    let mut quotes = Vec::new();
    for turn in turns::turns(document, &speakers) {
        if let Some(speaker) = turn.speaker {
            quotes.push(quote(&speaker, turn.span, QuoteKind::Direct, "quote/turn"));
        }
    }
    let mut last: Option<Speaker> = None;
    for &paragraph in &document.structure.paragraphs {
        let title = document.header.title.is_some_and(|title| title.overlaps(paragraph));
        if !title && !document.header.is_furniture(paragraph.start) {
            let mut reader = Reader::new(document, &speakers, paragraph, last.take());
            reader.read();
            last = reader.announced().or(reader.last);
            quotes.append(&mut reader.quotes);
        }
    }
    quotes.retain(|quote| !quote.span.is_empty());
    crate::sorted::by_key(&mut quotes, |quote| (quote.span.start, std::cmp::Reverse(quote.span.end)));
    quotes.dedup_by(|later, earlier| later.span.start == earlier.span.start && later.speaker == earlier.speaker);
    found.quotes = quotes;
}

/// Reads the quotes of one paragraph.
struct Reader<'a> {
    text: &'a Text,
    speakers: &'a [Speaker],
    paragraph: Span,
    pairs: Vec<Marked>,
    attributions: Vec<Attribution>,
    /// Who spoke last: 他 and utterances without a speaker are his.
    last: Option<Speaker>,
    /// Somebody has spoken in this paragraph.
    spoken: bool,
    quotes: Vec<QuoteMention>,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document, speakers: &'a [Speaker], paragraph: Span, last: Option<Speaker>) -> Self {
        let pairs = marks::outermost(&document.text, paragraph);
        let attributions = attribution::attributions(document, speakers, paragraph, &pairs);
        Self { text: &document.text, speakers, paragraph, pairs, attributions, last, spoken: false, quotes: Vec::new() }
    }

    /// Goes through attributions and marked words in the text's order.
    fn read(&mut self) {
        let mut taken = vec![false; self.pairs.len()];
        let mut next_pair = 0;
        for number in 0..self.attributions.len() {
            let attribution = self.attributions[number].clone();
            let Some(speaker) = self.named(&attribution.speaker) else { continue };
            while self.pairs.get(next_pair).is_some_and(|pair| pair.outside.start < attribution.verb.start) {
                self.utterance(next_pair, &mut taken, Some((&attribution, &speaker)));
                next_pair += 1;
            }
            self.last = Some(speaker.clone());
            self.spoken = true;
            self.behind(&attribution, &speaker, number, &mut taken);
        }
        for index in next_pair..self.pairs.len() {
            self.utterance(index, &mut taken, None);
        }
        self.sayings(&taken);
    }

    /// The person at the end of a paragraph that a colon ends: the next paragraph is what he says.
    fn announced(&self) -> Option<Speaker> {
        const NEAR: usize = 12;
        let end = self.paragraph.end.checked_sub(1).filter(|&at| self.text.at(at) == ':')?;
        self.last_person(Span::new(self.paragraph.start.max(end.saturating_sub(NEAR)), end))
    }

    /// Words in marks that are a sentence: of the speaker named behind them, of a person beside them, or of whoever
    /// spoke last.
    fn utterance(&mut self, index: usize, taken: &mut [bool], next: Option<(&Attribution, &Speaker)>) {
        let Some(pair) = self.pairs.get(index).copied() else { return };
        if taken.get(index).copied().unwrap_or(true) || !pair.is_utterance(self.text) {
            return;
        }
        let own =
            next.filter(|(attribution, _)| self.stands_behind(pair, attribution)).map(|(_, speaker)| speaker.clone());
        let (speaker, rule) = if let Some(own) = own {
            (own, "quote/before-speaker")
        } else if let Some(person) = self.person_before_colon(pair).or_else(|| self.person_behind(pair)) {
            (person, "quote/beside-person")
        } else if let Some(person) = self.person_to_come(pair).or_else(|| self.person_told_of(pair)) {
            (person, "quote/person-near")
        } else {
            let goes_on = self.stands_alone(pair) && (self.spoken || pair.outside.start == self.paragraph.start);
            let Some(last) = self.last.clone().filter(|_| goes_on) else { return };
            (last, "quote/goes-on")
        };
        taken[index] = true;
        self.say(&speaker, pair.inside, QuoteKind::Direct, rule);
        self.last = Some(speaker);
        self.spoken = true;
    }

    /// The words behind an attribution: in marks, or reported to the end of the stretch.
    fn behind(&mut self, attribution: &Attribution, speaker: &Speaker, number: usize, taken: &mut [bool]) {
        if attribution.joint == Joint::Behind {
            return;
        }
        let index = self.pairs.partition_point(|pair| pair.outside.start < attribution.content);
        let pair = self.pairs.get(index).copied().filter(|pair| pair.outside.start == attribution.content);
        match pair {
            Some(pair) if attribution.joint == Joint::Direct && pair.inside.len() < SHORTEST_DIRECT => {}
            Some(pair) if attribution.joint == Joint::Direct || pair.is_utterance(self.text) || self.closes(pair) => {
                taken[index] = true;
                self.say(speaker, pair.inside, QuoteKind::Direct, "quote/behind-speaker");
            }
            _ => {
                let end = self.end_of_reported(attribution.content, number);
                self.say(speaker, Span::new(attribution.content, end), QuoteKind::Reported, "quote/reported");
            }
        }
    }

    /// 某某…时“…”的殷殷嘱托: words in marks that a noun behind them calls said.
    fn sayings(&mut self, taken: &[bool]) {
        for (index, pair) in self.pairs.clone().into_iter().enumerate() {
            if taken[index] || pair.inside.len() < 6 || !self.is_saying(pair) {
                continue;
            }
            let after = self.speakers.partition_point(|speaker| speaker.span.end <= pair.outside.start);
            let near = self.speakers[..after].last().filter(|speaker| speaker.span.start >= self.paragraph.start);
            let Some(speaker) = near.filter(|speaker| speaker.sort != Sort::Body).cloned() else { continue };
            let gap = Span::new(speaker.span.end, self.behind_heed(pair.outside.start));
            let clause = gap.len() <= 30 && !self.text.slice(gap).contains([',', '。', ';', '、', '“', ':']);
            if clause && let Some(speaker) = self.named(&speaker) {
                self.say(&speaker, pair.inside, QuoteKind::Direct, "quote/saying");
            }
        }
    }

    /// 贯彻某某讲话精神,|牢记“…”的嘱托: the comma before a clause that only heeds what was said, else `open`.
    fn behind_heed(&self, open: usize) -> usize {
        const HEEDING: [&str; 6] = ["牢记", "牢牢记住", "践行", "不负", "落实", "遵循"];
        let heeds = HEEDING.iter().find(|verb| self.text.ends_with(open, verb));
        let comma = heeds.map(|verb| open - verb.chars().count()).and_then(|start| start.checked_sub(1));
        comma.filter(|&comma| self.text.at(comma) == ',').unwrap_or(open)
    }

    fn is_saying(&self, pair: Marked) -> bool {
        let at = pair.outside.end;
        let of = usize::from(self.text.at(at) == '的');
        let at = at + of + if self.text.starts_with(at + of, "重要") { 2 } else { 0 };
        SAYINGS.longest_at(self.text, at, self.paragraph.end).is_some_and(|(length, _)| length > 2 || of > 0)
    }

    /// The speaker with a name. 他 is the subject of his own sentence, whoever spoke last in the paragraph, the subject
    /// of the sentence before, or whoever spoke last at all.
    fn named(&self, speaker: &Speaker) -> Option<Speaker> {
        if speaker.sort != Sort::Pronoun {
            return Some(speaker.clone());
        }
        let at = speaker.span.start;
        let floor = self.paragraph.start.max(at.saturating_sub(LONGEST_SENTENCES));
        let sentence = self.sentence_start(at, floor);
        let spoken = || self.last.clone().filter(|last| last.sort == Sort::Person);
        self.first_person(Span::new(sentence, at))
            .or_else(|| spoken().filter(|_| self.spoken))
            .or_else(|| {
                let previous = self.sentence_start(sentence.saturating_sub(1).max(floor), floor);
                self.first_person(Span::new(previous, sentence))
            })
            .or_else(|| self.last_person(Span::new(floor, at)))
            .or_else(spoken)
    }

    /// Behind the last final mark before `at`.
    fn sentence_start(&self, at: usize, floor: usize) -> usize {
        (floor..at).rev().find(|&at| matches!(self.text.at(at), '。' | '!' | '?')).map_or(floor, |mark| mark + 1)
    }

    fn first_person(&self, within: Span) -> Option<Speaker> {
        let from = self.speakers.partition_point(|speaker| speaker.span.start < within.start);
        let mut inside = self.speakers[from..].iter().take_while(|speaker| speaker.span.end <= within.end);
        inside.find(|speaker| speaker.sort == Sort::Person).cloned()
    }

    fn last_person(&self, within: Span) -> Option<Speaker> {
        let to = self.speakers.partition_point(|speaker| speaker.span.end <= within.end);
        let mut inside = self.speakers[..to].iter().rev().take_while(|speaker| speaker.span.start >= within.start);
        inside.find(|speaker| speaker.sort == Sort::Person).cloned()
    }

    /// Whether `attribution` stands right behind the utterance `pair`: “…”某某说.
    fn stands_behind(&self, pair: Marked, attribution: &Attribution) -> bool {
        let start = attribution.speaker.span.start;
        let near = pair.outside.end <= start && start - pair.outside.end <= BEHIND;
        near && !self.text.slice(Span::new(pair.outside.end, start)).contains(['。', '!', '?', ';', '“'])
    }

    /// Whether no words of the narration touch the marks: the utterance is a sentence of its own.
    fn stands_alone(&self, pair: Marked) -> bool {
        let before = self.text.before(pair.outside.start);
        pair.outside.start == self.paragraph.start || matches!(before, '。' | '!' | '?' | '”' | ' ' | ':')
    }

    /// Whether the sentence ends with the marks.
    fn closes(&self, pair: Marked) -> bool {
        let after = self.text.at(pair.outside.end);
        pair.outside.end >= self.paragraph.end || matches!(after, '。' | '!' | '?') && pair.inside.len() >= 8
    }

    /// Where a reported stretch ends: at the next attribution's sentence, the next utterance, or the paragraph's end.
    fn end_of_reported(&self, start: usize, number: usize) -> usize {
        let mut end = self.paragraph.end;
        if let Some(next) = self.attributions.get(number + 1) {
            let from = if next.carried { next.verb.start } else { next.speaker.span.start };
            let back =
                (start..from.max(start)).rev().take(200).find(|&at| matches!(self.text.at(at), '。' | '!' | '?' | ','));
            end = end.min(back.map_or(from.max(start), |at| at + 1));
        }
        let index = self.pairs.partition_point(|pair| pair.outside.start < start);
        let mut utterances = self.pairs[index..].iter().take(64);
        if let Some(pair) = utterances.find(|pair| pair.is_utterance(self.text) && self.stands_alone(**pair)) {
            end = end.min(pair.outside.start);
        }
        end
    }

    fn say(&mut self, speaker: &Speaker, span: Span, kind: QuoteKind, rule: Rule) {
        let span = self.text.trim(marks::without_byline(self.text, span));
        if !span.is_empty() {
            self.quotes.push(quote(speaker, span, kind, rule));
        }
    }
}

fn quote(speaker: &Speaker, span: Span, kind: QuoteKind, rule: Rule) -> QuoteMention {
    QuoteMention { span, kind, speaker: speaker.name.clone(), speaker_span: Some(speaker.span), rule }
}

#[cfg(test)]
mod tests;
mod words;
