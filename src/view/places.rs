//! Places as a tree by division.

use crate::Analysis;

/// A line of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Position in the places table; `None` for a division that only stands above others.
    pub place: Option<usize>,
    /// Its name.
    pub name: String,
    /// How far it is indented.
    pub depth: usize,
}

/// How deep the tree is drawn: country, province, prefecture, county, township, village.
const DEPTH: usize = 6;

/// The places of `analysis`, each below the division it lies in, in order of first mention.
pub fn tree(analysis: &Analysis) -> Vec<Line> {
    let names: Vec<&str> = analysis.places.iter().map(|place| place.name.as_str()).collect();
    let mut roots: Vec<(String, Option<usize>)> = Vec::new();
    for (at, place) in analysis.places.iter().enumerate() {
        match place.within.as_deref().filter(|within| *within != place.name) {
            Some(within) if names.contains(&within) => {}
            Some(within) if !roots.iter().any(|(name, _)| name == within) => roots.push((within.to_owned(), None)),
            Some(_) => {}
            None => roots.push((place.name.clone(), Some(at))),
        }
    }
    let mut lines = Vec::new();
    let mut drawn = vec![false; analysis.places.len()];
    for (name, place) in roots {
        draw(analysis, &mut lines, &mut drawn, Line { place, name, depth: 0 });
    }
    // A ring of divisions has no root; its members are drawn flat.
    for at in 0..drawn.len() {
        if !drawn[at] {
            let name = analysis.places[at].name.clone();
            draw(analysis, &mut lines, &mut drawn, Line { place: Some(at), name, depth: 0 });
        }
    }
    lines
}

/// Draws `root` and all below it; a stack instead of recursion.
fn draw(analysis: &Analysis, lines: &mut Vec<Line>, drawn: &mut [bool], root: Line) {
    let mut stack = vec![root];
    while let Some(line) = stack.pop() {
        if let Some(at) = line.place {
            if drawn[at] {
                continue;
            }
            drawn[at] = true;
        }
        let below = analysis.places.iter().enumerate().filter(|(at, place)| {
            !drawn[*at] && place.within.as_deref() == Some(line.name.as_str()) && place.name != line.name
        });
        let depth = (line.depth + 1).min(DEPTH);
        let children: Vec<Line> =
            below.map(|(at, place)| Line { place: Some(at), name: place.name.clone(), depth }).collect();
        lines.push(line);
        stack.extend(children.into_iter().rev());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Place, PlaceLevel};

    fn place(name: &str, within: Option<&str>) -> Place {
        Place {
            name: name.into(),
            names: vec![name.into()],
            level: PlaceLevel::Other,
            code: None,
            within: within.map(Into::into),
            spans: Vec::new(),
            rule: "test/test".into(),
        }
    }

    #[test]
    fn places_stand_below_their_division() {
        let places = vec![
            place("甲县", Some("乙市")),
            place("乙市", Some("丙省")),
            place("丁", None),
            place("圈一", Some("圈二")),
            place("圈二", Some("圈一")),
        ];
        let lines = tree(&Analysis { places, ..Analysis::default() });
        let seen: Vec<_> = lines.iter().map(|line| (line.name.as_str(), line.depth)).collect();
        assert_eq!(seen, [("丙省", 0), ("乙市", 1), ("甲县", 2), ("丁", 0), ("圈一", 0), ("圈二", 1)]);
    }
}
