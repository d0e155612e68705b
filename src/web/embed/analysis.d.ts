// Made from the Rust types by `YAOLAN_WRITE=1 cargo test --lib typescript`.

/**
 * Everything that was read from one document.
 */
export type Analysis = { 
/**
 * Version of this form; 1.
 */
version: number, document: DocumentInfo, people: Array<Person>, places: Array<Place>, organizations: Array<Organization>, facilities: Array<Facility>, events: Array<Event>, times: Array<Time>, indicators: Array<Indicator>, codes: Array<Code>, programmes: Array<Programme>, quotes: Array<Quote>, tasks: Array<Task>, keywords: Array<Keyword>, 
/**
 * The headings of the document in order: its outline.
 */
outline: Array<OutlineItem>, 
/**
 * What the reader decided about rows; left out where there is nothing.
 */
reviews?: Array<Review>, };

/**
 * A coded slogan (缩略提法) with its members.
 */
export type Code = { 
/**
 * The term with the head noun it modifies, as written.
 */
text: string, 
/**
 * How many members its numerals announce.
 */
count: number | null, 
/**
 * The members in order, as far as this document lists them.
 */
members: Array<string>, 
/**
 * Where each member stands, in the same order.
 */
member_spans: Array<Span>, 
/**
 * As many members found as the numeral says.
 */
complete: boolean, 
/**
 * What the built-in glossary knows of a common national code; never from the document.
 */
glossary: Array<string>, 
/**
 * Every mention.
 */
spans: Array<Span>, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * How a value bounds the fact.
 */
export type Comparator = "=" | ">" | ">=" | "<" | "<=" | "~" | "range";

/**
 * What the header, the by-line and the text as a whole say of the document.
 */
export type DocumentInfo = { 
/**
 * The headline, as written.
 */
title: string | null, 
/**
 * Where the title stands.
 */
title_span: Span | null, 
/**
 * The paper, site or body that published it.
 */
source: string | null, 
/**
 * The reference date for 今年, 1月28日 …: ISO 8601 day, from the text or from the caller.
 */
published: string | null, 
/**
 * Names of the reporters in the by-line.
 */
reporters: Array<string>, 
/**
 * Names of the editors in the by-line.
 */
editors: Array<string>, 
/**
 * Simplified, traditional or both.
 */
script: Script, 
/**
 * Unicode code points of the text.
 */
characters: number, };

/**
 * A named meeting, fair, session.
 */
export type Event = { 
/**
 * The fullest name.
 */
name: string, 
/**
 * Every surface form.
 */
names: Array<string>, 
/**
 * First day, ISO 8601, if the text lets one know it.
 */
start: string | null, 
/**
 * Last day.
 */
end: string | null, 
/**
 * Where it is held, as written.
 */
place: string | null, 
/**
 * Every mention.
 */
spans: Array<Span>, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * A facility or a construction project with a name of its own.
 */
export type Facility = { 
/**
 * The written-out name: 地铁3号线.
 */
name: string, 
/**
 * Every surface form: 地铁3、4、5、6号线.
 */
names: Array<string>, 
/**
 * Every mention.
 */
spans: Array<Span>, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * A measured or promised quantity.
 */
export type Indicator = { 
/**
 * The number with its unit and what touches it: 3800余场.
 */
text: string, 
/**
 * What is measured, in the words of the text, put together where the text splits it.
 */
name: string, 
/**
 * The number written out in full; negative for a decline.
 */
value: Number, 
/**
 * The upper end of a range.
 */
max: Number | null, 
/**
 * The base unit in simplified characters, 万 and 亿 multiplied in: 元 人 % 百分点 倍 位 …
 */
unit: string, 
/**
 * How the value bounds the fact.
 */
comparator: Comparator, 
/**
 * What sort of figure.
 */
kind: IndicatorKind, 
/**
 * Whether it happened, is reckoned or is aimed at.
 */
status: Status, 
/**
 * The region or body it is about.
 */
subject: string | null, 
/**
 * First day of the period, ISO 8601.
 */
start: string | null, 
/**
 * Last day, inclusive.
 */
end: string | null, 
/**
 * The words of what it is compared with: 同比, 较2015年.
 */
baseline: string | null, 
/**
 * Canonical key of the indicator lexicon, the same in every document.
 */
key: string | null, 
/**
 * What a reader should check.
 */
doubts: Array<string>, 
/**
 * How name, period and status were found: one plain sentence each.
 */
derivation: Array<string>, 
/**
 * Where the figure stands.
 */
span: Span, 
/**
 * Where the (main part of the) name stands.
 */
name_span: Span | null, 
/**
 * Where the time that set the period stands.
 */
period_span: Span | null, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * Sort of figure.
 */
export type IndicatorKind = "level" | "change" | "growth" | "share" | "multiple" | "rank";

/**
 * A phrase (提法) that is weighty in this document.
 */
export type Keyword = { 
/**
 * As written.
 */
text: string, 
/**
 * Weight, 1.0 for the weightiest.
 */
weight: number, 
/**
 * Every mention.
 */
spans: Array<Span>, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * An exact decimal, written to JSON as an integer where it is one and as the nearest double where not.
 */
export type Number = number;

/**
 * A body: party, government, firm, school …
 */
export type Organization = { 
/**
 * The fullest name.
 */
name: string, 
/**
 * Every surface form.
 */
names: Array<string>, 
/**
 * What sort of body.
 */
kind: OrganizationKind, 
/**
 * Every mention.
 */
spans: Array<Span>, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * Sort of body.
 */
export type OrganizationKind = "party" | "government" | "congress" | "company" | "education" | "health" | "research" | "media" | "bank" | "social" | "other";

/**
 * A heading of the document.
 */
export type OutlineItem = { 
/**
 * As written, with its number.
 */
text: string, 
/**
 * 1 for the outermost.
 */
level: number, 
/**
 * Where it stands.
 */
span: Span, };

/**
 * A named individual.
 */
export type Person = { 
/**
 * The name alone, as the document writes it.
 */
name: string, 
/**
 * A reporter or editor of the by-line.
 */
byline: boolean, 
/**
 * The posts that the text gives this person.
 */
posts: Array<Post>, 
/**
 * Every mention.
 */
spans: Array<Span>, 
/**
 * Stable id of the rule that found the name.
 */
rule: string, };

/**
 * A place: a division of any level or a natural or economic area.
 */
export type Place = { 
/**
 * The fullest name: 徐州市.
 */
name: string, 
/**
 * Every surface form that the document uses.
 */
names: Array<string>, 
/**
 * Level of the division.
 */
level: PlaceLevel, 
/**
 * Six-digit (township: nine-digit) division code, if it is in the gazetteer.
 */
code: string | null, 
/**
 * The division above it.
 */
within: string | null, 
/**
 * Every mention.
 */
spans: Array<Span>, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * Level of a place.
 */
export type PlaceLevel = "country" | "province" | "prefecture" | "county" | "township" | "village" | "other";

/**
 * A post (职务) of a person.
 */
export type Post = { 
/**
 * As written, with the body or region before it: 徐州市委书记.
 */
text: string, 
/**
 * Whether the person holds it, held it or is to hold it.
 */
when: Tenure, 
/**
 * Where it stands.
 */
span: Span, 
/**
 * Stable id of the rule that tied it to the person.
 */
rule: string, };

/**
 * A named plan, strategy, campaign.
 */
export type Programme = { 
/**
 * As written.
 */
text: string, 
/**
 * Every mention.
 */
spans: Array<Span>, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * Who says what.
 */
export type Quote = { 
/**
 * Person, meeting or body that speaks, in the form used at that spot.
 */
speaker: string, 
/**
 * In quotation marks or an interview turn, or reported.
 */
kind: QuoteKind, 
/**
 * The said words, without the marks around them.
 */
span: Span, 
/**
 * Where the speaker is named.
 */
speaker_span: Span | null, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * Sort of speech.
 */
export type QuoteKind = "direct" | "reported";

/**
 * What the reader decided about one row.
 */
export type Review = { 
/**
 * The table, by its name in the Analysis: people, indicators …
 */
table: string, 
/**
 * Position in that table; null for a rejected row, which is in no table any more.
 */
row: number | null, 
/**
 * What was decided.
 */
verdict: Verdict, 
/**
 * What the row is called.
 */
text: string, 
/**
 * The fields that were edited; `spans` where places were added or taken away.
 */
fields: Array<string>, 
/**
 * What the reader wrote beside it.
 */
note: string | null, };

/**
 * The script a document is written in.
 */
export type Script = "hans" | "hant" | "mixed";

/**
 * A half-open stretch `start..end` of the text as given.
 */
export type Span = { 
/**
 * First offset inside.
 */
start: number, 
/**
 * First offset behind.
 */
end: number, };

/**
 * Whether a figure happened.
 */
export type Status = "actual" | "estimate" | "target";

/**
 * A commitment or demand.
 */
export type Task = { 
/**
 * The whole clause group, as written.
 */
text: string, 
/**
 * The verb that is to be done.
 */
action: string, 
/**
 * What it is to be done to.
 */
object: string | null, 
/**
 * Who has to do it.
 */
owner: string | null, 
/**
 * Last day, ISO 8601.
 */
deadline: string | null, 
/**
 * Target for what is still to be done, actual for what was done.
 */
status: Status, 
/**
 * Positions in the `indicators` table.
 */
indicators: Array<number>, 
/**
 * The heading path it stands under, outermost first, joined by " / ".
 */
heading: string | null, 
/**
 * Where it stands.
 */
span: Span, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * When a post is held, seen from the document.
 */
export type Tenure = "current" | "past" | "coming";

/**
 * An expression that denotes a calendar date or a bounded interval.
 */
export type Time = { 
/**
 * As written.
 */
text: string, 
/**
 * First day, ISO 8601; null where the document gives nothing to resolve it against.
 */
start: string | null, 
/**
 * Last day, inclusive.
 */
end: string | null, 
/**
 * Where it stands.
 */
span: Span, 
/**
 * Stable id of the rule.
 */
rule: string, };

/**
 * What a reader decides about a row.
 */
export type Verdict = "confirmed" | "edited" | "added" | "rejected";
