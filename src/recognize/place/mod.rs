//! Places: divisions of China, regions, waters, mountains, zones, countries.
//!
//! Names of divisions come from the [`gazetteer`]; which division a name means, and whether an everyday word is
//! a name at all, is decided by what the document says elsewhere and by its own [`region`].

mod areas;
mod context;
mod divisions;
mod edge;
pub mod gazetteer;
mod lists;
mod nature;
pub mod region;
mod short;
mod townships;
mod villages;
mod words;
mod zones;

use super::{Mentions, PlaceMention, Rule};
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use divisions::{Candidate, Evidence};
use gazetteer::Division;

/// Adds what it finds in `document` to `found`, and sets the document's own region.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let candidates = divisions::candidates(document);
    found.region = region::region(document, &candidates);
    let evidence = Evidence::new(&candidates, found.region.as_ref());
    let mut places = named_divisions(document, &candidates, &evidence);
    places.extend(areas::areas(document, &evidence));
    places.extend(short::characters(document, &evidence));
    let ends = places.iter().map(|place| (place.span.end, place.span.start)).collect();
    places.extend(zones::zones(document, &ends));
    places.extend(nature::nature(document, &ends));
    let ends = places.iter().map(|place| (place.span.end, place.span.start)).collect();
    places.extend(townships::townships(document, &ends, &evidence));
    let ends = places.iter().map(|place| (place.span.end, place.span.start)).collect();
    places.extend(villages::villages(document, &ends));
    places.extend(lists::listed(document));
    let beside = lists::beside_known(document, &places);
    places.extend(beside);
    found.places.extend(settle(places));
}

fn named_divisions(document: &Document, candidates: &[Candidate], evidence: &Evidence) -> Vec<PlaceMention> {
    let mut places = Vec::new();
    let mut above: Option<(&'static Division, usize)> = None;
    let company = company(document, candidates);
    for (number, candidate) in candidates.iter().enumerate() {
        let chain = above.filter(|&(_, end)| end == candidate.span.start).map(|(division, _)| division);
        let before = number.checked_sub(1).and_then(|number| candidates.get(number));
        let neighbours = [before, candidates.get(number + 1)].into_iter().flatten();
        let neighbours: Vec<&Candidate> = neighbours.filter(|other| is_beside(document, candidate, other)).collect();
        let beside = company.get(number).copied().unwrap_or_default();
        let counties =
            !neighbours.is_empty() && neighbours.iter().all(|other| is_listed_county(document, candidate, other));
        let division = evidence.choose(candidate, chain, counties);
        if !evidence.holds(document, candidate, division, beside) {
            continue;
        }
        above = Some((division, candidate.span.end));
        let open = evidence.is_open(candidate, division, chain.is_some_and(|above| above.holds(division)));
        places.push(PlaceMention {
            span: candidate.span,
            full: division.name.to_owned(),
            level: division.level,
            code: (!open).then(|| division.code.to_owned()),
            within: division.parent().filter(|_| !open).map(|above| above.name.to_owned()),
            nested: false,
            rule: divisions::rule(candidate, division),
        });
    }
    places
}

/// Whether a name may begin and end where `span` does: words are cut there, or no list knows the word that runs over it.
pub fn may_stand(document: &Document, span: Span) -> bool {
    context::may_begin(document, span.start) && context::may_end(document, span.end)
}

/// For each candidate whether one that is hardly doubtful stands with it in one list or chain, or begins the item beside it.
fn company(document: &Document, candidates: &[Candidate]) -> Vec<bool> {
    let mut company = Vec::with_capacity(candidates.len());
    let mut start = 0;
    for end in 1..=candidates.len() {
        let last = candidates[end - 1].span;
        let goes_on = candidates.get(end).is_some_and(|next| {
            context::joined(document, last, next.span) || context::lead_items(document, last, next.span)
        });
        if !goes_on {
            let run = &candidates[start..end];
            let sure = run.iter().filter(|candidate| candidate.doubt <= divisions::Doubt::Some).count();
            let own = |candidate: &Candidate| usize::from(candidate.doubt <= divisions::Doubt::Some);
            company.extend(run.iter().map(|candidate| sure > own(candidate)));
            start = end;
        }
    }
    company
}

/// Whether `other`, itself hardly doubtful, is joined to `candidate` in a list or a chain.
fn is_beside(document: &Document, candidate: &Candidate, other: &Candidate) -> bool {
    let (first, second) = if other.span < candidate.span { (other, candidate) } else { (candidate, other) };
    other.doubt <= divisions::Doubt::Some && context::joined(document, first.span, second.span)
}

/// Whether `other` stands with `candidate` in a list and can be nothing but a county.
fn is_listed_county(document: &Document, candidate: &Candidate, other: &Candidate) -> bool {
    let (first, second) = if other.span < candidate.span { (other, candidate) } else { (candidate, other) };
    let listed = document.text.at(first.span.end) == '、' && second.span.start == first.span.end + 1;
    let around = |other: &Division| {
        other.prefecture().is_some_and(|above| {
            candidate.readings.iter().any(|(reading, _)| above.code != reading.code && above.holds(reading))
        })
    };
    listed && other.readings.iter().all(|(division, _)| division.level == PlaceLevel::County && around(division))
}

/// In the text's order; what overlaps a longer name at its side goes, what lies inside one is nested.
fn settle(mut places: Vec<PlaceMention>) -> Vec<PlaceMention> {
    crate::sorted::by_key(&mut places, |place| (place.span.start, std::cmp::Reverse(place.span.end)));
    let mut kept: Vec<PlaceMention> = Vec::new();
    let mut outer = 0..0;
    for mut place in places {
        if place.span.start < outer.end {
            if place.span.end > outer.end || place.span.start == outer.start && place.span.end == outer.end {
                continue;
            }
            place.nested = true;
        } else {
            outer = place.span.start..place.span.end;
        }
        kept.push(place);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{ANALYZER, examples};

    #[test]
    fn examples_are_read_as_written() {
        for row in examples(include_str!("examples.tsv")) {
            let document = ANALYZER.read(row[0], &crate::Options::default());
            let mut found = Mentions::default();
            recognize(&document, &mut found);
            let shown = found.places.iter().filter(|place| !place.nested).map(|place| {
                let surface = document.text.slice(place.span);
                if surface == place.full { surface.to_owned() } else { format!("{surface}={}", place.full) }
            });
            let shown = shown.collect::<Vec<_>>().join(" ");
            assert_eq!(if shown.is_empty() { "-" } else { &shown }, row[1], "in {}", row[0]);
        }
    }

    #[test]
    fn the_region_is_read_from_title_and_text() {
        let of = |text: &str, class: &str| {
            let document = ANALYZER.read(text, &crate::Options::default());
            let mut found = Mentions::default();
            recognize(&document, &mut found);
            found.region.and_then(|region| region.of_class(class)).map(|division| division.name)
        };
        let city = "泰州市2024年工作要点\n全市要抓好靖江、泰兴、兴化的粮食生产。市委常委会研究了工作,省委作出了部署。";
        assert_eq!((of(city, "市"), of(city, "省")), (Some("泰州市"), Some("江苏省")));
        let county = "金寨县召开全县乡村振兴大会\n金寨县委书记讲话,全县上下要学习六安经验。县政府负责人参加。";
        assert_eq!((of(county, "县"), of(county, "市")), (Some("金寨县"), Some("六安市")));
        let province = "湖南省经济运行稳中有进\n全省地区生产总值增长5%,长沙、株洲、湘潭、岳阳、常德、衡阳增速较快。";
        assert_eq!((of(province, "省"), of(province, "市")), (Some("湖南省"), None));
        assert_eq!(of("长沙、杭州、成都、西安、武汉、南京等城市房价稳定。", "市"), None);
    }
}
