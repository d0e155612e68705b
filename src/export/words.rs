//! The fixed words of the Analysis (`current`, `prefecture`, `growth` …), the same in every export as in its JSON.

use crate::analysis::{
    Comparator, IndicatorKind, OrganizationKind, PlaceLevel, QuoteKind, Script, Status, Tenure, Verdict,
};

/// A value out of a fixed set.
pub trait Word {
    /// The word that its JSON has.
    fn word(self) -> &'static str;
}

macro_rules! words {
    ($($set:ident { $($value:ident: $word:literal),* $(,)? })*) => {
        $(impl Word for $set {
            fn word(self) -> &'static str {
                match self {
                    $($set::$value => $word,)*
                }
            }
        })*

        #[cfg(test)]
        fn all() -> Vec<(serde_json::Value, &'static str)> {
            vec![$($((serde_json::json!($set::$value), $set::$value.word()),)*)*]
        }
    };
}

words! {
    Script { Hans: "hans", Hant: "hant", Mixed: "mixed" }
    Tenure { Current: "current", Past: "past", Coming: "coming" }
    PlaceLevel {
        Country: "country",
        Province: "province",
        Prefecture: "prefecture",
        County: "county",
        Township: "township",
        Village: "village",
        Other: "other",
    }
    OrganizationKind {
        Party: "party",
        Government: "government",
        Congress: "congress",
        Company: "company",
        Education: "education",
        Health: "health",
        Research: "research",
        Media: "media",
        Bank: "bank",
        Social: "social",
        Other: "other",
    }
    Comparator {
        Equal: "=",
        Greater: ">",
        AtLeast: ">=",
        Less: "<",
        AtMost: "<=",
        About: "~",
        Range: "range",
    }
    IndicatorKind {
        Level: "level",
        Change: "change",
        Growth: "growth",
        Share: "share",
        Multiple: "multiple",
        Rank: "rank",
    }
    Status { Actual: "actual", Estimate: "estimate", Target: "target" }
    QuoteKind { Direct: "direct", Reported: "reported" }
    Verdict { Confirmed: "confirmed", Edited: "edited", Added: "added", Rejected: "rejected" }
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_those_of_the_json() {
        for (json, word) in super::all() {
            assert_eq!(json, word);
        }
    }
}
