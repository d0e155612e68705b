//! Traditional to simplified characters as OpenCC's t2s does it, one for one; the tests hold it against OpenCC
//! itself.

use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

/// OpenCC's list.
const LIST: &str = include_str!("simplified.tsv");

static TWINS: LazyLock<Twins> = LazyLock::new(Twins::new);

/// The list, by first character.
struct Twins {
    /// The twin of each character of the basic plane that has one, else NUL.
    basic: Vec<char>,
    others: HashMap<char, char>,
    /// Phrases with their twins, by their first character, the longest first.
    phrases: HashMap<char, Vec<[Box<[char]>; 2]>>,
}

impl Twins {
    fn new() -> Self {
        let mut twins = Self { basic: vec!['\0'; 0x1_0000], others: HashMap::default(), phrases: HashMap::default() };
        for line in LIST.lines().filter(|line| !line.starts_with('#')) {
            let Some((key, twin)) = line.split_once('\t') else { continue };
            let (key, twin): (Vec<char>, Vec<char>) = (key.chars().collect(), twin.chars().collect());
            match (&key[..], &twin[..]) {
                (&[key], &[twin]) => match twins.basic.get_mut(key as usize) {
                    Some(slot) => *slot = twin,
                    None => _ = twins.others.insert(key, twin),
                },
                (&[first, ..], _) if key.len() == twin.len() => {
                    twins.phrases.entry(first).or_default().push([key.into(), twin.into()]);
                }
                _ => {}
            }
        }
        for phrases in twins.phrases.values_mut() {
            crate::sorted::by_key(phrases, |[key, _]| std::cmp::Reverse(key.len()));
        }
        twins
    }

    fn of(&self, char: char) -> Option<char> {
        match self.basic.get(char as usize) {
            Some(&twin) => (twin != '\0').then_some(twin),
            None => self.others.get(&char).copied(),
        }
    }
}

/// The simplified twin of one character by itself; the character where it has none.
pub fn simple(char: char) -> char {
    TWINS.of(char).unwrap_or(char)
}

/// `given` in simplified characters, as many as before.
pub fn simplify(given: &[char]) -> Vec<char> {
    let twins = &*TWINS;
    let mut simplified = given.to_vec();
    let mut at = 0;
    while at < given.len() {
        let rest = &given[at..];
        let phrase =
            twins.phrases.get(&rest[0]).and_then(|phrases| phrases.iter().find(|[key, _]| rest.starts_with(key)));
        if let Some([_, twin]) = phrase {
            simplified[at..at + twin.len()].copy_from_slice(twin);
            at += twin.len();
        } else {
            if let Some(twin) = twins.of(rest[0]) {
                simplified[at] = twin;
            }
            at += 1;
        }
    }
    simplified
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use ferrous_opencc::{OpenCC, config::BuiltinConfig};

    fn agree(text: &str) {
        let opencc = OpenCC::from_config(BuiltinConfig::T2s).expect("OpenCC's own configuration");
        let ours: String = simplify(&text.chars().collect::<Vec<_>>()).into_iter().collect();
        assert_eq!(ours, opencc.convert(text));
    }

    #[test]
    fn every_character_and_phrase_is_simplified_as_opencc_does() {
        let all: String = ('\u{80}'..='\u{3FFFF}').flat_map(|char| [char, '\n']).collect();
        agree(&all);
        let keys: Vec<&str> = LIST.lines().filter_map(|line| line.split('\t').next()).collect();
        agree(&keys.join("\n"));
        // run together, phrases overlap
        agree(&keys.concat());
        agree(&keys.iter().rev().copied().collect::<String>());
    }

    #[test]
    fn real_text_is_simplified_as_opencc_does() {
        agree(include_str!("../../tests/articles/interview-hant.txt"));
        agree(include_str!("../../tests/articles/work-report.txt"));
    }
}
