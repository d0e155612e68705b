// The analyzer itself, wherever it runs: loads the program and its lists, answers one message at a time.
import start, { Engine, lastWords } from "./worker.js";
import { packed, YaolanError } from "./errors.js";

/** Lists are kept compressed; a server that inflates by itself delivers them plain. */
async function inflated(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

/** Reads the list at `place`; says which one where that fails. */
async function list(read, place) {
  try {
    return await inflated(await read(place));
  } catch (error) {
    throw new YaolanError("asset-failed", `${place} cannot be read: ${error.message}`, { cause: error });
  }
}

/** An engine from the files at `places`; `read` gets the bytes of one. */
async function load(places, read) {
  const started = read(places.wasm).then((bytes) => start({ module_or_path: bytes })).catch((error) => {
    throw new YaolanError("asset-failed", `${places.wasm} cannot be started: ${error.message}`, { cause: error });
  });
  const [dictionary, townships] = await Promise.all([
    list(read, places.dictionary),
    places.townships ? list(read, places.townships) : undefined,
    started,
  ]);
  return new Engine(dictionary, townships);
}

/** An analysis; what is no refusal of the analyzer is a trap, after which it cannot be used any more. */
function analyze(engine, { text, date, offsets }) {
  try {
    return { json: engine.analyze(text, date, offsets) };
  } catch (error) {
    if (typeof error?.code === "string") return { error: packed(error) };
    const place = lastWords();
    return { error: { code: "crashed", message: `the analyzer stopped${place ? ` at ${place}` : `: ${error.message}`}` } };
  }
}

/** Answers messages: { prepare: places } once, then { analyze: { text, date, offsets } } any number of times. */
export function answerer(read) {
  let engine;
  return async (message) => {
    try {
      if (message.prepare) {
        engine ??= await load(message.prepare, read);
        return {};
      }
      return analyze(engine, message.analyze);
    } catch (error) {
      return { error: packed(error) };
    }
  };
}
