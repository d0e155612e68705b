//! Stations by the list that a line has them in: 设六景、横州、兴业南等7座车站.

use super::words::CLASSES;
use crate::lexicon::Lexicon;
use crate::recognize::NameMention;
use crate::recognize::organization::walk::Walker;
use crate::text::is_among;
use std::sync::LazyLock;

static COUNTED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("stations.tsv")));

/// A station's name is no longer than this.
const LONGEST: usize = 6;

/// The stations of the text's lists.
pub fn recognize(walker: &Walker) -> Vec<NameMention> {
    let text = &walker.document().text;
    let mut found = Vec::new();
    for at in 0..text.len() {
        if COUNTED.longest_at(text, at, text.len()).is_none() {
            continue;
        }
        let number = number_before(walker, at);
        let end = number - usize::from(text.before(number) == '等');
        let Some(members) = walker.members_before(end, LONGEST).filter(|_| number < at) else { continue };
        let led = members.first().is_some_and(|first| CLASSES.stopping.ends(text, first.start));
        if members.len() < 2 || !led {
            continue;
        }
        found.extend(members.into_iter().filter(|member| member.len() >= 2).map(|span| {
            let name = text.slice(span);
            let full = (!name.ends_with('站')).then(|| format!("{name}站"));
            NameMention { span, full, rule: "facility/station" }
        }));
    }
    found
}

/// Where the number that ends at `at` begins.
fn number_before(walker: &Walker, at: usize) -> usize {
    const DIGITS: usize = 3;
    let text = &walker.document().text;
    let digit = |char: char| char.is_ascii_digit() || is_among(char, "一二三四五六七八九十两");
    (at.saturating_sub(DIGITS)..at).rev().take_while(|&at| digit(text.at(at))).last().unwrap_or(at)
}
