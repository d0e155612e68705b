//! What may stand around a name: words of courtesy, brackets like (女), blanks.

use super::words::CLASSES;
use crate::text::Text;

/// Blanks that may stand between a post and the name.
const BLANKS: usize = 8;

/// Behind the blanks at `at`.
pub fn skip_blanks(text: &Text, at: usize) -> usize {
    (at..at + BLANKS).find(|&at| text.at(at) != ' ').unwrap_or(at)
}

/// Before the blanks that end at `end`.
pub fn blanks_before(text: &Text, end: usize) -> usize {
    let floor = end.saturating_sub(BLANKS);
    (floor..end).rev().take_while(|&at| text.at(at) == ' ').last().unwrap_or(end)
}

/// Behind a bracket like (女) or (蒙古族).
pub fn after_bracket(text: &Text, at: usize) -> usize {
    if text.at(at) != '(' {
        return at;
    }
    (at..at + 12).find(|&at| text.at(at) == ')').map_or(at, |close| close + 1)
}

/// Behind 同志, 先生, 女士 and a bracket like (女), if they begin at `at`.
pub fn after_courtesy(text: &Text, at: usize) -> usize {
    let at = after_bracket(text, at);
    at + text.chars().get(at..).map_or(0, |rest| CLASSES.courtesy.at_start(rest))
}

/// Before 同志, 先生, 女士 and a bracket like (女), if they end at `end`.
pub fn before_courtesy(text: &Text, end: usize) -> usize {
    let mut end = end;
    end -= text.chars().get(..end).map_or(0, |words| CLASSES.courtesy.at_end(words));
    if text.before(end) == ')' {
        let open = (end.saturating_sub(12)..end).rev().find(|&at| text.at(at) == '(');
        end = open.unwrap_or(end);
    }
    end
}
