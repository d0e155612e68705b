//! The person that words in marks belong to, where no verb of saying tells: beside them, before a colon, the only one around.

use super::marks::Marked;
use super::speakers::{Sort, Speaker};
use super::{BEHIND, LONGEST_SENTENCES, Reader};
use crate::analysis::Span;
use crate::text::is_han;

impl Reader<'_> {
    /// The person whose name, with the post before it, follows the marks at once.
    pub(super) fn person_behind(&self, pair: Marked) -> Option<Speaker> {
        let index = self.speakers.partition_point(|speaker| speaker.span.start < pair.outside.end);
        let mut near = self.speakers[index..].iter().take(4);
        let person = near.find(|speaker| speaker.sort == Sort::Person)?;
        let gap = Span::new(pair.outside.end, person.span.start);
        let close = gap.len() <= 40 && !self.text.slice(gap).contains([',', '。', ';', ':', '“', '!', '?']);
        (close && person.span.end <= self.paragraph.end && self.stands_alone(pair)).then(|| person.clone())
    }

    /// “…”采访一开始,某某就…: the paragraph opens with the words, and a short clause leads to the person.
    pub(super) fn person_to_come(&self, pair: Marked) -> Option<Speaker> {
        let (text, start) = (self.text, pair.outside.end);
        if pair.outside.start != self.paragraph.start {
            return None;
        }
        let comma = (start..self.paragraph.end.min(start + 12)).find(|&at| !is_han(text.at(at)))?;
        let index = self.speakers.partition_point(|speaker| speaker.span.start <= comma);
        let person = self.speakers.get(index).filter(|speaker| speaker.sort == Sort::Person)?;
        let next = text.at(comma) == ',' && comma > start && person.span.start == comma + 1;
        next.then(|| person.clone())
    }

    /// Words that close a paragraph without any other: of the one person that it tells of.
    pub(super) fn person_told_of(&self, pair: Marked) -> Option<Speaker> {
        let (start, end) = (self.paragraph.start, pair.outside.start);
        let alone = !self.spoken && pair.outside.end >= self.paragraph.end && start < end;
        if !alone || !matches!(self.text.before(end), '。' | '!' | '?' | '…') || end - start > LONGEST_SENTENCES {
            return None;
        }
        let first = self.first_person(Span::new(start, end))?;
        let last = self.last_person(Span::new(start, end))?;
        (first.name == last.name && first.span.start - start <= BEHIND).then_some(first)
    }

    /// The person named in the clause that a colon before the marks ends.
    pub(super) fn person_before_colon(&self, pair: Marked) -> Option<Speaker> {
        let colon = pair.outside.start.checked_sub(1).filter(|&at| self.text.at(at) == ':')?;
        let after = self.speakers.partition_point(|speaker| speaker.span.end <= colon);
        let person = self.speakers[..after].iter().rev().take(3).find(|speaker| speaker.sort == Sort::Person)?;
        let gap = Span::new(person.span.end, colon);
        if gap.len() > 30 || person.span.start < self.paragraph.start {
            return None;
        }
        let words = self.text.slice(gap);
        // 则晒出了“时间表”:“…”
        let marks = words.matches('“').count() == words.matches('”').count();
        (marks && !words.contains(['。', ';', '!', '?'])).then(|| person.clone())
    }
}
