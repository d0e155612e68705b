// Inside other people's sites: the custom element, the frame, what the examples show; hostile frames and hostile styles.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST, launch, open, ROOT, serve } from "./browser.mjs";

const PACKAGE = mkdtempSync(join(tmpdir(), "yaolan-embed-"));
const EXAMPLE = join(ROOT, "examples/page");
const TEXT = "2024年，全市地区生产总值1286.5亿元，同比增长6.2%。";

let browser;
let host;
let elsewhere;

before(async () => {
  execFileSync("node", [join(ROOT, "src/web/embed/package.mjs"), DIST, PACKAGE]);
  browser = await launch();
  host = await serve({ "/": EXAMPLE, "/yaolan/": PACKAGE });
  elsewhere = await serve({ "/": DIST });
});

after(async () => {
  await browser?.close();
  await host?.close();
  await elsewhere?.close();
  rmSync(PACKAGE, { recursive: true, force: true });
});

/** The example page, with what it fetches; `prepare` runs before its scripts. */
async function example(prepare, path = "index.html") {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, locale: "zh-CN", reducedMotion: "reduce" });
  const page = await context.newPage();
  const [errors, fetched] = [[], []];
  page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("response", (answer) => answer.url().includes("/yaolan/") && fetched.push(answer));
  if (prepare) await page.addInitScript(prepare);
  await page.goto(new URL(path, host.url).href);
  return { page, context, errors, fetched };
}

/** Opens the element with this selector and waits for its tables. */
async function opened(page, selector) {
  await page.locator(`${selector} button`).first().click();
  await page.waitForFunction((selector) => document.querySelector(selector).analysis, selector, { timeout: 60_000 });
  await page.locator(`${selector} [role=tab]`).first().waitFor();
}

const highlighted = (page, kind) => page.evaluate((kind) => [...(CSS.highlights.get(`yaolan-${kind}`) ?? [])].map(String), kind);
const FIRST = "#first";
const SECOND = "yaolan-article[for]";

test("until the reader opens it, the host's page loads less than 10 KB", async () => {
  const { page, context, fetched } = await example();
  await page.waitForFunction(() => customElements.get("yaolan-article"));
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(fetched.map(async (answer) => (await answer.body()).length));
  const sum = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`loader: ${sum} bytes in ${fetched.length} files, uncompressed`);
  assert.ok(fetched.length > 0 && sum < 10_000, `${sum}`);
  await context.close();
});

test("the article is highlighted where it stands, its markup untouched, each row leads to its place", async () => {
  const { page, context, errors } = await example();
  const before = await page.evaluate(() => document.body.innerHTML);
  await opened(page, FIRST);
  assert.ok((await highlighted(page, "person")).includes("许明哲"), "a name that markup cuts in two");
  assert.ok((await highlighted(page, "indicator")).some((text) => text.includes("3.2万人")));
  assert.ok(!(await page.evaluate(() => document.querySelector("#first").analysis.people)).some(({ name }) => name === "张三丰"), "scripts are no text");
  const analysis = await page.evaluate(() => document.querySelector("#first").analysis);
  assert.equal(analysis.document.title, "全市经济工作会议召开 陆致远讲话");
  assert.ok(analysis.indicators.some(({ name }) => name === "规上工业增加值"), "tables are read as tables");

  await page.locator(`${FIRST} [role=tab][data-kind=person]`).click();
  await page.locator(`${FIRST} .go`, { hasText: "许明哲" }).click();
  assert.deepEqual(await highlighted(page, "here"), ["许明哲"]);
  const box = await page.evaluate(() => [...CSS.highlights.get("yaolan-here")][0].getBoundingClientRect().toJSON());
  assert.ok(box.top >= 0 && box.bottom <= 900, "its place is in view");

  const place = await page.evaluate(() => [...CSS.highlights.get("yaolan-indicator")][0].getBoundingClientRect().toJSON());
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  assert.equal(await page.locator(`${FIRST} [role=tab][aria-selected=true]`).getAttribute("data-kind"), "indicator");

  const markup = () => page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    copy.querySelectorAll("yaolan-article").forEach((element) => element.removeAttribute("open"));
    return copy.innerHTML;
  });
  assert.equal(await markup(), before);
  await page.locator(`${FIRST} .close`).click();
  assert.deepEqual(await highlighted(page, "person"), []);
  assert.equal(await page.evaluate(() => document.body.innerHTML), before);
  assert.deepEqual(errors, [], "the example's strict policy holds");
  await context.close();
});

test("several on a page share one worker; one closed leaves the others' highlights", async () => {
  const { page, context } = await example();
  const workers = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await opened(page, FIRST);
  await opened(page, SECOND);
  assert.equal(workers.length, 1);
  assert.ok((await highlighted(page, "indicator")).some((text) => text.includes("460亿元")));
  assert.equal(await page.evaluate((selector) => document.querySelector(selector).analysis.document.published, SECOND), "2024-01-08");
  await page.locator(`${FIRST} .close`).click();
  const left = await highlighted(page, "indicator");
  assert.ok(left.length > 0 && left.some((text) => text.includes("460亿元")) && !left.some((text) => text.includes("1286.5")));
  await context.close();
});

test("no request leaves for elsewhere, none carries the text, nothing is stored", async () => {
  const { page, context } = await example();
  const requests = [];
  context.on("request", (request) => requests.push(request));
  await opened(page, FIRST);
  assert.deepEqual(requests.filter((request) => !request.url().startsWith(`${host.url}yaolan/`) || request.method() !== "GET").map((request) => request.url()), []);
  const loaded = requests.length;
  await page.evaluate(() => document.querySelector("#first p").append("https://example.org/ 省长周明远出席。"));
  await page.evaluate(() => document.querySelector("#first").refresh());
  await opened(page, SECOND);
  assert.equal(requests.length, loaded, "once loaded there is no request at all");
  const stored = await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, await caches.keys(), await indexedDB.databases(), await navigator.serviceWorker.getRegistrations()]);
  assert.deepEqual(stored, ["", 0, 0, [], [], []]);
  await context.close();
});

test("a changed article is read again", async () => {
  const { page, context } = await example();
  await opened(page, SECOND);
  await page.evaluate(() => document.querySelector("#second p").append("省长周明远出席会议并讲话。"));
  await page.waitForFunction((selector) => document.querySelector(selector).analysis.people.some(({ name }) => name === "周明远"), SECOND);
  assert.ok((await highlighted(page, "person")).includes("周明远"));
  await context.close();
});

test("without the Highlight API the tables are there and a row selects its place", async () => {
  const { page, context, errors } = await example(() => {
    delete window.Highlight;
    delete CSS.highlights;
  });
  await opened(page, FIRST);
  await page.locator(`${FIRST} .go`).first().click();
  const selected = await page.evaluate(() => String(getSelection()));
  assert.equal(selected, await page.evaluate(() => document.querySelector("#first").analysis.indicators[0].text));
  assert.deepEqual(errors, []);
  await context.close();
});

test("an analyzer that cannot be had is told, and the article is as it was", async () => {
  const { page, context } = await example();
  await page.route("**/dictionary.bin", (route) => route.abort());
  await page.evaluate(() => document.addEventListener("yaolan-error", ({ detail }) => (window.told = detail.error.code)));
  await page.locator(`${FIRST} button`).click();
  await page.locator(`${FIRST} [role=alert]`).waitFor({ timeout: 60_000 });
  assert.equal(await page.evaluate(() => window.told), "asset-failed");
  await page.unroute("**/dictionary.bin");
  await page.locator(`${FIRST} .close`).click();
  await opened(page, FIRST);
  await context.close();
});

/** What a reader sees of the panel: the styles that count and the places of its parts. */
const looks = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("#first").shadowRoot;
    const parts = [".panel", ".head", ".tab", ".count", "table", "th", "td", ".go", ".close"];
    const names = ["display", "color", "backgroundColor", "fontSize", "fontFamily", "fontWeight", "lineHeight", "letterSpacing", "textTransform", "textAlign", "writingMode", "direction", "opacity", "visibility", "position", "transform", "filter", "cursor", "borderTopWidth"];
    return parts.map((part) => {
      const element = root.querySelector(part);
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return [part, ...names.map((name) => `${name}: ${style[name]}`), Math.round(width), Math.round(height)];
    });
  });

test("a host's aggressive styles leave the panel whole", async () => {
  const { page, context } = await example();
  await opened(page, FIRST);
  const width = await page.evaluate(() => document.querySelector("#first").getBoundingClientRect().width);
  const before = await looks(page);
  await page.evaluate((width) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { color: lime !important; font: italic 900 40px/3 fantasy !important; letter-spacing: 1em !important; text-transform: uppercase !important;
          background: black !important; border: 9px solid red !important; text-align: right !important; writing-mode: vertical-rl !important; direction: rtl !important;
          cursor: wait !important; word-spacing: 2em !important; text-indent: 3em !important; white-space: nowrap !important; user-select: none !important; }
      section, header, div, button, table, tr, td, th, strong, span, .panel, .tab, .rows { display: none !important; }
      yaolan-article { display: none !important; border: 0 !important; width: ${width}px !important; writing-mode: horizontal-tb !important; }
      button { width: 1px; height: 1px; opacity: 0; } table { transform: rotate(45deg); }
      :root { --ink: lime; --ground: lime; --line: lime; --accent: lime; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, width);
  assert.deepEqual(await looks(page), before);
  await context.close();
});

test("a host sets colours by custom properties and looks by parts", async () => {
  const { page, context } = await example();
  await opened(page, FIRST);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("yaolan-article { --yaolan-ground: rgb(1, 2, 3); --yaolan-ink: rgb(250, 251, 252); } yaolan-article::part(tab) { letter-spacing: 3px; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const style = (part, name) => page.locator(`${FIRST} ${part}`).first().evaluate((element, name) => getComputedStyle(element)[name], name);
  assert.equal(await style(".panel", "backgroundColor"), "rgb(1, 2, 3)");
  assert.equal(await style(".panel", "color"), "rgb(250, 251, 252)");
  assert.equal(await style(".tab", "letterSpacing"), "3px");
  await context.close();
});

test("the panel speaks the language of its place and has nothing that axe finds", async () => {
  const { page, context } = await example();
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await page.evaluate(() => document.querySelector("#first").show());
  await page.locator(`${FIRST} [role=tab]`).first().waitFor();
  assert.match(await page.locator(`${FIRST} [role=tab]`).first().innerText(), /^Indicators/);
  assert.equal(await page.locator(`${FIRST} [part=table] th`).first().innerText(), "Name");
  await page.locator(`${FIRST} [role=tab]`).first().press("ArrowRight");
  assert.match(await page.evaluate(() => document.querySelector("#first").shadowRoot.activeElement.textContent), /^People/);
  await page.evaluate(readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8"));
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => window.axe.run("#first", { rules: { region: { enabled: false } } }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0].html}`), []);
  }
  await context.close();
});

test("custom-elements.json says what the element has", async () => {
  const [module] = JSON.parse(readFileSync(join(PACKAGE, "custom-elements.json"), "utf8")).modules;
  const [described] = module.declarations;
  const sources = readdirSync(join(ROOT, "src/web/embed")).filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(ROOT, "src/web/embed", name), "utf8")).join("\n");
  const found = (pattern) => [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))].sort();
  const names = (list) => list.map(({ name }) => name).sort();
  assert.deepEqual(found(/[tT]ell\("(yaolan-[\w-]+)"/g), names(described.events));
  assert.deepEqual(found(/(?:part: |"part", )"([\w-]+)"/g), names(described.cssParts));
  assert.deepEqual(found(/(?:[gh][ea][ts]Attribute)\("(open|for|date|language|assets)"/g), names(described.attributes));
  const kinds = ["person", "organization", "place", "facility", "event", "code", "programme", "time"].map((kind) => `--yaolan-${kind}`);
  const properties = found(/var\((--yaolan-[\w-]+)/g).filter((name) => name !== "--yaolan-");
  for (const property of properties) assert.ok(names(described.cssProperties).includes(property) || kinds.includes(property), property);
  const { page, context } = await example();
  const members = await page.evaluate(() => Object.getOwnPropertyNames(customElements.get("yaolan-article").prototype));
  for (const { name } of described.members) assert.ok(members.includes(name), name);
  await context.close();
});

test("every word of the embedded views is there in three languages", async () => {
  const { wordsOf } = await import(pathToFileURL(join(PACKAGE, "words.js")));
  const { TABLES } = await import(pathToFileURL(join(PACKAGE, "tables.js")));
  const used = [...readdirSync(PACKAGE).filter((name) => name.endsWith(".js"))].flatMap((name) => [...readFileSync(join(PACKAGE, name), "utf8").matchAll(/"((?:embed|app|tables)-[a-z-]+)"/g)].map(([, key]) => key));
  const keys = [...used, ...TABLES.flatMap(({ kind, columns }) => [`kind-${kind}`, ...columns.map(([name]) => `column-${name}`)])];
  assert.ok(keys.length > 40);
  for (const language of ["zh-Hans", "zh-Hant", "en"]) {
    for (const key of keys) assert.notEqual(wordsOf(language)(key), key, `${language} ${key}`);
  }
});

// The frame.

test("the example's frame, on another origin, reads its text and tells what the reader chooses", async () => {
  const { page, context, errors } = await example(null, `frame.html?frame=${encodeURIComponent(elsewhere.url)}`);
  await page.waitForFunction(() => document.getElementById("status").textContent === "2 indicators", null, { timeout: 60_000 });
  const frame = page.frameLocator("#frame");
  await frame.locator("[role=tab][data-kind=person]").click();
  await frame.locator(".go", { hasText: "陆致远" }).click();
  await page.waitForFunction(() => document.getElementById("status").textContent === "person 0");
  assert.deepEqual(errors, []);
  await context.close();
});

/** A page of `host` with a frame whose address allows `origins`; `send` posts and gives back all answers so far. */
async function framed(origins) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(new URL("page.css", host.url).href);
  await page.evaluate(async (src) => {
    window.answers = [];
    addEventListener("message", ({ data }) => window.answers.push(data));
    document.body.innerHTML = "<iframe></iframe>";
    const frame = document.querySelector("iframe");
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    frame.src = src;
    await loaded;
  }, new URL(`embed.html?origins=${encodeURIComponent(origins)}`, elsewhere.url).href);
  const send = (...messages) => page.evaluate((messages) => {
    for (const message of messages) document.querySelector("iframe").contentWindow.postMessage(message, "*");
  }, messages);
  const answers = async (count) => {
    await page.waitForFunction((count) => window.answers.length >= count, count, { timeout: 60_000 });
    return page.evaluate(() => window.answers.splice(0));
  };
  return { page, context, errors, send, answers };
}

const ask = (id, text = TEXT, more = {}) => ({ yaolan: 1, type: "analyze", id, text, ...more });
const origin = () => new URL(host.url).origin;

test("a page of an origin that is not allowed gets nothing, nor does another window of an allowed one", async () => {
  for (const origins of ["https://a.example", "", "*", "null", `${origin()}/`, `${origin()}.example`]) {
    const { page, context, send } = await framed(origins);
    await send({ yaolan: 1, type: "hello" }, ask(1));
    await page.waitForTimeout(1000);
    assert.deepEqual(await page.evaluate(() => window.answers), [], origins);
    assert.equal(page.workers().length, 0, "nothing was loaded");
    await context.close();
  }
  const { page, context, errors, send, answers } = await framed(origin());
  await page.evaluate(async ([text, src]) => {
    const sibling = document.createElement("iframe");
    document.body.append(sibling);
    sibling.src = src;
    await new Promise((resolve) => sibling.addEventListener("load", resolve));
    const script = `parent.frames[0].postMessage({ yaolan: 1, type: "analyze", id: 66, text: ${JSON.stringify(text)} }, "*")`;
    sibling.contentWindow.eval(script);
  }, [TEXT, new URL("page.css", host.url).href]);
  await page.waitForTimeout(500);
  await send(ask(1));
  assert.deepEqual((await answers(1)).map(({ id }) => id), [1], "the sibling got no answer");
  assert.deepEqual(errors, []);
  await context.close();
});

test("malformed and huge messages are refused or passed over, and the next good one is answered", async () => {
  const { page, context, errors, send, answers } = await framed(`https://b.example, ${origin()}`);
  const silent = [null, 0, "hello", [], {}, { yaolan: 2, type: "hello" }, { yaolan: "1", type: "hello" }, { yaolan: 1 }, { yaolan: 1, type: "analyze", text: TEXT }, { yaolan: 1, type: "analyze", id: -1, text: TEXT }, { yaolan: 1, type: "analyze", id: {}, text: TEXT }, { yaolan: 1, type: "cancel", id: 5 }, { yaolan: 1, type: "hello", __proto__: null, id: "x".repeat(1e6) }.id];
  const refused = [ask(10, 7), ask(11, ["a"]), ask(12, TEXT, { date: 5 }), ask(13, TEXT, { date: "x".repeat(1e6) }), { yaolan: 1, type: "__proto__", id: 14 }, { yaolan: 1, type: "constructor", id: 15 }];
  await send(...silent, ...refused, ask(16, TEXT, { date: "nonsense" }), ask(17, TEXT, { offsets: "words" }));
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ yaolan: 1, type: "analyze", id: 18, text: "全".repeat(2_000_001) }, "*"));
  await page.evaluate(() => {
    let deep = {};
    for (let at = 0; at < 500; at += 1) deep = { deep };
    document.querySelector("iframe").contentWindow.postMessage(deep, "*");
    document.querySelector("iframe").contentWindow.postMessage(new ArrayBuffer(50_000_000), "*");
  });
  const said = await answers(9);
  assert.deepEqual(said.map(({ type, id, code }) => `${type} ${id} ${code}`).sort(), [
    ...[10, 11, 12, 13, 14, 15].map((id) => `error ${id} bad-message`), "error 16 invalid-date", "error 17 invalid-offsets", "error 18 too-large",
  ]);
  await send({ yaolan: 1, type: "hello" }, ask("good"));
  const [ready, result] = await answers(2);
  assert.deepEqual([ready.type, ready.yaolan, result.type, result.id], ["ready", 1, "result", "good"]);
  assert.equal(result.analysis.indicators.length, 2);
  assert.deepEqual(errors, []);
  await context.close();
});

test("a flood is refused, what is cancelled is told", async () => {
  const { context, send, answers } = await framed(origin());
  const many = Array.from({ length: 40 }, (_, id) => ask(id));
  await send(...many, { yaolan: 1, type: "cancel", id: 31 });
  const said = await answers(40);
  const codes = said.filter(({ type }) => type === "error").map(({ id, code }) => `${id} ${code}`);
  assert.deepEqual(codes.sort(), [...[32, 33, 34, 35, 36, 37, 38, 39].map((id) => `${id} busy`), "31 aborted"].sort());
  await context.close();
});

test("origins that the deployment names narrow what the address allows", async () => {
  const { asked, originsIn } = await import(pathToFileURL(join(PACKAGE, "protocol.js")));
  assert.deepEqual(originsIn(" https://a.example ,http://localhost:80,*,null,https://b.example/,javascript:1,,ftp://c.example"), ["https://a.example"]);
  assert.deepEqual(originsIn(null), []);
  for (const odd of [undefined, () => 1, new Map(), new Proxy({}, {}), Object.create(null), { yaolan: 1, type: "analyze", id: NaN, text: "" }]) assert.equal(asked(odd), null);
  const { page, context } = await open(browser, new URL(`embed.html?origins=${encodeURIComponent(origin())}`, elsewhere.url).href);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.origins), "");
  assert.equal(page.workers().length, 0, "opened by itself the page does nothing");
  await context.close();
});
