//! The words around times, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Behind a year or a plan period it makes the name of a plan: “十四五”|规划.
    plan,
    /// Beside a time it shows that the time is still to come.
    ahead,
    /// Right before a time it promises to do well in it.
    promise,
    /// Before a time it demands what is to be done in it.
    demand,
    /// Behind 计划 it is what a plan says, not what somebody plans to do.
    tells,
    /// In a title it names a document that looks back on a year.
    report,
    /// With 的 behind a time it says when a thing was made.
    made,
    /// Behind the number of a five-year plan.
    of_plan,
    /// Behind the name of a festival it belongs to the time.
    holiday,
    /// In the sentence before a time it says that what is told is to come.
    to_come,
}
