//! Normalising, one code point for one: the twin that every recogniser reads.

use super::simplify::simplify;
use crate::analysis::Script;

/// Phrases that t2s leaves because their first character is also simplified: key and twin, equally long.
const LEFT_OVER: &str = include_str!("variants.tsv");

/// The normalised code points of `given` and the script it is written in.
pub fn normalize(given: &str) -> (Vec<char>, Script) {
    let chars: Vec<char> = given.chars().collect();
    let mut simplified = simplify(&chars);
    let script = script_of(&chars, &simplified);
    if script != Script::Hans {
        replace_left_over(&mut simplified);
    }
    half_width(&mut simplified);
    pair_straight_quotes(&mut simplified);
    (simplified, script)
}

/// More than one character in fifty changed by t2s means traditional; a tenth of that is a slip or a name.
fn script_of(given: &[char], simplified: &[char]) -> Script {
    let han = given.iter().filter(|char| super::is_han(**char)).count();
    let changed = given.iter().zip(simplified).filter(|(a, b)| a != b).count();
    if changed * 10 >= han && changed > 0 {
        Script::Hant
    } else if changed * 50 >= han && changed > 0 {
        Script::Mixed
    } else {
        Script::Hans
    }
}

fn replace_left_over(chars: &mut [char]) {
    for line in LEFT_OVER.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, twin)) = line.split_once('\t') else { continue };
        let (key, twin): (Vec<char>, Vec<char>) = (key.chars().collect(), twin.chars().collect());
        if key.len() != twin.len() || key.is_empty() {
            continue;
        }
        for at in 0..chars.len().saturating_sub(key.len() - 1) {
            if chars[at..at + key.len()] == key[..] {
                chars[at..at + key.len()].copy_from_slice(&twin);
            }
        }
    }
}

/// Full-width forms to half width, blanks to the plain blank, quotation marks to “”‘’.
fn half_width(chars: &mut [char]) {
    for char in chars {
        *char = match *char {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(*char as u32 - 0xFEE0).unwrap_or(*char),
            '\u{3000}' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => ' ',
            '﹔' => ';',
            '﹕' => ':',
            '﹐' => ',',
            '﹑' => '、',
            '﹖' => '?',
            '﹗' => '!',
            '﹪' => '%',
            '「' | '〝' | '﹁' => '“',
            '」' | '〞' | '﹂' => '”',
            '『' | '﹃' => '‘',
            '』' | '﹄' => '’',
            '﹝' => '〔',
            '﹞' => '〕',
            '‐' | '‑' | '‒' | '–' | '―' | '─' | '━' => '—',
            '−' => '-',
            '〜' | '∼' | '˜' => '~',
            '•' | '‧' | '・' | '⋅' | '∙' => '·',
            '○' | '◯' => '〇',
            other => other,
        };
    }
}

/// Straight double quotation marks open and close by turns within a paragraph.
fn pair_straight_quotes(chars: &mut [char]) {
    let mut open = false;
    for char in chars {
        match *char {
            '\n' => open = false,
            '"' => {
                *char = if open { '”' } else { '“' };
                open = !open;
            }
            _ => {}
        }
    }
}
