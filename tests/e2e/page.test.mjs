// The page in Chromium: texts come in, tables are filled, rows show their evidence, nothing leaves the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { analyzed, drop, launch, open, paste, ready, rows, seed, serve, table } from "./browser.mjs";

let server;
let browser;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Runs `body` with a fresh page; at the end no error may stand in the console, no request may have left. */
async function withPage(body, options) {
  const opened = await open(browser, server.url, options);
  try {
    await ready(opened.page);
    await body(opened.page, opened);
    assert.deepEqual(opened.errors, [], "console errors");
    for (const address of opened.requests) assert.equal(new URL(address).origin, new URL(server.url).origin, address);
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
    await page.getByRole("button", { name: "编辑" }).click();
    await page.fill("#text", `${text}\n云州市市长沈怀舟出席。`);
    await table(page, "person");
    await page.locator("#panel tr.row", { hasText: "沈怀舟" }).waitFor({ timeout: 30_000 });
  });
});
