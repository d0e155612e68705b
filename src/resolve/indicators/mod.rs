//! From figure to indicator: name, kind, status, period, baseline, subject.
//!
//! The text is cut into clauses ([`clause`]); a reader ([`reader`]) walks them in order and gives every figure the words that
//! name it ([`phrase`], [`noun`], [`lists`], [`naming`], [`carry`], [`parallel`]), its kind and sign ([`kind`]), its status ([`status`], [`sign`]) and its period
//! ([`period`], [`scope`]). What the document as a whole says comes from [`profile`]; the lexicon of usual indicators gives keys and doubts.

mod actors;
mod ahead;
mod baseline;
mod carry;
mod cell;
mod clause;
mod completing;
mod derivation;
mod edges;
mod governor;
mod kind;
mod lead;
mod lexicon;
mod lists;
mod moods;
mod name;
mod naming;
mod noun;
mod origin;
mod parallel;
mod period;
mod phrase;
mod plans;
mod profile;
mod ranking;
mod reader;
mod runs;
mod scope;
mod shape;
mod sign;
mod status;
mod subject;
mod table;
#[cfg(test)]
mod tests;
mod trimming;
mod wording;
mod words;

use super::iso;
use crate::analysis::{Indicator, IndicatorKind, Number, Span};
use crate::document::Document;
use crate::recognize::Mentions;
use crate::recognize::quantity::{Form, Quantity};
use clause::Scene;
use naming::How;
use profile::Profile;
use reader::{Finding, Reader};
use rust_decimal::Decimal;
use subject::Subjects;

/// One row a measured or promised quantity, in the text's order.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Indicator> {
    let tables = table::tables(document);
    let areas: Vec<Span> = tables.iter().map(|table| table.span).collect();
    let in_table = |span: Span| touches(&areas, span);
    // 1个中心+45个网格+N支队伍: what a coded term counts
    let coded: Vec<Span> =
        mentions.codes.iter().filter(|code| code.rule == "code/quoted-sum").map(|code| code.core).collect();
    let counts = |quantity: &&Quantity| {
        let named = quantity.class_name || quantity.vague || quantity.unit == "大类";
        !named && !in_table(quantity.span) && !touches(&coded, quantity.span)
    };
    let quantities = with_points(document, &mentions.quantities);
    let figures = quantities.iter().filter(counts).collect();
    let times = mentions.times.iter().filter(|time| !time.in_name && !in_table(time.span)).collect();
    let mut places: Vec<_> = mentions.places.iter().map(|place| place.span).collect();
    places.extend(mentions.organizations.iter().map(|body| body.span));
    places.sort_unstable();
    let scene = Scene::new(document, figures, times, places, &areas);
    let profile = Profile::new(&scene, &mentions.times);
    let subjects = Subjects::new(document, mentions);
    let mut found = Reader::read(&scene, &profile);
    found.extend(tables.iter().flat_map(|table| table.findings(document, &profile, &mentions.times)));
    crate::sorted::by_key(&mut found, |finding| finding.figure.span);
    found.iter().map(|finding| row(document, &subjects, finding)).collect()
}

/// Whether one of `stretches`, which are in order and apart, shares words with `span`.
fn touches(stretches: &[Span], span: Span) -> bool {
    let next = stretches.partition_point(|stretch| stretch.end <= span.start);
    stretches.get(next).is_some_and(|stretch| stretch.overlaps(span))
}

/// 0.6个、1.1个百分点: the first number has the unit of the last.
fn with_points(document: &Document, quantities: &[Quantity]) -> Vec<Quantity> {
    let mut quantities = quantities.to_vec();
    let mut graded_from = None;
    for at in (1..quantities.len()).rev() {
        let (Some(one), Some(next)) = (quantities.get(at - 1), quantities.get(at)) else { continue };
        let between = Span::new(one.span.end, next.span.start.max(one.span.end));
        let joined = between.len() == 1 && matches!(document.text.slice(between), "、" | "和" | "与" | ",");
        let graded = next.class_name && (graded_from == Some(at) || document.text.before(next.span.end) == '级');
        if joined && graded && one.unit == next.unit && document.text.slice(between) != "," {
            if let Some(one) = quantities.get_mut(at - 1) {
                graded_from = Some(at - 1);
                one.class_name = true; // 300亿元、200亿元、100亿元级产业
            }
            continue;
        }
        if joined && one.unit == "个" && next.form == Form::PercentPoint {
            let (unit, form) = (next.unit.clone(), next.form);
            if let Some(one) = quantities.get_mut(at - 1) {
                (one.unit, one.form) = (unit, form);
            }
        }
    }
    quantities
}

fn row(document: &Document, subjects: &Subjects, finding: &Finding) -> Indicator {
    let figure = &finding.figure;
    let sign = if finding.negative { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    let value = figure.value * sign;
    let unowned = subjects.unowned(document, &finding.name);
    let normal = unowned.normal(&document.text);
    let entry = lexicon::find(&normal, &region_words(subjects.own()));
    let (start, end) = iso(finding.period.days);
    let name = ranked(finding.kind, unowned.given(document));
    Indicator {
        text: document.text.given_slice(figure.span).to_owned(),
        value: Number(value),
        max: figure.max.map(|max| Number(max * sign)),
        unit: figure.unit.clone(),
        comparator: figure.comparator,
        kind: finding.kind,
        status: finding.status,
        subject: subjects.of(document, figure.span.start, &finding.name),
        start,
        end,
        baseline: finding.baseline.map(|span| document.text.given_slice(span).to_owned()),
        key: entry.map(|entry| entry.key.to_owned()),
        doubts: derivation::doubts(finding, value, entry),
        derivation: derivation::sentences(&document.text, finding, &name, entry),
        span: figure.span,
        name_span: unowned.main_span(),
        period_span: finding.period.span,
        rule: rule(finding.how).to_owned(),
        name,
    }
}

/// The name of a rank says that it is one: 粮食产量|排名.
fn ranked(kind: IndicatorKind, name: String) -> String {
    const ENDS: [&str; 6] = ["排名", "名次", "位次", "排位", "位列", "榜"];
    let said = name.is_empty() || ENDS.iter().any(|end| name.ends_with(end));
    if kind == IndicatorKind::Rank && !said { name + "排名" } else { name }
}

/// The forms of the document's own region that may stand in front of a name: 徐州市, 徐州.
fn region_words(own: Option<&str>) -> Vec<&str> {
    let full = own.unwrap_or_default();
    let short = full.strip_suffix(['市', '省', '县', '区']).filter(|short| short.chars().count() > 1);
    std::iter::once(full).chain(short).filter(|word| !word.is_empty()).collect()
}

/// The stable id of the way the name was found.
fn rule(how: How) -> &'static str {
    match how {
        How::Before => "indicator/name-before",
        How::Behind => "indicator/name-behind",
        How::Both => "indicator/name-around",
        How::Carried => "indicator/name-carried",
        How::Completed => "indicator/name-completed",
        How::List => "indicator/name-list",
        How::Topic => "indicator/name-topic",
        How::Table => "indicator/table-cell",
        How::Missing => "indicator/name-missing",
    }
}
