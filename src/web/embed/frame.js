// The page embed.html: reads texts for the page that holds it as a frame, and shows their tables.
//
// It answers its parent alone, and only if that is of an origin that the address (?origins=…) names and, where the
// deployment names origins in embed.html, those name too. Anybody else gets no answer at all.
import { createAnalyzer } from "./index.js";
import { Panel } from "./panel.js";
import { sheet } from "./panel-style.js";
import { asked, LIMIT, originsIn, VERSION, WAITING } from "./protocol.js";
import { wordsOf } from "./words.js";

const query = new URLSearchParams(location.search);
const fixed = originsIn(document.documentElement.dataset.origins);
const allowed = originsIn(query.get("origins")).filter((origin) => fixed.length === 0 || fixed.includes(origin));

const root = document.querySelector("main").attachShadow({ mode: "open" });
root.adoptedStyleSheets = [sheet()];
const words = wordsOf(query.get("language") ?? "zh-Hans");
let shown = null;
let analyzer = null;
const underWay = new Map();

const panel = new Panel(root, words, {
  select: (_, kind, index) => shown && shown.answer({ type: "select", id: shown.id, kind, index }),
});
panel.say(allowed.length > 0 ? "embed-waiting" : "embed-no-origin", allowed.length === 0);

async function analyze({ id, text, date, offsets }, answer) {
  if (underWay.size >= WAITING || underWay.has(id)) return answer({ type: "error", id, code: "busy", message: "too many texts are waiting" });
  const stop = new AbortController();
  underWay.set(id, stop);
  if (!shown) panel.say("embed-loading");
  try {
    analyzer ??= createAnalyzer();
    const loaded = await analyzer.catch((error) => {
      analyzer = null;
      throw error;
    });
    const analysis = await loaded.analyze(text, { date, offsets, signal: stop.signal });
    answer({ type: "result", id, analysis });
    shown = { id, answer };
    // The tables quote by offsets of JavaScript strings.
    panel.show((offsets ?? "utf16") === "utf16" ? analysis : await loaded.analyze(text, { date }), text);
  } catch (error) {
    if (error.code !== "aborted") panel.say("embed-failed", true);
    answer({ type: "error", id, code: error.code ?? "crashed", message: error.message });
  } finally {
    underWay.delete(id);
  }
}

addEventListener("message", ({ source, origin, data }) => {
  if (parent === window || source !== parent || !allowed.includes(origin)) return;
  const answer = (message) => parent.postMessage({ yaolan: VERSION, ...message }, origin);
  const request = asked(data);
  if (request?.type === "hello") answer({ type: "ready", limit: LIMIT });
  else if (request?.type === "cancel") underWay.get(request.id)?.abort();
  else if (request?.type === "refused") answer({ type: "error", id: request.id, code: request.code, message: "the message was refused" });
  else if (request?.type === "analyze") analyze(request, answer);
});
