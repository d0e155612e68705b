//! The words around facilities, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// What a list of projects is summed up as.
    sum,
    /// Words before the first number that belong to the name.
    line,
    /// The verb before such a list.
    stopping,
    /// Grades in what a list counts: a sort of thing, no name.
    graded_thing,
    /// Grades before the last word of a name: a sort of facility, no name.
    graded_name,
}
