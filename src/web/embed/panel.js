// The panel of tables: one tab a kind, each row one click from its place in the text.
import { KINDS } from "./highlights.js";
import { TABLES } from "./tables.js";

/** An element with attributes, listeners (on…) and children; words only ever become text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** The panel inside the shadow root `root`, which has the style of panel-style.js; `word` gives the words of the interface. */
export class Panel {
  #root;
  #word;
  #listeners;
  #body;
  #element;
  #shown = null;

  /** `listeners`: select(row, kind, index), close() where the panel can be closed. */
  constructor(root, word, listeners) {
    this.#root = root;
    this.#word = word;
    this.#listeners = listeners;
    this.#body = make("div", { class: "body" });
    const close = listeners.close && make("button", { type: "button", class: "close", part: "close", "aria-label": word("embed-close"), onclick: () => listeners.close() }, "×");
    const head = make("header", { class: "head", part: "header" }, make("strong", {}, word("app-name")), make("span", { class: "note" }, word("embed-note")), close);
    this.#element = make("section", { class: "panel", part: "panel", "aria-label": word("embed-panel") }, head, this.#body);
    root.append(this.#element);
  }

  /** Says what is going on. */
  say(key, error = false) {
    const words = this.#word(key);
    this.#body.replaceChildren(make("p", { class: error ? "message error" : "message", role: error ? "alert" : "status", part: "message" }, words));
    this.#shown = null;
  }

  /** Shows the tables of `analysis` of `text`. */
  show(analysis, text) {
    const tables = TABLES.filter(({ list }) => analysis[list]?.length > 0);
    if (tables.length === 0) return this.say("embed-nothing");
    const before = this.#shown?.kind;
    this.#shown = { analysis, text, tables, kind: null };
    const tabs = make("div", { class: "tabs", part: "tabs", role: "tablist", "aria-label": this.#word("tables-tabs"), onkeydown: (event) => this.#arrows(event) });
    for (const { kind, list } of tables) {
      const count = make("span", { class: "count" }, String(analysis[list].length));
      const dot = KINDS.includes(kind) ? make("span", { class: `dot ${kind}`, "aria-hidden": "true" }) : null;
      tabs.append(make("button", { type: "button", role: "tab", id: `tab-${kind}`, part: "tab", class: "tab", "aria-controls": "rows", "data-kind": kind, onclick: () => this.open(kind) }, dot, this.#word(`kind-${kind}`), count));
    }
    const rows = make("div", { class: "rows", id: "rows", role: "tabpanel", tabindex: "0", part: "rows" });
    this.#body.replaceChildren(tabs, rows);
    this.open(tables.some(({ kind }) => kind === before) ? before : tables[0].kind);
  }

  /** Opens the tab of `kind`; `row` is pointed out there. */
  open(kind, row = null) {
    const table = this.#shown?.tables.find((table) => table.kind === kind);
    if (!table) return;
    this.#shown.kind = kind;
    for (const tab of this.#root.querySelectorAll("[role=tab]")) {
      const chosen = tab.dataset.kind === kind;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    const rows = this.#root.querySelector("#rows");
    rows.setAttribute("aria-labelledby", `tab-${kind}`);
    rows.replaceChildren(this.#table(table));
    if (row !== null) this.#point(row);
  }

  /** Takes the panel away. */
  remove() {
    this.#element.remove();
  }

  #table({ kind, list, columns }) {
    const { analysis, text } = this.#shown;
    const shown = columns.filter(([, cell], at) => at === 0 || analysis[list].some((row) => cell(row, text, this.#word)));
    const head = shown.map(([name]) => make("th", { scope: "col" }, this.#word(`column-${name}`)));
    const body = analysis[list].map((row, index) => {
      const cells = shown.map(([, cell], at) => {
        const words = cell(row, text, this.#word) ?? "";
        const go = () => {
          this.#point(index);
          this.#listeners.select(row, kind, index);
        };
        return make("td", {}, at === 0 ? make("button", { type: "button", class: "go", part: "row", onclick: go }, words) : words);
      });
      return make("tr", { "data-row": index }, ...cells);
    });
    return make("table", { part: "table" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
  }

  #point(index) {
    for (const row of this.#root.querySelectorAll("tr[data-row]")) row.toggleAttribute("data-here", row.dataset.row === String(index));
    this.#root.querySelector("tr[data-here]")?.scrollIntoView({ block: "nearest" });
  }

  #arrows(event) {
    const tabs = [...this.#root.querySelectorAll("[role=tab]")];
    const at = tabs.findIndex((tab) => tab.dataset.kind === this.#shown.kind);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs[(to + tabs.length) % tabs.length];
    this.open(tab.dataset.kind);
    tab.focus();
  }
}
