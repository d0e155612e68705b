//! The words around quotations, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Adverbs before a verb that may as well be a noun (要求).
    adverb,
    /// Words between a body and a verb that make the speaker somebody without a name.
    unnamed,
    /// Words before a body that make 要求 and the like a noun.
    citing,
}
