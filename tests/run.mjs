// Runs every check of the project and ends with the totals: first what compiles, in two lanes side by side, then the page,
// twice side by side, at last what measures it. Fails (exit 1) where any of them failed, after all of them ran.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";

const cargo = (...rest) => ["cargo", ...rest];
const make = (target) => ["make", "--no-print-directory", target];
const nodeTest = (files) => ["node", "--test", "--test-reporter=spec", ...files.map((file) => `tests/e2e/${file}`)];

/** What measures how long the page takes: with nothing beside it. */
const alone = ["pace.test.mjs", "pool.test.mjs"];
const others = readdirSync("tests/e2e").filter((file) => file.endsWith(".test.mjs") && !alone.includes(file));
const below = { PREFIX: "/some/where/" };

/** What compiles, in lanes that run side by side, each in its order: into folders of their own, so none waits for another's lock. */
const compiled = {
  native: [
    { name: "formatting", command: cargo("fmt", "--check") },
    { name: "clippy, native", command: cargo("clippy", "--all-targets", "--", "-D", "warnings") },
    { name: "clippy, wasm32", command: cargo("clippy", "--target", "wasm32-unknown-unknown", "--lib", "--bins", "--", "-D", "warnings") },
    { name: "dependencies", command: make("deny") },
    { name: "native tests", command: cargo("test") },
    { name: "a corpus in DuckDB and Spark", command: make("test-tables") },
    {
      name: "wasm tests in Chromium",
      command: cargo("test", "--target", "wasm32-unknown-unknown", "--test", "wasm"),
      environment: { CHROMEDRIVER: process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver" },
    },
  ],
  page: [
    { name: "the release page", command: make("build") },
    { name: "what the page weighs", command: ["node", "benches/budget.mjs"] },
    { name: "fuzzing", command: make("fuzz") },
  ],
};

/** The page in Chromium, at the root of a server and below a path. */
const shown = {
  root: [{ name: "the page", command: nodeTest(others) }],
  "sub-path": [{ name: "the page under a sub-path", command: nodeTest(others), environment: below }],
};

const measured = {
  page: [
    { name: "its pace", command: nodeTest(alone) },
    { name: "its pace under a sub-path", command: nodeTest(alone), environment: below },
  ],
};

/** Adds up what cargo test and node --test say of themselves. */
function totalsOf(output) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, ignored] of output.matchAll(/test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/g)) {
    totals.passed += Number(passed);
    totals.failed += Number(failed);
    totals.skipped += Number(ignored);
  }
  for (const [, word, count] of output.matchAll(/^\S* ?(pass|fail|skipped) (\d+)$/gm)) {
    totals[{ pass: "passed", fail: "failed", skipped: "skipped" }[word]] += Number(count);
  }
  return totals;
}

/** Runs one command, showing what it prints behind `mark`; resolves to its exit code and output. */
function run({ command, environment }, mark) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
      createInterface({ input: from }).on("line", (line) => {
        output += `${line}\n`;
        to.write(`${mark}${line}\n`);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** How many of a failed step's last lines are said again at the end. */
const SAID_AGAIN = 12;

const sum = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const times = [];

/** Runs `steps` one after the other and adds up their totals. */
async function inOrder(steps, mark) {
  for (const step of steps) {
    console.log(`\n${mark}== ${step.name}`);
    const begin = performance.now();
    const { code, output } = await run(step, mark);
    times.push([step.name, (performance.now() - begin) / 60_000]);
    const totals = totalsOf(output);
    if (code !== 0) failures.push({ name: step.name, last: output.trimEnd().split("\n").slice(-SAID_AGAIN) });
    if (totals.passed + totals.failed === 0) totals[code === 0 ? "passed" : "failed"] = 1;
    if (code !== 0 && totals.failed === 0) totals.failed = 1;
    for (const key of Object.keys(sum)) sum[key] += totals[key];
  }
}

for (const lanes of [compiled, shown, measured]) {
  await Promise.all(Object.entries(lanes).map(([lane, steps]) => inOrder(steps, `${lane} | `)));
}
console.log(`\nminutes: ${times.map(([name, minutes]) => `${name} ${minutes.toFixed(1)}`).join(", ")}`);
if (!existsSync("../shared/seeds")) console.log("\n../shared/seeds is absent: the tests over those documents were skipped.");
for (const { name, last } of failures) console.log(`\n${name} ended with:\n  ${last.join("\n  ")}`);
console.log(failures.length ? `\nfailed: ${failures.map(({ name }) => name).join("; ")}` : "\nall steps passed");
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(failures.length ? 1 : 0);
