//! The filter of a document: which words it cannot hold.

use super::query::{Query, fold};
use std::collections::HashSet;

/// Bits of a filter for every pair of characters: fewer would let too many documents through in vain.
const BITS: usize = 8;

/// Bytes of the smallest and of the largest filter.
const SMALLEST: usize = 64;
const LARGEST: usize = 1 << 16;

/// Single characters and pairs of neighbours, as numbers.
fn grams(chars: impl Iterator<Item = char>, mut visit: impl FnMut(u64)) {
    let mut before = None;
    for char in chars {
        visit(u64::from(u32::from(char)));
        if let Some(before) = before {
            visit(u64::from(u32::from(before)) << 32 | u64::from(u32::from(char)) | 1 << 63);
        }
        before = Some(char);
    }
}

/// Two bits of a filter of `size` bits for one gram.
const fn bits(gram: u64, size: usize) -> [usize; 2] {
    let mut hash = gram.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    hash ^= hash >> 29;
    hash = hash.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    [(hash >> 32) as usize % size, (hash & 0xFFFF_FFFF) as usize % size]
}

/// Tells which words a document cannot hold; may let others through (a Bloom filter over pairs of characters).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter(Box<[u8]>);

impl Filter {
    /// The filter of a text and its rows.
    pub fn of<'a>(pieces: impl Iterator<Item = &'a str>) -> Self {
        let mut all = HashSet::new();
        for piece in pieces {
            grams(piece.chars().map(fold), |gram| {
                all.insert(gram);
            });
        }
        let bytes = (all.len() * BITS / 8).next_power_of_two().clamp(SMALLEST, LARGEST);
        let mut filter = vec![0u8; bytes];
        for gram in all {
            for bit in bits(gram, bytes * 8) {
                filter[bit / 8] |= 1 << (bit % 8);
            }
        }
        Self(filter.into())
    }

    /// The filter in these bytes.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        (!bytes.is_empty()).then(|| Self(bytes.into()))
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether the document may hold all words of `query`.
    pub fn may_hold(&self, query: &Query) -> bool {
        let size = self.0.len() * 8;
        let mut holds = true;
        for word in &query.words {
            grams(word.iter().copied(), |gram| {
                holds &= bits(gram, size).into_iter().all(|bit| self.0[bit / 8] & 1 << (bit % 8) != 0);
            });
        }
        holds
    }
}
