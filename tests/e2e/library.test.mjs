// The library: what is typed and opened is kept, and comes back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyzed, drop, open, ready, saved, shared, shows } from "./browser.mjs";

const ONE = "2月7日，澜州市委书记林若川主持会议。2024年，全市地区生产总值达3812.6亿元。";
const TWO = "3月1日，青浦县县长沈怀舟出席活动。2024年，全县地区生产总值达412.6亿元，增长5.1%。";

const held = shared();

/** Long enough for what was typed to be saved. */
const SAVED = 1200;

async function withPage(body, { path = "", init, errors: allowed = false } = {}) {
  const context = await held.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", serviceWorkers: "block" });
  try {
    if (init) await context.addInitScript(init);
    const { page, errors } = await tab(context, path);
    await body(page, context);
    if (!allowed) assert.deepEqual(errors, [], "console errors");
  } finally {
    await context.close();
  }
}

/** Opens a further window of the same browser. */
async function tab(context, path = "") {
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(held.server.url + path);
  await ready(page);
  return { page, errors };
}

const names = (page) => page.$$eval(".document-name", (found) => found.map((name) => name.textContent.trim()));
const active = (page) => page.$eval(".document-open .document-name", (name) => name.textContent.trim());

async function openTwo(page) {
  await drop(page, "甲.txt", Buffer.from(ONE));
  await page.waitForSelector("#article");
  await drop(page, "乙.txt", Buffer.from(TWO));
  await page.waitForFunction(() => document.querySelectorAll(".document").length === 2);
  await shows(page, "沈怀舟");
  await analyzed(page);
}

/** Types `text` into the text area of the open document, key by key. */
async function type(page, text) {
  await page.locator("#text").focus();
  await page.keyboard.insertText(text);
}

test("after a reload the same documents are open, the same one shown", async () => {
  await withPage(async (page) => {
    await openTwo(page);
    const before = await names(page);
    await page.locator(".document-name").first().click();
    await page.waitForTimeout(SAVED);
    await page.reload();
    await ready(page);
    await shows(page, "林若川");
    assert.deepEqual(await names(page), before);
    assert.equal(await active(page), before[0]);
    await page.locator(".document-name").last().click();
    await shows(page, "沈怀舟");
  });
});

test("what was typed survives a reload at once, through the last moment of the page", async () => {
  await withPage(async (page) => {
    await type(page, ONE);
    await saved(page, ONE);
    await page.getByRole("button", { name: "编辑", exact: true }).click().catch(() => {});
    await page.locator("#text").fill(`${ONE}最后一句。`);
    await page.reload();
    await ready(page);
    await page.waitForFunction(() => (document.querySelector("#article") ?? document.body).textContent.includes("最后一句"));
  });
});

test("what was typed survives the death of the page", async () => {
  await withPage(async (page, context) => {
    await type(page, TWO);
    await saved(page, TWO);
    const session = await context.newCDPSession(page);
    session.send("Page.crash").catch(() => {});
    await page.waitForEvent("crash");
    const { page: next } = await tab(context);
    await shows(next, "沈怀舟");
  }, { errors: true });
});

test("two windows: an edit in one shows in the other", async () => {
  await withPage(async (page, context) => {
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    await saved(page, ONE);
    const { page: other } = await tab(context);
    await other.waitForSelector("#article");
    await other.getByRole("button", { name: "编辑", exact: true }).click();
    await other.fill("#text", ONE.replaceAll("林若川", "陆致远"));
    await shows(page, "陆致远");
    assert.match(await page.innerText(".notice"), /另一个窗口/);
  });
});

test("two windows: edits at the same time are both kept", async () => {
  // Without the line between the windows, each learns of the other only when it saves.
  const init = () => { delete globalThis.BroadcastChannel; };
  await withPage(async (page, context) => {
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    await saved(page, ONE);
    const { page: other } = await tab(context);
    await other.waitForSelector("#article");
    for (const [window, name] of [[page, "陆致远"], [other, "高明远"]]) {
      await window.getByRole("button", { name: "编辑", exact: true }).click();
      await window.fill("#text", ONE.replaceAll("林若川", name));
      await window.waitForTimeout(SAVED);
    }
    await other.locator(".notice", { hasText: "两边都保留" }).waitFor();
    assert.match(await other.inputValue("#text"), /高明远/);
    const texts = await other.evaluate(() => new Promise((resolve, reject) => {
      const request = indexedDB.open("yaolan");
      request.onerror = reject;
      request.onsuccess = () => {
        const all = request.result.transaction("texts").objectStore("texts").getAll();
        all.onsuccess = () => resolve(all.result);
      };
    }));
    assert.deepEqual(texts.map((text) => text.match(/陆致远|高明远/)[0]).sort(), ["陆致远", "高明远"].sort());
  }, { init });
});

test("a browser without a store: told, and nothing is lost while the page is open", async () => {
  const init = () => Object.defineProperty(globalThis, "indexedDB", { get: () => undefined });
  await withPage(async (page) => {
    await page.locator('[data-trouble="forbidden"]').waitFor();
    await openTwo(page);
    await page.locator(".document-name").first().click();
    await shows(page, "林若川");
  }, { init });
});

test("stores that throw when they are touched do not stop the page", async () => {
  const init = () => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(globalThis, name, { get: () => { throw new DOMException("denied", "SecurityError"); } });
    }
  };
  await withPage(async (page) => {
    await page.locator('[data-trouble="forbidden"]').waitFor();
    await openTwo(page);
    assert.equal((await names(page)).length, 2);
  }, { init });
});

test("a full store: told, nothing is lost, and saved once there is room", async () => {
  await withPage(async (page, context) => {
    const session = await context.newCDPSession(page);
    const origin = new URL(held.server.url).origin;
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await openTwo(page);
    await page.locator('[data-trouble="full"]').waitFor();
    await page.locator(".document-name").first().click();
    await shows(page, "林若川");
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await page.getByRole("button", { name: "编辑", exact: true }).click();
    await page.locator("#text").fill(`${ONE}再写一句。`);
    await page.locator('[data-trouble="full"]').waitFor({ state: "detached" });
    await page.reload();
    await ready(page);
    await page.waitForFunction(() => document.querySelectorAll(".document").length === 2);
  });
});

test("a link that carries a text opens it and leaves the address bar", async () => {
  const made = "t=1.q1bKS8xNVbJSerZvztPt814sa3w5fbeSjlJJakUJUNTo2ZwO82fTl77f0wNR8HRH09P-NU_3NDzZM-vFunWPG5qAilMSS0BGGBkYmeoaGOsaGCrVAgA";
  await withPage(async (page) => {
    await page.waitForSelector("#article");
    await shows(page, "澜州市召开会议");
    assert.equal(new URL(page.url()).hash, "");
    // The same in a window that is open already.
    await page.evaluate((fragment) => { location.hash = fragment; }, made);
    await page.waitForFunction(() => location.hash === "");
    assert.equal((await names(page)).length, 1);
  }, { path: `#${made}` });
});

test("the link of a document opens the same document elsewhere", async () => {
  await withPage(async (page, context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await drop(page, "甲.txt", Buffer.from(ONE));
    await page.waitForSelector("#article");
    await page.getByRole("button", { name: "复制链接" }).click();
    await page.locator(".notice", { hasText: "链接已复制" }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /#t=1\./);
    await withPage(async (fresh) => {
      await shows(fresh, "林若川");
    }, { path: new URL(link).hash });
  });
});

test("a damaged link is told, and nothing else happens", async () => {
  for (const fragment of ["t=1.q1bKS8xNV", "t=9.AAAA", "t=1.", "t="]) {
    await withPage(async (page) => {
      await page.locator(".notice-error", { hasText: "没有打开" }).waitFor();
      assert.equal(new URL(page.url()).hash, "");
      assert.equal(await page.inputValue("#text"), "");
    }, { path: `#${fragment}` });
  }
});
