//! The words around posts, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Last words of posts that only one person of a body holds.
    chief,
}
