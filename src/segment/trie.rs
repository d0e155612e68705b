//! The words of a dictionary as a tree of characters, one array of nodes for each depth.
//!
//! Words come sorted, so the children of a node stand in a row in the array of the next depth, and building the
//! tree is appending to arrays. A node takes ten bytes.

/// The nodes of one depth.
#[derive(Debug, Default)]
struct Level {
    /// The last character of each node's prefix; ascending among the children of one node.
    characters: Vec<u16>,
    /// Where each node's children begin in the next level; one more entry than nodes once the tree is finished.
    children: Vec<u32>,
    /// What the word that ends here stands for, 0 where none does.
    values: Vec<u32>,
}

/// A tree of words over numbered characters.
#[derive(Debug, Default)]
pub struct Trie {
    levels: Vec<Level>,
}

impl Trie {
    /// A tree without words.
    pub const EMPTY: Self = Self { levels: Vec::new() };

    /// Adds a word behind all words so far, of which it shares `shared` characters with the last; `value` is not 0.
    pub fn push(&mut self, word: &[u16], shared: usize, value: u32) {
        for (depth, &character) in word.iter().enumerate().skip(shared) {
            while self.levels.len() <= depth + 1 {
                self.levels.push(Level::default());
            }
            let children = self.levels[depth + 1].characters.len() as u32;
            let level = &mut self.levels[depth];
            level.characters.push(character);
            level.children.push(children);
            level.values.push(0);
        }
        if let Some(last) = word.len().checked_sub(1).and_then(|depth| self.levels[depth].values.last_mut()) {
            *last = value;
        }
    }

    /// Ends the building.
    pub fn finish(&mut self) {
        for depth in 1..self.levels.len() {
            let end = self.levels[depth].characters.len() as u32;
            self.levels[depth - 1].children.push(end);
        }
    }

    /// Calls `each` with the length and the value of every word that `characters` begins with, shortest first.
    #[inline]
    pub fn prefixes(&self, characters: &[u16], mut each: impl FnMut(usize, u32)) {
        let mut siblings = 0..self.levels.first().map_or(0, |level| level.characters.len());
        for (level, (depth, character)) in self.levels.iter().zip(characters.iter().enumerate()) {
            let Ok(at) = level.characters[siblings.clone()].binary_search(character) else { return };
            let node = siblings.start + at;
            if level.values[node] != 0 {
                each(depth + 1, level.values[node]);
            }
            siblings = level.children[node] as usize..level.children[node + 1] as usize;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1, 1 2, 3 with the values 7, 8, 9.
    fn tree() -> Trie {
        let mut trie = Trie::default();
        trie.push(&[1], 0, 7);
        trie.push(&[1, 2], 1, 8);
        trie.push(&[3], 0, 9);
        trie.finish();
        trie
    }

    #[test]
    fn words_are_found_shortest_first() {
        let found = |word: &[u16]| {
            let mut found = Vec::new();
            tree().prefixes(word, |length, value| found.push((length, value)));
            found
        };
        assert_eq!(found(&[1, 2, 4]), [(1, 7), (2, 8)]);
        assert_eq!(found(&[3]), [(1, 9)]);
        assert_eq!(found(&[2]), []);
        assert_eq!(found(&[]), []);
        Trie::EMPTY.prefixes(&[1], |_, _| panic!("there is no word"));
    }
}
