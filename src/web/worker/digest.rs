//! What the library keeps of a document: made here, so that the page only has to put it away.

use super::now;
use crate::correct::{Correction, apply};
use crate::library::entry::Digest;
use crate::library::index::{Filter, lines};
use crate::web::messages::Response;
use crate::{Analyzer, Offsets, Options};
use js_sys::Uint8Array;

/// Analyses `text` for the library. The Analysis is kept as it was found; what the list shows and what is searched
/// is that of the corrected one.
pub fn digest(
    analyzer: &Analyzer,
    id: u32,
    text: &str,
    date: Option<String>,
    corrections: &[Correction],
) -> serde_json::Result<Response> {
    let start = now();
    let options = Options { date: date.as_deref().and_then(crate::day::day), offsets: Offsets::Byte };
    let found = analyzer.analyze(text, &options);
    let analysis = serde_json::to_vec(&found)?;
    let corrected = if corrections.is_empty() { found } else { apply(text, found, corrections).0 };
    let summary = Digest::of(&corrected);
    let lines = lines(&corrected);
    let filter = Filter::of(std::iter::once(text).chain(lines.iter().map(|line| line.words.as_str())));
    Ok(Response::Digested {
        id,
        digest: Digest { date, milliseconds: (now() - start).max(0.0) as u32, ..summary },
        analysis: Uint8Array::from(analysis.as_slice()),
        filter: Uint8Array::from(filter.bytes()),
        lines: Uint8Array::from(serde_json::to_vec(&lines)?.as_slice()),
    })
}
