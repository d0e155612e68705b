// Holds the release page in dist/ against budget.tsv: fails where an asset outgrows its limit or is not listed,
// and where all that a first visit fetches weighs more than the whole budget.
//
//   node benches/budget.mjs           checks
//   node benches/budget.mjs --print   prints what every asset weighs
//   node benches/budget.mjs --write   sets every limit to what its asset weighs and a little more; new assets come in
//                                     as `later`: write `first` where the page fetches them before it can analyse
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DIST = process.env.DIST ?? join(ROOT, "dist");
const BUDGET = join(ROOT, "benches/budget.tsv");
/** What a first visit may fetch before it can analyse, in bytes; the aim is 1,700,000. */
const FIRST_LOAD = 2_300_000;
/** What `--write` leaves to an asset beyond its weight. */
const SLACK = 1.03;

const lines = readFileSync(BUDGET, "utf8").split("\n").filter(Boolean);
const listed = new Map(
  lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"))
    .map(([name, when, limit]) => [name, { when, limit: Number(limit) }]),
);

/** What a file weighs as it is served. */
function weight(path) {
  const bytes = readFileSync(path);
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  return Math.min(bytes.length, packed.length);
}

const names = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name));
const weights = new Map(names.map((entry) => [entry.name.replace(/-[0-9a-f]{12}(?=\.)/, ""), weight(join(entry.parentPath, entry.name))]));
if (process.argv.includes("--print")) {
  for (const [name, bytes] of [...weights].sort()) console.log(`${name}\t${listed.get(name)?.when ?? "later"}\t${bytes}`);
}
if (process.argv.includes("--write")) {
  const head = lines.filter((line) => line.startsWith("#"));
  const rows = [...weights].sort().map(([name, bytes]) => {
    const line = { when: listed.get(name)?.when ?? "later", limit: Math.ceil((bytes * SLACK) / 100 + 1) * 100 };
    listed.set(name, line);
    return `${name}\t${line.when}\t${line.limit}`;
  });
  for (const name of listed.keys()) if (!weights.has(name)) listed.delete(name);
  writeFileSync(BUDGET, `${[...head, ...rows].join("\n")}\n`);
}

const wrong = [];
let first = 0;
for (const [name, bytes] of weights) {
  const line = listed.get(name);
  if (!line) wrong.push(`${name} (${bytes} bytes) is not in benches/budget.tsv`);
  else if (bytes > line.limit) wrong.push(`${name} weighs ${bytes} bytes, ${bytes - line.limit} more than its limit`);
  if (line?.when === "first") first += bytes;
}
for (const name of listed.keys()) if (!weights.has(name)) wrong.push(`${name} is in benches/budget.tsv and not in the page`);
if (first > FIRST_LOAD) wrong.push(`the first load weighs ${first} bytes, ${first - FIRST_LOAD} more than the budget`);
console.log(`first load: ${first} of ${FIRST_LOAD} bytes; all assets: ${[...weights.values()].reduce((a, b) => a + b, 0)} bytes`);
for (const message of wrong) console.error(`budget: ${message}`);
process.exit(wrong.length ? 1 : 0);
