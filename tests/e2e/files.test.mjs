// Files of every kind come in, results go out: each input made and each output read by other libraries than ours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import * as docx from "docx";
import excel from "exceljs";
import iconv from "iconv-lite";
import JSZip from "jszip";
import { PDFDocument, PDFHexString, PDFName } from "pdf-lib";
import { ROOT, analyzed, open, ready, shared, shows, table } from "./browser.mjs";

const TEXT = "1月4日，云州市委书记林若川出席全市经济工作会议。2023年，全市地区生产总值达3812.6亿元，同比增长6.3%。";
const TRADITIONAL = "雲州市今年經濟運行總體平穩，市長沈懷舟強調，要繼續抓好各項工作的落實，讓群眾有更多獲得感。";

const held = shared();

async function withPage(body, options) {
  const { page, context, errors, requests } = await open(held.browser, held.server.url, options);
  try {
    await ready(page);
    await body(page, requests, context);
    assert.deepEqual(errors, [], "console errors");
  } finally {
    await context.close();
  }
}

/** Drops several files at once. */
async function dropAll(page, files) {
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, base64] of files) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
    }
    return transfer;
  }, files.map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]));
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

/** Drops one file and gives the text that came of it. */
async function textOf(page, name, bytes) {
  await dropAll(page, [[name, bytes]]);
  await page.waitForSelector('.imports[data-busy="true"]', { state: "attached", timeout: 5000 }).catch(() => {});
  await page.waitForSelector('.imports[data-busy="false"]', { state: "attached", timeout: 90_000 });
  await page.waitForSelector("#article", { timeout: 60_000 });
  await analyzed(page);
  await page.locator(".switch-button").nth(1).click();
  const text = await page.inputValue("#text");
  await page.locator(".switch-button").nth(0).click();
  return text;
}

const PAGE = `<!DOCTYPE html><html><head><meta charset="gb2312"><title>会议召开_云州市人民政府</title>
  <meta name="ArticleTitle" content="全市经济工作会议召开"></head><body>
  <nav><a href="/">首页</a> <a href="/news">新闻</a></nav><h1>全市经济工作会议召开</h1>
  <p>来源：云州日报　发布时间：2024-01-05</p>
  <div><p>${TEXT}会议强调，要坚持稳中求进工作总基调，扎实推进高质量发展，确保完成全年目标任务。</p>
  <table><tr><th>指标</th><th>2023年</th></tr><tr><td>粮食产量（万吨）</td><td>12.5</td></tr></table>
  <p>会议要求，各级各部门要压实责任，加强督查，推动各项工作落到实处、取得实效，努力实现良好开局。</p></div>
  <script>window.ran = true; document.title = "ran"</script>
  <img src="https://example.org/pixel.png" onerror="window.ran = true"><iframe src="https://example.org/frame"></iframe>
  <link rel="stylesheet" href="https://example.org/style.css"><svg onload="window.ran = true"></svg>
  <footer>版权所有</footer></body></html>`;

function wordDocument() {
  const cell = (text) => new docx.TableCell({ children: [new docx.Paragraph(text)] });
  const row = (cells) => new docx.TableRow({ children: cells.map(cell) });
  return docx.Packer.toBuffer(
    new docx.Document({
      sections: [{
        children: [
          new docx.Paragraph({ text: "全市经济工作会议召开", heading: docx.HeadingLevel.HEADING_1 }),
          new docx.Paragraph(TEXT),
          new docx.Table({ rows: [row(["指标", "2023年"]), row(["粮食产量（万吨）", "12.5"])] }),
          new docx.Paragraph({ children: [new docx.DeletedTextRun({ text: "删去的话", id: 1, author: "甲", date: "2024-01-01T00:00:00Z" }), new docx.TextRun("会议强调，要抓好落实。")] }),
        ],
      }],
    }),
  );
}

async function workbook() {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet("主要指标");
  sheet.addRow(["指标", "单位", "2023年", "增速"]);
  sheet.addRow(["地区生产总值", "亿元", 3812.6, 0.063]);
  sheet.addRow(["粮食产量", "万吨", 12.5, -0.012]);
  sheet.getColumn(4).numFmt = "0.0%";
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A PDF as browsers print it, with embedded fonts. */
async function printed(html) {
  const context = await held.browser.newContext();
  const page = await context.newPage();
  await page.setContent(html);
  const bytes = await page.pdf({ format: "A4" });
  await context.close();
  return bytes;
}

/** A PDF whose font is not embedded: its characters are known by a character map of Adobe alone. */
async function unembedded(text) {
  const file = await PDFDocument.create();
  const page = file.addPage([595, 842]);
  const { context } = file;
  const descriptor = context.obj({ Type: "FontDescriptor", FontName: "STSong-Light", Flags: 6, FontBBox: [-25, -254, 1000, 880], ItalicAngle: 0, Ascent: 880, Descent: -120, CapHeight: 880, StemV: 93 });
  const system = context.obj({});
  system.set(PDFName.of("Registry"), PDFHexString.of(Buffer.from("Adobe").toString("hex")));
  system.set(PDFName.of("Ordering"), PDFHexString.of(Buffer.from("GB1").toString("hex")));
  system.set(PDFName.of("Supplement"), context.obj(4));
  const descendant = context.obj({ Type: "Font", Subtype: "CIDFontType0", BaseFont: "STSong-Light", FontDescriptor: context.register(descriptor), DW: 1000 });
  descendant.set(PDFName.of("CIDSystemInfo"), system);
  const font = context.obj({ Type: "Font", Subtype: "Type0", BaseFont: "STSong-Light", Encoding: "UniGB-UCS2-H", DescendantFonts: [context.register(descendant)] });
  page.node.set(PDFName.of("Resources"), context.obj({ Font: { F1: context.register(font) } }));
  const lines = text.match(/.{1,28}/gu).map((line) => `<${Buffer.from(line, "utf16le").swap16().toString("hex")}> Tj T*`);
  page.node.set(PDFName.of("Contents"), context.register(context.stream(`BT /F1 16 Tf 24 TL 70 760 Td ${lines.join(" ")} ET`)));
  return Buffer.from(await file.save());
}

test("texts in every encoding, and the reader may choose another", async () => {
  await withPage(async (page) => {
    for (const [name, text, encoding] of [
      ["utf8.txt", TEXT, "utf8"],
      ["gb18030.txt", `${TEXT}一`, "gb18030"],
      ["gbk.md", `# ${TEXT}二`, "gbk"],
      ["big5.txt", TRADITIONAL, "big5"],
      ["utf16.txt", `${TEXT}三`, "utf16"],
    ]) {
      assert.equal(await textOf(page, name, iconv.encode(text, encoding)), text.replace(/^# /, ""), name);
    }
    const bytes = iconv.encode(`${TEXT}四`, "gb18030");
    await dropAll(page, [["猜.txt", bytes]]);
    const choice = page.locator(".import-report select");
    await choice.waitFor();
    assert.equal(await choice.inputValue(), "GB18030");
    await choice.selectOption("Big5");
    await page.waitForFunction((text) => !document.querySelector("#article")?.textContent.includes(text), "地区生产总值");
    await page.locator(".import-report select").selectOption("GB18030");
    await shows(page, "地区生产总值");
  });
});

test("documents of every kind", async () => {
  await withPage(async (page) => {
    const word = await textOf(page, "会议.docx", await wordDocument());
    assert.match(word, /^全市经济工作会议召开\n1月4日/);
    assert.match(word, /指标\t2023年\n粮食产量（万吨）\t12\.5/);
    assert.doesNotMatch(word, /删去的话/);

    const book = await textOf(page, "统计.xlsx", await workbook());
    assert.match(book, /地区生产总值\t亿元\t3812\.6\t6\.3%\n粮食产量\t万吨\t12\.5\t-1\.2%/);
    await table(page, "indicator");
    assert.ok((await page.$$("#panel tr.row")).length >= 4, "every figure of the workbook is an indicator");

    const values = await textOf(page, "值.csv", iconv.encode("指标,单位,2023年\n粮食产量,万吨,12.5\n", "gbk"));
    assert.equal(values, "指标\t单位\t2023年\n粮食产量\t万吨\t12.5");

    const web = await textOf(page, "网页.html", iconv.encode(PAGE, "gbk"));
    assert.match(web, /^全市经济工作会议召开\n来源：云州日报/);
    assert.match(web, /指标\t2023年\n粮食产量（万吨）\t12\.5/);
    assert.doesNotMatch(web, /首页|版权所有|ran/);
  });
});

test("PDFs with a text layer are read, scans are told apart", async () => {
  const style = "<style>body{font:16px 'Noto Sans CJK SC'}</style>";
  const paragraphs = [`<p>${TEXT}</p>`, "<p>会议强调，要抓好落实。</p>"];
  const browser = await printed(`${style}<h1>全市经济工作会议召开</h1>${paragraphs.join("")}`);
  const scan = await printed("<canvas width=400 height=300 style='background:#ddd'></canvas>");
  const map = await unembedded(TEXT);
  await withPage(async (page, requests) => {
    assert.ok(!requests.some((address) => /pdfjs|cmaps|files_bg/.test(address)), "nothing of this is fetched before it is needed");
    const text = await textOf(page, "打印.pdf", browser);
    assert.ok(text.includes(TEXT), text);
    assert.ok(!requests.some((address) => /cmaps/.test(address)));
    const mapped = await textOf(page, "字体.pdf", map);
    assert.ok(mapped.replaceAll("\n", "").includes(TEXT), mapped);
    assert.ok(requests.some((address) => /cmaps/.test(address)));
    await dropAll(page, [["扫描.pdf", scan]]);
    await page.locator(".import-report", { hasText: "扫描件" }).waitFor({ timeout: 60_000 });
    await dropAll(page, [["坏.pdf", Buffer.from("%PDF-1.7\nbroken")]]);
    await page.locator(".import-report", { hasText: "已损坏" }).waitFor({ timeout: 60_000 });
  });
});

test("many files in one drop: the damaged ones do not stop the others", async () => {
  await withPage(async (page) => {
    const files = Array.from({ length: 27 }, (_, at) => [`${at + 1}.txt`, Buffer.from(`第${at + 1}号文件。${TEXT}`)]);
    files.splice(5, 0, ["断.docx", (await wordDocument()).subarray(0, 800)]);
    files.splice(14, 0, ["旧.doc", Buffer.from("d0cf11e0a1b11ae10000", "hex")]);
    files.splice(23, 0, ["空.txt", Buffer.from(" \n")]);
    await dropAll(page, files);
    const report = page.locator(".import-report");
    await report.waitFor({ timeout: 90_000 });
    const lines = await report.locator("li").allInnerTexts();
    assert.equal(lines.length, 3, lines.join("\n"));
    assert.match(lines.join("\n"), /断\.docx[^\n]*已损坏[^]*旧\.doc[^\n]*另存为 \.docx[^]*空\.txt[^\n]*内容为空/);
    await report.getByRole("button").last().click();
    assert.equal(await report.count(), 0);
    await page.waitForFunction(stored, 27, { timeout: 60_000 });
    assert.equal(await page.locator(".library-row").count(), 27, "so many go to the library, which shows them");
  });
});

test("a guess among many files can be changed too: the file is read again and opened", async () => {
  await withPage(async (page) => {
    const files = Array.from({ length: 12 }, (_, at) => [`${at + 1}.txt`, Buffer.from(`第${at + 1}号文件。${TEXT}`)]);
    await dropAll(page, [...files, ["猜.txt", iconv.encode(`${TEXT}四`, "gb18030")]]);
    const choice = page.locator(".import-report select");
    await choice.waitFor({ timeout: 60_000 });
    assert.equal(await choice.inputValue(), "GB18030");
    await page.waitForFunction(() => document.querySelectorAll(".library-row").length === 13, undefined, { timeout: 60_000 });
    await choice.selectOption("Big5");
    await page.waitForSelector("#article", { timeout: 60_000 });
    assert.doesNotMatch(await page.textContent("#article"), /地区生产总值/);
    await page.locator(".import-report select").selectOption("GB18030");
    await shows(page, "地区生产总值");
    await page.click("#library-button");
    await page.waitForFunction(() => document.querySelectorAll(".library-row").length === 13, undefined, { timeout: 60_000 });
  });
});

/** Whether the browser keeps `count` different texts. */
function stored(count) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("yaolan");
    request.onerror = reject;
    request.onsuccess = () => {
      const all = request.result.transaction("texts").objectStore("texts").getAll();
      all.onsuccess = () => {
        request.result.close();
        resolve(new Set(all.result.filter((text) => /号文件/.test(text))).size === count);
      };
    };
  });
}

test("what is too large is named before and after it is unpacked", async () => {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet("长");
  for (let row = 0; row < 300; row += 1) sheet.addRow([TEXT.repeat(150)]);
  const workbook = Buffer.from(await book.xlsx.writeBuffer());
  await withPage(async (page) => {
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(65 * 1024 * 1024)], "大.docx"));
      return transfer;
    });
    await page.dispatchEvent("body", "drop", { dataTransfer: data });
    await page.locator(".import-report", { hasText: "内容过大（65.0 MB）" }).waitFor({ timeout: 30_000 });
    await dropAll(page, [["长.txt", Buffer.from(TEXT.repeat(20_000))]]);
    await page.locator(".import-report", { hasText: "上限为 2 MB" }).waitFor({ timeout: 30_000 });
    await dropAll(page, [["长.xlsx", workbook]]);
    await page.locator(".import-report", { hasText: /长\.xlsx.*文字过多/ }).waitFor({ timeout: 60_000 });
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the report and the menu (${colorScheme})`, async () => {
    await withPage(async (page) => {
      const check = async (where) => {
        await page.addScriptTag({ path: join(ROOT, "node_modules/axe-core/axe.min.js") });
        const { violations } = await page.evaluate(() => globalThis.axe.run({ rules: { "target-size": { enabled: true } } }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`), [], where);
      };
      await dropAll(page, [["猜.txt", iconv.encode(`${TEXT}一`, "gb18030")], ["空.txt", Buffer.from(" ")]]);
      await page.waitForSelector("#article", { timeout: 60_000 });
      await analyzed(page);
      await page.locator(".import-report").waitFor();
      await check("report");
      await page.click("#export-button");
      await page.waitForSelector("#export-menu [role=menuitem]:focus");
      await check("menu");
      await page.keyboard.press("End");
      assert.equal(await page.evaluate(() => document.activeElement.dataset.order), "print");
      await page.keyboard.press("ArrowDown");
      assert.equal(await page.evaluate(() => document.activeElement.dataset.order), "copy");
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.id), "export-button");
    }, { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
  });
}

test("hostile files run nothing, fetch nothing and are named", async () => {
  const bomb = new JSZip();
  bomb.file("word/document.xml", Buffer.alloc(200 * 1024 * 1024, 32));
  const entities = new JSZip();
  entities.file("word/document.xml", `<!DOCTYPE d [<!ENTITY x SYSTEM "https://example.org/secret"><!ENTITY a "${"a".repeat(99)}"><!ENTITY b "${"&a;".repeat(99)}">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${TEXT}&x;&b;末</w:t></w:r></w:p></w:body></w:document>`);
  const packed = { type: "nodebuffer", compression: "DEFLATE" };
  const [bombBytes, entityBytes] = [await bomb.generateAsync(packed), await entities.generateAsync(packed)];
  await withPage(async (page, requests) => {
    await dropAll(page, [["弹.docx", bombBytes]]);
    await page.locator(".import-report", { hasText: "异常庞大" }).waitFor({ timeout: 90_000 });
    assert.equal(await textOf(page, "实体.docx", entityBytes), `${TEXT}末`);
    await textOf(page, "网页.html", Buffer.from(PAGE.replace("gb2312", "utf-8")));
    assert.equal(await page.evaluate(() => window.ran), undefined);
    const origin = new URL(held.server.url).origin;
    assert.deepEqual(requests.filter((address) => !address.startsWith(origin) && !/^(blob|data):/.test(address)), []);
  });
});

test("a pasted table stays a table; other markup is pasted as plain text", async () => {
  await withPage(async (page) => {
    const paste = (target, html, text) =>
      page.evaluate(([target, html, text]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", text);
        document.querySelector(target).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, [target, html, text]);
    const html = `<p>${TEXT}</p><table><tr><td>指标</td><td>2023年</td></tr><tr><td>粮食产量（万吨）</td><td>12.5</td></tr></table><script>window.ran = true</script>`;
    await page.fill("#text", "前文。");
    await paste("#text", html, "plain");
    // in one look: a moment later the text is analysed, and the article stands in its place
    const pasted = "前文。.*指标\t2023年\n粮食产量（万吨）\t12.5";
    await page.waitForFunction((pasted) => new RegExp(pasted, "s").test(document.querySelector("#text")?.value), pasted, { timeout: 30_000 });
    await paste("body", `<b>${TEXT}</b>`, `${TEXT}纯文本`);
    await shows(page, "纯文本");
    assert.equal(await page.evaluate(() => window.ran), undefined);
  });
});

/** Chooses an item of the menu by keyboard and gives the file that is saved. */
async function exported(page, order) {
  await page.focus("#export-button");
  await page.keyboard.press("ArrowDown");
  await page.waitForSelector("#export-menu");
  await page.focus(`#export-menu [data-order="${order}"]`);
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), page.keyboard.press("Enter")]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("every export is opened again by another reader", async () => {
  await withPage(async (page) => {
    const article = `𠮷州市会议\n${TEXT}\n完善“四位一体”机制，即党建、德治、自治、法治。市长沈怀舟表示，要在2025年底前建成3个园区。`;
    await page.fill("#text", article);
    await page.waitForSelector("#article", { timeout: 60_000 });
    await analyzed(page);
    await table(page, "indicator");
    const shown = (await page.$$("#panel tr.row")).length;
    assert.ok(shown >= 3);
    const chars = [...article];

    const csv = await exported(page, "table-csv");
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const rows = parse(csv.bytes, { bom: true, columns: true });
    assert.equal(rows.length, shown);
    for (const row of rows) assert.equal(chars.slice(row.start_offset, row.end_offset).join(""), row.text);

    const book = new excel.Workbook();
    const workbook = (await exported(page, "all-xlsx")).bytes;
    await book.xlsx.load(workbook);
    const sheet = book.getWorksheet("指标");
    assert.equal(sheet.rowCount, shown + 1);
    const heads = sheet.getRow(1).values;
    const value = sheet.getRow(2).getCell(heads.indexOf("数值")).value;
    assert.equal(value, 381260000000);
    assert.ok(sheet.getRow(2).getCell(heads.indexOf("起")).value instanceof Date);
    assert.equal(sheet.views[0].ySplit, 1);
    // The reader above does not tell places inside the workbook.
    const parts = await JSZip.loadAsync(workbook);
    const links = await parts.file(`xl/worksheets/sheet${book.worksheets.indexOf(sheet) + 1}.xml`).async("string");
    const target = Number(/location="'?原文'?!A(\d+)"/.exec(links)[1]);
    assert.match(String(book.getWorksheet("原文").getRow(target).getCell(1).value), /3812\.6亿元/);

    const json = JSON.parse((await exported(page, "all-json")).bytes);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(ROOT, "src/export/analysis.schema.json"))));
    assert.ok(validate(json), JSON.stringify(validate.errors));
    for (const row of json.indicators) assert.equal(article.slice(row.span.start, row.span.end), row.text);

    const web = JSON.parse((await exported(page, "all-web-annotation")).bytes);
    for (const item of web.first.items) {
      const [place, quote] = item.target.selector;
      assert.equal(chars.slice(place.start, place.end).join(""), quote.exact);
      assert.ok(article.includes(quote.prefix + quote.exact + quote.suffix));
    }
    const doccano = JSON.parse((await exported(page, "all-doccano")).bytes);
    assert.equal(doccano.label.length, web.total);
    const [task] = JSON.parse((await exported(page, "all-label-studio")).bytes);
    for (const { value } of task.predictions[0].result) assert.equal(chars.slice(value.start, value.end).join(""), value.text);
    const brat = await JSZip.loadAsync((await exported(page, "all-brat")).bytes);
    const [note] = brat.file(/\.ann$/);
    for (const line of (await note.async("string")).split("\n").filter((line) => line.startsWith("T"))) {
      const [, place, words] = line.split("\t");
      const pieces = place.replace(/^\S+ /, "").split(";").map((piece) => chars.slice(...piece.split(" ").map(Number)).join(""));
      assert.equal(pieces.join(" "), words);
    }
    const all = await JSZip.loadAsync((await exported(page, "all-csv")).bytes);
    assert.ok(Object.keys(all.files).includes("indicators.csv"));
    assert.match((await exported(page, "table-markdown")).bytes.toString(), /\| 3812\.6亿元 \|/);
  }, { acceptDownloads: true });
});

test("the open table is copied for Excel and Word", async () => {
  await withPage(async (page, _, context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await dropAll(page, [["会议.txt", Buffer.from(TEXT)]]);
    await page.waitForSelector("#article", { timeout: 60_000 });
    await analyzed(page);
    await table(page, "indicator");
    await page.click("#export-button");
    await page.click('#export-menu [data-order="copy"]');
    await page.locator(".notice", { hasText: "表格已复制" }).waitFor({ timeout: 30_000 });
    const [text, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(["text/plain", "text/html"].map(async (type) => (await item.getType(type)).text()));
    });
    assert.match(text, /\t3812\.6亿元\t381260000000\t/);
    assert.match(html, /<td>3812\.6亿元<\/td>/);
  });
});

test("on paper there are the article and the table, without the controls", async () => {
  await withPage(async (page) => {
    await dropAll(page, [["会议.txt", Buffer.from(TEXT)]]);
    await page.waitForSelector("#article", { timeout: 60_000 });
    await analyzed(page);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.isVisible("#article"));
    assert.ok(await page.isVisible("#panel table"));
    for (const control of [".masthead", ".panel-tools", ".tabs"]) assert.equal(await page.isVisible(control), false, control);
    assert.ok((await page.pdf()).length > 5000);
  });
});
