// Several documents in one workspace: they come, are switched, edited and closed without disturbing each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyzed, drop, open, ready, rows, shared, shows, table } from "./browser.mjs";

const ONE = "2月7日，澜州市委书记林若川主持会议。2024年，全市地区生产总值达3812.6亿元。";
const TWO = "3月1日，青浦县县长沈怀舟出席活动。2024年，全县地区生产总值达412.6亿元，增长5.1%。";

const held = shared();

async function withPage(body) {
  const { page, context, errors } = await open(held.browser, held.server.url);
  try {
    await ready(page);
    await body(page);
    assert.deepEqual(errors, [], "console errors");
  } finally {
    await context.close();
  }
}

const documents = (page) => page.locator(".document");

test("documents stand side by side; closing one leaves the other", async () => {
  await withPage(async (page) => {
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    await drop(page, "乙.txt", Buffer.from(TWO));
    await page.waitForFunction(() => document.querySelectorAll(".document").length === 2);
    await shows(page, "沈怀舟");
    await analyzed(page);
    await documents(page).first().locator(".document-name").click();
    await shows(page, "林若川");
    await table(page, "person");
    assert.deepEqual((await rows(page)).map(([name]) => name), ["林若川"]);
    // The same file again opens what is there already.
    await drop(page, "乙.txt", Buffer.from(TWO));
    await shows(page, "沈怀舟");
    assert.equal(await documents(page).count(), 2);
    await documents(page).last().locator(".document-close").click();
    assert.equal(await documents(page).count(), 1);
    await shows(page, "林若川");
  });
});

test("a text pasted outside of the text area becomes a document of its own", async () => {
  await withPage(async (page) => {
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, TWO);
    await shows(page, "沈怀舟");
    assert.equal(await documents(page).count(), 2);
  });
});

test("an edit while a row is marked leaves no stale mark", async () => {
  await withPage(async (page) => {
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    await analyzed(page);
    await table(page, "person");
    await page.locator("#panel tr.row button").first().click();
    await page.locator('#article [data-active="here"]').waitFor();
    await page.getByRole("button", { name: "编辑", exact: true }).click();
    await page.fill("#text", `2025年3月，会议召开。${ONE}`);
    await page.waitForTimeout(800);
    await analyzed(page);
    await page.getByRole("button", { name: "阅读" }).click();
    await page.waitForSelector("#article");
    assert.equal(await page.locator("#article [data-active]").count(), 0);
  });
});

test("an analyzer that fails is started again: the text stays, the report quotes nothing of it", async () => {
  await withPage(async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    await analyzed(page);
    // A message that is none: the program inside the worker panics.
    const [worker] = page.workers();
    await worker.evaluate((words) => self.dispatchEvent(new MessageEvent("message", { data: words })), ONE);
    const notice = page.locator(".notice-error", { hasText: "已重新启动" });
    await notice.waitFor({ timeout: 60_000 });
    await notice.getByRole("button", { name: "复制报告" }).click();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /^yaolan \d+\.\d+\.\d+: .*\.rs:\d+/);
    assert.doesNotMatch(report, /林若川|澜州/);
    await ready(page);
    await analyzed(page);
    await shows(page, "林若川");
    await drop(page, "乙.txt", Buffer.from(TWO));
    await shows(page, "沈怀舟");
    await analyzed(page);
    await table(page, "person");
    assert.deepEqual((await rows(page)).map(([name]) => name), ["沈怀舟"]);
  });
});

test("the legend's switches are remembered", async () => {
  await withPage(async (page) => {
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    await page.getByRole("switch", { name: "人物" }).click();
    await page.reload();
    await ready(page);
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    assert.equal(await page.getByRole("switch", { name: "人物" }).getAttribute("aria-checked"), "false");
  });
});

test("the reader sets the date that a day without a year belongs to", async () => {
  await withPage(async (page) => {
    await drop(page, "丙.txt", Buffer.from("1月28日，全市高质量发展大会召开，市委书记林若川讲话。"));
    await page.waitForSelector("#article");
    await analyzed(page);
    await table(page, "time");
    assert.equal((await rows(page))[0][1], "无法推定");
    await page.locator(".date-control summary").click();
    await page.fill(".date-control input", "2023-01-31");
    await page.locator(".date-control input").blur();
    await page.locator("#panel tr.row", { hasText: "2023年1月28日" }).waitFor();
  });
});
