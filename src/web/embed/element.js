// <yaolan-article>: the tables and highlights of an article on somebody's page.
//
// This script is small; everything else is fetched when the reader opens the panel.
import { OPEN } from "./labels.js";
import { sheet } from "./panel-style.js";

const LANGUAGES = Object.keys(OPEN);

/** The language of the interface: that of the element, else the reader's. */
function language(element) {
  const wanted = [element.getAttribute("language"), element.closest("[lang]")?.lang, ...navigator.languages].filter(Boolean);
  for (const tag of wanted) {
    if (/^zh\b.*(hant|tw|hk|mo)/i.test(tag)) return "zh-Hant";
    if (/^zh\b/i.test(tag)) return "zh-Hans";
    if (/^en\b/i.test(tag)) return "en";
  }
  return LANGUAGES[0];
}

export class YaolanArticle extends HTMLElement {
  static observedAttributes = ["open", "for", "date"];

  #view = null;
  #opening = null;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet()];
  }

  connectedCallback() {
    this.#draw();
    if (this.hasAttribute("open")) this.show();
  }

  disconnectedCallback() {
    this.hide();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || before === after) return;
    if (name !== "open") this.refresh();
    else if (after === null) this.hide();
    else this.show();
  }

  /** The last Analysis; null before there is one. */
  get analysis() {
    return this.#view?.analysis ?? null;
  }

  /** The element that is read: the one that `for` names, else this element itself. */
  get article() {
    const name = this.getAttribute("for");
    return name ? this.getRootNode().getElementById?.(name) ?? document.getElementById(name) : this;
  }

  /** Opens the panel, loads the analyzer and reads the article; resolves once the tables are there. */
  async show() {
    this.toggleAttribute("open", true);
    this.#opening ??= this.#load();
    return this.#opening;
  }

  /** Closes the panel and takes the highlights away. */
  hide() {
    this.removeAttribute("open");
    const view = this.#view;
    this.#view = null;
    this.#opening = null;
    view?.close();
    if (this.isConnected) this.#draw();
    if (view) this.#tell("yaolan-close");
  }

  /** Reads the article again. */
  async refresh() {
    await this.#view?.read();
  }

  async #load() {
    const { View } = await import("./view.js");
    if (!this.hasAttribute("open") || !this.isConnected) return;
    this.#tell("yaolan-open");
    this.#view = new View(this, language(this), (name, detail) => this.#tell(name, detail));
    await this.#view.read();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** The closed state: the article as it is, and a button. */
  #draw() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "opener";
    button.setAttribute("part", "button");
    button.textContent = OPEN[language(this)];
    button.addEventListener("click", () => this.show());
    const bar = document.createElement("div");
    bar.className = "bar";
    bar.append(button);
    this.shadowRoot.replaceChildren(bar, document.createElement("slot"));
  }
}

if (!customElements.get("yaolan-article")) customElements.define("yaolan-article", YaolanArticle);
