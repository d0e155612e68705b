import type { Analysis } from "./analysis.js";
import type { AnalyzeOptions } from "./index.js";

export interface FrameConnection {
  /** Has the frame read a text and show its tables. */
  analyze(text: string, options?: AnalyzeOptions): Promise<Analysis>;
  /** Called when the reader chooses a row in the frame: `index` in the table of `kind`, of the text with number `id`. */
  onselect: ((row: { id: number; kind: string; index: number }) => void) | null;
  /** Stops listening. */
  close(): void;
}

/** Greets a frame that shows embed.html?origins=<origin of this page>; fails where it does not answer. */
export function connectFrame(frame: HTMLIFrameElement): Promise<FrameConnection>;
