// Several documents in one workspace: matrix, timeline, targets against results, charts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, paste, ready, seed, shared, table } from "./browser.mjs";

const held = shared();

const PLAN = `云川市国民经济和社会发展计划
2020年12月20日 来源:云川日报
2020年,云川市地区生产总值预计达到900亿元。
到2025年,云川市地区生产总值达到1300亿元,常住人口城镇化率达到65%。
坚持“四位一体”治理,以党建为统领、德治为先导、自治为基础、法治为保障。`;

const REPORT = `云川市统计公报
2026年3月20日 来源:云川日报
2025年,云川市地区生产总值1286亿元,比上年增长6.1%。年末常住人口城镇化率65.4%。`;

/** Opens each text as a document of its own. */
async function openAll(page, texts) {
  for (const [at, text] of texts.entries()) {
    if (at > 0) await page.click('[aria-label="新建文稿"]');
    await paste(page, text);
  }
}

const panel = (page) => page.$eval("#compare-panel", (element) => element.innerText);

test("a plan and a later report are held against each other", async () => {
  const { page, context, errors } = await open(held.browser, held.server.url);
  await ready(page);
  await openAll(page, [PLAN, REPORT]);
  await page.click("#compare-button");
  assert.match(await panel(page), /地区生产总值/);
  await page.click("#compare-outcomes");
  const outcomes = await panel(page);
  assert.match(outcomes, /未达到/);
  assert.match(outcomes, /−14亿元/);
  assert.match(outcomes, /已达到/);
  await page.click("#compare-matrix");
  await page.click('.matrix .plain-button:has-text("折线图")');
  assert.ok((await page.$$(".chart-drawing .dot")).length >= 2, "the series is drawn");
  const download = page.waitForEvent("download");
  await page.click('.saveable-tools button:has-text("SVG")');
  assert.match((await download).suggestedFilename(), /\.svg$/);
  const picture = page.waitForEvent("download");
  await page.click('.saveable-tools button:has-text("PNG")');
  assert.match((await picture).suggestedFilename(), /\.png$/);
  await page.click(".matrix .source-link");
  await page.waitForSelector('#article [data-active="here"]');
  assert.deepEqual(errors, []);
  await context.close();
});

const seeds = ["003", "001", "000"].map(seed);
const skip = seeds.includes(null) ? "skipped: ../shared/seeds is absent" : false;

test("a city's plan, a meeting and an interview in one workspace", { skip }, async () => {
  const { page, context, errors } = await open(held.browser, held.server.url);
  await ready(page);
  await openAll(page, seeds);
  await page.click('.documents .document:first-child .document-name');
  await table(page, "code");
  const codes = await page.$eval("#panel", (element) => element.innerText);
  for (const member of ["四位一体", "党建", "德治", "自治", "法治"]) assert.ok(codes.includes(member), member);
  await page.click("#compare-button");
  const heads = await page.$$eval(".matrix thead th", (cells) => cells.map((cell) => cell.innerText.trim()));
  const lines = await page.$$eval(".matrix tbody tr", (rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  const gdp = lines.filter(([name]) => /^(全市)?(地区生产总值|经济总量)/.test(name));
  assert.ok(heads.includes("2020年") && heads.includes("2025年"), heads.join(" "));
  const cell = (year) => gdp.map((line) => line[heads.indexOf(year)]).join(" ");
  assert.match(cell("2020年"), /预计\s*7,400亿元/);
  assert.match(cell("2025年"), /目标/);
  await page.click("#compare-timeline");
  const days = await page.$$eval("#compare-panel tbody tr td:first-child", (cells) => cells.map((cell) => cell.innerText.trim()));
  assert.ok(days.some((day) => day.startsWith("2025")) && days.some((day) => day.startsWith("2035")), "2025 and 2035 stand on the axis");
  assert.deepEqual(errors, []);
  await context.close();
});
