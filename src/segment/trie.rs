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
