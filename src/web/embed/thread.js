// The package's worker in a browser.
import { answerer } from "./engine.js";
import { read } from "./read.js";

const answer = answerer(read);
self.onmessage = async ({ data }) => self.postMessage(await answer(data));
