// The plain API in an app that Vite (or webpack) puts together: the analyzer is loaded at the first click.
import { createAnalyzer } from "yaolan";

const [text, read, stop, status, list] = ["text", "read", "stop", "status", "indicators"].map((id) => document.getElementById(id));
let analyzer;
let running;

read.addEventListener("click", async () => {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  status.textContent = "…";
  try {
    analyzer ??= createAnalyzer();
    const { indicators } = await (await analyzer).analyze(text.value, { signal });
    list.replaceChildren(...indicators.map(({ name, value, unit }) => {
      const item = document.createElement("li");
      item.textContent = `${name}：${value} ${unit}`;
      return item;
    }));
    status.textContent = `${indicators.length}`;
  } catch (error) {
    if (error.code === "asset-failed") analyzer = undefined;
    status.textContent = error.code;
  }
});

stop.addEventListener("click", () => running?.abort());
