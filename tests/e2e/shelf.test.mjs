// The library's own view: list, tags, search, backup.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { ROOT, open, ready, shared } from "./browser.mjs";
import { dropTexts, report } from "./reports.mjs";

const held = shared();

const SLOW = { timeout: 60_000 };
const COUNT = 14;
const SPECIAL = {
  name: "专访.txt",
  text: "青浦县推进绿色转型\n2025年3月1日，青浦县县长顾长歌接受采访。全县建成ＧＰＵ智算中心1座。顾长歌表示，要守好一江清水。",
};

async function withPage(body, options = {}) {
  const { page, context, errors } = await open(held.browser, held.server.url, { acceptDownloads: true, ...options });
  try {
    await ready(page);
    await body(page, context);
    assert.deepEqual(errors, [], "console errors");
  } finally {
    await context.close();
  }
}

const titles = (page) => page.$$eval(".library-open", (found) => found.map((title) => title.textContent.trim()));
const rowOf = (page, title) => page.locator(".library-row", { hasText: title });

/** Waits until the pool has done what there is. */
async function settled(page) {
  await page.locator(".imports[data-busy=false]").waitFor({ state: "attached", ...SLOW });
  await page.locator(".library-progress").waitFor({ state: "detached", ...SLOW });
  await page.locator(".standing-waiting").first().waitFor({ state: "detached", ...SLOW });
}

/** Drops some reports and the special one, and waits for their results. */
async function fill(page, count = COUNT) {
  const files = [...Array(count).keys()].map((at) => report(at, 300));
  await dropTexts(page, [...files, SPECIAL]);
  await page.locator(".library-row").nth(count).waitFor(SLOW);
  await settled(page);
}

async function search(page, words) {
  await page.fill("#library-search", words);
  await page.locator('.library-results[data-done="true"]').waitFor(SLOW);
}

/** What the library shows of every document, in its order. */
const rows = (page) => page.$$eval(".library-row", (found) => found.map((row) => row.querySelector(".library-what").innerText));

async function axe(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.addScriptTag({ path: `${ROOT}node_modules/axe-core/axe.min.js` });
  }
  const { violations } = await page.evaluate(() => globalThis.axe.run({ rules: { "target-size": { enabled: true } } }));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]), []);
}

test("many files become the library; list, order, tags, deletion and its undoing", async () => {
  await withPage(async (page) => {
    await fill(page);
    assert.equal((await titles(page)).length, COUNT + 1);
    // The same files once more, and a new one: only that is kept.
    await dropTexts(page, [...Array(COUNT + 1).keys()].map((at) => report(at, 300)));
    await page.locator(".import-report", { hasText: `${COUNT} 个文件的文字已在文库中` }).waitFor(SLOW);
    await page.locator(".import-report .icon-button").click();
    await settled(page);
    assert.equal((await titles(page)).length, COUNT + 2);
    await rowOf(page, "第14期").locator(".library-more summary").click();
    await page.locator(".library-more[open]").getByRole("button", { name: "删除" }).click();
    await rowOf(page, "第14期").waitFor({ state: "detached" });
    const special = rowOf(page, "青浦县推进绿色转型");
    assert.match(await special.innerText(), /2025年3月1日/);
    assert.match(await special.innerText(), /个指标/);
    await page.selectOption("#library-order", "title");
    const sorted = await titles(page);
    await page.click("#library-reverse");
    assert.deepEqual(await titles(page), sorted.toReversed());
    // Tags for two, one more for one of them.
    for (const at of [0, 1]) await page.locator(".library-row input[type=checkbox]").nth(at).check();
    await page.fill(".library-tag-input", "年报 重点");
    await page.press(".library-tag-input", "Enter");
    await page.selectOption("#library-tag", "年报");
    assert.equal((await titles(page)).length, 2);
    await page.locator(".library-more summary").first().click();
    await page.locator(".library-more[open] input").last().fill("重点");
    await page.locator(".library-more[open] input").last().blur();
    await page.waitForFunction(() => document.querySelectorAll(".library-row").length === 1);
    await page.selectOption("#library-tag", "");
    // Deleted, had back; what is left after a reload is what was shown.
    await page.locator(".library-chosen").getByRole("button", { name: "删除" }).click();
    await page.locator(".library-deleted").waitFor();
    assert.equal((await titles(page)).length, COUNT - 1);
    await page.locator(".library-deleted button").click();
    assert.equal((await titles(page)).length, COUNT + 1);
    await page.waitForTimeout(1200);
    const before = await rows(page);
    await page.reload();
    await ready(page);
    await page.click("#library-button");
    assert.deepEqual(await rows(page), before);
  });
});

test("a search over texts and tables; a hit opens the document at its place", async () => {
  await withPage(async (page) => {
    await fill(page);
    // The other script finds it too.
    await search(page, "顧長歌");
    assert.equal(await page.locator(".library-results > ol > li").count(), 1);
    await search(page, "顾长歌");
    const found = page.locator(".library-results > ol > li");
    assert.equal(await found.count(), 1);
    assert.match(await found.innerText(), /人物/);
    assert.match(await found.innerText(), /顾长歌表示，要守好一江清水。/);
    // Full width, two words in different places of one document.
    await search(page, "gpu 清水");
    assert.equal(await found.count(), 1);
    await search(page, "gpu 没有的字");
    assert.equal(await found.count(), 0);
    await search(page, "经济运行");
    assert.equal(await found.count(), COUNT);
    await search(page, "智算中心");
    await page.locator(".library-hit:not(:has(.mark))", { hasText: "全县建成" }).click();
    await page.waitForSelector("#article", SLOW);
    await page.waitForFunction(() => [...(CSS.highlights.get("evidence") ?? [])].some((range) => range.toString() === "智算中心"), undefined, SLOW);
    await page.click("#library-button");
    await search(page, "顾长歌");
    await page.locator(".library-hit", { hasText: "人物" }).click();
    await page.locator('#article [data-kind="person"][data-active="here"]').waitFor(SLOW);
    assert.equal(await page.locator('#article [data-active="here"]').innerText(), "顾长歌");
  });
});

test("several documents are opened and compared; their list is saved", async () => {
  await withPage(async (page) => {
    await fill(page);
    await page.selectOption("#library-order", "title");
    for (const at of [0, 1, 2]) await page.locator(".library-row input[type=checkbox]").nth(at).check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".library-chosen").getByRole("button", { name: "保存清单" }).click(),
    ]);
    const table = readFileSync(await download.path(), "utf8").split("\r\n");
    assert.equal(table.length, 5);
    assert.match(table[0], /^\ufeff标题,来源,日期/);
    await page.locator(".library-chosen").getByRole("button", { name: "对比" }).click();
    await page.waitForSelector(".main-compare", SLOW);
    assert.equal(await page.locator(".document").count(), 3);
  });
});

/** In the page: its store opens only once `letGo` is called, as something else is still changing it. */
function holdStore() {
  let held = true;
  globalThis.letGo = () => { held = false; };
  const request = indexedDB.open("yaolan", 1);
  request.onupgradeneeded = () => {
    const table = request.result.createObjectStore("held");
    const again = () => {
      if (held) table.get(0).onsuccess = again;
      else request.transaction.abort();
    };
    again();
  };
}

test("files that come before the store is open lead to the library, and stay there", async () => {
  const context = await held.browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    await page.addInitScript(holdStore);
    await page.goto(held.server.url);
    await page.waitForSelector('.status[data-engine="ready"][data-kept="false"]', { state: "attached", ...SLOW });
    await dropTexts(page, [...Array(COUNT).keys()].map((at) => report(at, 300)));
    await page.locator(".imports[data-busy=false]").waitFor({ state: "attached", ...SLOW });
    await page.evaluate(() => globalThis.letGo());
    await page.locator(".library-row").nth(COUNT - 1).waitFor(SLOW);
    await settled(page);
    assert.equal((await titles(page)).length, COUNT);
  } finally {
    await context.close();
  }
});

test("a backup, everything wiped, the backup restored: the same as before", async () => {
  await withPage(async (page, context) => {
    await fill(page);
    await page.locator(".library-more summary").first().click();
    await page.locator(".library-more[open] input").last().fill("年报 重点");
    await page.locator(".library-more[open] input").last().blur();
    // A correction and a name of the reader's own.
    await rowOf(page, "青浦县推进绿色转型").locator(".library-open").click();
    await page.waitForSelector("#article", SLOW);
    await page.locator('#article [data-kind="person"]').first().click();
    await page.locator(".correct-bar").getByRole("button", { name: "确认" }).click();
    await page.locator(".correct-bar .badge").waitFor();
    await page.click("#correct-lexicon");
    await page.fill("#lexicon-name", "绿色转型");
    await page.selectOption("#lexicon-kind", "programme");
    await page.click('#lexicon button[type="submit"]');
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.fill("#palette", "深色");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(3000);
    await page.click("#library-button");
    await page.locator(".library-whole").getByRole("button", { name: "分析全部" }).click();
    await settled(page);
    await page.selectOption("#library-order", "title");
    const before = await rows(page);
    const scheme = await page.getAttribute("html", "data-scheme");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#backup-save")]);
    const path = join(tmpdir(), `yaolan-${process.pid}.gz`);
    await download.saveAs(path);
    const lines = gunzipSync(readFileSync(path)).toString().trim().split("\n").map((line) => JSON.parse(line));
    assert.equal(lines.filter((line) => line.document).length, COUNT + 1);
    assert.deepEqual(lines.at(-1), { end: { documents: COUNT + 1 } });
    // Wiped: nothing is left in any store.
    page.once("dialog", (dialog) => dialog.accept());
    await page.click(".library-wipe");
    await page.locator(".notice", { hasText: "已全部清除" }).waitFor();
    const left = await page.evaluate(async () => {
      const open = await new Promise((resolve) => { const request = indexedDB.open("yaolan"); request.onsuccess = () => resolve(request.result); });
      const count = (table) => new Promise((resolve) => { const all = open.transaction(table).objectStore(table).count(); all.onsuccess = () => resolve(all.result); });
      const counts = await Promise.all([...open.objectStoreNames].filter((name) => name !== "settings").map(count));
      return [counts.reduce((sum, count) => sum + count, 0), localStorage.getItem("yaolan.lexicon")];
    });
    assert.deepEqual(left, [0, null]);
    await page.reload();
    await ready(page);
    assert.equal(await page.getAttribute("html", "data-scheme"), null);
    await page.click("#library-button");
    await page.setInputFiles("#backup-file", path);
    await page.locator(".notice", { hasText: `已恢复 ${COUNT + 1} 篇` }).waitFor(SLOW);
    await settled(page);
    await page.selectOption("#library-order", "title");
    assert.deepEqual(await rows(page), before);
    assert.equal(await page.getAttribute("html", "data-scheme"), scheme);
    await rowOf(page, "青浦县推进绿色转型").locator(".library-open").click();
    await page.waitForSelector("#article", SLOW);
    assert.match(await page.innerText("#correct-list"), /1/);
    await page.click("#correct-lexicon");
    assert.match(await page.innerText("#lexicon"), /绿色转型/);
    await page.keyboard.press("Escape");
    // Once more: nothing is doubled.
    await page.click("#library-button");
    await page.setInputFiles("#backup-file", path);
    await page.locator(".notice", { hasText: `已恢复 0 篇文稿；另有 ${COUNT + 1} 篇` }).waitFor(SLOW);
    assert.deepEqual(await rows(page), before);
  });
});

test("a damaged backup is told; what can be read of it can be had", async () => {
  await withPage(async (page) => {
    await fill(page, 11);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#backup-save")]);
    const plain = gunzipSync(readFileSync(await download.path())).toString();
    const restore = async (bytes, expected, answer) => {
      const path = join(tmpdir(), `yaolan-damaged-${process.pid}.gz`);
      writeFileSync(path, bytes);
      if (answer !== undefined) page.once("dialog", (dialog) => (answer ? dialog.accept() : dialog.dismiss()));
      await page.setInputFiles("#backup-file", path);
      await page.locator(".notice", { hasText: expected }).waitFor(SLOW);
      await page.locator(".notice .icon-button").first().click();
    };
    const count = (await titles(page)).length;
    await restore(Buffer.from("不是备份"), "这不是要览的备份文件");
    await restore(gzipSync("{}\n"), "这不是要览的备份文件");
    await restore(gzipSync('{"head":{"format":"yaolan-backup","version":2}}\n'), "更新版本");
    await restore(gzipSync(plain.slice(0, plain.length / 2)), "备份文件不完整", false);
    await restore(readFileSync(await download.path()).subarray(0, 900), "备份文件", false);
    assert.equal((await titles(page)).length, count);
    // Another state of a document stands beside the first.
    const changed = plain.replaceAll(/"stamp":"([^"]*)"/g, '"stamp":"$1-other"');
    await restore(gzipSync(changed), "已恢复 12 篇");
    await page.waitForFunction((count) => document.querySelectorAll(".library-row").length === 2 * count, count, SLOW);
  });
});

test("two windows: what is deleted, tagged or restored in one shows in the other", async () => {
  await withPage(async (page, context) => {
    await fill(page, 11);
    const other = await context.newPage();
    await other.goto(held.server.url);
    await ready(other);
    await other.click("#library-button");
    assert.equal((await titles(other)).length, 12);
    await page.locator(".library-more summary").first().click();
    await page.locator(".library-more[open] input").last().fill("要看");
    await page.locator(".library-more[open] input").last().blur();
    await other.locator(".chip", { hasText: "要看" }).waitFor();
    await page.locator(".library-more[open]").getByRole("button", { name: "删除" }).click();
    await other.waitForFunction(() => document.querySelectorAll(".library-row").length === 11);
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the library (${colorScheme}); all of it is reached by keyboard`, async () => {
    await withPage(async (page) => {
      await page.locator("#library-button").focus();
      await page.keyboard.press("l");
      await page.locator(".library").waitFor();
      await axe(page);
      await fill(page, 11);
      await page.locator(".library-row input[type=checkbox]").first().check();
      await page.locator(".library-more summary").first().click();
      await axe(page);
      await search(page, "青浦县");
      await axe(page);
      if (colorScheme === "dark") return;
      await page.fill("#library-search", "");
      const reached = new Set();
      await page.locator("#library-search").focus();
      for (let at = 0; at < 60; at += 1) {
        await page.keyboard.press("Tab");
        reached.add(await page.evaluate(() => {
          const here = document.activeElement;
          return here.id || (here.closest(".library") ? here.className || here.type || here.tagName : "");
        }));
      }
      for (const name of ["library-all", "library-order", "library-reverse", "library-standing", "checkbox", "library-open", "SUMMARY", "library-tag-input", "backup-save", "backup-file"]) {
        assert.ok([...reached].some((found) => found.includes(name)), `${name} is not reached: ${[...reached]}`);
      }
      // By the palette.
      await page.keyboard.press("Control+k");
      await page.fill("#palette", "save a backup");
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      assert.match(download.suggestedFilename(), /^yaolan-\d{4}-\d\d-\d\d\.backup\.gz$/);
    }, { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
  });
}

test("on a narrow screen nothing sticks out", async () => {
  await withPage(async (page) => {
    await fill(page, 11);
    await page.locator(".library-row input[type=checkbox]").first().check();
    await page.locator(".library-more summary").first().click();
    await search(page, "青浦县");
    const out = await page.evaluate(() => [...document.querySelectorAll(".library *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.className));
    assert.deepEqual(out, []);
  }, { viewport: { width: 390, height: 844 } });
});
