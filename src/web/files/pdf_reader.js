// Takes a PDF apart with PDF.js, in a worker of its own that is started for one file and ended after it: what the
// file's author wrote into it can neither reach the page nor outlive its reading.
import * as engine from "./pdfjs_engine.js";
import { getDocument, VerbosityLevel } from "./pdfjs_display.js";

// PDF.js looks here for its engine before it would start a further worker.
globalThis.pdfjsWorker = engine;

/** The largest number of pages and of pieces of text that are read. */
const PAGES = 3000;
const PIECES = 1_000_000;

/** The character maps of Chinese, Japanese and Korean fonts: one file, fetched when a font needs the first. */
class CharacterMaps {
  static archive = null;

  async fetch({ kind, filename }) {
    CharacterMaps.archive ??= load(new URL("cmaps.bin", import.meta.url));
    const { index, bytes, start } = await CharacterMaps.archive;
    const place = kind === "cMapUrl" && index[filename.replace(/\.bcmap$/, "")];
    if (!place) throw new Error(`${filename} is not kept here`);
    return bytes.slice(start + place[0], start + place[0] + place[1]);
  }
}

/** The archive: the length of its index in four bytes, the index in JSON, the maps. */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  return { index, bytes, start: 4 + length };
}

async function read(data) {
  const task = getDocument({
    data,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
    cMapPacked: true,
    BinaryDataFactory: CharacterMaps,
  });
  // Nobody can be asked here.
  task.onPassword = () => task.destroy();
  const file = await task.promise;
  const pages = [];
  let pieces = 0;
  for (let number = 1; number <= Math.min(file.numPages, PAGES) && pieces < PIECES; number += 1) {
    const page = await file.getPage(number);
    const view = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    pages.push({ width: view.width, height: view.height, pieces: content.items.filter((item) => item.str).map((item) => piece(item, view)) });
    pieces += content.items.length;
    page.cleanup();
  }
  return pages;
}

/** A piece of text with its place on the page as it is shown: turned pages are turned back. */
function piece(item, view) {
  const [a, b, , , x, y] = item.transform;
  const [left, top] = view.convertToViewportPoint(x, y);
  return { text: item.str, x: left, y: view.height - top, width: item.width, size: Math.hypot(a, b) || item.height };
}

self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ Pages: await read(data) });
  } catch (error) {
    self.postMessage(error?.name === "PasswordException" ? "Locked" : "Damaged");
  }
};
self.postMessage("Ready");
