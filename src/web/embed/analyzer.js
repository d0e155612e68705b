// The analyzer as a program uses it: a queue in front of an engine, in a worker or on the spot.
import { aborted, YaolanError } from "./errors.js";

/** How many milliseconds an analysis that nobody waits for may go on before its worker is ended. */
const GRACE = 1000;

/** An engine in a thread: `thread` has post(message), onreply, onfailure and end(). */
function remote(thread) {
  let waiting = null;
  thread.onreply = (reply) => {
    const { resolve } = waiting ?? {};
    waiting = null;
    resolve?.(reply);
  };
  thread.onfailure = (reason, code) => thread.onreply({ error: { code, message: reason } });
  const call = (message) =>
    new Promise((resolve) => {
      waiting = { resolve };
      thread.post(message);
    });
  return { call, end: () => thread.end() };
}

/** An engine on the spot: it lets the event loop take a turn before it blocks it. */
function local(answer) {
  const call = async (message) => {
    await new Promise((resolve) => setTimeout(resolve));
    return answer(message);
  };
  return { call, end() {} };
}

function checked(text, { date, offsets = "utf16", signal }) {
  if (typeof text !== "string") throw new YaolanError("invalid-text", `the text is no string but ${typeof text}`);
  if (date != null && typeof date !== "string") {
    throw new YaolanError("invalid-date", "the date is no string such as \"2023-01-31\"");
  }
  if (typeof offsets !== "string") throw new YaolanError("invalid-offsets", "offsets is none of utf16, codepoint, byte");
  if (signal?.aborted) throw aborted(signal);
  return { text, date: date ?? undefined, offsets };
}

/** Reads articles; made by `createAnalyzer`. */
class Analyzer {
  #start;
  #places;
  #engine = null;
  #waiting = [];
  #running = null;
  #closed = false;

  constructor(start, places) {
    this.#start = start;
    this.#places = places;
  }

  /** Starts the engine where there is none. */
  prepare() {
    this.#engine ??= (async () => {
      const engine = await this.#start();
      const { error } = await engine.call({ prepare: this.#places });
      if (error) {
        engine.end();
        this.#engine = null;
        throw new YaolanError(error.code, error.message);
      }
      return engine;
    })();
    return this.#engine;
  }

  async analyze(text, options = {}) {
    if (this.#closed) throw new YaolanError("closed", "the analyzer was closed");
    const request = checked(text, options);
    const { signal } = options;
    return new Promise((resolve, reject) => {
      const job = { request, resolve, reject };
      const stop = () => {
        reject(aborted(signal));
        this.#giveUp(job);
      };
      signal?.addEventListener("abort", stop, { once: true });
      job.done = () => signal?.removeEventListener("abort", stop);
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Ends the engine; what is under way or waiting is refused. */
  close() {
    this.#closed = true;
    for (const job of [this.#running, ...this.#waiting]) job?.reject(new YaolanError("closed", "the analyzer was closed"));
    this.#waiting = [];
    this.#drop();
  }

  async #next() {
    if (this.#running || this.#waiting.length === 0) return;
    const job = this.#waiting.shift();
    this.#running = job;
    try {
      const engine = await this.prepare();
      const { json, error } = await engine.call({ analyze: job.request });
      if (error?.code === "crashed" && this.#running === job) this.#drop();
      if (error) throw new YaolanError(error.code, error.message);
      job.resolve(JSON.parse(json));
    } catch (error) {
      job.reject(error);
    }
    job.done();
    if (this.#running === job) {
      this.#running = null;
      this.#next();
    }
  }

  /** Nobody waits for `job` any more. */
  #giveUp(job) {
    this.#waiting = this.#waiting.filter((other) => other !== job);
    if (this.#running !== job) return;
    setTimeout(() => {
      if (this.#running !== job) return;
      this.#drop();
      this.#running = null;
      this.#next();
    }, GRACE);
  }

  #drop() {
    this.#engine?.then((engine) => engine.end(), () => {});
    this.#engine = null;
  }
}

/** What `createAnalyzer` does on every platform: `platform` knows where files are, how to read them, how to start a thread. */
export async function create(platform, options = {}) {
  const { worker = true, assets, signal } = options;
  if (signal?.aborted) throw aborted(signal);
  const places = platform.places(assets);
  const start = async () => {
    if (worker === false) return local(await platform.answerer());
    try {
      return remote(await platform.thread(worker));
    } catch (error) {
      throw new YaolanError("worker-failed", `the worker cannot be started: ${error.message}`, { cause: error });
    }
  };
  const analyzer = new Analyzer(start, places);
  let stop;
  const given = new Promise((_, reject) => {
    stop = () => {
      analyzer.close();
      reject(aborted(signal));
    };
    signal?.addEventListener("abort", stop, { once: true });
  });
  try {
    await Promise.race([analyzer.prepare(), given]);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  return analyzer;
}

/** The addresses of the files: `here`, but for what `assets` (a folder, or an address each) says otherwise. */
export function placed(here, names, assets, base) {
  const address = (place, from) => {
    try {
      return new URL(place, from).href;
    } catch (error) {
      throw new YaolanError("invalid-options", `${place} is no address`, { cause: error });
    }
  };
  if (assets == null) return here;
  if (typeof assets === "string" || assets instanceof URL) {
    const folder = address(assets, base).replace(/\/?$/, "/");
    return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, address(name, folder)]));
  }
  const given = Object.entries(assets).filter(([key, place]) => key in here && place != null);
  return { ...here, ...Object.fromEntries(given.map(([key, place]) => [key, place && address(place, base)])) };
}
