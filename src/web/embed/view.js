// What an opened <yaolan-article> shows: highlights in the article, the panel of tables.
import { createAnalyzer } from "./index.js";
import { KINDS, Marks } from "./highlights.js";
import { Panel } from "./panel.js";
import { placesOf, TABLES } from "./tables.js";
import { textMap } from "./textmap.js";
import { wordsOf } from "./words.js";

/** How many milliseconds after a change of the article it is read again. */
const PAUSE = 400;

/** One analyzer for all elements of a page that load the same files. */
const analyzers = new Map();

function analyzerFor(assets) {
  if (!analyzers.has(assets)) {
    const options = assets ? { assets } : {};
    const made = createAnalyzer(options).catch((error) => {
      // A worker's script on another origin is refused by the browser; then the page itself does the work.
      if (error.code === "worker-failed") return createAnalyzer({ ...options, worker: false });
      throw error;
    });
    made.catch(() => analyzers.delete(assets));
    analyzers.set(assets, made);
  }
  return analyzers.get(assets);
}

export class View {
  analysis = null;
  #element;
  #tell;
  #panel;
  #marks = new Marks();
  #map = null;
  #observer;
  #pause = 0;
  #reading = null;
  #listening = new AbortController();

  constructor(element, language, tell) {
    this.#element = element;
    this.#tell = tell;
    element.shadowRoot.querySelector(".bar")?.remove();
    this.#panel = new Panel(element.shadowRoot, wordsOf(language), {
      select: (row, kind, index) => this.#select(row, kind, index),
      close: () => element.hide(),
    });
    this.#panel.say("embed-loading");
    this.#observer = new MutationObserver(() => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.read(), PAUSE);
    });
  }

  /** Reads the article and shows what was found; the last call counts. */
  async read() {
    const { article } = this.#element;
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    try {
      if (!article) throw new Error(`no element has the id ${this.#element.getAttribute("for")}`);
      const analyzer = await analyzerFor(this.#element.getAttribute("assets") ?? "");
      if (reading.signal.aborted) return;
      this.#watch(article);
      const map = textMap(article);
      const date = this.#element.getAttribute("date") ?? undefined;
      const analysis = await analyzer.analyze(map.text, { date, signal: reading.signal });
      this.#map = map;
      this.analysis = analysis;
      this.#show(article, analysis, map);
      this.#tell("yaolan-analysis", { analysis, text: map.text });
    } catch (error) {
      if (reading.signal.aborted) return;
      this.#panel.say("embed-failed", true);
      this.#tell("yaolan-error", { error });
    }
  }

  close() {
    this.#reading?.abort();
    this.#observer.disconnect();
    this.#listening.abort();
    clearTimeout(this.#pause);
    this.#marks.clear();
    this.#panel.remove();
  }

  #watch(article) {
    this.#observer.disconnect();
    this.#observer.observe(article, { childList: true, characterData: true, subtree: true });
    this.#listening.abort();
    this.#listening = new AbortController();
    article.addEventListener("click", (event) => this.#clicked(event), { signal: this.#listening.signal });
  }

  #show(article, analysis, map) {
    this.#panel.show(analysis, map.text);
    const ranges = TABLES.filter(({ kind }) => KINDS.includes(kind)).flatMap(({ kind, list }) =>
      analysis[list].flatMap(placesOf).map((span) => [kind, map.range(span)]),
    );
    this.#marks.show(article.getRootNode(), ranges.filter(([, range]) => range));
  }

  /** A row of the panel was chosen: its first place is pointed out in the article. */
  #select(row, kind, index) {
    const range = this.#map?.range(placesOf(row)[0]);
    if (range) this.#marks.point(range);
    this.#tell("yaolan-select", { kind, index, row });
  }

  /** A highlighted word of the article was clicked: its row is pointed out in the panel. */
  #clicked(event) {
    const place = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(event.clientX, event.clientY, { shadowRoots: [this.#element.shadowRoot] })
      : null;
    if (!place || !this.analysis || !getSelection().isCollapsed) return;
    const at = this.#map.offset(place.offsetNode, place.offset);
    for (const { kind, list } of TABLES.filter(({ kind }) => KINDS.includes(kind))) {
      const index = this.analysis[list].findIndex((row) => placesOf(row).some(({ start, end }) => start <= at && at < end));
      if (at >= 0 && index >= 0) return this.#panel.open(kind, index);
    }
  }
}
