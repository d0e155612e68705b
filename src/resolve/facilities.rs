//! The table of facilities and projects.

use crate::analysis::Facility;
use crate::document::Document;
use crate::recognize::{Mentions, facility};
use rustc_hash::FxHashMap as HashMap;

/// One row a facility.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Facility> {
    let groups = super::group(document, mentions.facilities.iter(), |name| name.span, |name| name.full.as_deref());
    let wordings: Vec<String> = groups.iter().map(|group| group.name.clone()).collect();
    let mut owners = super::join::owners(&wordings, |_| ());
    join_sections(&wordings, &mut owners);
    let rows = super::join::merge(groups, &owners).into_iter().map(|group| Facility {
        name: group.name,
        names: group.names,
        spans: group.spans,
        rule: group.first.rule.to_owned(),
    });
    rows.collect()
}

/// Joins what is named with one of its sections or phases (郑云高铁 and 郑云高铁白石段, 白石港 and 白石港二期): under the longer
/// name where there is one of them, under the shorter where there are several sections. Several phases stay apart.
fn join_sections(wordings: &[String], owners: &mut [usize]) {
    let known: HashMap<&str, usize> = wordings.iter().enumerate().map(|(index, name)| (name.as_str(), index)).collect();
    let mut parts: Vec<(usize, usize)> = (0..wordings.len())
        .filter_map(|index| Some((whole_of(&wordings[index], &known)?, index)))
        .map(|(whole, part)| (owners[whole], owners[part]))
        .filter(|(whole, part)| whole != part)
        .collect();
    parts.sort_unstable();
    parts.dedup();
    let mut moved: HashMap<usize, usize> = HashMap::default();
    for of_one in parts.chunk_by(|one, other| one.0 == other.0) {
        match of_one {
            [(whole, part)] => {
                moved.insert(*whole, *part);
            }
            several if several.iter().all(|(_, part)| wordings[*part].ends_with('段')) => {
                moved.extend(several.iter().map(|(whole, part)| (*part, *whole)));
            }
            _ => {}
        }
    }
    const STEPS: usize = 4;
    for owner in owners {
        for _ in 0..STEPS {
            *owner = moved.get(owner).copied().unwrap_or(*owner);
        }
    }
}

/// The longest name that `name` is a section or phase of.
fn whole_of(name: &str, known: &HashMap<&str, usize>) -> Option<usize> {
    const SHORTEST: usize = 3;
    let mut whole = None;
    for at in name.char_indices().map(|(at, _)| at).skip(SHORTEST) {
        if facility::is_part(&name[at..])
            && let Some(&index) = known.get(&name[..at])
        {
            whole = Some(index);
        }
    }
    whole
}
