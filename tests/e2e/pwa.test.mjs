// The page as an installed app: without a network, from one version to the next, handed files and texts, removed again.
// And the policy that lets nothing leave it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as docx from "docx";
import { chromium } from "playwright-core";
import { analyzed, DIST, open, paste, ready, ROOT, rows, serve, shared, table, until } from "./browser.mjs";

const held = shared();
const work = mkdtempSync(join(tmpdir(), "yaolan-pwa-"));
after(() => rmSync(work, { recursive: true, force: true }));

const TEXT = "2024年1月5日,云川市市长陆致远表示,力争到2025年全市地区生产总值突破1300亿元。".repeat(3);

/** A server for one test; it ends with it, also where it fails. */
async function served(t, mounts) {
  const server = await serve(mounts);
  t.after(() => server.close());
  return server;
}

/** A context of its own that keeps the page, with the page open and kept. */
async function kept(url = held.server.url) {
  const opened = await open(held.browser, url, { serviceWorkers: "allow" });
  await ready(opened.page);
  await opened.page.waitForFunction(() => navigator.serviceWorker.controller, null, { timeout: 60_000 });
  return opened;
}

const version = (page) => page.evaluate(() => document.documentElement.dataset.version);
const caches = (page) => page.evaluate(async () => (await window.caches.keys()).sort());

/** The caches that hold a version of the page. */
const versions = async (page) => (await caches(page)).filter((name) => name.startsWith("yaolan-page-"));

test("loaded once, the page works without a network", async () => {
  const { page, context } = await kept();
  assert.deepEqual(await versions(page), [`yaolan-page-${await version(page)}`]);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  await paste(page, TEXT);
  await table(page, "person");
  assert.match((await rows(page)).flat().join(" "), /陆致远/);
  await context.close();
});

test("the strict policy is in force and nothing violates it", async () => {
  const { page, context, errors } = await open(held.browser, held.server.url);
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  await page.evaluate(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await ready(page);
  await paste(page, '<img src="https://example.org/x.png" onerror="alert(1)"> <script>alert(2)</script> 全市新增就业3.2万人。'.repeat(3));
  assert.equal(await page.$$eval("#article img, #article script", (found) => found.length), 0);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(errors, []);
  const refused = await page.evaluate(() => fetch("https://example.org/").catch((error) => error.name));
  assert.equal(refused, "TypeError", "the policy does refuse");
  assert.deepEqual(await page.evaluate(() => window.violations), ["connect-src https://example.org/"]);
  await context.close();
});

/** Width and height of a PNG. */
const sizeOf = (bytes) => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;

test("the page can be installed: the browser finds nothing missing, and all that the manifest names is there", async () => {
  const context = await chromium.launchPersistentContext(join(work, "profile"), {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const page = await context.newPage();
  await page.goto(held.server.url);
  await ready(page);
  const client = await context.newCDPSession(page);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors, []);
  const { data, errors } = await client.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.display, "standalone");
  for (const picture of [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)]) {
    const answer = await page.request.get(new URL(picture.src, held.server.url).href);
    assert.ok(answer.ok(), picture.src);
    if (picture.type === "image/png") assert.equal(picture.sizes, sizeOf(await answer.body()), picture.src);
  }
  const accepted = Object.values(manifest.file_handlers[0].accept).flat().sort();
  const shares = manifest.share_target.params.files[0].accept.filter((kind) => kind.startsWith(".")).sort();
  assert.deepEqual(shares, accepted, "files can be shared as well as opened");
  await context.close();
});

/** A copy of the built page, changed by `change` and finished again. */
function variant(name, change) {
  const folder = join(work, name);
  cpSync(DIST, folder, { recursive: true });
  change(folder);
  execFileSync("node", [join(ROOT, "build.mjs"), "finish", folder]);
  return folder;
}

/** Adds a byte to the file of `folder` whose plain name is `name`. */
const touch = (folder, name) => appendFileSync(join(folder, readdirSync(folder).find((file) => file.replace(/-[0-9a-f]{12}(?=\.)/, "") === name)), "\n");

test("a new version is told, applied on the reader's word, and never mixes with the one before", async (t) => {
  const [one, two] = [variant("one", () => {}), variant("two", (folder) => ["page.css", "files_loader.js", "boot.js"].forEach((name) => touch(folder, name)))];
  const mounts = { "/": one };
  const server = await served(t, mounts);
  const { page, context } = await kept(server.url);
  const before = await version(page);
  const other = await context.newPage();
  await other.goto(server.url);
  await ready(other);
  await other.fill("#text", "尚未分析的文稿");
  const lazy = new URL(readdirSync(one).find((name) => name.startsWith("files_loader-")), server.url).href;

  mounts["/"] = two;
  assert.equal((await page.request.get(lazy)).status(), 404, "the server has the new version alone");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForSelector("#update", { timeout: 60_000 });
  await other.waitForSelector("#update");
  assert.equal(await version(page), before, "nothing changes without the reader's word");

  await page.click("#update button");
  await page.waitForFunction((before) => document.documentElement?.dataset.version !== before, before);
  await ready(page);
  const next = await version(page);
  assert.equal(await page.locator("#update").count(), 0);
  assert.equal(await other.inputValue("#text"), "尚未分析的文稿", "the other window was left alone");
  assert.equal(await version(other), before);
  assert.equal(await other.evaluate((lazy) => fetch(lazy).then((answer) => answer.status), lazy), 200, "and still gets the files of its version");
  assert.deepEqual(await versions(page), [`yaolan-page-${before}`, `yaolan-page-${next}`].sort());

  await other.click("#update button");
  await other.waitForFunction((next) => document.documentElement?.dataset.version === next, next);
  await ready(other);
  await page.reload();
  await until(page, async (name) => !(await window.caches.keys()).includes(name), `yaolan-page-${before}`);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  assert.equal(await version(page), next);
  await context.close();
});

const nothingKept = (page) =>
  until(page, async () => (await window.caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0);

test("the reader can remove the page from the device", async () => {
  const { page, context } = await kept();
  await page.click("#kept button");
  await nothingKept(page);
  assert.equal(await page.locator("#kept").count(), 0);
  assert.match(await page.innerText(".notice"), /移除/);
  await context.close();
});

test("the site can remove the page from every device", async (t) => {
  const mounts = { "/": variant("kept", () => {}) };
  const server = await served(t, mounts);
  const { page, context } = await kept(server.url);
  mounts["/"] = variant("removed", () => {});
  renameSync(join(mounts["/"], "sw-remove.js"), join(mounts["/"], "sw.js"));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await nothingKept(page);
  await context.close();
});

/** Another program's page that shares: the form that the manifest describes, sent to the installed page. */
async function share(context, url, text, files) {
  const page = await context.newPage();
  await page.goto(new URL("../elsewhere/page.css", url).href);
  await page.evaluate(
    ([action, text]) => {
      document.body.innerHTML = `<form method="post" enctype="multipart/form-data"><textarea name="text"></textarea><input type="file" name="files" multiple></form>`;
      document.forms[0].action = action;
      document.forms[0].elements.text.value = text;
    },
    [new URL("share", url).href, text],
  );
  await page.setInputFiles("input", files.map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })));
  await page.evaluate(() => document.forms[0].submit());
  await page.waitForURL(url);
  return page;
}

test("a shared text and a shared file arrive, once", async (t) => {
  const server = await served(t, { "/app/": DIST, "/elsewhere/": join(ROOT, "examples/page") });
  const { context } = await kept(server.url);
  const page = await share(context, server.url, TEXT, [{ name: "分享.txt", text: TEXT.replaceAll("陆致远", "许明哲") }]);
  await analyzed(page);
  await page.waitForFunction(() => document.querySelectorAll(".documents li, .document").length >= 2, null, { timeout: 60_000 });
  await page.goto(server.url);
  await ready(page);
  assert.deepEqual((await caches(page)).filter((name) => name === "yaolan-shared").length <= 1, true);
  assert.equal(await page.evaluate(async () => (await (await window.caches.open("yaolan-shared")).keys()).length), 0);
  await context.close();
});

test("what is too large to be shared is told", async () => {
  const { page, context } = await open(held.browser, `${held.server.url}?shared=too-large`);
  await page.waitForSelector(".notice-error");
  assert.match(await page.innerText(".notice-error"), /64 MB/);
  assert.equal(page.url(), held.server.url, "the address is clean again");
  await context.close();
});

test("the shortcut opens the sample", async () => {
  const { page, context } = await open(held.browser, `${held.server.url}?do=sample`);
  await page.waitForSelector("#article", { timeout: 60_000 });
  await context.close();
});

test("files opened with the installed page arrive through the launch queue", async () => {
  const { page, context } = await open(held.browser, "about:blank");
  // Headless Chromium launches no app: the queue is ours, what the page gives it is the page's own.
  await page.addInitScript(() => {
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (consumer) => (window.consumer = consumer) } });
  });
  await page.goto(held.server.url);
  await ready(page);
  await page.waitForFunction(() => window.consumer);
  const word = await docx.Packer.toBuffer(new docx.Document({ sections: [{ children: [new docx.Paragraph(TEXT.replaceAll("陆致远", "许明哲"))] }] }));
  const files = [["来稿.txt", Buffer.from(TEXT)], ["来稿.docx", word]].map(([name, bytes]) => [name, bytes.toString("base64")]);
  await page.evaluate(async (files) => {
    const folder = await navigator.storage.getDirectory();
    const handles = files.map(async ([name, base64]) => {
      const handle = await folder.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      await writable.write(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
      await writable.close();
      return handle;
    });
    await window.consumer({ files: await Promise.all(handles), targetURL: location.href });
  }, files);
  await page.locator("nav.documents .document").nth(1).waitFor({ timeout: 60_000 });
  await analyzed(page);
  for (const [at, name] of ["陆致远", "许明哲"].entries()) {
    await page.locator("nav.documents .document-name").nth(at).click();
    await page.locator("#article", { hasText: name }).waitFor({ timeout: 60_000 });
  }
  await context.close();
});

test("a zip of the page, unpacked into any folder of any server, works", async (t) => {
  const zip = join(work, "page.zip");
  execFileSync("make", ["--no-print-directory", "zip", `ZIP=${zip}`, `DIST=${DIST}`], { cwd: ROOT });
  const folder = join(work, "unzipped/deep");
  mkdirSync(folder, { recursive: true });
  execFileSync("python3", ["-m", "zipfile", "-e", zip, folder]);
  const server = await served(t, { "/some/where/": folder });
  const { page, context, errors } = await kept(server.url);
  await paste(page, TEXT);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  assert.deepEqual(errors, []);
  await context.close();
});
