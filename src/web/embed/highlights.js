// Highlights in the host's own text by the CSS Custom Highlight API: the host's markup stays as it is.
//
// Highlights are registered by name for a whole document, so all elements on a page share one a kind.
import { COLOURS } from "./colours.js";

const PREFIX = "yaolan-";

/** Whether this browser can highlight without changing the page. */
export const supported = () => typeof Highlight === "function" && CSS.highlights !== undefined;

/** The kinds that are highlighted in the text. */
export const KINDS = Object.keys(COLOURS);

let sheet;
/** The style of all highlights. */
function style() {
  if (!sheet) {
    const mark = ([kind, colour]) =>
      `::highlight(${PREFIX}${kind}) { background-color: var(--yaolan-${kind}, color-mix(in srgb, ${colour} 20%, transparent)); }`;
    const here = `::highlight(${PREFIX}here) { background-color: var(--yaolan-here, #ffe27a); color: var(--yaolan-here-ink, #1f2328); }`;
    sheet = new CSSStyleSheet();
    sheet.replaceSync([...Object.entries(COLOURS).map(mark), here].join("\n"));
  }
  return sheet;
}

/** Where the styles of `root` (a document or a shadow root) are; put in once, however many elements are on the page. */
function dress(root) {
  const home = root.adoptedStyleSheets ? root : document;
  if (!home.adoptedStyleSheets.includes(style())) home.adoptedStyleSheets = [...home.adoptedStyleSheets, style()];
}

function registered(name) {
  const known = CSS.highlights.get(PREFIX + name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = name === "here" ? KINDS.length + 1 : KINDS.length - KINDS.indexOf(name);
  CSS.highlights.set(PREFIX + name, highlight);
  return highlight;
}

/** The highlights of one element; `clear` takes them away, and only them. */
export class Marks {
  #ranges = [];
  #here = [];

  /** Highlights `ranges`, pairs of a kind and a Range. */
  show(root, ranges) {
    this.clear();
    if (!supported()) return;
    dress(root);
    this.#ranges = ranges;
    for (const [kind, range] of ranges) registered(kind).add(range);
  }

  /** Points out `range`: by a highlight, or by selecting it where there are none. */
  point(range) {
    this.#unpoint();
    if (supported()) {
      this.#here = [range];
      registered("here").add(range);
    } else {
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range.cloneRange());
    }
    const parent = range.startContainer.parentElement;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    parent?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  clear() {
    this.#unpoint();
    for (const [kind, range] of this.#ranges) CSS.highlights.get(PREFIX + kind)?.delete(range);
    this.#ranges = [];
  }

  #unpoint() {
    for (const range of this.#here) CSS.highlights.get(`${PREFIX}here`)?.delete(range);
    this.#here = [];
  }
}
