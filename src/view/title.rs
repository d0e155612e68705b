//! What a row is called in one line.

use super::kind::Kind;
use super::marks::Row;
use super::value::period;
use crate::Analysis;
use crate::locale::list;

/// What a row is called, in the language of the page.
pub fn title(analysis: &Analysis, row: Row) -> String {
    said(analysis, row, |words| list(words), period)
}

/// What a row is called, in the document's words whatever the language of the page: for what is kept.
pub fn kept_title(analysis: &Analysis, row: Row) -> String {
    let days = |start: Option<&str>, end: Option<&str>| {
        let mut days: Vec<&str> = start.into_iter().chain(end).collect();
        days.dedup();
        days.join("–")
    };
    said(analysis, row, |words| words.join("、"), days)
}

/// The title of a row, with lists and periods said in this way; empty where there is no such row.
fn said(
    analysis: &Analysis,
    row: Row,
    list: impl Fn(&[&str]) -> String,
    period: impl Fn(Option<&str>, Option<&str>) -> String,
) -> String {
    let at = row.index;
    let title = match row.kind {
        Kind::Person => analysis.people.get(at).map(|row| {
            let posts: Vec<&str> = row.posts.iter().map(|post| post.text.as_str()).collect();
            format!("{} {}", row.name, list(&posts))
        }),
        Kind::Place => analysis.places.get(at).map(|row| row.name.clone()),
        Kind::Organization => analysis.organizations.get(at).map(|row| row.name.clone()),
        Kind::Facility => analysis.facilities.get(at).map(|row| row.name.clone()),
        Kind::Event => analysis.events.get(at).map(|row| row.name.clone()),
        Kind::Time => analysis
            .times
            .get(at)
            .map(|row| format!("{} {}", row.text, period(row.start.as_deref(), row.end.as_deref()))),
        Kind::Indicator => analysis.indicators.get(at).map(|row| format!("{} {}", row.name, row.text)),
        Kind::Code => analysis.codes.get(at).map(|row| {
            let members: Vec<&str> = row.members.iter().map(String::as_str).collect();
            format!("{} {}", row.text, list(&members))
        }),
        Kind::Programme => analysis.programmes.get(at).map(|row| row.text.clone()),
        Kind::Quote => analysis.quotes.get(at).map(|row| row.speaker.clone()),
        Kind::Task => analysis.tasks.get(at).map(|row| row.text.clone()),
        Kind::Keyword => analysis.keywords.get(at).map(|row| row.text.clone()),
    };
    title.unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ANALYZER;

    const TEXT: &str = "澜州市委书记、市人大常委会主任林若川讲话。2024年上半年，坚持绿色、低碳“两个优先”。";

    #[test]
    fn what_is_kept_does_not_depend_on_the_language() {
        let analysis = ANALYZER.analyze(TEXT, &crate::Options { offsets: crate::Offsets::Byte, date: None });
        let row = |kind| Row { kind, index: 0 };
        crate::locale::set_language(crate::locale::Language::English);
        let kept = [Kind::Person, Kind::Time].map(|kind| kept_title(&analysis, row(kind)));
        assert_eq!(kept, ["林若川 澜州市委书记、市人大常委会主任", "2024年上半年 2024-01-01–2024-06-30"]);
        let shown = [Kind::Person, Kind::Time].map(|kind| title(&analysis, row(kind)));
        assert_eq!(shown, ["林若川 澜州市委书记, 市人大常委会主任", "2024年上半年 Jan–Jun 2024"]);
        assert_eq!(kept_title(&analysis, Row { kind: Kind::Quote, index: 99 }), "");
    }
}
