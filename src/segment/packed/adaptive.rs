//! Symbols, each one of 24, written with the share that its context has shown so far. Packing and unpacking run the same
//! code over the two ends of [`Coder`], so they cannot drift apart.

use super::range::{Reader, Writer};

/// How many symbols there are.
pub const SYMBOLS: usize = 24;

/// What a context adds to the count of a symbol that it saw; each begins with 1.
const STEP: u64 = 20;

/// A context forgets half of what it saw once its counts sum up to more.
const LIMIT: u64 = 4095 - STEP;

/// A context's sums stand side by side in words of 64 bits, four in a word.
const LANES: usize = 4;
const WORDS: usize = SYMBOLS / LANES;

/// 1 in every lane.
const ONES: u64 = 0x0001_0001_0001_0001;

/// The highest bit of every lane, which no sum reaches.
const HIGHEST: u64 = ONES << 15;

/// What seeing a symbol adds to the sums: [`STEP`] to its own and to each behind it.
const STEPS: [[u64; WORDS]; SYMBOLS] = {
    let mut steps = [[0; WORDS]; SYMBOLS];
    let mut at = 0;
    while at < SYMBOLS * SYMBOLS {
        let (symbol, other) = (at / SYMBOLS, at % SYMBOLS);
        if other >= symbol {
            steps[symbol][other / LANES] |= STEP << (other % LANES * 16);
        }
        at += 1;
    }
    steps
};

/// What one context has learnt: for each symbol how often it saw that one and those before it, together.
#[derive(Debug, Clone, Copy)]
pub struct Context([u64; WORDS]);

impl Default for Context {
    /// One that has seen nothing.
    fn default() -> Self {
        Self::new([1; SYMBOLS])
    }
}

impl Context {
    fn new(counts: [u64; SYMBOLS]) -> Self {
        let (mut words, mut sum) = ([0; WORDS], 0);
        for (symbol, count) in counts.into_iter().enumerate() {
            sum += count;
            words[symbol / LANES] |= sum << (symbol % LANES * 16);
        }
        Self(words)
    }

    /// The sum of the counts up to that of `symbol`.
    #[inline(always)]
    fn end(&self, symbol: usize) -> u64 {
        self.0[symbol / LANES] >> (symbol % LANES * 16) & 0xFFFF
    }

    /// The sum of the counts before that of `symbol`.
    #[inline(always)]
    fn begin(&self, symbol: usize) -> u64 {
        if symbol == 0 { 0 } else { self.end(symbol - 1) }
    }

    /// The sum of all counts.
    #[inline(always)]
    fn sum(&self) -> u64 {
        self.0[WORDS - 1] >> 48
    }

    /// The symbol whose part of the sum holds `value`, which is below the sum: so many sums are not above it. All are
    /// compared at once, without a branch: what is read is as good as random, and a processor would guess wrong again and again.
    #[inline(always)]
    fn symbol(&self, value: u64) -> usize {
        let value = (value * ONES) | HIGHEST;
        let passed = |(at, word): (usize, &u64)| ((value - word) & HIGHEST) >> at;
        self.0.iter().enumerate().map(passed).fold(0, |all, some| all | some).count_ones() as usize
    }

    #[inline(always)]
    fn learn(&mut self, symbol: usize) {
        for (word, step) in self.0.iter_mut().zip(&STEPS[symbol]) {
            *word += step;
        }
        if self.sum() > LIMIT {
            self.forget();
        }
    }

    #[cold]
    fn forget(&mut self) {
        *self = Self::new(std::array::from_fn(|symbol| (self.end(symbol) - self.begin(symbol)).div_ceil(2)));
    }
}

/// One end of the coder.
pub trait Coder {
    /// Writes `wanted`, or reads a symbol and ignores `wanted`; returns what was written or read.
    fn symbol(&mut self, context: &mut Context, wanted: usize) -> usize;

    /// A number: symbols, of which the last one of 24 says that more follows.
    #[inline(always)]
    fn number(&mut self, context: &mut Context, wanted: usize) -> usize {
        const MORE: usize = SYMBOLS - 1;
        let mut number = 0;
        loop {
            let symbol = self.symbol(context, wanted.saturating_sub(number).min(MORE));
            number += symbol;
            if symbol < MORE || number > 1 << 16 {
                return number;
            }
        }
    }
}

impl Coder for Writer {
    fn symbol(&mut self, context: &mut Context, wanted: usize) -> usize {
        let begin = context.begin(wanted);
        self.put(begin, context.end(wanted) - begin, context.sum());
        context.learn(wanted);
        wanted
    }
}

impl Coder for Reader<'_> {
    #[inline(never)]
    fn symbol(&mut self, context: &mut Context, _: usize) -> usize {
        let symbol = context.symbol(self.at(context.sum()));
        let begin = context.begin(symbol);
        self.take(begin, context.end(symbol) - begin);
        context.learn(symbol);
        symbol
    }
}
