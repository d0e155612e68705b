// What a program in strict TypeScript does with the package; each @ts-expect-error is a mistake that has to be found.
import { createAnalyzer, YaolanError } from "yaolan";
import type { Analysis, Indicator, Offsets, Person, PlaceLevel } from "yaolan";
import { YaolanArticle } from "yaolan/element";
import { connectFrame } from "yaolan/frame";

export async function figures(text: string, signal: AbortSignal): Promise<string[]> {
  const analyzer = await createAnalyzer({ worker: false, assets: { dictionary: new URL("https://example.org/d.bin"), townships: false } });
  const offsets: Offsets = "codepoint";
  const analysis: Analysis = await analyzer.analyze(text, { date: "2024-01-05", offsets, signal });
  const growth = analysis.indicators.filter((row: Indicator) => row.kind === "growth" && row.max === null);
  const held = (person: Person) => person.posts.filter((post) => post.when === "current").map((post) => post.span.start);
  const level: PlaceLevel | undefined = analysis.places[0]?.level;
  const title: string | null = analysis.document.title;
  // @ts-expect-error the title may be missing
  title.length;
  // @ts-expect-error no such kind
  analysis.indicators.filter((row) => row.kind === "colour");
  // @ts-expect-error no such table
  analysis.colours;
  // @ts-expect-error a day is written as a string
  await analyzer.analyze(text, { date: new Date() });
  analyzer.close();
  return [...growth.map((row) => `${row.name} ${row.value.toFixed(1)} ${row.unit}`), String(level), String(analysis.people.flatMap(held))];
}

export function told(error: unknown): string {
  if (!(error instanceof YaolanError)) return "unknown";
  // @ts-expect-error no such code
  if (error.code === "nonsense") return "";
  return error.code === "aborted" ? error.name : error.message;
}

export async function views(frame: HTMLIFrameElement): Promise<void> {
  const element: YaolanArticle = document.createElement("yaolan-article");
  element.addEventListener("yaolan-analysis", ({ detail }) => detail.analysis.tasks.map((task) => task.deadline));
  await element.show();
  const connection = await connectFrame(frame);
  connection.onselect = ({ kind, index }) => console.log(kind, index);
  const { keywords } = await connection.analyze("全文");
  keywords.map(({ weight }) => weight + 1);
}
