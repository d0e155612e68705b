// The text of an element as its reader sees it, and the way back from an offset in that text to its place in the page.
const LEFT_OUT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "TEXTAREA", "SELECT", "BUTTON", "IFRAME", "SVG", "MATH", "CANVAS", "OBJECT"]);
const CELLS = new Set(["table-cell", "table-caption"]);
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** The text of `root` with its pieces: stretches that stand in one text node without a gap. */
class TextMap {
  text = "";
  #pieces = [];
  /** The white space that came since the last word. */
  #blank = "";
  /** How much of the text node is read. */
  #read = 0;

  constructor(root) {
    this.#children(root);
    this.text = this.text.trimEnd();
  }

  /** The stretch `start..end` of the text as a Range of the page; null where the page holds nothing of it. */
  range({ start, end }) {
    const first = this.#pieces[this.#after(start)];
    const last = this.#pieces[this.#after(end - 1, true)];
    if (!first || !last || first.start >= end || last.start + last.length <= start) return null;
    const range = document.createRange();
    range.setStart(first.node, first.from + Math.max(0, start - first.start));
    range.setEnd(last.node, last.from + Math.min(last.length, end - last.start));
    return range;
  }

  /** The offset of a place in the page; -1 where it is in no piece. */
  offset(node, at) {
    const piece = this.#pieces.find((piece) => piece.node === node && piece.from <= at && at <= piece.from + piece.length);
    return piece ? piece.start + at - piece.from : -1;
  }

  /** Index of the piece that holds `offset`, or the nearest behind it (`before`: in front of it). */
  #after(offset, before = false) {
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece.start + piece.length <= offset) low = middle + 1;
      else high = middle;
    }
    return before && !(this.#pieces[low]?.start <= offset) ? low - 1 : low;
  }

  #children(parent) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.#words(node, parent);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node);
    }
  }

  #element(element) {
    const name = element.tagName.toUpperCase();
    if (name === "BR") return this.#separate("\n");
    if (LEFT_OUT.has(name) || element.tagName.toLowerCase() === "yaolan-article") return;
    const { display, visibility } = getComputedStyle(element);
    if (display === "none" || visibility === "hidden") return;
    const inline = display.startsWith("inline") || display === "contents" || display.startsWith("ruby");
    if (display === "ruby-text") return;
    const mark = inline ? "" : CELLS.has(display) ? "\t" : "\n";
    this.#separate(mark);
    this.#children(element.shadowRoot && element.childNodes.length === 0 ? element.shadowRoot : element);
    this.#separate(mark);
  }

  /** Ends a line or a cell; never twice, a line's end is the stronger. */
  #separate(mark) {
    if (!mark) return;
    this.#blank = "";
    if (!this.text || this.text.endsWith("\n")) return;
    if (mark === "\n") this.text = `${this.text.replace(/[ \t]+$/, "")}\n`;
    else if (!this.text.endsWith("\t")) this.text += mark;
  }

  /**
   * White space of the source is one blank; none at the beginning of a line, and none where the source goes on in
   * another line between Chinese characters.
   */
  #words(node, parent) {
    const kept = parent instanceof Element && getComputedStyle(parent).whiteSpace.startsWith("pre");
    for (const [part] of node.data.matchAll(kept ? /[^]+/g : /[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
      const from = this.#read;
      this.#read += part.length;
      if (!kept && /^[ \t\r\n\f]/.test(part)) {
        this.#blank += part;
        continue;
      }
      const last = this.text.at(-1) ?? "\n";
      const wrapped = this.#blank.includes("\n") && CJK.test(last) && CJK.test(part[0]);
      if (this.#blank && !wrapped && !/\s/.test(last)) this.text += " ";
      this.#blank = "";
      this.#pieces.push({ start: this.text.length, length: part.length, node, from });
      this.text += part;
    }
    this.#read = 0;
  }
}

/** Reads `root`. */
export const textMap = (root) => new TextMap(root);
