// What the tests of the page share: a server for dist/, a browser, the way to paste a text.
import { createServer } from "node:http";
import { after, before } from "node:test";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const DIST = process.env.DIST ?? join(ROOT, "dist");
const SEEDS = join(ROOT, "../shared/seeds");

export const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** The text of seed document `name`, or null where the seeds are absent. */
export function seed(name) {
  const path = join(SEEDS, `${name}.txt`);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** The path below which everything is served: the tests pass under any. */
const PREFIX = process.env.PREFIX ?? "/";

/** The file that `address` names in one of `mounts`, folders by the path they stand at below PREFIX; null where there is none. */
function fileAt(mounts, address) {
  if (!address.startsWith(PREFIX)) return null;
  const path = address.slice(PREFIX.length - 1);
  const prefix = Object.keys(mounts).filter((prefix) => path.startsWith(prefix)).sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return null;
  const rest = path.slice(prefix.length);
  const file = join(mounts[prefix], rest === "" || rest.endsWith("/") ? `${rest}index.html` : rest);
  return file.startsWith(mounts[prefix]) && existsSync(file) ? file : null;
}

/** Serves folders, by the path they stand at below PREFIX, on a free port of 127.0.0.1; dist/ if nothing else is said. */
export async function serve(mounts = { "/": DIST }) {
  if (Object.values(mounts).includes(DIST) && !existsSync(join(DIST, "index.html"))) {
    throw new Error(`${DIST} holds no page: build it first (make build)`);
  }
  const server = createServer((request, response) => {
    const file = fileAt(mounts, normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)));
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const body = readFileSync(file);
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": body.length,
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${port}${PREFIX}${Object.keys(mounts)[0].slice(1)}`, port, close };
}

/** Starts Chromium. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
}

/** A server and a browser for all tests of a file: there once the tests run, gone after the last. */
export function shared() {
  const held = { server: null, browser: null };
  before(async () => {
    held.server = await serve();
    held.browser = await launch();
  });
  after(async () => {
    await held.browser?.close();
    await held.server?.close();
  });
  return held;
}

/** A page that keeps its console errors and the addresses it asked for. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  context.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, context, errors, requests };
}

/** Waits until the dictionary and what the reader has kept are there. */
export const ready = (page) =>
  page.waitForSelector('.status[data-engine="ready"][data-kept="true"]', { state: "attached", timeout: 60_000 });

/** Waits until nothing is being analysed and a result is shown. */
export async function analyzed(page) {
  await page.waitForSelector("#tables", { state: "attached", timeout: 60_000 });
  await page.waitForSelector('.status[data-engine="ready"][data-busy="false"]', { state: "attached", timeout: 60_000 });
}

/**
 * Waits until the article on show holds `words`. Paragraphs are left out of the layout until they come in sight: what a
 * question for the text as laid out finds, in the moment after a click, depends on the browser's next frame.
 */
export const shows = (page, words) =>
  page.waitForFunction((words) => document.querySelector("#article")?.textContent.includes(words), words, { timeout: 60_000 });

/** Puts `text` into the text area of the open document, as a paste does. */
export async function paste(page, text) {
  await page.fill("#text", text);
  await page.waitForSelector("#article", { timeout: 60_000 });
  await analyzed(page);
}

/** Asks `question` in the page until the answer, which may be a promise, is yes; that answer. */
export async function until(page, question, argument) {
  for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(50)) {
    const answer = await page.evaluate(question, argument);
    if (answer) return answer;
  }
  throw new Error(`in vain: ${question}`);
}

/** Opens the table `kind`. */
export async function table(page, kind) {
  await page.click(`#tab-${kind}`);
  await page.waitForSelector(`#panel[data-table="${kind}"]`);
}

/** The cells of every row of the open table. */
export const rows = (page) =>
  page.$$eval("#panel tr.row", (found) => found.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

/** Drops a file on the page. */
export async function drop(page, name, bytes) {
  const data = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([content], name, { type: "text/plain" }));
      return transfer;
    },
    [name, Buffer.from(bytes).toString("base64")],
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

/** Waits until the page's store holds a text with `words`, and which documents are open. */
export const saved = (page, words) => until(page, (words) => new Promise((resolve, reject) => {
  const request = indexedDB.open("yaolan");
  request.onerror = () => reject(request.error);
  request.onsuccess = async () => {
    const database = request.result;
    const all = (table) => new Promise((done) => {
      const asked = database.transaction(table).objectStore(table).getAll();
      asked.onsuccess = () => done(asked.result);
    });
    const [texts, settings] = [await all("texts"), await all("settings")];
    database.close();
    resolve(texts.some((text) => text.includes(words)) && settings.some((json) => JSON.parse(json).open?.length > 0));
  };
}), words);
