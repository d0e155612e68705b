import type { Analysis } from "./analysis.js";

/** `<yaolan-article>`; attributes, events, parts and custom properties are described in custom-elements.json. */
export class YaolanArticle extends HTMLElement {
  /** The last Analysis; null before there is one. */
  readonly analysis: Analysis | null;
  /** The element that is read: the one that `for` names, else this element itself. */
  readonly article: Element | null;
  /** Opens the panel, loads the analyzer and reads the article; resolves once the tables are there. */
  show(): Promise<void>;
  /** Closes the panel and takes the highlights away. */
  hide(): void;
  /** Reads the article again. */
  refresh(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "yaolan-article": YaolanArticle;
  }
  interface HTMLElementEventMap {
    "yaolan-open": CustomEvent<undefined>;
    "yaolan-close": CustomEvent<undefined>;
    "yaolan-analysis": CustomEvent<{ analysis: Analysis; text: string }>;
    "yaolan-select": CustomEvent<{ kind: string; index: number; row: unknown }>;
    "yaolan-error": CustomEvent<{ error: Error }>;
  }
}
