//! The reader's library: what is known of each document, how it is found again, how it leaves and comes back.
//!
//! Nothing here knows a browser; where the records are kept is the page's business.

pub mod backup;
pub mod entry;
pub mod index;
pub mod link;
pub mod list;

/// `words` with a blank for every line break and other control character.
fn one_line(words: &str) -> String {
    words.chars().map(|char| if char.is_control() { ' ' } else { char }).collect()
}
