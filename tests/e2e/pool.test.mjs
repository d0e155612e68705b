// A thousand documents at once: analysed by the pool of workers while the page goes on answering.
import assert from "node:assert/strict";
import { test } from "node:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DIST, open, ready, shared } from "./browser.mjs";
import { dropTexts, report } from "./reports.mjs";

const held = shared();

/** A page built for development analyses far more slowly: it gets fewer documents and no limits of time. */
const RELEASE = existsSync(join(DIST, "index.html.br"));
const COUNT = RELEASE ? 1000 : 40;
const LONGEST_TASK = 200;
const MINUTES = 60_000;

async function withPage(body) {
  const { page, context, errors } = await open(held.browser, held.server.url);
  try {
    await ready(page);
    await body(page, await context.newCDPSession(page));
    assert.deepEqual(errors, [], "console errors");
  } finally {
    await context.close();
  }
}

/** Begins to note how long the tasks of the page are. */
const watch = (page) => page.evaluate(() => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
});

const longest = (page) => page.evaluate(() => Math.max(0, ...globalThis.tasks));

/** Whether no task was too long; two that are up to twice as long are the machine's own. */
const calm = (page) =>
  page.evaluate((limit) => {
    const long = globalThis.tasks.filter((task) => task > limit);
    return long.length <= 2 && long.every((task) => task <= 2 * limit);
  }, LONGEST_TASK);

/** Bytes of JavaScript and wasm that the page itself holds. */
async function memory(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

async function finished(page) {
  await page.locator(".imports[data-busy=false]").waitFor({ state: "attached", timeout: 5 * MINUTES });
  await page.locator(".library-progress").waitFor({ state: "detached", timeout: 5 * MINUTES });
}

const records = (page, table) => page.evaluate((table) => new Promise((resolve) => {
  const request = indexedDB.open("yaolan");
  request.onsuccess = () => {
    const count = request.result.transaction(table).objectStore(table).count();
    count.onsuccess = () => resolve(count.result);
  };
}), table);

test(`${COUNT} documents are analysed by the pool; the page answers all the while, its memory stays bounded`, { timeout: 10 * MINUTES }, async (context) => {
  await withPage(async (page, session) => {
    const files = [...Array(COUNT).keys()].map((at) => report(at));
    const characters = files.reduce((sum, { text }) => sum + text.length, 0);
    const before = await memory(session);
    await watch(page);
    const start = Date.now();
    await dropTexts(page, files);
    await page.locator('.library-progress[data-what="analysis"]').waitFor();
    // The page answers: what is typed is there at once, and found.
    let slowest = 0;
    for (const words of ["澜州", "地区生产总值", "第7期"]) {
      const asked = Date.now();
      await page.fill("#library-search", words);
      await page.waitForFunction((words) => document.querySelector("#library-search").value === words, words);
      slowest = Math.max(slowest, Date.now() - asked);
      await page.waitForTimeout(500);
    }
    await page.fill("#library-search", "");
    await page.waitForFunction((count) => document.querySelector(".library-count").textContent.includes(count), String(COUNT), { timeout: 5 * MINUTES });
    await finished(page);
    const seconds = (Date.now() - start) / 1000;
    const [most, quiet, after] = [await longest(page), await calm(page), await memory(session)];
    for (const table of ["entries", "texts", "digests", "analyses", "filters", "rows"]) {
      assert.equal(await records(page, table), COUNT, table);
    }
    context.diagnostic(`${COUNT} documents, ${characters} characters: ${seconds.toFixed(1)} s, longest task ${most.toFixed(0)} ms, slowest answer ${slowest} ms, memory of the page ${(before / 1e6).toFixed(1)} → ${(after / 1e6).toFixed(1)} MB`);
    // Far less than texts and results, which are some forty times the characters.
    assert.ok(after - before < 40e6, `memory grew by ${after - before} bytes`);
    if (RELEASE) assert.ok(quiet, `a task of ${most} ms`);
    // The full library: start, sort, filter, search, pages, without long tasks.
    await page.reload();
    await ready(page);
    await watch(page);
    await page.click("#library-button");
    await page.locator(".library-row").first().waitFor();
    await page.selectOption("#library-order", "title");
    await page.click("#library-reverse");
    await page.locator("#library-all").check();
    await page.locator(".library-chosen").waitFor();
    await page.fill("#library-search", "进出口总额");
    await page.locator('.library-results[data-done="true"]').waitFor({ timeout: MINUTES });
    assert.ok((await page.locator(".library-hit").count()) > 0);
    await page.fill("#library-search", "没有这几个字");
    await page.locator('.library-results[data-done="true"]').waitFor({ timeout: MINUTES });
    assert.equal(await page.locator(".library-hit").count(), 0);
    const quick = await longest(page);
    context.diagnostic(`${COUNT} documents kept: longest task ${quick.toFixed(0)} ms while listing, sorting, searching`);
    if (RELEASE) assert.ok(await calm(page), `a task of ${quick} ms`);
  });
});

test("what is under way can be cancelled and taken up again", { timeout: 5 * MINUTES }, async () => {
  await withPage(async (page) => {
    const count = 30;
    await dropTexts(page, [...Array(count).keys()].map((at) => report(at, 3000)));
    await page.locator('.library-progress[data-what="analysis"]').waitFor();
    await page.waitForFunction((count) => document.querySelectorAll(".library-row").length === count, count, { timeout: MINUTES });
    await page.locator(".library-progress button").click({ timeout: 2000 }).catch(() => {});
    await page.locator(".library-progress").waitFor({ state: "detached" });
    await page.locator(".library-whole").getByRole("button", { name: "分析全部" }).click();
    await finished(page);
    assert.equal(await records(page, "digests"), count);
    assert.equal(await page.locator(".library-standing").count(), 0);
  });
});
