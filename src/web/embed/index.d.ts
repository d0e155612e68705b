import type { Analysis } from "./analysis.js";

export type * from "./analysis.js";

/** What an offset counts: UTF-16 code units (as JavaScript strings do), Unicode code points, or bytes of UTF-8. */
export type Offsets = "utf16" | "codepoint" | "byte";

/** Where the files are that the analyzer loads. */
export interface Assets {
  /** The program, `worker_bg.wasm`. */
  wasm?: string | URL;
  /** The dictionary, `dictionary.bin`. */
  dictionary?: string | URL;
  /** The townships, `townships.bin`; `false` does without them: 280 KB less, and the smallest places go unnoticed. */
  townships?: string | URL | false;
}

export interface CreateOptions {
  /**
   * `true` (the default): in a worker of its own. `false`: on the spot, which blocks while a text is read.
   * A function starts the worker itself: its script has to be the package's `thread.js`.
   */
  worker?: boolean | (() => unknown);
  /** A folder that holds all files, or an address each; by default they lie beside the package's scripts. */
  assets?: string | URL | Assets;
  /** Gives up the loading. */
  signal?: AbortSignal;
}

export interface AnalyzeOptions {
  /** The day that 今年, 1月28日 … count from, as "2023-01-31"; overrides the date that the text prints. */
  date?: string;
  /** What offsets count; "utf16" by default. */
  offsets?: Offsets;
  /** Gives up the analysis. */
  signal?: AbortSignal;
}

export interface Analyzer {
  /**
   * Reads an article. Texts are read one after the other in the order of the calls; the same text and options
   * give the same result. A lone surrogate counts as U+FFFD.
   */
  analyze(text: string, options?: AnalyzeOptions): Promise<Analysis>;
  /** Ends the worker; calls that are not answered yet, and later ones, are refused with the code "closed". */
  close(): void;
}

export type ErrorCode =
  /** Given up through a signal; the error's name is "AbortError", its cause the signal's reason. */
  | "aborted"
  /** The analyzer was closed. */
  | "closed"
  | "invalid-text"
  | "invalid-date"
  | "invalid-offsets"
  | "invalid-options"
  /** More than 16 MiB of UTF-8. */
  | "too-large"
  /** A file cannot be had. */
  | "asset-failed"
  /** A file is not what it should be. */
  | "bad-assets"
  /** The worker cannot be started, as when its script lies on another origin. */
  | "worker-failed"
  /** The analyzer stopped; the next call starts it again. */
  | "crashed";

export class YaolanError extends Error {
  readonly name: "YaolanError" | "AbortError";
  readonly code: ErrorCode;
}

/** Loads the analyzer; fails with a YaolanError where it cannot be had. */
export function createAnalyzer(options?: CreateOptions): Promise<Analyzer>;
