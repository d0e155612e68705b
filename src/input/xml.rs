//! What the readers of XML share. No entity but the five of XML itself is ever replaced, none is ever fetched.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart};

/// The raw value of the attribute whose name without prefix is `name`.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    attributes.find(|attribute| attribute.key.local_name().as_ref() == name).map(|found| found.value.into_owned())
}

/// The character that a reference stands for; nothing for one that the document declares itself.
pub fn resolve(reference: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(char)) = reference.resolve_char_ref() {
        return Some(char.to_string());
    }
    resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned)
}
