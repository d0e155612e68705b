//! A bound on how deep the elements of a page stand in each other: the parser looks through all that are open at
//! every tag, and browsers draw a line as well.

use std::borrow::Cow;

/// Elements deeper than this are taken out of each other: their tags go, their words stay.
const DEEPEST: usize = 500;
/// What has no end tag, or may do without: these do not stand in each other.
const OPEN_ENDED: [&str; 32] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "caption", "rt",
    "rp", "html", "body",
];
/// What holds no tags.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "xmp"];

/// `source` without the tags of elements that stand too deep; mostly `source` itself.
pub fn bounded(source: &str) -> Cow<'_, str> {
    let (mut kept, mut from) = (String::new(), 0);
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(place) = source[at..].find('<').map(|place| at + place) {
        let tag = Tag::at(source, place);
        at = tag.end;
        if RAW.contains(&tag.name.as_str()) && !tag.closes {
            at = end_of_raw(source, tag.end, &tag.name);
            continue;
        }
        if !tag.counts() {
            continue;
        }
        let deep = if tag.closes { depth > DEEPEST } else { depth >= DEEPEST };
        depth = if tag.closes { depth.saturating_sub(1) } else { depth + 1 };
        if deep {
            kept.push_str(&source[from..place]);
            kept.push(' ');
            from = tag.end;
        }
    }
    if from == 0 {
        return Cow::Borrowed(source);
    }
    kept.push_str(&source[from..]);
    Cow::Owned(kept)
}

/// A tag, or what only begins like one.
struct Tag {
    /// In small letters; empty where it is none.
    name: String,
    closes: bool,
    /// It ends with `/>`.
    alone: bool,
    /// Where the source goes on behind it.
    end: usize,
}

impl Tag {
    fn at(source: &str, place: usize) -> Self {
        let rest = &source[place + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            let end = comment.find("-->").map_or(source.len(), |end| place + 4 + end);
            return Self { name: String::new(), closes: false, alone: false, end };
        }
        let closes = rest.starts_with('/');
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        let begun = source.len() - rest.len();
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Self { name: String::new(), closes, alone: false, end: place + 1 };
        }
        let length = rest.find('>');
        let alone = length.is_some_and(|length| rest[..length].ends_with('/'));
        let end = length.map_or(source.len(), |length| begun + length + 1);
        Self { name: name.to_ascii_lowercase(), closes, alone, end }
    }

    fn counts(&self) -> bool {
        !self.name.is_empty() && !self.alone && !OPEN_ENDED.contains(&self.name.as_str())
    }
}

/// Where the content of a raw element ends.
fn end_of_raw(source: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(place) = source[at..].find("</").map(|place| at + place) {
        let tag = Tag::at(source, place);
        if tag.name == name {
            return tag.end;
        }
        at = place + 2;
    }
    source.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn usual_pages_stay_as_they_are() {
        for page in [
            "<html><body><p>一<p>二<br><img src=a><ul><li>甲<li>乙</ul></body></html>".to_owned(),
            format!("<script>{}</script><div>文</div>", "if (a<b) {} ".repeat(2000)),
            format!("<!--{}--><div>文</div>", "<div>".repeat(2000)),
            "<div>段</div>".repeat(2000),
            "<p>段<td>格".repeat(2000),
        ] {
            assert!(matches!(bounded(&page), Cow::Borrowed(_)), "{}", &page[..40]);
        }
    }

    #[test]
    fn what_stands_too_deep_is_taken_out() {
        let page = format!("{}深{}<p>后</p>", "<div a='b'>".repeat(2000), "</div>".repeat(2000));
        let kept = bounded(&page);
        assert_eq!((kept.matches("<div").count(), kept.matches("</div>").count()), (DEEPEST, DEEPEST));
        assert!(kept.contains('深') && kept.ends_with("<p>后</p>"));
    }

    proptest! {
        #[test]
        fn any_text_is_gone_through(text in "[<>/!a-z \"'一-]{0,200}") {
            let _ = bounded(&text);
        }
    }
}
