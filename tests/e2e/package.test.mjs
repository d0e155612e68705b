// The npm package: packed, installed into empty folders from the tarball alone, used from Node, from a plain page,
// from Vite and webpack builds; the same results everywhere as on the command line.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { DIST, launch, ROOT, serve } from "./browser.mjs";

const TEXTS = readdirSync(join(ROOT, "tests/articles")).filter((name) => name.endsWith(".txt")).map((name) => join(ROOT, "tests/articles", name));
const DATE = "2024-01-05";
const SHORT = "2024年，全市地区生产总值1286.5亿元，同比增长6.2%，市长陆致远说。";

let work;
let installed;
let yaolan;

const run = (command, args, options = {}) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });

/** What the command line prints of `file`, without the end of the line. */
const commandLine = (file, offsets = "utf16") =>
  run("cargo", ["run", "--quiet", "--bin", "yaolan", "--", "analyze", "--format", "jsonl", "--date", DATE, "--offsets", offsets, file], { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] }).replace(/\n$/, "");

/** A folder with the files of `example` and the package from the tarball. */
function project(name, example) {
  const folder = join(work, name);
  cpSync(example, folder, { recursive: true });
  rmSync(join(folder, "package-lock.json"), { force: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(work, installed)], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  return folder;
}

before(async () => {
  work = mkdtempSync(join(tmpdir(), "yaolan-package-"));
  const folder = join(work, "package");
  run("node", [join(ROOT, "src/web/embed/package.mjs"), DIST, folder]);
  installed = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", work], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] }))[0].filename;
  const node = project("node", join(ROOT, "examples/node"));
  yaolan = await import(pathToFileURL(join(node, "node_modules/yaolan/node.js")));
});

after(() => rmSync(work, { recursive: true, force: true }));

/** The error that `promise` ends in. */
const failure = (promise) => promise.then(() => assert.fail("it did not fail"), (error) => error);

test("the example for Node prints what the command line prints, byte for byte", () => {
  for (const file of TEXTS) {
    const printed = run("node", ["analyze.mjs", file, DATE], { cwd: join(work, "node") });
    assert.equal(printed, `${commandLine(file)}\n`);
  }
});

test("in every unit of offsets, in a worker and on the spot, the result is that of the command line", async () => {
  const hostile = join(work, "hostile.txt");
  writeFileSync(hostile, `𠮷字老店👨‍👩‍👧第1届。${"9".repeat(40)}元，0.0000001%，1234567890123456789万元。__proto__\u2028"\\ 增长6.5%。`);
  const [remote, local] = await Promise.all([yaolan.createAnalyzer(), yaolan.createAnalyzer({ worker: false })]);
  for (const offsets of ["utf16", "codepoint", "byte"]) {
    for (const file of [hostile, TEXTS[0]]) {
      const wanted = commandLine(file, offsets);
      const text = readFileSync(file, "utf8");
      for (const analyzer of [remote, local]) {
        assert.equal(JSON.stringify(await analyzer.analyze(text, { date: DATE, offsets })), wanted, `${file} ${offsets}`);
      }
    }
  }
  remote.close();
});

test("lone surrogates count as one unit, and nothing stops", async () => {
  const analyzer = await yaolan.createAnalyzer();
  const text = `\ud800${SHORT}\udc00\udc00😀\ud83d${SHORT}\udfff`;
  const { indicators, people } = await analyzer.analyze(text);
  assert.ok(indicators.length >= 4 && people.length >= 1);
  for (const row of indicators) assert.equal(text.slice(row.span.start, row.span.end), row.text);
  for (const { name, spans } of people) for (const { start, end } of spans) assert.equal(text.slice(start, end), name);
  analyzer.close();
});

test("every refusal is an Error with a code", async () => {
  const analyzer = await yaolan.createAnalyzer();
  const calls = [
    ["invalid-text", () => analyzer.analyze(7)],
    ["invalid-text", () => analyzer.analyze(undefined)],
    ["invalid-date", () => analyzer.analyze(SHORT, { date: "yesterday" })],
    ["invalid-date", () => analyzer.analyze(SHORT, { date: new Date() })],
    ["invalid-date", () => analyzer.analyze(SHORT, { date: "2023-02-30" })],
    ["invalid-offsets", () => analyzer.analyze(SHORT, { offsets: "words" })],
    ["too-large", () => analyzer.analyze("全".repeat(6_000_000))],
    ["asset-failed", () => yaolan.createAnalyzer({ assets: join(work, "nowhere") })],
    ["asset-failed", () => yaolan.createAnalyzer({ assets: { wasm: pathToFileURL(TEXTS[0]) } })],
    ["bad-assets", () => yaolan.createAnalyzer({ assets: { dictionary: pathToFileURL(TEXTS[0]) } })],
    ["invalid-options", () => yaolan.createAnalyzer({ assets: { dictionary: "http://[" } })],
  ];
  for (const [code, call] of calls) {
    const error = await failure(call());
    assert.ok(error instanceof yaolan.YaolanError && error instanceof Error, `${code}: ${error}`);
    assert.equal(error.code, code, error.message);
    assert.ok(error.message.length > 10);
  }
  assert.ok((await analyzer.analyze(SHORT)).indicators.length > 0, "it goes on after refusals");
  assert.equal((await analyzer.analyze("")).document.characters, 0);
  analyzer.close();
  assert.equal((await failure(analyzer.analyze(SHORT))).code, "closed");
});

test("a call can be given up: before it begins, while it waits, while it runs, while the analyzer loads", async () => {
  const analyzer = await yaolan.createAnalyzer();
  const early = await failure(analyzer.analyze(SHORT, { signal: AbortSignal.abort("no") }));
  assert.deepEqual([early.name, early.code, early.cause], ["AbortError", "aborted", "no"]);

  const [running, waiting] = [new AbortController(), new AbortController()];
  const long = SHORT.repeat(40_000);
  const started = Date.now();
  const first = failure(analyzer.analyze(long, { signal: running.signal }));
  const second = failure(analyzer.analyze(long, { signal: waiting.signal }));
  const third = analyzer.analyze(SHORT);
  waiting.abort();
  await promisify(setTimeout)(100);
  running.abort();
  assert.equal((await first).code, "aborted");
  assert.equal((await second).code, "aborted");
  const whole = Date.now() - started;
  assert.ok((await third).indicators.length > 0, "what came after is read");
  assert.ok(whole < 2000, `given up at once, not after ${whole} ms`);
  analyzer.close();

  const loading = new AbortController();
  const never = failure(yaolan.createAnalyzer({ signal: loading.signal }));
  loading.abort();
  assert.equal((await never).code, "aborted");
  const late = new AbortController();
  const kept = await yaolan.createAnalyzer({ signal: late.signal });
  late.abort();
  assert.ok((await kept.analyze(SHORT)).indicators.length > 0, "the signal was for the loading alone");
  kept.close();
});

test("the files can lie elsewhere, and the townships can be left out", async () => {
  const elsewhere = join(work, "elsewhere");
  for (const name of ["worker_bg.wasm", "dictionary.bin", "townships.bin"]) cpSync(join(work, "node/node_modules/yaolan", name), join(elsewhere, name));
  const analyzer = await yaolan.createAnalyzer({ assets: pathToFileURL(elsewhere) });
  assert.ok((await analyzer.analyze(SHORT)).indicators.length > 0);
  analyzer.close();
  const smaller = await yaolan.createAnalyzer({ worker: false, assets: { townships: false } });
  assert.ok((await smaller.analyze(SHORT)).indicators.length > 0);
});

test("strict TypeScript accepts the sample and refuses its mistakes", () => {
  const folder = project("types", join(ROOT, "tests/e2e/package"));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  for (const resolution of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const [module, moduleResolution] = resolution;
    const options = ["--strict", "--noEmit", "--module", module, "--moduleResolution", moduleResolution, "--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--types", "", "sample.ts"];
    run("node", [tsc, ...options], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  }
});

/** What `script`, run in a page of `server`, says of the short text. */
async function inPage(mounts, path, read) {
  const [server, browser] = [await serve(mounts), await launch()];
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(new URL(path, server.url).href);
    const result = await read(page);
    assert.deepEqual(errors, []);
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

test("a plain page uses it without a bundler, in a worker and on the spot", async () => {
  const wanted = commandLine(TEXTS[0]);
  const text = readFileSync(TEXTS[0], "utf8");
  const mounts = { "/": join(ROOT, "examples/page"), "/yaolan/": join(work, "node/node_modules/yaolan") };
  const results = await inPage(mounts, "page.css", (page) =>
    page.evaluate(
      async ([text, date]) => {
        const { createAnalyzer } = await import(new URL("yaolan/index.js", document.baseURI).href);
        const results = [];
        for (const worker of [true, false, () => new Worker(new URL("yaolan/thread.js", document.baseURI), { type: "module" })]) {
          const analyzer = await createAnalyzer({ worker });
          results.push(JSON.stringify(await analyzer.analyze(text, { date })));
          analyzer.close();
        }
        const lost = await createAnalyzer({ assets: "/nowhere" }).catch((error) => error.code);
        return [...results, lost];
      },
      [text, DATE],
    ),
  );
  assert.deepEqual(results, [wanted, wanted, wanted, "asset-failed"]);
});

/** Clicks through the built Vite example. */
const clicked = async (page) => {
  await page.click("#read");
  await page.waitForSelector("#indicators li", { timeout: 60_000 });
  return page.$$eval("#indicators li", (found) => found.map((item) => item.textContent));
};
const FIGURES = ["全市地区生产总值：128650000000 元", "全市地区生产总值：6.2 %"];

test("the Vite example builds and reads", async () => {
  const folder = project("vite", join(ROOT, "examples/vite"));
  run("node", [join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], { cwd: folder });
  const { length } = readFileSync(join(folder, "dist/assets", readdirSync(join(folder, "dist/assets")).find((name) => /^index.*\.js$/.test(name))));
  assert.ok(length < 20_000, `the page's own script has ${length} bytes: the analyzer comes later`);
  assert.deepEqual(await inPage({ "/sub/": join(folder, "dist") }, "./", clicked), FIGURES);
});

test("a webpack build of the same example reads", async () => {
  const folder = project("webpack", join(ROOT, "examples/vite"));
  const { default: webpack } = await import("webpack");
  const stats = await promisify(webpack)({ mode: "production", context: folder, entry: "./main.js", output: { path: join(folder, "dist") } });
  assert.equal(stats.hasErrors(), false, stats.toString("errors-warnings"));
  const page = readFileSync(join(folder, "index.html"), "utf8").replace("./main.js", "main.js").replace('type="module"', "defer");
  writeFileSync(join(folder, "dist/index.html"), page);
  assert.deepEqual(await inPage({ "/": join(folder, "dist") }, "./", clicked), FIGURES);
});

test("integrity.json holds the hashes of what is installed", async () => {
  const folder = join(work, "node/node_modules/yaolan");
  const { createHash } = await import("node:crypto");
  const listed = JSON.parse(readFileSync(join(folder, "integrity.json"), "utf8"));
  const scripts = readdirSync(folder).filter((name) => /\.(js|css|wasm|bin)$/.test(name));
  assert.deepEqual(Object.keys(listed).sort(), scripts.sort());
  for (const [name, hash] of Object.entries(listed)) {
    assert.equal(hash, `sha384-${createHash("sha384").update(readFileSync(join(folder, name))).digest("base64")}`);
  }
});
