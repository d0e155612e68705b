// The messages between a page and the frame it holds; version 1. What is not of this form is no message.
//
//   page → frame   { yaolan: 1, type: "hello" }
//                  { yaolan: 1, type: "analyze", id, text, date?, offsets? }
//                  { yaolan: 1, type: "cancel", id }
//   frame → page   { yaolan: 1, type: "ready", limit }
//                  { yaolan: 1, type: "result", id, analysis }
//                  { yaolan: 1, type: "error", id, code, message }
//                  { yaolan: 1, type: "select", id, kind, index }
export const VERSION = 1;

/** The longest text, in UTF-16 code units. */
export const LIMIT = 2_000_000;

/** How many texts may wait. */
export const WAITING = 32;

const isId = (id) => (Number.isSafeInteger(id) && id >= 0) || (typeof id === "string" && id.length > 0 && id.length <= 64);
const isShort = (value, length) => value === undefined || (typeof value === "string" && value.length <= length);

/** What a page asks for: { type, … }, or { type: "refused", id, code } for a request that is none, or null for what is no message. */
export function asked(data) {
  if (typeof data !== "object" || data === null || data.yaolan !== VERSION) return null;
  if (data.type === "hello") return { type: "hello" };
  const { id } = data;
  if (!isId(id)) return null;
  if (data.type === "cancel") return { type: "cancel", id };
  if (data.type !== "analyze") return { type: "refused", id, code: "bad-message" };
  const { text, date, offsets } = data;
  if (typeof text !== "string" || !isShort(date, 10) || !isShort(offsets, 10)) return { type: "refused", id, code: "bad-message" };
  if (text.length > LIMIT) return { type: "refused", id, code: "too-large" };
  return { type: "analyze", id, text, date, offsets };
}

/** The origins in a list such as "https://a.example,https://b.example"; what is no origin is left out. */
export function originsIn(list) {
  const isOrigin = (item) => {
    try {
      return /^https?:/.test(item) && new URL(item).origin === item;
    } catch {
      return false;
    }
  };
  return (list ?? "").split(",").map((item) => item.trim()).filter(isOrigin);
}
