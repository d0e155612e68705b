// yaolan, jieba-wasm and Intl.Segmenter side by side, in one Chromium page and in one Node run; prints Markdown.
//
//   node benches/run.mjs [TEXT] [ROUNDS]     over the release page in dist/
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { launch } from "../tests/e2e/browser.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DIST = join(ROOT, "dist");
const CHARACTERS = 23_608;

/** The text to read: the plan of the seeds, or the project's own work report until it is as long. */
function sample() {
  const plan = join(ROOT, "../shared/seeds/003.txt");
  const path = process.argv[2] ?? (existsSync(plan) ? plan : null);
  if (path) return readFileSync(path, "utf8");
  const report = readFileSync(join(ROOT, "tests/articles/work-report.txt"), "utf8");
  return report.repeat(Math.ceil(CHARACTERS / [...report].length));
}

const text = sample();
const rounds = Number(process.argv[3] ?? 15);
const named = (stem, end) => {
  const found = readdirSync(DIST).find((name) => name.replace(/-[0-9a-f]{12}(?=\.)/, "") === `${stem}${end}`);
  if (!found) throw new Error(`dist/ holds no ${stem}${end}: build the release page first (make build)`);
  return found;
};

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const format = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** A table of medians with their ratio to the row `base`. */
function table(title, rows, base) {
  const reference = rows.find(([name]) => name === base)[1];
  console.log(`\n| ${title} | median, ms | ratio |\n|---|---|---|`);
  for (const [name, value] of rows) console.log(`| ${name} | ${format(value)} | ${(value / reference).toFixed(2)} |`);
}

/** The page and what it is compared with, on one server, as files are served. */
async function serve() {
  const options = { dev: false, brotli: true, gzip: true, etag: true, maxAge: 3600 };
  const handlers = [["/bench", "benches/page"], ["/jieba", "node_modules/jieba-wasm/pkg/web"], ["", "dist"]].map(
    ([prefix, folder]) => [prefix, sirv(join(ROOT, folder), options)],
  );
  const server = createServer((request, response) => {
    const [prefix, handler] = handlers.find(([prefix]) => request.url.startsWith(`${prefix}/`));
    request.url = request.url.slice(prefix.length);
    handler(request, response, () => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Milliseconds from navigation until `selector` is there. */
async function navigate(page, url, selector) {
  await page.goto(url, { waitUntil: "commit" });
  const seen = await page.waitForFunction((selector) => document.querySelector(selector) && performance.now(), selector, { polling: 4 });
  return seen.jsonValue();
}

/** Cold and warm starts of both pages, by turns, each pair in a browser profile of its own. */
async function starts(browser, url) {
  const pages = {
    "jieba-wasm": [`${url}/bench/jieba.html`, "html[data-ready]"],
    yaolan: [`${url}/index.html`, '.status[data-engine="ready"]'],
  };
  const found = { cold: {}, warm: {} };
  for (let round = 0; round < Math.max(10, Math.ceil(rounds / 2)); round += 1) {
    for (const [name, [address, selector]] of Object.entries(pages)) {
      const context = await browser.newContext({ locale: "zh-CN" });
      const page = await context.newPage();
      (found.cold[name] ??= []).push(await navigate(page, address, selector));
      if (name === "yaolan") await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      await page.goto("about:blank");
      (found.warm[name] ??= []).push(await navigate(page, address, selector));
      await context.close();
    }
  }
  return found;
}

async function inChromium() {
  const server = await serve();
  const browser = await launch();
  try {
    const { cold, warm } = await starts(browser, server.url);
    for (const [title, found] of [["Chromium: cold start", cold], ["Chromium: warm start", warm]]) {
      table(title, Object.entries(found).map(([name, values]) => [name, median(values)]), "jieba-wasm");
    }
    const page = await browser.newPage();
    await page.goto(`${server.url}/bench/blank.html`);
    const list = (name) => `${server.url}/${named(name, ".bin")}`;
    const figures = await page.evaluate(
      async (options) => (await import("./bench.js")).measure(options),
      { text, rounds, script: `${server.url}/${named("worker_loader", ".js")}`, lists: { dictionary: list("dictionary"), townships: list("townships") } },
    );
    report("Chromium", figures);
    const whole = Object.entries(figures).map(([name, rows]) => [name, median(rows.slice(1).map((row) => row.whole))]);
    table("Chromium: until the result is on the main thread", whole, "jieba-wasm tag");
    console.log(`\nThe result has ${figures.yaolan[0].bytes.toLocaleString("en")} bytes.`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** The first run of each, and the median of the others. */
function report(place, figures) {
  const first = Object.entries(figures).map(([name, rows]) => [name, rows[0].milliseconds]);
  const later = Object.entries(figures).map(([name, rows]) => [name, median(rows.slice(1).map((row) => row.milliseconds))]);
  table(`${place}: first run`, first, "jieba-wasm tag");
  table(`${place}: ${rounds - 1} later runs`, later, "jieba-wasm tag");
}

function inNode() {
  const file = (stem, end) => join(DIST, named(stem, end));
  const files = { worker: file("worker", ".js"), wasm: file("worker_bg", ".wasm"), dictionary: file("dictionary", ".bin") };
  const run = spawnSync(process.execPath, [join(ROOT, "benches/node.mjs")], {
    input: JSON.stringify({ text, rounds, files }), encoding: "utf8", maxBuffer: 1 << 26, stdio: ["pipe", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error("the run in Node failed");
  const { start, figures } = JSON.parse(run.stdout);
  table("Node: start and first cut", Object.entries(start), "jieba-wasm tag");
  report("Node", figures);
}

const processors = cpus();
console.log(`${[...text].length.toLocaleString("en")} characters, ${rounds} rounds; ${processors.length} × ${processors[0].model}, Node ${process.versions.node}`);
inNode();
await inChromium();
