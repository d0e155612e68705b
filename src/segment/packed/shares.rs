//! Fixed shares of symbols: counted over the whole dictionary, so that every piece of it can be read for itself.

use super::range::{Reader, Writer};
use std::collections::BTreeMap;

/// How often each symbol of one table is met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shares {
    /// Ascending.
    symbols: Vec<u16>,
    /// The sum of the counts up to that of each symbol.
    ends: Vec<u32>,
}

impl Shares {
    /// Adds a symbol behind those so far; `count` is not 0.
    pub fn push(&mut self, symbol: u16, count: u32) {
        self.symbols.push(symbol);
        self.ends.push(self.total().saturating_add(count));
    }

    /// Whether all counts together are so few that each leaves its symbol a part of the range.
    pub fn is_sound(&self) -> bool {
        self.total() < 1 << 31 && self.ends.is_sorted()
    }

    #[inline]
    fn total(&self) -> u32 {
        self.ends.last().copied().unwrap_or(0)
    }

    /// The sum of the counts before that at `index`.
    #[inline]
    fn begin(&self, index: usize) -> u32 {
        index.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// The sum of the counts of the symbols below `from`.
    #[inline]
    fn below(&self, from: u16) -> u32 {
        if from == 0 { 0 } else { self.begin(self.symbols.partition_point(|&symbol| symbol < from)) }
    }
}

/// One pass over the words of a dictionary.
pub trait Pass {
    /// Counts or writes `wanted` of the table `table`, or reads a symbol and ignores `wanted`; it is known to be `from` or
    /// a later one. Returns what was counted, written or read.
    fn symbol(&mut self, table: usize, from: u16, wanted: u16) -> u16;

    /// The same for so many bits (at most 16) that are as often 0 as 1.
    fn bits(&mut self, count: u32, wanted: u32) -> u32;
}

/// The pass that counts: what the tables are made of.
pub struct Counting(pub Vec<BTreeMap<u16, u32>>);

impl Pass for Counting {
    fn symbol(&mut self, table: usize, _: u16, wanted: u16) -> u16 {
        *self.0[table].entry(wanted).or_default() += 1;
        wanted
    }

    fn bits(&mut self, _: u32, wanted: u32) -> u32 {
        wanted
    }
}

/// The pass that writes.
pub struct Writing<'a> {
    /// The tables, with every symbol that was counted.
    pub tables: &'a [Shares],
    /// What it writes to.
    pub writer: Writer,
}

impl Pass for Writing<'_> {
    fn symbol(&mut self, table: usize, from: u16, wanted: u16) -> u16 {
        let shares = &self.tables[table];
        let index = shares.symbols.binary_search(&wanted).expect("a symbol that was counted");
        let (below, begin, end) = (shares.below(from), shares.begin(index), shares.ends[index]);
        self.writer.put((begin - below).into(), (end - begin).into(), (shares.total() - below).into());
        wanted
    }

    fn bits(&mut self, count: u32, wanted: u32) -> u32 {
        self.writer.put(wanted.into(), 1, 1 << count);
        wanted
    }
}

/// The pass that reads. Of a file that is broken it reads something: a checksum has to tell.
pub struct Reading<'a> {
    /// The tables.
    pub tables: &'a [Shares],
    /// What it reads from.
    pub reader: Reader<'a>,
}

impl Pass for Reading<'_> {
    /// A call of its own: a browser has its faster code of a small function sooner.
    #[inline(never)]
    fn symbol(&mut self, table: usize, from: u16, _: u16) -> u16 {
        let Some(shares) = self.tables.get(table) else { return from };
        let below = shares.below(from);
        let total = shares.total() - below;
        if total == 0 {
            return from;
        }
        let value = self.reader.at(total.into()) as u32 + below;
        let index = shares.ends.partition_point(|&end| end <= value);
        let begin = shares.begin(index);
        self.reader.take((begin - below).into(), (shares.ends[index] - begin).into());
        shares.symbols[index]
    }

    #[inline]
    fn bits(&mut self, count: u32, _: u32) -> u32 {
        let value = self.reader.at(1 << count);
        self.reader.take(value, 1);
        value as u32
    }
}
