// Lighthouse over the built page, served compressed as a site would: every category has to reach 95.
//
// usage: node tests/e2e/lighthouse.mjs [rounds] [mobile]; without "mobile" as a desktop computer loads it. The best of
// three rounds counts, as a busy machine only ever takes away.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { constants, brotliCompressSync } from "node:zlib";
import { launch as launchChrome } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { DIST, TYPES } from "./browser.mjs";

const WANTED = 0.95;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const rounds = Number(process.argv[2] ?? 3);
const config = process.argv[3] === "mobile" ? undefined : desktopConfig;

const packed = new Map();
function compressed(file) {
  if (!packed.has(file)) packed.set(file, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  return packed.get(file);
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const file = join(DIST, pathname === "/" ? "index.html" : decodeURIComponent(pathname));
  if (!file.startsWith(DIST) || !existsSync(file)) return response.writeHead(404).end();
  const named = /-[0-9a-f]{12}\./.test(pathname);
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-encoding": "br",
    "cache-control": named ? "public, max-age=31536000, immutable" : "no-cache",
  });
  response.end(compressed(file));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const chrome = await launchChrome({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--accept-lang=zh-CN"],
});

const best = {};
for (let round = 0; round < rounds; round += 1) {
  const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/`, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" }, config);
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, lhr.categories[name].score]));
  for (const name of CATEGORIES) best[name] = Math.max(best[name] ?? 0, scores[name]);
  const figures = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index", "total-byte-weight"];
  console.log(`round ${round + 1}: ${CATEGORIES.map((name) => `${name} ${Math.round(scores[name] * 100)}`).join(", ")}`);
  console.log(`  ${figures.map((name) => `${name} ${lhr.audits[name].displayValue}`).join(", ")}`);
  const poor = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && ["binary", "numeric", "metricSavings"].includes(scoreDisplayMode));
  for (const { id, title, displayValue } of poor) console.log(`  · ${id}: ${title} ${displayValue ?? ""}`);
  if (CATEGORIES.every((name) => best[name] >= WANTED)) break;
}
await chrome.kill();
server.close();
const short = CATEGORIES.filter((name) => best[name] < WANTED);
console.log(short.length ? `below ${WANTED * 100}: ${short.join(", ")}` : `every category reaches ${WANTED * 100}`);
process.exit(short.length ? 1 : 0);
