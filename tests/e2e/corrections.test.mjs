// What the reader corrects: each kind of correction, that it survives, is undone, and what the lexicon teaches.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { ROOT, analyzed, open, paste, ready, rows, shared, table } from "./browser.mjs";

const TEXT = `云川市召开工业经济推进会
2月7日，云川市委书记陆致远主持会议。他指出：“要把产业项目抓紧抓实。”
2024年，全市地区生产总值达3812.6亿元，增长6.5%；规上工业增加值增长8.2%。
2025年底前，市发改委要完成投资500亿元，建成地铁3号线。陆致远强调，要加强督查，慧谷里要加快建设。`;

const held = shared();

async function withPage(body, options) {
  const { page, context, errors } = await open(held.browser, held.server.url, options);
  try {
    await ready(page);
    await paste(page, TEXT);
    await body(page);
    assert.deepEqual(errors, [], "console errors");
  } finally {
    await context.close();
  }
}

/** The row of the open table with `words`. */
const row = (page, words) => page.locator("#panel tr.row", { hasText: words });

/** Opens the menu of a row and picks an item. */
async function pick(page, words, item) {
  await row(page, words).locator(".review-button").click();
  await row(page, words).getByRole("button", { name: item, exact: true }).click();
}

/** Selects `words` in the article, as a mouse does. */
async function select(page, words) {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector("#article"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
    throw new Error(`${words} is not in one piece of the article`);
  }, words);
}

/** Gives the document another text. */
async function rewrite(page, text) {
  await page.getByRole("button", { name: "编辑", exact: true }).click();
  await page.fill("#text", text);
  await page.waitForTimeout(900);
  await analyzed(page);
}

const list = (page) => page.click("#correct-list");
const close = (page) => page.keyboard.press("Escape");

test("a row is confirmed, rejected, and both are undone", async () => {
  await withPage(async (page) => {
    await table(page, "indicator");
    const before = (await rows(page)).length;
    await pick(page, "8.2%", "确认");
    await row(page, "8.2%").locator(".badge-confirmed").waitFor();
    await pick(page, "6.5%", "拒绝");
    await row(page, "6.5%").waitFor({ state: "detached" });
    assert.equal((await rows(page)).length, before - 1);
    assert.equal(await page.locator('#article [data-kind="indicator"]', { hasText: "6.5%" }).count(), 0);
    await list(page);
    assert.equal(await page.locator(".correction").count(), 2);
    await close(page);
    await page.locator("#panel tr.row .row-button").first().focus();
    await page.keyboard.press("Control+z");
    await row(page, "6.5%").waitFor();
    await page.keyboard.press("Control+z");
    await row(page, "8.2%").locator(".badge").waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await row(page, "8.2%").locator(".badge-confirmed").waitFor();
    await page.waitForTimeout(1000);
    await page.reload();
    await ready(page);
    await page.waitForSelector("#article");
    await analyzed(page);
    await table(page, "indicator");
    await row(page, "8.2%").locator(".badge-confirmed").waitFor();
  });
});

test("an edit is checked, shown, and survives changes elsewhere until its words go", async () => {
  await withPage(async (page) => {
    await table(page, "indicator");
    await pick(page, "8.2%", "修改");
    await page.fill("#field-value", "很多");
    await page.click('#correct-form button[type="submit"]');
    await page.locator("#problem-value").waitFor();
    assert.equal(await page.getAttribute("#field-value", "aria-invalid"), "true");
    await page.fill("#field-value", "8.4");
    await page.fill("#field-name", "规模以上工业增加值");
    await page.click('#correct-form button[type="submit"]');
    await page.locator("#correct-form").waitFor({ state: "detached" });
    await row(page, "规模以上工业增加值").locator(".badge-edited").waitFor();
    assert.match((await row(page, "规模以上工业增加值").innerText()).replace(/\s/g, ""), /8\.4%/);
    await rewrite(page, `本报云川电\n${TEXT.replace("2月7日，", "2月7日上午，")}`);
    await row(page, "规模以上工业增加值").locator(".badge-edited").waitFor();
    await rewrite(page, TEXT.replace("；规上工业增加值增长8.2%", ""));
    await page.getByRole("button", { name: "阅读", exact: true }).click();
    await list(page);
    await page.locator('.correction[data-state="gone"]', { hasText: "依据不在" }).waitFor();
    await page.locator(".correction").getByRole("button", { name: /取消这条更正/ }).click();
    await page.locator(".correction").waitFor({ state: "detached" });
  });
});

test("selected words become a row, and one place of a row is taken away", async () => {
  await withPage(async (page) => {
    await select(page, "慧谷里");
    await page.locator(".correct-bar").getByRole("button", { name: "设施项目" }).click();
    assert.equal(await page.inputValue("#field-name"), "慧谷里");
    await page.click('#correct-form button[type="submit"]');
    await page.locator('#article [data-kind="facility"]', { hasText: "慧谷里" }).waitFor();
    await table(page, "facility");
    await row(page, "慧谷里").locator(".badge-added").waitFor();
    await select(page, "建成");
    await page.locator(".correct-bar").getByRole("button", { name: "指标" }).click();
    await page.fill("#field-name", "地铁线路");
    await page.fill("#field-value", "1");
    await page.fill("#field-unit", "条");
    await page.click('#correct-form button[type="submit"]');
    await table(page, "indicator");
    await row(page, "地铁线路").locator(".badge-added").waitFor();
    await page.evaluate(() => getSelection().removeAllRanges());
    const marks = page.locator('#article [data-kind="person"]', { hasText: "陆致远" });
    const before = await marks.count();
    await marks.last().click();
    await page.locator(".correct-bar").getByRole("button", { name: "仅此处不是" }).click();
    await page.waitForFunction((count) => document.querySelectorAll('#article [data-kind="person"]').length < count, before);
    assert.equal(await marks.count(), before - 1);
  });
});

test("the lexicon teaches at once, is kept, exported and read again", async () => {
  await withPage(async (page) => {
    await page.click("#correct-lexicon");
    await page.fill("#lexicon-name", "慧谷里");
    await page.selectOption("#lexicon-kind", "organization");
    await page.click('.lexicon-form button[type="submit"]');
    await page.locator(".lexicon-entry", { hasText: "慧谷里" }).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("dialog").getByRole("button", { name: "导出" }).click()]);
    const file = readFileSync(await download.path(), "utf8");
    assert.match(file, /^name\tkind\taliases\tnote\n慧谷里\torganization\t/);
    await close(page);
    await page.locator('#article [data-kind="organization"]', { hasText: "慧谷里" }).waitFor();
    await page.reload();
    await ready(page);
    await page.locator('#article [data-kind="organization"]', { hasText: "慧谷里" }).waitFor();
    await page.click("#correct-lexicon");
    await page.getByRole("button", { name: "删除“慧谷里”" }).click();
    await page.locator(".lexicon-entry").waitFor({ state: "detached" });
    await page.setInputFiles('#lexicon input[type="file"]', { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("澜星,pet\n") });
    await page.getByText("第 1 行的类别“pet”不存在").waitFor();
    await page.setInputFiles('#lexicon input[type="file"]', { name: "a.tsv", mimeType: "text/plain", buffer: Buffer.from(file) });
    await page.locator(".lexicon-entry", { hasText: "慧谷里" }).waitFor();
  });
});

test("a rejected name can be taught as no name", async () => {
  await withPage(async (page) => {
    await table(page, "person");
    await pick(page, "陆致远", "拒绝");
    await page.waitForFunction(() => document.querySelectorAll("#panel tr.row").length === 0);
    await list(page);
    await page.getByRole("button", { name: "记入词库：不是名称" }).click();
    await page.getByRole("button", { name: "取消这条更正：“陆致远”" }).click();
    await close(page);
    await analyzed(page);
    assert.equal(await page.locator('#article [data-kind="person"]', { hasText: "陆致远" }).count(), 0);
  });
});

test("all by keyboard", async () => {
  await withPage(async (page) => {
    await table(page, "indicator");
    await page.locator("#panel tr.row .row-button").first().focus();
    await page.keyboard.press("c");
    await page.locator("#panel tr.row .badge-confirmed").first().waitFor();
    await page.keyboard.press("e");
    await page.locator("#correct-form").waitFor();
    assert.ok(await page.evaluate(() => document.querySelector("#correct-form").contains(document.activeElement)));
    await page.keyboard.press("Escape");
    await page.locator("#correct-form").waitFor({ state: "detached" });
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains("row-button")), "the focus is back");
    const before = await page.locator("#panel tr.row").count();
    await page.keyboard.press("x");
    await page.waitForFunction((count) => document.querySelectorAll("#panel tr.row").length < count, before);
    await page.focus("#correct-add");
    await page.keyboard.press("Enter");
    await page.locator("#field-table").focus();
    await page.keyboard.type("规划");
    await page.selectOption("#field-table", "programme");
    await page.locator("#field-quote").focus();
    await page.keyboard.type("没有的字");
    await page.keyboard.press("Enter");
    await page.locator("#problem-quote").waitFor();
    await page.locator("#field-quote").fill("");
    await page.locator("#field-quote").focus();
    await page.keyboard.type("产业项目");
    await page.keyboard.press("Enter");
    await page.locator("#correct-form").waitFor({ state: "detached" });
    await table(page, "programme");
    await row(page, "产业项目").locator(".badge-added").waitFor();
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in forms, lists and lexicon (${colorScheme})`, async () => {
    await withPage(
      async (page) => {
        await page.addScriptTag({ path: `${ROOT}node_modules/axe-core/axe.min.js` });
        const clean = async (what) => {
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], what);
        };
        await table(page, "indicator");
        await pick(page, "8.2%", "确认");
        await row(page, "6.5%").locator(".review-button").click();
        await clean("menu and badge");
        await row(page, "6.5%").getByRole("button", { name: "修改", exact: true }).click();
        await page.fill("#field-value", "x");
        await page.click('#correct-form button[type="submit"]');
        await clean("form with a problem");
        await close(page);
        await list(page);
        await clean("list");
        await close(page);
        await page.click("#correct-lexicon");
        await page.fill("#lexicon-name", "慧谷里");
        await page.click('.lexicon-form button[type="submit"]');
        await clean("lexicon");
      },
      { colorScheme, bypassCSP: true },
    );
  });
}
