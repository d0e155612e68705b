//! Short forms join the fuller names that they end: 市发改委 and 徐州市发改委, 6号线 and 地铁6号线.

use super::Group;
use rustc_hash::FxHashMap as HashMap;

/// The shortest form that may join a longer name by being its end.
const SHORTEST: usize = 3;

/// The longest name whose ends are looked at, in characters.
const LONGEST: usize = 40;

/// For each name of `wordings` the index of the one it joins, itself where it stands alone. A name joins the only longer
/// one with the same `class` that ends in it; longer ones that are joined already count as one.
pub fn owners<C: PartialEq>(wordings: &[String], class: impl Fn(usize) -> C) -> Vec<usize> {
    let mut owner: Vec<usize> = (0..wordings.len()).collect();
    let mut order: Vec<usize> = (0..wordings.len()).collect();
    crate::sorted::by_key(&mut order, |&index| (std::cmp::Reverse(wordings[index].chars().count()), index));
    // the end of a longer name, and the one name it belongs to; None where it is the end of several
    let mut ends: HashMap<&str, Option<usize>> = HashMap::default();
    for index in order {
        let wording = wordings[index].as_str();
        if let Some(Some(longer)) = ends.get(wording)
            && class(*longer) == class(index)
        {
            owner[index] = *longer;
        }
        let root = owner[index];
        for end in ends_of(wording) {
            ends.entry(end).and_modify(|known| *known = known.filter(|known| *known == root)).or_insert(Some(root));
        }
    }
    owner
}

/// The whole of a name and its ends, down to the shortest.
fn ends_of(wording: &str) -> impl Iterator<Item = &str> {
    let length = wording.chars().count();
    let many = if length > LONGEST { 0 } else { (length + 1).saturating_sub(SHORTEST).max(1) };
    wording.char_indices().take(many).map(|(at, _)| &wording[at..])
}

/// Merges each group into its owner; the groups stay in the order of their first mention.
pub fn merge<'a, M>(groups: Vec<Group<'a, M>>, owner: &[usize]) -> Vec<Group<'a, M>> {
    let mut place: HashMap<usize, usize> = HashMap::default();
    let mut merged: Vec<Group<'a, M>> = Vec::new();
    for (index, group) in groups.into_iter().enumerate() {
        let root = owner.get(index).copied().unwrap_or(index);
        let Some(&at) = place.get(&root) else {
            place.insert(root, merged.len());
            merged.push(group);
            continue;
        };
        let into = &mut merged[at];
        if root == index {
            into.name = group.name;
            into.first = group.first;
        }
        for name in group.names {
            if !into.names.contains(&name) {
                into.names.push(name);
            }
        }
        into.spans.extend(group.spans);
    }
    for group in &mut merged {
        group.spans.sort();
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(names: &[&str]) -> Vec<usize> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        owners(&names, |_| ())
    }

    #[test]
    fn the_only_longer_name_owns_the_short_one() {
        assert_eq!(joined(&["市教育局", "兰州市教育局", "教育局"]), [1, 1, 1]);
    }

    #[test]
    fn two_longer_names_own_nothing() {
        assert_eq!(joined(&["兰州市教育局", "天水市教育局", "市教育局"]), [0, 1, 2]);
    }
}
