//! Styles of paragraphs: which belong to a table of contents, which carry a number.

use super::super::xml::attribute;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// What a style says of its paragraphs.
#[derive(Debug, Default, Clone)]
pub struct Style {
    /// They are lines of a table of contents.
    pub contents: bool,
    /// The list that numbers them.
    pub list: Option<String>,
    /// The level in that list.
    pub level: Option<usize>,
    parent: Option<String>,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub struct Styles(HashMap<String, Style>);

impl Styles {
    /// Reads `word/styles.xml`; what cannot be read is left out.
    pub fn read(xml: &str) -> Self {
        let mut styles: HashMap<String, Style> = HashMap::new();
        let mut reader = Reader::from_str(xml);
        let mut here = String::new();
        while let Ok(event) = reader.read_event() {
            let (Event::Start(element) | Event::Empty(element)) = &event else {
                if matches!(event, Event::Eof) {
                    break;
                }
                continue;
            };
            let value = || attribute(element, "val");
            if element.local_name().as_ref() == "style" {
                here = attribute(element, "styleId").unwrap_or_default();
                styles.insert(here.clone(), Style::default());
                continue;
            }
            let Some(style) = styles.get_mut(&here) else { continue };
            match element.local_name().as_ref() {
                "name" => style.contents = value().is_some_and(|name| name.to_lowercase().starts_with("toc ")),
                "basedOn" => style.parent = value(),
                "numId" => style.list = value(),
                "ilvl" => style.level = value().and_then(|level| level.parse().ok()),
                _ => {}
            }
        }
        Self(styles)
    }

    /// Whether paragraphs of style `id` belong to a table of contents.
    pub fn is_contents(&self, id: &str) -> bool {
        self.0.get(id).is_some_and(|style| style.contents)
    }

    /// List and level that number the paragraphs of style `id`, its own or those of a style that it is based on.
    pub fn list(&self, id: &str) -> Option<(&str, usize)> {
        let mut style = self.0.get(id)?;
        let level = style.level;
        for _ in 0..10 {
            if let Some(list) = &style.list {
                return Some((list, level.or(style.level).unwrap_or(0)));
            }
            style = self.0.get(style.parent.as_ref()?)?;
        }
        None
    }
}
