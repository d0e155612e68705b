//! Where each code point of a string begins, in bytes: one byte for each, and the full offset of every 64th.

/// The steps of so many code points, of four bytes at most, fit a byte.
const BLOCK: usize = 64;

/// The byte offsets of a string's code points, and of its end.
#[derive(Debug)]
pub struct ByteOffsets {
    bases: Vec<u32>,
    /// How far each code point begins behind the first of its block.
    steps: Vec<u8>,
}

impl ByteOffsets {
    /// Those of `text`, which has `count` code points.
    pub fn new(text: &str, count: usize) -> Self {
        let mut bases: Vec<u32> = Vec::with_capacity(count / BLOCK + 1);
        let mut steps = Vec::with_capacity(count + 1);
        let mut base = 0;
        for byte in text.char_indices().map(|(byte, _)| byte).chain([text.len()]) {
            if steps.len() % BLOCK == 0 {
                base = byte;
                bases.push(base as u32);
            }
            steps.push((byte - base) as u8);
        }
        Self { bases, steps }
    }

    /// Where code point `at` begins; the length of the string for its end.
    ///
    /// # Panics
    /// Where `at` lies beyond the end.
    #[inline]
    pub fn at(&self, at: usize) -> usize {
        self.bases[at / BLOCK] as usize + usize::from(self.steps[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_point_is_where_it_is() {
        for text in ["", "a", &"𠮷".repeat(300), &"市a𠮷é".repeat(99)] {
            let offsets = ByteOffsets::new(text, text.chars().count());
            for (at, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(offsets.at(at), byte);
            }
            assert_eq!(offsets.at(text.chars().count()), text.len());
        }
    }
}
