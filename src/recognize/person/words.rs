//! What the words of words.tsv do.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Opens what a congress says of somebody who leaves (接受|张三因工作变动辞去…).
    accepts,
    /// Appoints: the name follows.
    appointing,
    /// Closes a list of names.
    closing,
    /// Politeness behind a name.
    courtesy,
    /// Many at once, whom no name follows.
    everybody,
}
