//! An adaptive range coder: every symbol, one of 24, is written with the share that its context has shown so far.
//! Packing and unpacking run the same model over the two ends of [`Coder`], so they cannot drift apart.
//!
//! A symbol of 24 costs about what a yes or no would: a page that starts waits for some three million of them.

/// How many symbols there are.
pub const SYMBOLS: usize = 24;

/// The counts of a context, in groups of so many.
const GROUP: usize = 4;

/// What a context adds to the count of a symbol that it saw; each begins with 1.
const STEP: u16 = 20;

/// A context forgets half of what it saw once its counts sum up to more.
const LIMIT: u32 = 4095 - STEP as u32;

/// 2 to the 32nd over each sum that counts may have: a multiplication takes the place of a division. Reckoned when it is
/// needed: as a part of the program it would be ten kilobytes to load.
fn shares() -> Box<[u32; 4096]> {
    let mut shares = Box::new([u32::MAX; 4096]);
    for (share, sum) in shares.iter_mut().zip(0..).skip(1) {
        *share = u32::MAX / sum;
    }
    shares
}

/// What one context has learnt: how often it saw each symbol, and the sums of its groups.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    groups: [u16; SYMBOLS / GROUP],
    counts: [u16; SYMBOLS],
}

impl Default for Context {
    fn default() -> Self {
        Self { groups: [GROUP as u16; SYMBOLS / GROUP], counts: [1; SYMBOLS] }
    }
}

impl Context {
    fn sum(&self) -> u32 {
        self.groups.iter().map(|&count| u32::from(count)).sum()
    }

    /// The context without the symbols before `from`; one of 24 remains in any case.
    fn without(&self, from: usize) -> Self {
        let mut rest = *self;
        for symbol in 0..from.min(SYMBOLS - 1) {
            rest.groups[symbol / GROUP] -= rest.counts[symbol];
            rest.counts[symbol] = 0;
        }
        rest
    }

    #[inline(always)]
    fn learn(&mut self, symbol: usize, sum: u32) {
        self.counts[symbol] += STEP;
        self.groups[symbol / GROUP] += STEP;
        if sum >= LIMIT {
            self.forget();
        }
    }

    #[cold]
    fn forget(&mut self) {
        for (group, counts) in self.groups.iter_mut().zip(self.counts.chunks_mut(GROUP)) {
            counts.iter_mut().for_each(|count| *count = count.div_ceil(2));
            *group = counts.iter().sum();
        }
    }
}

/// One end of the coder.
pub trait Coder {
    /// Writes `wanted`, or reads a symbol and ignores `wanted`; returns what was written or read.
    fn symbol(&mut self, context: &mut Context, wanted: usize) -> usize;

    /// The same for a symbol that is known to be `from` or a later one.
    fn symbol_from(&mut self, context: &mut Context, from: usize, wanted: usize) -> usize;

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

/// The range is widened by 16 bits once it is smaller than this.
const LEAST_RANGE: u64 = 1 << 48;

/// The width of a count of 1 where all counts are `sum`.
#[inline(always)]
fn unit(shares: &[u32; 4096], range: u64, sum: u32) -> u64 {
    (range >> 32) * u64::from(shares[(sum & 4095) as usize])
}

/// Writes.
pub struct Encoder {
    low: u64,
    range: u64,
    shares: Box<[u32; 4096]>,
    bytes: Vec<u8>,
}

impl Encoder {
    /// An encoder that appends to `bytes`.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { low: 0, range: u64::MAX, shares: shares(), bytes }
    }

    /// Everything written.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..4 {
            self.shift();
        }
        self.bytes
    }

    fn shift(&mut self) {
        self.bytes.extend(((self.low >> 48) as u16).to_be_bytes());
        self.low <<= 16;
    }

    fn write(&mut self, seen: &Context, symbol: usize) {
        let unit = unit(&self.shares, self.range, seen.sum());
        let before: u64 = seen.counts[..symbol].iter().map(|&count| u64::from(count)).sum();
        let (low, carry) = self.low.overflowing_add(unit * before);
        if carry {
            for byte in self.bytes.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
        self.low = low;
        self.range = unit * u64::from(seen.counts[symbol]);
        while self.range < LEAST_RANGE {
            self.range <<= 16;
            self.shift();
        }
    }
}

impl Coder for Encoder {
    fn symbol(&mut self, context: &mut Context, wanted: usize) -> usize {
        self.symbol_from(context, 0, wanted)
    }

    fn symbol_from(&mut self, context: &mut Context, from: usize, wanted: usize) -> usize {
        self.write(&context.without(from), wanted);
        context.learn(wanted, context.sum());
        wanted
    }
}

/// Reads. Beyond the end it reads zeros: a checksum has to tell.
pub struct Decoder<'a> {
    code: u64,
    range: u64,
    shares: Box<[u32; 4096]>,
    rest: &'a [u8],
}

impl<'a> Decoder<'a> {
    /// A decoder of what an [`Encoder`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { code: 0, range: u64::MAX, shares: shares(), rest: bytes };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    #[inline(always)]
    fn shift(&mut self) {
        let (next, rest) = match self.rest {
            [high, low, rest @ ..] => ([*high, *low], rest),
            [high] => ([*high, 0], &[][..]),
            [] => ([0, 0], &[][..]),
        };
        self.rest = rest;
        self.code = self.code << 16 | u64::from(u16::from_be_bytes(next));
    }

    /// Without branches on what is read: it is as good as random, and the processor would guess wrong again and again.
    #[inline(always)]
    fn read(&mut self, seen: &Context, sum: u32) -> usize {
        let unit = unit(&self.shares, self.range, sum);
        let (mut group, mut low, mut end) = (0, 0, 0);
        for &count in &seen.groups[..SYMBOLS / GROUP - 1] {
            end += unit * u64::from(count);
            let past = self.code >= end;
            group += usize::from(past);
            low = if past { end } else { low };
        }
        let mut symbol = group * GROUP;
        end = low;
        for &count in &seen.counts[symbol..symbol + GROUP - 1] {
            end += unit * u64::from(count);
            let past = self.code >= end;
            symbol += usize::from(past);
            low = if past { end } else { low };
        }
        self.code -= low;
        self.range = unit * u64::from(seen.counts[symbol]);
        while self.range < LEAST_RANGE {
            // no symbol of a sound file has no width
            self.range = (self.range << 16).max(1);
            self.shift();
        }
        symbol
    }
}

impl Coder for Decoder<'_> {
    #[inline(never)]
    fn symbol(&mut self, context: &mut Context, _: usize) -> usize {
        let sum = context.sum();
        let symbol = self.read(context, sum);
        context.learn(symbol, sum);
        symbol
    }

    #[inline(never)]
    fn symbol_from(&mut self, context: &mut Context, from: usize, _: usize) -> usize {
        let rest = context.without(from);
        let symbol = self.read(&rest, rest.sum());
        context.learn(symbol, context.sum());
        symbol
    }
}
