//! The words around programmes, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Words that stand before a name and are none of it.
    leading,
    /// What titles of programmes end in.
    title,
    /// Nouns that may stand behind the whole name of a programme.
    behind,
}
