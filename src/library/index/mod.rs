//! Finding words in all documents without reading them all: a small filter a document tells which cannot hold them.

mod filter;
mod hits;
mod lines;
mod query;

pub use filter::Filter;
pub use hits::{Hit, Place, hits};
pub use lines::{Line, lines};
pub use query::Query;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::kind::Kind;
    use crate::view::marks::Row;
    use proptest::prelude::*;

    const TEXT: &str = "澜州市ＧＤＰ增长6.2%。\n会议强调，要抓好落实。澜州市委书记林若川讲话。";

    fn filter() -> Filter {
        Filter::of([TEXT].into_iter())
    }

    #[test]
    fn a_filter_lets_through_what_is_there() {
        for words in ["澜州", "瀾州", "gdp", "ＧＤＰ增长", "ＧＤＰ增長", "林若川 落实", "林若川 落實", "川", ""]
        {
            assert!(filter().may_hold(&Query::new(words)), "{words}");
        }
        for words in ["青浦县", "州澜", "林若川 青浦", "龘"] {
            assert!(!filter().may_hold(&Query::new(words)), "{words}");
        }
        let again = Filter::from_bytes(filter().bytes().to_vec()).unwrap();
        assert_eq!(again, filter());
        assert_eq!(Filter::from_bytes(Vec::new()), None);
    }

    #[test]
    fn few_documents_come_in_vain() {
        let words: Vec<String> = (0..400u32)
            .map(|at| [0x4E00 + at * 37, 0x5000 + at * 11].into_iter().filter_map(char::from_u32).collect())
            .collect();
        let wrong = words.iter().filter(|word| !TEXT.contains(*word) && filter().may_hold(&Query::new(word))).count();
        assert!(wrong < 20, "{wrong} of 400");
    }

    #[test]
    fn hits_lead_to_their_place() {
        let analysis =
            crate::Analyzer::new().analyze(TEXT, &crate::Options { offsets: crate::Offsets::Byte, date: None });
        let lines = lines(&analysis);
        let found = hits(&Query::new("林若川"), TEXT, &lines, 5);
        assert!(matches!(found[0].place, Place::Row(Row { kind: Kind::Person, index: 0 })), "{found:?}");
        let Some(Hit { place: Place::Text(span), before, .. }) = found.last() else { panic!("{found:?}") };
        assert_eq!(&TEXT[span.start..span.end], "林若川");
        assert_eq!(before, "澜州市委书记");
        let wide = hits(&Query::new("gdp"), TEXT, &[], 5);
        assert_eq!((wide.len(), wide[0].found.as_str()), (1, "ＧＤＰ"));
        assert_eq!(hits(&Query::new("林若川 青浦"), TEXT, &lines, 5), []);
        let traditional = hits(&Query::new("讲话"), "會議上，林若川講話。", &[], 5);
        assert_eq!((traditional.len(), traditional[0].found.as_str()), (1, "講話"));
        assert_eq!(hits(&Query::new("講話"), TEXT, &[], 5).len(), 1);
        let places = hits(&Query::new("澜州 会议"), TEXT, &[], 9);
        let found: Vec<String> =
            places.iter().map(|hit| format!("{}[{}]{}", hit.before, hit.found, hit.after)).collect();
        assert_eq!(found, ["[澜州]市ＧＤＰ增长6.2%。", "[会议]强调，要抓好落实。", "[澜州]市委书记林若川讲话。"]);
        assert_eq!(hits(&Query::new("澜州"), TEXT, &[], 1).len(), 1);
        assert_eq!(hits(&Query::new(" "), TEXT, &lines, 5), []);
    }

    proptest! {
        #[test]
        fn a_part_of_the_text_is_always_found(text in "[一-龥a-zＡ-Ｚ。𠮷]{2,60}", from in 0usize..60, length in 1usize..9) {
            let chars: Vec<char> = text.chars().collect();
            let from = from % chars.len();
            let part: String = chars[from..(from + length).min(chars.len())].iter().collect();
            let query = Query::new(&part);
            prop_assert!(Filter::of([text.as_str()].into_iter()).may_hold(&query));
            prop_assert!(query.fits(&text));
            prop_assert!(!hits(&query, &text, &[], 3).is_empty());
        }
    }
}
