//! What was found becomes a file or a table for the clipboard.

use super::messages::{Exported, Response};
use crate::export::{self, Format, Source, tables};
use crate::text::{Offsets, Text};
use js_sys::Uint8Array;

/// The same with spans that count code points, as exports want them.
fn counted(mut exported: Exported) -> Exported {
    let table = Text::new(&exported.text).offset_table(Offsets::Byte);
    exported.analysis.convert_offsets(|byte| table.partition_point(|&at| at < byte));
    exported
}

/// The file of `exported` in `format`.
pub fn file(exported: Exported, format: Format) -> Response {
    let exported = counted(exported);
    let source = Source::new(&exported.name, &exported.text, &exported.analysis);
    let table = exported.table.as_deref().and_then(tables::table);
    match export::write(&source, format, table) {
        Ok(file) => Response::File {
            name: file.name,
            media: file.media.to_owned(),
            bytes: Uint8Array::from(file.bytes.as_slice()),
        },
        Err(error) => Response::NotMade { reason: error.to_string() },
    }
}

/// The table of `exported` for the clipboard.
pub fn table(id: u32, exported: Exported) -> Response {
    let exported = counted(exported);
    let source = Source::new(&exported.name, &exported.text, &exported.analysis);
    let copied = exported.table.as_deref().and_then(tables::table).map(|table| export::copy(&source, table));
    let (html, text) = copied.map(|copied| (copied.html, copied.text)).unwrap_or_default();
    Response::Copied { id, html, text }
}
