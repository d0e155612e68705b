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
    /// A ranking stands behind it that somebody came into.
    enters,
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
    /// Counted behind a threshold: 营业收入超10亿元|企业30家.
    above,
    /// Closes a list of places.
    and_others,
    /// Verb behind 今年 that lies ahead in the first months of a year.
    building,
    /// Words that may stand behind 比 or 较 without a time.
    reference,
    /// What figures are compared with.
    known_baseline,
    /// The same behind a verb of comparing.
    compared,
    /// Heads that say nothing of what is measured.
    cell_generic,
    /// Unit whose first character is no scale: 千瓦.
    scaled_unit,
    /// Head of a column that says when, not what.
    cell_time,
    /// Behind a time, part of it.
    closes_time,
    /// Names that end so measure growth.
    growth_name,
    /// Words behind a rate that make it one of growth.
    growth_behind,
    /// Ends the name of what is earned or made in the course of a period.
    flow,
    /// Words that may close a name without making it another indicator.
    may_close,
    /// Words that may open one.
    may_open,
    /// Its counterpart in the next member is as long: 城镇和农村居民.
    paired,
    /// Behind a round figure that was crossed: 突破4000亿元|大关.
    barrier,
    /// Counted owner before 的: 30个城市|的门店.
    whose,
    /// What institutions end in whose beds and staff are counted behind them.
    institution,
    /// Verb before the quoted name of what a clause brings into being.
    launching,
    /// Verb of promising.
    promise,
    /// Closes what is said with 受: 受疫情|影响.
    influence,
    /// Title of a document that plans.
    plan_title,
    /// Verb of doing, not of reaching.
    doing,
    /// The text turns to what is so now or comes next.
    now,
    /// Verb of aiming right before a time.
    aim,
    /// A time that leaves the year to the context.
    bare_time,
    /// Verb of fulfilling before a plan.
    done,
    /// Before 计划 or 目标 it makes them things, no promises: 年度|计划.
    before_goal,
    /// Eyes a goal.
    eyeing,
    /// Future in so many words.
    plain_target,
    /// Compares with another period.
    comparing,
    /// Verb that pushes on.
    pushing,
    /// Stage of a project, before what is counted.
    stage,
    /// Closes what is counted behind examples: 甲、乙等|企业.
    counted,
    /// Behind a rate and 的 it names no thing: 的|增长.
    change,
    /// Opens a count that does not share the verb of the one before.
    each,
    /// Behind examples and 等, the class of those who do something: 甲、乙等骨干|企业.
    doer,
    /// Among how many of them a rank is counted: 全省14个|市|中排名第二.
    company,
    /// Stands in brackets in the head of a column and is no unit: 2025年(预计).
    no_unit,
    /// Verb of what contributes to growth.
    pulls,
    /// Verb between a crop and its area: 小麦|播种|面积.
    sown,
    /// Verb of making goods.
    making,
}
