// The looks of the panel. `all: initial` keeps out what would be inherited from the host; custom properties let in
// what the host wants to set.
import { COLOURS } from "./colours.js";

const CSS_TEXT = `
:host { display: block !important; }
:host([hidden]) { display: none !important; }
slot { display: contents; }
.panel, .bar {
  all: initial;
  direction: ltr; unicode-bidi: isolate; user-select: text;
  --ink: var(--yaolan-ink, light-dark(#1f2328, #e6e4df));
  --ink-2: var(--yaolan-ink-2, light-dark(#555c66, #b0b3b8));
  --ground: var(--yaolan-ground, light-dark(#ffffff, #1c1f23));
  --sunken: var(--yaolan-sunken, light-dark(#f2f0ea, #24282d));
  --line: var(--yaolan-line, light-dark(#e3e0d8, #2f343a));
  --accent: var(--yaolan-accent, light-dark(#9c2b1f, #ef8d7b));
  --focus: var(--yaolan-focus, light-dark(#1a5fb4, #7db4f5));
  color-scheme: var(--yaolan-scheme, inherit);
  box-sizing: border-box;
  color: var(--ink);
  font: 400 14px/1.5 var(--yaolan-font, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif);
}
.panel *, .bar * { box-sizing: border-box; }
.panel {
  display: flex; flex-direction: column; max-height: var(--yaolan-height, min(416px, 55vh));
  margin-block: 12px; background: var(--ground); border: 1px solid var(--line);
  border-radius: var(--yaolan-radius, 10px); overflow: hidden; text-align: start;
}
:host(:not([for])) .panel { position: sticky; bottom: 8px; z-index: 1; }
.bar { display: block; margin-block: 8px; }
button { font: inherit; color: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
.opener {
  display: inline-flex; align-items: center; gap: 8px; min-height: 36px; padding: 4px 14px; color: var(--accent);
  background: var(--ground); border: 1px solid currentColor; border-radius: var(--yaolan-radius, 10px);
}
.head { display: flex; align-items: center; gap: 12px; padding: 6px 6px 6px 14px; background: var(--sunken); border-bottom: 1px solid var(--line); }
.note { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: var(--ink-2); font-size: 12px; }
.close { width: 32px; height: 32px; border: 0; border-radius: 6px; background: none; font-size: 20px; line-height: 1; }
.close:hover { background: var(--line); }
.body { display: flex; flex-direction: column; min-height: 0; }
.message { margin: 0; padding: 20px 14px; color: var(--ink-2); }
.message.error { color: var(--accent); }
.tabs { display: flex; flex: none; gap: 2px; padding: 6px 8px 0; overflow-x: auto; border-bottom: 1px solid var(--line); }
.tab {
  display: inline-flex; flex: none; align-items: center; gap: 6px; min-height: 34px; padding: 4px 10px; border: 0;
  border-bottom: 2px solid transparent; background: none; white-space: nowrap; color: var(--ink-2);
}
.tab[aria-selected="true"] { border-bottom-color: var(--accent); color: var(--ink); font-weight: 600; }
.count { color: var(--ink-2); font-size: 12px; font-weight: 400; }
.dot { width: 9px; height: 9px; border-radius: 50%; background: var(--colour); }
.rows { min-height: 0; overflow: auto; }
table { width: 100%; border-collapse: collapse; }
th { position: sticky; top: 0; padding: 6px 12px; background: var(--ground); color: var(--ink-2); font-size: 12px; font-weight: 400; text-align: start; white-space: nowrap; }
td { padding: 4px 12px; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
tr[data-here] td { background: var(--sunken); }
tr[data-here] td:first-child { box-shadow: inset 3px 0 var(--accent); }
.go { display: block; min-height: 24px; padding: 0; border: 0; background: none; text-align: start; }
.go:hover { color: var(--accent); text-decoration: underline; }
`;

let made;
/** The style sheet, made once for all panels of a page. */
export function sheet() {
  if (!made) {
    const dots = Object.entries(COLOURS).map(([kind, colour]) => `.dot.${kind} { --colour: var(--yaolan-${kind}, ${colour}); }`);
    made = new CSSStyleSheet();
    made.replaceSync(CSS_TEXT + dots.join("\n"));
  }
  return made;
}
