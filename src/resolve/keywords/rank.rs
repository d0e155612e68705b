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
    for &(a, b, weight) in &edges {
        strength[a] += weight;
        strength[b] += weight;
    }
    let mut ranks = vec![1.0_f64; count];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - DAMPING; count];
        let shares: Vec<f64> = ranks.iter().zip(&strength).map(|(rank, strength)| DAMPING * rank / strength).collect();
        for &(a, b, weight) in &edges {
            next[a] += shares[b] * weight;
            next[b] += shares[a] * weight;
        }
        ranks = next;
    }
    ranks
}

/// How often two different words are neighbours; in order of the numbers, so that sums come out the same every time.
fn edges(content: &[Word]) -> Vec<(usize, usize, f64)> {
    // two numbers in one: half the room, and sorted faster
    let mut pairs: Vec<u64> = Vec::with_capacity(content.len() * (WINDOW - 1));
    for (at, word) in content.iter().enumerate() {
        for other in content.iter().skip(at + 1).take(WINDOW - 1) {
            let (a, b) = (word.id.min(other.id), word.id.max(other.id));
            if a != b {
                pairs.push(u64::from(a) << 32 | u64::from(b));
            }
        }
    }
    pairs.sort_unstable();
    let mut edges: Vec<(usize, usize, f64)> = Vec::new();
    for pair in pairs {
        let (a, b) = ((pair >> 32) as usize, (pair & u64::from(u32::MAX)) as usize);
        match edges.last_mut() {
            Some(last) if (last.0, last.1) == (a, b) => last.2 += 1.0,
            _ => edges.push((a, b, 1.0)),
        }
    }
    edges
}
