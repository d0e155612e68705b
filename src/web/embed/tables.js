// The tables that the panel shows: which rows of the Analysis, which columns, which places in the text.
/** As written, with the sign of what the words around it say. */
const value = ({ text, comparator }) => `${{ "=": "", range: "", "~": "≈" }[comparator] ?? comparator}${text}`;

/** 2023, 2023-01, 2023-01-05 or both ends. */
function period({ start, end }) {
  if (!start || !end || start === end) return start ?? end ?? "";
  const [year, month] = start.split("-");
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  if (start.endsWith("-01") && end === last) return `${year}-${month}`;
  return start === `${year}-01-01` && end === `${year}-12-31` ? year : `${start} – ${end}`;
}

const listed = (items) => items.join("、");
const others = ({ name, names }) => listed(names.filter((other) => other !== name));

/** kind, list of the Analysis, columns: name of the column (column-… of the words) and cell of a row. */
export const TABLES = [
  ["indicator", "indicators", { name: (row) => row.name, value, period, status: (row, _, word) => word(`status-${row.status}`), subject: (row) => row.subject }],
  ["person", "people", { person: (row) => row.name, posts: (row) => listed([...new Set(row.posts.map((post) => post.text))]) }],
  ["organization", "organizations", { name: (row) => row.name, others, kind: (row, _, word) => word(`organization-${row.kind}`) }],
  ["place", "places", { "place-name": (row) => row.name, level: (row, _, word) => word(`level-${row.level}`), code: (row) => row.code }],
  ["facility", "facilities", { name: (row) => row.name, others }],
  ["event", "events", { name: (row) => row.name, time: period, place: (row) => row.place }],
  ["time", "times", { written: (row) => row.text, start: (row) => row.start, end: (row) => row.end }],
  ["code", "codes", { slogan: (row) => row.text, members: (row) => listed(row.members) }],
  ["programme", "programmes", { name: (row) => row.text }],
  ["quote", "quotes", { speaker: (row) => row.speaker, words: (row, text) => text.slice(row.span.start, row.span.end) }],
  ["task", "tasks", { task: (row) => row.text, owner: (row) => row.owner, deadline: (row) => row.deadline }],
  ["keyword", "keywords", { keyword: (row) => row.text, mentions: (row) => String(row.spans.length) }],
].map(([kind, list, columns]) => ({ kind, list, columns: Object.entries(columns) }));

/** Where a row stands in the text. */
export function placesOf(row) {
  const spans = row.spans ?? [row.span];
  return row.posts ? [...spans, ...row.posts.map((post) => post.span)] : spans;
}
