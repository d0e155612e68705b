//! TextRank: a word is weighty that stands beside weighty words.

use super::Word;

/// Words so far apart count as neighbours.
const WINDOW: usize = 5;
const ROUNDS: usize = 12;
const DAMPING: f64 = 0.85;

/// The rank of every vocabulary item, by its number.
pub fn ranks(content: &[Word]) -> Vec<f64> {
    let count = content.iter().map(|word| word.id as usize + 1).max().unwrap_or(0);
    let edges = edges(content);
    let mut strength = vec![0.0_f64; count];
    for &(a, b, times) in &edges {
        strength[a as usize] += f64::from(times);
        strength[b as usize] += f64::from(times);
    }
    let mut ranks = vec![1.0_f64; count];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - DAMPING; count];
        let shares: Vec<f64> = ranks.iter().zip(&strength).map(|(rank, strength)| DAMPING * rank / strength).collect();
        for &(a, b, times) in &edges {
            let (a, b, times) = (a as usize, b as usize, f64::from(times));
            next[a] += shares[b] * times;
            next[b] += shares[a] * times;
        }
        ranks = next;
    }
    ranks
}

/// A pair of words and how often they are neighbours.
type Edge = (u32, u32, u32);

/// So many pairs are counted at a time: a long text has more of them than its analysis has room for otherwise.
const BATCH: usize = 1 << 15;

/// How often two different words are neighbours; in order of the numbers, so that sums come out the same every time.
fn edges(content: &[Word]) -> Vec<Edge> {
    let mut edges = Vec::new();
    // two numbers in one: half the room, and sorted faster
    let mut pairs: Vec<u64> = Vec::with_capacity(BATCH.min(content.len() * (WINDOW - 1)));
    for (at, word) in content.iter().enumerate() {
        for other in content.iter().skip(at + 1).take(WINDOW - 1) {
            let (a, b) = (word.id.min(other.id), word.id.max(other.id));
            if a != b {
                pairs.push(u64::from(a) << 32 | u64::from(b));
            }
        }
        if pairs.len() + WINDOW > BATCH {
            edges = merged(&edges, &mut pairs);
        }
    }
    merged(&edges, &mut pairs)
}

/// `edges` with the `pairs`, which are empty afterwards.
fn merged(edges: &[Edge], pairs: &mut Vec<u64>) -> Vec<Edge> {
    pairs.sort_unstable();
    let key = |edge: &Edge| u64::from(edge.0) << 32 | u64::from(edge.1);
    let mut merged: Vec<Edge> = Vec::with_capacity(edges.len() + pairs.chunk_by(|a, b| a == b).count());
    let mut known = edges.iter().copied().peekable();
    for same in pairs.chunk_by(|a, b| a == b) {
        let pair = same[0];
        while let Some(before) = known.next_if(|edge| key(edge) < pair) {
            merged.push(before);
        }
        let seen = known.next_if(|edge| key(edge) == pair).map_or(0, |edge| edge.2);
        merged.push(((pair >> 32) as u32, pair as u32, seen + same.len() as u32));
    }
    merged.extend(known);
    pairs.clear();
    merged
}
