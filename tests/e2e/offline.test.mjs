// The page without a network, and the policy that lets nothing leave it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, paste, ready, rows, shared, table } from "./browser.mjs";

const held = shared();

test("loaded once, the page works without a network", async () => {
  const { page, context } = await open(held.browser, held.server.url, { serviceWorkers: "allow" });
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  await paste(page, "2024年1月5日,云川市市长陆致远表示,力争到2025年全市地区生产总值突破1300亿元。".repeat(3));
  await table(page, "person");
  assert.match((await rows(page)).flat().join(" "), /陆致远/);
  await context.close();
});

test("the strict policy is in force and nothing violates it", async () => {
  const { page, context, errors } = await open(held.browser, held.server.url);
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  await ready(page);
  await paste(page, '<img src="https://example.org/x.png" onerror="alert(1)"> <script>alert(2)</script> 全市新增就业3.2万人。'.repeat(3));
  assert.equal(await page.$$eval("#article img, #article script", (found) => found.length), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test("the page can be installed", async () => {
  const { page, context } = await open(held.browser, held.server.url);
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel="manifest"]').href)).json());
  assert.equal(manifest.display, "standalone");
  for (const icon of manifest.icons) {
    assert.ok(await page.evaluate(async (src) => (await fetch(src)).ok, new URL(icon.src, held.server.url).href), icon.src);
  }
  await context.close();
});
