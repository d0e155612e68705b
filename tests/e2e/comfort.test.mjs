// Comfort: three languages, the keyboard, the palette, the looks, what assistive technology is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ROOT, analyzed, drop, open, ready, shared, shows, table } from "./browser.mjs";

const held = shared();

const TEXT = [
  "云州市召开经济工作会议",
  "2月7日，云州市委书记林若川主持会议，市长沈怀舟作报告。2024年，全市地区生产总值达3812.6亿元，同比增长6.3%。",
  "2025年，全市地区生产总值预期增长6%左右，年底前完成青浦大桥建设，推进“三项行动”，即清河、护林、净土。",
].join("\n");

async function withPage(options, body) {
  const { page, context, errors } = await open(held.browser, held.server.url, options);
  try {
    await ready(page);
    await body(page);
    assert.deepEqual(errors, [], "console errors");
  } finally {
    await context.close();
  }
}

/** Opens a text as a file and waits for its result. */
async function opened(page, text = TEXT) {
  await drop(page, "会议.txt", Buffer.from(text));
  const first = text.split("\n")[0];
  await shows(page, first);
  await analyzed(page);
}

/** Opens the palette, types `words` and runs the first command. */
async function command(page, words) {
  await page.keyboard.press("Control+k");
  await page.locator("#palette").fill(words);
  await page.keyboard.press("Enter");
  // only the palette goes: the command may open another dialog
  await page.locator("dialog[open] #palette").waitFor({ state: "detached" });
}

const focused = (page, what) => page.evaluate((what) => document.activeElement?.matches(what) ?? false, what);

for (const [locale, lang, heading] of [
  ["zh-CN", "zh-Hans", "粘贴一篇文章，立即看清要点"],
  ["zh-TW", "zh-Hant", "貼上一篇文章，立即看清要點"],
  ["zh-HK", "zh-Hant", "貼上一篇文章，立即看清要點"],
  ["en-GB", "en", "Paste an article and see what it says"],
  ["fr-FR", "en", "Paste an article and see what it says"],
]) {
  test(`a browser in ${locale} gets the page in ${lang}`, async () => {
    await withPage({ locale }, async (page) => {
      assert.equal(await page.getAttribute("html", "lang"), lang);
      assert.equal(await page.innerText(".welcome h2"), heading);
    });
    // The same is seen before the program is there.
    const context = await held.browser.newContext({ locale });
    await context.route(/boot-\w+\.js/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(held.server.url);
    assert.equal(await page.getAttribute("html", "lang"), lang);
    assert.equal(await page.innerText(".welcome h2"), heading);
    await context.close();
  });
}

test("the reader changes the language; documents and table stay, the choice is remembered", async () => {
  await withPage({}, async (page) => {
    await opened(page);
    await table(page, "person");
    await page.locator("#settings-button").click();
    await page.selectOption("#language", "en");
    await page.locator("dialog[open] h2", { hasText: "Settings" }).waitFor();
    assert.ok(await focused(page, "#language"), "the focus stays where the choice was made");
    await page.keyboard.press("Escape");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.equal(await page.title(), "Yaolan");
    assert.match(await page.innerText("#tab-person"), /People/);
    assert.equal(await page.getAttribute("#tab-person", "aria-selected"), "true");
    await shows(page, "林若川");
    assert.equal(await page.getAttribute("#article", "lang"), "zh-Hans");
    const interfaceWords = await page.evaluate(() => {
      const page = document.querySelector(".page").cloneNode(true);
      for (const own of page.querySelectorAll("#article, #panel tbody, .people-graph, .panes, .summary, .outline, .documents, .brand-mark")) own.remove();
      return page.innerText;
    });
    assert.doesNotMatch(interfaceWords, /\p{Script=Han}/u);
    await page.reload();
    await ready(page);
    assert.equal(await page.getAttribute("html", "lang"), "en");
  });
});

test("the hint of the first visit says what happens to a text, until it is dismissed", async () => {
  await withPage({}, async (page) => {
    const hint = page.locator(".hint");
    assert.match(await hint.innerText(), /不会离开本机/);
    await hint.getByRole("button", { name: "了解详情" }).click();
    assert.match(await page.locator("dialog[open]").innerText(), /不会上传/);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    assert.ok(await focused(page, ".hint button"), "the focus goes back");
    await hint.getByRole("button", { name: "知道了" }).click();
    assert.equal(await hint.count(), 0);
    await page.reload();
    await ready(page);
    assert.equal(await hint.count(), 0);
  });
});

test("the palette finds commands, documents and tables by a few letters", async () => {
  await withPage({}, async (page) => {
    await opened(page);
    await page.keyboard.press("Control+k");
    const list = page.locator("#palette-list [role=option]");
    assert.ok((await list.count()) > 10);
    await page.locator("#palette").fill("表格指标");
    assert.match(await list.first().innerText(), /表格：指标/);
    await page.locator("#palette").fill("cmpr");
    assert.match(await list.first().innerText(), /对比/, "found by its English name");
    await page.locator("#palette").fill("qqqq");
    await page.getByText("没有相符的命令。").waitFor();
    await page.locator("#palette").fill("");
    const active = (at) => page.locator(`#palette[aria-activedescendant="command-${at}"]`).waitFor();
    await active(0);
    await page.keyboard.press("ArrowUp");
    await active((await list.count()) - 1);
    await page.keyboard.press("ArrowDown");
    await active(0);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await command(page, "表格指标");
    await page.waitForSelector('#panel[data-table="indicator"]');
  });
});

test("single keys are commands, but never while typing, and can be switched off", async () => {
  await withPage({}, async (page) => {
    await page.locator("#text").focus();
    await page.keyboard.type("?n");
    assert.equal(await page.inputValue("#text"), "?n");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    await opened(page);
    await page.locator("#article").focus();
    await page.keyboard.press("?");
    const help = page.locator("dialog[open]");
    assert.match(await help.innerText(), /按键说明/);
    assert.match(await help.innerText(), /上一行、下一行/);
    await page.keyboard.press("e");
    assert.ok(await page.locator("#article").isVisible(), "no command behind an open sheet");
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement?.matches("#panel .filter"));
    await page.locator("#settings-button").click();
    await page.getByLabel("启用单键命令").uncheck();
    await page.keyboard.press("Escape");
    await page.locator("#article").focus();
    await page.keyboard.press("?");
    await page.waitForTimeout(200);
    assert.equal(await page.locator("dialog[open]").count(), 0);
  });
});

test("the whole way by keyboard: text in, table, evidence, highlight, edit, compare", async () => {
  await withPage({}, async (page) => {
    const press = (key) => page.keyboard.press(key);
    await page.locator("#text").focus();
    await page.keyboard.insertText(TEXT);
    await page.waitForSelector("#article", { timeout: 60_000 });
    await analyzed(page);
    // Past the masthead to the tables.
    const first = await page.evaluate(() => {
      const stop = document.querySelector("button, a, input, select, textarea, [tabindex='0']");
      stop.focus();
      return stop.className;
    });
    assert.equal(first, "skip", "the first stop of the Tab key");
    await press("Tab");
    await press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches("#tables [role=tab]"));
    // Along the tabs to the indicators, into the table, down a row, to its evidence.
    for (let step = 0; step < 20 && !(await focused(page, "#tab-indicator")); step += 1) await press("ArrowRight");
    for (let step = 0; step < 20 && !(await focused(page, "#panel .row-button")); step += 1) await press("Tab");
    const row = () => page.evaluate(() => document.activeElement.closest("tr")?.dataset.index);
    const top = await row();
    await press("ArrowDown");
    assert.notEqual(await row(), top);
    await press("ArrowUp");
    assert.equal(await row(), top);
    // The arrow keys lead through what a row holds: its own button, its menu, what unfolds it.
    for (let step = 0; step < 4 && !(await focused(page, "#panel .fold-button")); step += 1) await press("ArrowRight");
    assert.ok(await focused(page, "#panel .fold-button"));
    await press("Enter");
    await page.locator("#panel tr.detail").waitFor();
    for (let step = 0; step < 4 && !(await focused(page, "#panel .row-button")); step += 1) await press("ArrowLeft");
    assert.ok(await focused(page, "#panel .row-button"));
    await press("Enter");
    await page.locator('#article [data-active="here"][data-kind="indicator"]').waitFor();
    assert.ok(await focused(page, "#panel .row-button"), "the focus stays in the table");
    // From highlight to highlight, and from one to its row.
    await press("1");
    await page.waitForFunction(() => document.activeElement?.id === "article");
    await press("ArrowRight");
    assert.ok(await focused(page, "#article .mark"));
    for (let step = 0; step < 40 && !(await focused(page, '.mark[data-kind="person"]')); step += 1) await press("ArrowRight");
    await press("Enter");
    await page.waitForSelector('#panel[data-table="person"] tr[aria-current="true"]');
    await press("Escape");
    assert.ok(await focused(page, "#article"));
    await press("e");
    await page.waitForFunction(() => document.activeElement?.id === "text");
    await command(page, "阅读文稿");
    await page.waitForSelector("#article");
    await command(page, "对比");
    await page.waitForSelector(".compare");
    await command(page, "返回");
    await page.waitForSelector("#article");
  });
});

test("looks: system, light, dark, full contrast; the choice is remembered", async () => {
  const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const LIGHT = "rgb(250, 249, 246)";
  await withPage({ colorScheme: "light" }, async (page) => {
    const choose = async (name) => {
      await page.locator("#settings-button").click();
      await page.getByRole("radio", { name }).check();
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    };
    assert.equal(await paper(page), LIGHT);
    await choose("深色");
    assert.notEqual(await paper(page), LIGHT);
    await choose("高对比度");
    assert.equal(await paper(page), "rgb(255, 255, 255)");
    await page.reload();
    await ready(page);
    assert.equal(await paper(page), "rgb(255, 255, 255)");
    await choose("跟随系统");
    await page.emulateMedia({ colorScheme: "dark" });
    assert.notEqual(await paper(page), LIGHT);
    await page.emulateMedia({ colorScheme: "light", contrast: "more" });
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(255, 255, 255)");
  });
});

test("highlights are told apart without colour, and copied text stays clean", async () => {
  await withPage({ forcedColors: "active" }, async (page) => {
    await opened(page);
    const style = (kind) =>
      page.locator(`#article .mark[data-kind="${kind}"]`).first().evaluate((mark) => getComputedStyle(mark).borderBottomStyle);
    assert.notEqual(await style("person"), await style("place"));
    assert.notEqual(await style("person"), await style("indicator"));
    const mark = page.locator('#article .mark[data-kind="person"]').first();
    assert.equal(await mark.getAttribute("aria-roledescription"), "人物");
    await page.locator("#settings-button").click();
    await page.getByLabel("高亮处标出类别").check();
    await page.keyboard.press("Escape");
    const label = await mark.evaluate((mark) => getComputedStyle(mark, "::after").content);
    assert.match(label, /人物/);
    const copied = await page.evaluate(() => {
      getSelection().selectAllChildren(document.querySelector("#article"));
      return getSelection().toString();
    });
    assert.equal(copied.replace(/\s+/g, "\n").trim(), TEXT);
  });
});

/** What axe finds in the page but for what `exclude` selects: target sizes among it, or, of other looks of the same page, colours alone. */
async function faults(page, exclude, colours) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.addScriptTag({ path: `${ROOT}node_modules/axe-core/axe.min.js` });
  const options = { resultTypes: ["violations"], ...(colours ? { runOnly: ["color-contrast"] } : { rules: { "target-size": { enabled: true } } }) };
  const { violations } = await page.evaluate(([exclude, options]) => globalThis.axe.run({ exclude }, options), [exclude, options]);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`);
}

const LOOKS = [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", contrast: "more" }, { colorScheme: "dark", contrast: "more" }];

for (const looks of LOOKS) {
  test(`axe finds nothing in any view (${Object.values(looks).join(", ")})`, async () => {
    await withPage({ ...looks, bypassCSP: true, reducedMotion: "reduce" }, async (page) => {
      const check = async (where, exclude = []) => assert.deepEqual(await faults(page, exclude, looks !== LOOKS[0]), [], where);
      await check("first visit");
      for (const sheet of ["palette", "settings", "help"]) {
        await page.locator(`#${sheet}-button`).click();
        await page.locator("dialog[open]").waitFor();
        await check(sheet);
        await page.keyboard.press("Escape");
        await page.locator("dialog[open]").waitFor({ state: "detached" });
      }
      await command(page, "关于要览");
      await check("about");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "知道了" }).click();
      await page.getByRole("button", { name: "看一篇示例" }).click();
      await page.waitForSelector("#article", { timeout: 60_000 });
      await analyzed(page);
      await check("article");
      for (const tab of await page.locator("#tables [role=tab]").all()) {
        await tab.click();
        const fold = page.locator("#panel .fold-button").first();
        if (await fold.count()) await fold.click();
        await check(await tab.innerText(), ["#article"]); // the same behind every table
      }
      await opened(page);
      await page.locator("#compare-button").click();
      for (const tab of await page.locator(".compare [role=tab]").all()) {
        await tab.click();
        await check(await tab.innerText());
      }
    });
  });
}

for (const [width, height] of [[320, 640], [390, 844], [1280, 256]]) {
  test(`everything fits ${width} by ${height}: nothing scrolls sideways`, async () => {
    await withPage({ viewport: { width, height } }, async (page) => {
      const check = async (where) => {
        const over = await page.evaluate(() => {
          const wide = document.documentElement.scrollWidth - innerWidth;
          const out = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest("dialog:not([open]), .grid-frame, .tabs, .legend, .documents ul"));
          return wide > 0 ? [wide, ...out.slice(0, 4).map((element) => element.outerHTML.slice(0, 160))] : [];
        });
        assert.deepEqual(over, [], where);
      };
      await check("first visit");
      for (const sheet of ["palette", "settings"]) {
        await page.locator(`#${sheet}-button`).click();
        await page.locator("dialog[open]").waitFor(); // Escape would come before it
        await check(sheet);
        await page.keyboard.press("Escape");
        await page.locator("dialog[open]").waitFor({ state: "detached" });
      }
      await page.getByRole("button", { name: "看一篇示例" }).click();
      await page.waitForSelector("#article", { timeout: 60_000 });
      await analyzed(page);
      await check("article");
      const tables = page.locator(".panes button", { hasText: "表格" });
      if (await tables.isVisible()) await tables.click();
      for (const tab of await page.locator("#tables [role=tab]").all()) {
        await tab.click();
        await check(await tab.innerText());
      }
      const article = page.locator(".panes button", { hasText: "原文" });
      if (await article.isVisible()) await article.click();
      await opened(page);
      await page.locator("#compare-button").click();
      for (const tab of await page.locator(".compare [role=tab]").all()) {
        await tab.click();
        await check(`comparison: ${await tab.innerText()}`);
      }
    });
  });
}
