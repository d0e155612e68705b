//! The words around tasks, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Verbs that only hasten the one behind them.
    haste,
    /// What subjects of demands end in.
    body,
    /// What 将 disposes an object by (将甲打造成乙): no will.
    disposing,
}
