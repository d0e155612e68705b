// Runs every check of the project one after the other and ends with the totals.
// Fails (exit 1) where any of them failed, after all of them ran.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

const steps = [
  { name: "formatting", command: ["cargo", "fmt", "--check"] },
  { name: "clippy, native", command: ["cargo", "clippy", "--all-targets", "--", "-D", "warnings"] },
  {
    name: "clippy, wasm32",
    command: ["cargo", "clippy", "--target", "wasm32-unknown-unknown", "--lib", "--bins", "--", "-D", "warnings"],
  },
  { name: "dependencies", command: ["make", "--no-print-directory", "deny"] },
  { name: "native tests", command: ["cargo", "test"] },
  { name: "a corpus in DuckDB and Spark", command: ["make", "--no-print-directory", "test-tables"] },
  {
    name: "wasm tests in Chromium",
    command: ["cargo", "test", "--target", "wasm32-unknown-unknown", "--test", "wasm"],
    environment: { CHROMEDRIVER: process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver" },
  },
  { name: "the release page", command: ["make", "--no-print-directory", "build"] },
  { name: "what the page weighs", command: ["node", "benches/budget.mjs"] },
  {
    name: "the page under a sub-path",
    command: ["node", "--test", "--test-reporter=spec", "tests/e2e/page.test.mjs"],
    environment: { PREFIX: "/some/where/" },
  },
  { name: "the page in Chromium", command: ["node", "--test", "--test-reporter=spec", "tests/e2e/"] },
];

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

/** Runs one step, showing what it prints; resolves to its exit code and output. */
function run({ command, environment }) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
      from.on("data", (data) => {
        output += data;
        to.write(data);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

const sum = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const step of steps) {
  console.log(`\n== ${step.name}`);
  const { code, output } = await run(step);
  const totals = totalsOf(output);
  if (code !== 0) failures.push(step.name);
  if (totals.passed + totals.failed === 0) totals[code === 0 ? "passed" : "failed"] = 1;
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  for (const key of Object.keys(sum)) sum[key] += totals[key];
}
if (!existsSync("../shared/seeds")) console.log("\n../shared/seeds is absent: the tests over those documents were skipped.");
console.log(failures.length ? `\nfailed: ${failures.join("; ")}` : "\nall steps passed");
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(failures.length ? 1 : 0);
