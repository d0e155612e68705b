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
  const path = process.argv[2] || (existsSync(plan) ? plan : null);
  if (path) return readFileSync(path, "utf8");
  const report = readFileSync(join(ROOT, "tests/articles/work-report.txt"), "utf8");
  return report.repeat(Math.ceil(CHARACTERS / [...report].length));
}

const text = sample();
const rounds = Math.max(10, Number(process.argv[3] ?? 15));
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

/** Runs in the page, before its scripts: notes when a text is sent to the worker, and when a frame shows what is wanted. */
function watch() {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.ProcessInput?.[1]?.Analyze) globalThis.sentAt = performance.now();
    return post.call(this, message, ...rest);
  };
  const waiting = [];
  const look = () => {
    for (const one of waiting) if (one.shown()) waiting.splice(waiting.indexOf(one), 1)[0].resolve(performance.now() - globalThis.sentAt);
    requestAnimationFrame(look);
  };
  look();
  globalThis.untilShown = (shown) => new Promise((resolve) => waiting.push({ shown, resolve }));
}

const INDICATORS = "#panel[data-table=indicator] tr.row";

/** From sending to drawn: the whole text pasted, then a sentence typed into it. Each round is a new paste and an edit. */
async function drawn(browser, url) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${url}/index.html`);
  await page.waitForSelector('.status[data-engine="ready"]', { state: "attached" });
  const found = { pasted: [], whole: [], edited: [] };
  for (let round = 0; round <= rounds; round += 1) {
    if (round > 0) await page.getByRole("button", { name: "编辑" }).click();
    await page.fill("#text", "。");
    const marks = "#article .block .mark";
    const shown = page.evaluate(async ([marks, rows]) => {
      const all = () => [...document.querySelectorAll("#article .block")].at(-1)?.querySelector(".mark");
      const first = untilShown(() => document.querySelector(marks) && document.querySelector(rows));
      const whole = untilShown(all);
      return [await first, await whole];
    }, [marks, "#panel tr.row"]);
    await page.fill("#text", `${text}\n全市地区生产总值增长${round}.1%。`);
    const [first, whole] = await shown;
    await page.click("#tab-indicator");
    await page.getByRole("button", { name: "编辑" }).click();
    const figure = `${round}.${round}7%`;
    const edit = page.evaluate(([rows, figure]) => {
      document.querySelector("#panel .filter").value = "";
      return untilShown(() => [...document.querySelectorAll(rows)].some((row) => row.textContent.includes(figure)));
    }, [INDICATORS, figure]);
    await page.locator("#text").evaluate((area, words) => {
      area.focus();
      area.setSelectionRange(0, 0);
      document.execCommand("insertText", false, words);
    }, `今年全市粮食产量增长${figure}。\n`);
    const edited = await edit;
    // the first round warms up
    if (round > 0) [found.pasted, found.whole, found.edited].forEach((list, at) => list.push([first, whole, edited][at]));
  }
  await context.close();
  return found;
}

/** What a first visit fetches until it can analyse, in bytes as they come over the line. */
async function firstLoad(browser, url) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const sizes = [];
  const note = (response) => sizes.push(response.request().sizes().then(({ responseBodySize }) => [response.url(), responseBodySize]));
  context.on("response", note);
  await session.send("Network.enable");
  await page.goto(`${url}/index.html`);
  await page.waitForSelector('.status[data-engine="ready"]', { state: "attached" });
  context.off("response", note);
  const all = await Promise.all(sizes);
  await context.close();
  // the townships are asked for once the analyzer is ready, which may be before this is reached
  return all.filter(([address]) => !address.includes("/townships-"));
}

/** So many milliseconds lie between a first visit and a later one. */
const LATER_VISIT = 4_000;

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
      // a later visit finds the page kept, and what the browser has compiled and put away, which it does after two seconds
      await page.waitForTimeout(LATER_VISIT);
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
    const load = await firstLoad(browser, server.url);
    const bytes = load.reduce((sum, [, size]) => sum + size, 0);
    console.log(`\nFirst load: ${load.length} files, ${bytes.toLocaleString("en")} bytes as they come over the line.`);
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
    const tag = median(figures["jieba-wasm tag"].slice(1).map((row) => row.milliseconds));
    const { pasted, whole: all, edited } = await drawn(browser, server.url);
    const sent = [["jieba-wasm tag", tag], ["first screen and table drawn", median(pasted)], ["the whole article drawn", median(all)], ["an edit: in the table", median(edited)]];
    table("Chromium: from sending to drawn", sent, "jieba-wasm tag");
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
  const files = { worker: file("worker", ".js"), wasm: file("worker_bg", ".wasm"), dictionary: file("dictionary", ".bin"), townships: file("townships", ".bin") };
  const run = spawnSync(process.execPath, [join(ROOT, "benches/node.mjs")], {
    input: JSON.stringify({ text, rounds, files }), encoding: "utf8", maxBuffer: 1 << 26, stdio: ["pipe", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error("the run in Node failed");
  const { start, figures, grown, sizes } = JSON.parse(run.stdout);
  table("Node: start and first cut", Object.entries(start), "jieba-wasm tag");
  report("Node", figures);
  const [once, twenty] = [median(grown.once), median(grown.twenty)];
  console.log(`\nNode: 20 times the text takes ${(twenty / once).toFixed(1)} times the time (${format(once)} and ${format(twenty)} ms);`);
  const more = (sizes.after - sizes.start) / sizes.text;
  console.log(`memory grows by ${more.toFixed(1)} times that text (${(sizes.start / 1e6).toFixed(1)} MB before, ${(sizes.after / 1e6).toFixed(1)} MB after).`);
}

const processors = cpus();
console.log(`${[...text].length.toLocaleString("en")} characters, ${rounds} rounds; ${processors.length} × ${processors[0].model}, Node ${process.versions.node}`);
inNode();
await inChromium();
