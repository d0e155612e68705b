//! Figures that no time outside their own clause dates: what was so before a change, what a project costs in all, what
//! a paragraph tells that speaks of no time itself.

use super::super::period::{Period, Source};
use super::Reader;
use super::finish::Said;
use crate::analysis::{Span, Status};

impl<'a> Reader<'a, '_> {
    /// Whether a figure has no period although the text around its clause speaks of one.
    pub(super) fn is_undated(&self, said: &Said<'a, '_>, normal: &str, status: Status, found: &Period) -> bool {
        match found.source {
            Source::Sentence | Source::Group | Source::Heading | Source::Earlier => {}
            Source::Clause | Source::Plan | Source::Document | Source::EveryYear | Source::Unknown => return false,
        }
        status == Status::Actual && found.source == Source::Earlier && !self.is_in_title(found)
            || self.is_origin(said)
            || is_whole_cost(normal)
    }

    /// Whether the title or the line below it names the year of `found`: 2024年以来全市经济社会发展综述.
    fn is_in_title(&self, found: &Period) -> bool {
        const SUBTITLE: usize = 40;
        let (document, text) = (self.scene.document, self.scene.text());
        let Some((title, (start, _))) = document.header.title.zip(found.days) else { return false };
        let below = Span::new(title.end, text.len().min(title.end + SUBTITLE));
        let year = format!("{}年", start.year());
        text.slice(title).contains(&year) || text.slice(below).contains(&(year + "以来"))
    }
}

/// 一期工程总投资: what one thing costs in all, not all that was signed or begun in a time (签约项目总投资).
fn is_whole_cost(normal: &str) -> bool {
    let of_many = |of: &str| ["项目", "协议", "占"].iter().any(|word| of.ends_with(word));
    normal.strip_suffix("总投资").is_some_and(|of| !of_many(of))
}
