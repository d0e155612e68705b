// The pictures of the README, taken from the built page: node tests/e2e/screenshots.mjs [folder]
//
// They show the project's own sample article, so that anyone gets the same pictures.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyzed, launch, open, ready, serve, table } from "./browser.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("screenshots", import.meta.url));
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 760 };

const server = await serve();
const browser = await launch();
mkdirSync(folder, { recursive: true });

/** Opens the sample, lets `prepare` set the scene, and takes one picture. */
async function picture(name, viewport, colorScheme, prepare) {
  const { page, context } = await open(browser, server.url, { viewport, colorScheme, reducedMotion: "reduce" });
  await ready(page);
  if (!prepare) return shot(page, context, name); // the first visit
  await page.getByRole("button", { name: "知道了" }).click();
  await page.getByRole("button", { name: "看一篇示例" }).click();
  await page.waitForSelector("#article", { timeout: 60_000 });
  await analyzed(page);
  await page.waitForTimeout(800); // the townships come a little later
  await analyzed(page);
  await prepare(page);
  await shot(page, context, name);
}

async function shot(page, context, name) {
  await page.waitForTimeout(200);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
  await context.close();
}

const firstRow = (page) => page.locator("#panel tr.row button").first().click();

await picture("wide-light", WIDE, "light", async (page) => {
  await table(page, "indicator");
  await firstRow(page);
  await page.evaluate(() => scrollTo(0, 0));
});
await picture("wide-dark", WIDE, "dark", async (page) => {
  await table(page, "person");
  await firstRow(page);
});
await picture("phone-article", PHONE, "light", async (page) => {
  await page.locator('#article [data-kind="person"]').nth(2).click();
});
await picture("phone-tables", PHONE, "dark", async (page) => {
  await page.locator(".panes button", { hasText: "表格" }).click();
  await table(page, "indicator").catch(() => {});
});

await picture("wide-first", WIDE, "light");
await picture("wide-palette", WIDE, "dark", async (page) => {
  await table(page, "indicator");
  await page.keyboard.press("Control+k");
  await page.locator("#palette").fill("表格");
});
await picture("phone-settings", PHONE, "light", async (page) => {
  await page.locator("#settings-button").click();
});

await browser.close();
await server.close();
