// The page in Chromium: texts come in, tables are filled, rows show their evidence, nothing leaves the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyzed, drop, open, paste, ready, rows, seed, shared, shows, table } from "./browser.mjs";

const held = shared();

/** Runs `body` with a fresh page; at the end no error may stand in the console, no request may have left. */
async function withPage(body, options) {
  const opened = await open(held.browser, held.server.url, options);
  try {
    await ready(opened.page);
    await body(opened.page, opened);
    assert.deepEqual(opened.errors, [], "console errors");
    for (const address of opened.requests) assert.equal(new URL(address).origin, new URL(held.server.url).origin, address);
  } finally {
    await opened.context.close();
  }
}

/** A test that needs seed documents; says that it is skipped where they are absent. */
function seedTest(name, documents, body) {
  const texts = documents.map(seed);
  const skip = texts.includes(null) ? `skipped: ../shared/seeds is absent (${documents.join(", ")})` : false;
  test(name, { skip }, () => body(...texts));
}

for (const name of ["000", "001", "002", "003", "004"]) {
  seedTest(`seed ${name} is pasted and laid out in tables`, [name], async (text) => {
    await withPage(async (page, { requests }) => {
      const before = requests.length;
      await paste(page, text);
      for (const kind of ["person", "place", "organization", "time", "indicator"]) {
        await table(page, kind);
        assert.ok((await rows(page)).length > 0, `the table of ${kind} is filled`);
      }
      assert.ok((await page.$$("#article .mark")).length > 20, "the article has highlights");
      // The words of the article are those of the text, blanks aside.
      const plain = (words) => words.replace(/\s+/g, "").replace(/\ufeff/g, "");
      assert.equal(plain(await page.$eval("#article", (article) => article.textContent)), plain(text));
      assert.deepEqual(requests.slice(before).filter((address) => !/township/.test(address)), [], "no request");
    });
  });
}

seedTest("people have their posts, indicators their names, rows their evidence", ["001"], async (text) => {
  await withPage(async (page) => {
    await paste(page, text);
    await table(page, "person");
    const person = (await rows(page)).find(([name]) => name === "宋乐伟");
    assert.match(person?.[1] ?? "", /徐州市委书记/);
    await table(page, "indicator");
    const row = page.locator("#panel tr.row", { hasText: "31.4%" });
    assert.equal(await row.count(), 1);
    assert.match(await row.locator("td").first().innerText(), /服务业开票销售收入/);
    await row.locator("td").first().click();
    const mark = page.locator('#article [data-kind="indicator"][data-active="here"]');
    await mark.waitFor();
    assert.equal(await mark.innerText(), "31.4%");
    assert.equal(await row.getAttribute("aria-current"), "true");
    await page.waitForTimeout(150);
    const box = await mark.boundingBox();
    assert.ok(box.y > 56 && box.y + box.height < 900, "the evidence is in sight");
  });
});

seedTest("a dropped file is analysed; an edit is analysed again", ["001"], async (text) => {
  await withPage(async (page) => {
    await drop(page, "徐州.txt", Buffer.from(text));
    await page.waitForSelector("#article", { timeout: 60_000 });
    await analyzed(page);
    await page.getByRole("button", { name: "编辑", exact: true }).click();
    await page.fill("#text", `${text}\n云州市市长沈怀舟出席。`);
    await table(page, "person");
    await page.locator("#panel tr.row", { hasText: "沈怀舟" }).waitFor({ timeout: 30_000 });
  });
});

test("the sample article is shown; highlights open their rows; the legend switches kinds", async () => {
  await withPage(async (page) => {
    await page.getByRole("button", { name: "看一篇示例" }).click();
    await page.waitForSelector("#article", { timeout: 60_000 });
    await analyzed(page);
    await page.locator('#article [data-kind="place"]').first().click();
    assert.equal(await page.getAttribute("#tab-place", "aria-selected"), "true");
    await page.waitForSelector('#panel tr.row[aria-current="true"]');
    const mark = page.locator('#article [data-kind="person"]').last();
    const line = () => mark.evaluate((element) => getComputedStyle(element).borderBottomStyle);
    assert.equal(await line(), "solid");
    await page.getByRole("switch", { name: "人物" }).click();
    assert.equal(await line(), "none");
  });
});

test("a repeated click on a row goes through all its places", async () => {
  await withPage(async (page) => {
    await page.getByRole("button", { name: "看一篇示例" }).click();
    await page.waitForSelector("#article", { timeout: 60_000 });
    await analyzed(page);
    await table(page, "person");
    const row = page.locator("#panel tr.row", { hasText: "林若川" });
    const places = [];
    for (let click = 0; click < 3; click += 1) {
      await row.locator("button").first().click();
      places.push(await page.getAttribute('#article [data-active="here"]', "data-nth"));
    }
    assert.deepEqual(places, ["0", "1", "2"]);
  });
});

test("tables sort, filter and group; tabs answer to the arrow keys", async () => {
  await withPage(async (page) => {
    await page.getByRole("button", { name: "看一篇示例" }).click();
    await page.waitForSelector("#article", { timeout: 60_000 });
    await analyzed(page);
    await table(page, "time");
    await page.getByRole("button", { name: "起", exact: true }).click();
    const starts = (await rows(page)).map((cells) => cells[2]).filter(Boolean);
    assert.deepEqual(starts, [...starts].sort());
    await page.fill(".filter", "2024");
    for (const cells of await rows(page)) assert.match(cells.join(" "), /2024/);
    await page.focus("#tab-time");
    await page.keyboard.press("Home");
    assert.equal(await page.getAttribute("#tab-person", "aria-selected"), "true");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.getAttribute("#tab-place", "aria-selected"), "true");
  });
});

test("what cannot be read is refused with a message, and what was there stays", async () => {
  await withPage(async (page) => {
    const text = "2024年，云州市地区生产总值达3812.6亿元，同比增长6.3%。";
    await page.fill("#text", text);
    await analyzed(page);
    const refused = async (name, bytes, message) => {
      await drop(page, name, bytes);
      await page.locator('[role="alert"]', { hasText: message }).waitFor();
      assert.equal(await page.inputValue("#text"), text);
      await page.getByRole("button", { name: "关闭提示" }).click();
    };
    await refused("空.txt", Buffer.from(" \n"), "内容为空");
    await refused("表.txt", Buffer.from("PK\x03\x04whatever"), "压缩包已损坏");
    await refused("程序.txt", Buffer.from("abc\0\x01\x02def\0ghi"), "二进制文件");
    await refused("乱.txt", Buffer.alloc(64, 0xff), "无法识别文字编码");
    await refused("大.txt", Buffer.alloc(2 * 1024 * 1024 + 8, 97), "上限为 2 MB");
    // The same for a text that is pasted.
    await page.evaluate((size) => {
      const area = document.querySelector("#text");
      area.value = "一".repeat(size);
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, 800_000);
    await page.locator('[role="alert"]', { hasText: "上限为 2 MB" }).waitFor();
    assert.equal(await page.inputValue("#text"), text);
    await page.fill("#text", "");
    await page.locator('[role="alert"]', { hasText: "内容为空" }).waitFor();
    assert.ok(await page.isVisible("#tables"), "the last result is still there");
  });
});

test("a file in GB18030 is read and its encoding named", async () => {
  await withPage(async (page) => {
    // 云州市2024年经济运行平稳，市长沈怀舟出席会议并作了报告。
    const bytes = Buffer.from(
      "d4c6d6ddcad032303234c4eabeadbcc3d4cbd0d0c6bdcec8a3accad0b3a4c9f2bbb3d6dbb3f6cfafbbe1d2e9b2a2d7f7c1cbb1a8b8e6a1a3",
      "hex",
    );
    await drop(page, "老文件.txt", bytes);
    await page.locator(".notice", { hasText: "GB18030" }).waitFor();
    await page.waitForSelector("#article");
    await shows(page, "市长沈怀舟出席会议");
  });
});

test("without the dictionary the page says so, and trying again helps", async () => {
  const context = await held.browser.newContext({ locale: "zh-CN" });
  let broken = true;
  await context.route(/dictionary[^/]*\.bin/, (route) => (broken ? route.abort() : route.continue()));
  const page = await context.newPage();
  await page.goto(held.server.url);
  await page.locator('[role="alert"]', { hasText: "词典没有下载成功" }).waitFor();
  await page.fill("#text", "云州市委书记林若川2月7日主持会议。");
  broken = false;
  await page.getByRole("button", { name: "重试" }).click();
  await analyzed(page);
  assert.equal(await page.inputValue("#text"), "云州市委书记林若川2月7日主持会议。");
  await context.close();
});

test("the dictionary is asked for once, by the script that starts the worker", async () => {
  const context = await held.browser.newContext({ serviceWorkers: "block" });
  // the program comes late, so that only the script before it can have asked first
  await context.route(/\/worker_bg[^/]*\.wasm/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  await page.goto(held.server.url);
  await ready(page);
  assert.equal(requests.filter((address) => /\/dictionary[^/]*\.bin/.test(address)).length, 1);
  const early = await page.workers()[0].evaluate(() => {
    const began = (part) => performance.getEntriesByType("resource").find(({ name }) => name.includes(part));
    return began("/dictionary").startTime < began("/worker_bg").responseEnd;
  });
  assert.ok(early, "it is on its way before the program is there");
  await context.close();
});

test("a worker that dies is started again, and the text stays", async () => {
  const { page, context } = await open(held.browser, held.server.url);
  await ready(page);
  await page.fill("#text", "云州市委书记林若川2月7日主持会议。");
  await analyzed(page);
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("test");
    });
  });
  await page.locator('[role="alert"]', { hasText: "已重新启动" }).waitFor();
  await ready(page);
  assert.equal(await page.inputValue("#text"), "云州市委书记林若川2月7日主持会议。");
  await page.fill("#text", "云州市委书记林若川2月7日主持会议，市长沈怀舟出席。");
  await table(page, "person");
  await page.locator("#panel tr.row", { hasText: "沈怀舟" }).waitFor();
  await context.close();
});

test("a phone shows everything without sideways scrolling", async () => {
  await withPage(
    async (page) => {
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok((await wide()) <= 0, "empty page");
      await page.getByRole("button", { name: "看一篇示例" }).click();
      await page.waitForSelector("#article", { timeout: 60_000 });
      await analyzed(page);
      assert.ok((await wide()) <= 0, "article");
      await page.locator(".panes button", { hasText: "表格" }).click();
      for (const tab of await page.$$("[role=tab]")) {
        await tab.click();
        assert.ok((await wide()) <= 0, await tab.innerText());
      }
      await page.locator("#tab-person").click();
      await page.locator("#panel tr.row button").first().click();
      await page.locator('#article [data-active="here"]').waitFor({ state: "visible" });
    },
    { viewport: { width: 390, height: 844 } },
  );
});

test("the page is dark where the system is, and where the reader wants it", async () => {
  const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = "rgb(250, 249, 246)";
  await withPage(async (page) => assert.notEqual(await background(page), light), { colorScheme: "dark" });
  await withPage(
    async (page) => {
      assert.equal(await background(page), light);
      await page.locator("#settings-button").click();
      await page.getByRole("radio", { name: "深色" }).check();
      await page.keyboard.press("Escape");
      assert.notEqual(await background(page), light);
      await page.reload();
      await ready(page);
      assert.notEqual(await background(page), light);
    },
    { colorScheme: "light" },
  );
});
