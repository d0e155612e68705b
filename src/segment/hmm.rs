//! jieba's hidden Markov model: where words that the dictionary lacks begin and end.
//!
//! Its four states are the begin, the end, the middle of a word and a word of one character. The emissions are kept
//! as counts; the probabilities that jieba prints with six decimals are reckoned from them.

use super::packed::Emission;

const BEGIN: usize = 0;
const END: usize = 1;
const MIDDLE: usize = 2;
const SINGLE: usize = 3;

/// The logarithm that stands for impossible.
const NEVER: f64 = -3.14e100;

/// Logarithms of the probabilities of the first state.
const FIRST: [f64; 4] = [-0.262_686_608_092_500_16, NEVER, NEVER, -1.465_263_339_853_767_8];

/// Logarithms of the probabilities from a state (row) to the next (column).
const NEXT: [[f64; 4]; 4] = [
    [NEVER, -0.510_825_623_765_990, -0.916_290_731_874_155, NEVER],
    [-0.589_714_973_685_451_3, NEVER, NEVER, -0.808_525_047_466_993_7],
    [NEVER, -0.333_448_568_119_485_14, -1.260_362_382_026_822_6, NEVER],
    [-0.721_196_565_466_984_1, NEVER, NEVER, -0.665_863_144_879_821_2],
];

/// The two states that can stand before each; of equally probable ones the second counts.
const BEFORE: [[usize; 2]; 4] = [[END, SINGLE], [BEGIN, MIDDLE], [BEGIN, MIDDLE], [END, SINGLE]];

/// How many characters of each state the model was counted over.
const TOTALS: [u32; 4] = [33_749_694, 33_749_694, 6_980_216, 29_953_599];

/// The characters that the model knows.
const RANGE: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FD5}';

/// The model.
#[derive(Debug)]
pub struct Hmm {
    /// The row of each character of [`RANGE`], the last row where it was never met.
    rows: Vec<u16>,
    /// How often the character of each row was met in each state.
    counts: Vec<[u32; 4]>,
}

impl Hmm {
    /// The model with the given counts.
    pub fn new(counted: &[Emission]) -> Self {
        let counted: Vec<&Emission> = counted.iter().filter(|emission| is_covered(emission.character)).collect();
        let mut rows = vec![counted.len() as u16; RANGE.count()];
        for (row, emission) in counted.iter().enumerate() {
            rows[emission.character as usize - *RANGE.start() as usize] = row as u16;
        }
        let counts = counted.iter().map(|emission| emission.counts).chain([[0; 4]]).collect();
        Self { rows, counts }
    }

    /// Reckoned when it is needed: few characters of a text stand in no word of the dictionary.
    fn emission(&self, char: char) -> [f64; 4] {
        let row = (char as usize).checked_sub(*RANGE.start() as usize).and_then(|at| self.rows.get(at));
        logarithms(row.and_then(|&row| self.counts.get(usize::from(row))).copied().unwrap_or_default())
    }

    /// Cuts `run`, two or more characters that the model covers; calls `word` with the end of each word.
    pub fn cut(&self, run: &[char], mut word: impl FnMut(usize)) {
        for (at, state) in self.path(run).into_iter().map(usize::from).enumerate() {
            if state == END || state == SINGLE {
                word(at + 1);
            }
        }
    }

    /// The most probable states (Viterbi).
    fn path(&self, run: &[char]) -> Vec<u8> {
        let Some((&first, rest)) = run.split_first() else { return Vec::new() };
        let emission = self.emission(first);
        let mut score: [f64; 4] = std::array::from_fn(|state| FIRST[state] + emission[state]);
        let mut came_from: Vec<[u8; 4]> = Vec::with_capacity(rest.len());
        for &char in rest {
            let emission = self.emission(char);
            let (mut next, mut from) = ([0.0; 4], [0; 4]);
            for state in 0..4 {
                let [a, b] = BEFORE[state];
                let over_a = score[a] + NEXT[a][state] + emission[state];
                let over_b = score[b] + NEXT[b][state] + emission[state];
                (next[state], from[state]) = if over_a > over_b { (over_a, a as u8) } else { (over_b, b as u8) };
            }
            score = next;
            came_from.push(from);
        }
        let mut state = if score[END] > score[SINGLE] { END as u8 } else { SINGLE as u8 };
        let mut path = vec![state; run.len()];
        for (at, from) in came_from.iter().enumerate().rev() {
            state = from[usize::from(state)];
            path[at] = state;
        }
        path
    }
}

/// Whether the model covers `char`.
pub fn is_covered(char: char) -> bool {
    RANGE.contains(&char)
}

/// The logarithms of the shares that `counts` have, to six decimals as jieba has them.
fn logarithms(counts: [u32; 4]) -> [f64; 4] {
    std::array::from_fn(|state| match counts[state] {
        0 => NEVER,
        count => ((f64::from(count) / f64::from(TOTALS[state])).ln() * 1e6).round() / 1e6,
    })
}
