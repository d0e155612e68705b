//! The words of a dictionary as a tree of characters, one array of nodes for each depth.
//!
//! Words come sorted, so the children of a node stand in a row in the array of the next depth, and building the
//! tree is appending to arrays. A node takes ten bytes.

use super::DictionaryError;
use super::opened::{Reader, Writer, broken};

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
    /// The node of each character in the first level, plus one; 0 where no word begins with it.
    roots: Vec<u32>,
}

impl Trie {
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
        let Some(first) = self.levels.first() else { return };
        self.roots = vec![0; first.characters.last().map_or(0, |&last| usize::from(last) + 1)];
        for (node, &character) in first.characters.iter().enumerate() {
            self.roots[usize::from(character)] = node as u32 + 1;
        }
    }

    /// Adds what the tree holds to the lists of `writer`.
    pub fn write(&self, writer: &mut Writer) {
        writer.list(&[self.levels.len() as u32]);
        for level in &self.levels {
            writer.list(&level.characters);
            writer.list(&level.children);
            writer.list(&level.values);
        }
        writer.list(&self.roots);
    }

    /// The tree that was written; `known` says which values it may hold.
    ///
    /// # Errors
    /// [`DictionaryError`] where the lists are no tree.
    pub fn read(reader: &mut Reader, known: impl Fn(u32) -> bool) -> Result<Self, DictionaryError> {
        let mut levels: Vec<Level> = Vec::new();
        for _ in 0..reader.item::<u32>()? {
            levels.push(Level { characters: reader.list()?, children: reader.list()?, values: reader.list()? });
        }
        let trie = Self { levels, roots: reader.list()? };
        if trie.is_whole() && trie.values().all(known) { Ok(trie) } else { Err(broken()) }
    }

    fn values(&self) -> impl Iterator<Item = u32> {
        self.levels.iter().flat_map(|level| level.values.iter().copied()).filter(|&value| value != 0)
    }

    /// Whether no node leads out of the tree: the last level is there to have none.
    fn is_whole(&self) -> bool {
        let inside = |pair: &[Level]| {
            let [level, next] = pair else { return false };
            let nodes = level.characters.len();
            let last = level.children.last().map_or(0, |&end| end as usize);
            let complete = level.values.len() == nodes && level.children.len() == nodes + 1;
            complete && level.children.is_sorted() && last <= next.characters.len()
        };
        let first = self.levels.first().map_or(0, |level| level.characters.len());
        self.levels.windows(2).all(inside)
            && self.levels.last().is_none_or(|last| last.characters.is_empty())
            && self.roots.iter().all(|&root| root as usize <= first)
    }

    /// Calls `each` with the length and the value of every word that `characters` begins with, shortest first.
    #[inline]
    pub fn prefixes(&self, characters: &[u16], mut each: impl FnMut(usize, u32)) {
        let Some((&first, rest)) = characters.split_first() else { return };
        let Some(mut node) = self.roots.get(usize::from(first)).and_then(|root| root.checked_sub(1)) else { return };
        let mut level = &self.levels[0];
        let mut depth = 0;
        loop {
            let value = level.values[node as usize];
            if value != 0 {
                each(depth + 1, value);
            }
            let Some(&character) = rest.get(depth) else { return };
            let (from, to) = (level.children[node as usize], level.children[node as usize + 1]);
            if from == to {
                return;
            }
            depth += 1;
            level = &self.levels[depth];
            match level.characters[from as usize..to as usize].binary_search(&character) {
                Ok(at) => node = from + at as u32,
                Err(_) => return,
            }
        }
    }

    /// The value of the word that `characters` are, 0 where they are none.
    pub fn get(&self, characters: &[u16]) -> u32 {
        let mut found = 0;
        self.prefixes(characters, |length, value| {
            if length == characters.len() {
                found = value;
            }
        });
        found
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

    fn again(trie: &Trie) -> Result<Trie, DictionaryError> {
        let mut writer = Writer::default();
        trie.write(&mut writer);
        Trie::read(&mut Reader::open(&writer.finish())?, |value| value < 10)
    }

    #[test]
    fn a_tree_comes_back() {
        let trie = again(&tree()).unwrap();
        assert_eq!([&[1][..], &[1, 2], &[3], &[2]].map(|word| trie.get(word)), [7, 8, 9, 0]);
        assert_eq!(again(&Trie::default()).unwrap().get(&[1]), 0);
    }

    #[test]
    fn what_leads_out_of_a_tree_is_an_error() {
        let spoilt: [fn(&mut Trie); 7] = [
            |trie| trie.levels[0].children[1] = 9,
            |trie| *trie.levels[0].children.last_mut().unwrap() = 9,
            |trie| trie.levels[0].values[0] = 10,
            |trie| _ = trie.levels[1].values.pop(),
            |trie| _ = trie.levels[1].children.pop(),
            |trie| _ = trie.levels.pop(),
            |trie| trie.roots[1] = 9,
        ];
        for spoil in spoilt {
            let mut trie = tree();
            spoil(&mut trie);
            assert!(again(&trie).is_err());
        }
    }
}
