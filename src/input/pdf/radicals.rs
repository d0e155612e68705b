//! Radicals in place of characters: some programs name the glyph of 工 by the radical ⼯ that looks the same.

use crate::lexicon::rows;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static CHARACTERS: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let pair = |row: Vec<&'static str>| Some((row.first()?.chars().next()?, row.get(1)?.chars().next()?));
    rows(include_str!("radicals.tsv")).filter_map(pair).collect()
});

/// `text` with characters instead of radicals.
pub fn replaced(text: &str) -> String {
    let is_radical = |char: char| matches!(char, '\u{2e80}'..='\u{2fdf}');
    text.chars().map(|char| if is_radical(char) { *CHARACTERS.get(&char).unwrap_or(&char) } else { char }).collect()
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn radicals_become_the_characters_that_they_look_like() {
        assert_eq!(replaced("1⽉4⽇，经济⼯作会议，同⽐增⻓6.3%"), "1月4日，经济工作会议，同比增长6.3%");
        assert_eq!(replaced("工作 〇々"), "工作 〇々");
    }
}
