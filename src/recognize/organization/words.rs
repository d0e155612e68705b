//! The words around organizations, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// What the number of a bureau is followed by, longer ones first.
    bureau,
    /// Posts at the head of a firm; the first character that is Han follows its name.
    chief,
    /// Those of them that nobody but a firm has.
    firm_chief,
    /// Trades that make a firm of the place right before them.
    placed,
    /// Says that the name of a firm follows.
    apposed,
    /// What stands between a congress and another body or a post, never inside the name of a committee.
    not_inside,
    /// What makes the word that of a trade instead: 汽车|产业.
    trade,
    /// What a list of firms is summed up as.
    sum,
    /// What follows 上市 where it is said of firms.
    listing,
    /// Who of an office is spoken of.
    staff,
    /// The legal forms that a short name leaves out.
    form,
}
