//! The words around coded terms, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// What leads from a part to its members.
    link,
    /// Names of campaigns close a phrase even where other heads stand before them.
    closing,
    /// Heads that name what is done.
    verbal,
    /// Names of campaigns that a counting phrase with words of its own before it is known by.
    campaign,
    /// What 项 and 级 count where a list makes a term of its own.
    system,
    /// What a counted list is likened to, with its measure word: 三|篇文章.
    emblem,
    /// Verbs before the places that parts of a layout are made of: 打造|乌江、锦江两条旅游带.
    makes,
    /// Closes what a member is made of, before 的.
    makeup,
}
