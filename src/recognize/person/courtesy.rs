//! What may stand around a name: words of courtesy, brackets like (女), blanks.

use crate::text::Text;

/// Words of courtesy behind a name.
pub const COURTESIES: [&str; 3] = ["同志", "先生", "女士"];
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
    let courtesy = COURTESIES.iter().any(|word| text.starts_with(at, word));
    if courtesy { at + 2 } else { at }
}

/// Before 同志, 先生, 女士 and a bracket like (女), if they end at `end`.
pub fn before_courtesy(text: &Text, end: usize) -> usize {
    let mut end = end;
    for word in COURTESIES {
        if text.ends_with(end, word) {
            end -= 2;
        }
    }
    if text.before(end) == ')' {
        let open = (end.saturating_sub(12)..end).rev().find(|&at| text.at(at) == '(');
        end = open.unwrap_or(end);
    }
    end
}
