//! The words around figures, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Counts things and says nothing of them.
    classifier,
    /// Stripped from the front of a name.
    lead,
    /// Stripped from the end of a name.
    tail,
    /// A rank stands behind it.
    rank,
    /// A rate or amount of increase stands behind it.
    growth,
    /// A rate or amount of decrease stands behind it.
    decline,
    /// Says what is measured.
    head,
    /// A name that starts so needs the name carried from before.
    dependent,
    /// A name that is no more than this needs it too.
    whole,
    /// Owner of measures.
    holder,
    /// Ends the noun behind a count.
    predicate,
    /// The name starts behind it.
    cause,
    /// Counted things came to good.
    result,
    /// Measured at the end of a period.
    stock,
    /// Beds and staff of the institutions counted before.
    equipment,
    /// The document's own region.
    own,
    /// A verb that a counted name keeps.
    keep,
    /// Makes a count a change.
    new,
    /// Opens a demand.
    imperative,
    /// Future.
    target,
    /// Past or present.
    actual,
    /// Reckoned.
    estimate,
    /// The text turns to what is to be done.
    turn,
    /// A section that promises.
    plan_heading,
    /// A section that promises in so many words.
    firm_plan,
    /// A section that looks back.
    past_heading,
}
