//! The words around events, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Verbs of holding.
    hold,
    /// Behind the head of an event the word goes on: 会议|室.
    longer,
    /// Words in 节 that are no festivals.
    no_festival,
    /// What a body holds week by week.
    office,
    /// What is numbered by 届 and is no event.
    no_event,
    /// Last words of sessions, longer before shorter.
    session,
    /// Behind 二十大 and its like it shows that a congress is meant.
    follows,
}
