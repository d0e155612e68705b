//! Sorting by keys without a sorting algorithm of its own for every type: the standard library's is some ten kilobytes of
//! program for each, which a page has to load. Here numbers are sorted, and the rows then follow.

use std::cmp::Ordering;

/// Sorts `list` by `key`; rows with equal keys stay in their order.
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts `list`; rows that compare as equal stay in their order.
pub fn by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut targets = targets(list.len(), &|a, b| compare(&list[a], &list[b]));
    // every exchange brings one row to its place
    for at in 0..targets.len() {
        while targets[at] != at {
            let target = targets[at];
            list.swap(at, target);
            targets.swap(at, target);
        }
    }
}

/// Where each of `count` rows belongs; empty where all are in order already.
fn targets(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    if (1..count).all(|at| compare(at - 1, at) != Ordering::Greater) {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    let mut targets = vec![0; count];
    for (target, at) in order.into_iter().enumerate() {
        targets[at] = target;
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_come_in_the_order_of_the_standard_library(keys in prop::collection::vec(0_u8..20, 0..60)) {
            let mut rows: Vec<(u8, usize)> = keys.into_iter().enumerate().map(|(at, key)| (key, at)).collect();
            let mut wanted = rows.clone();
            wanted.sort_by_key(|row| row.0);
            by_key(&mut rows, |row| row.0);
            prop_assert_eq!(rows, wanted);
        }
    }
}
