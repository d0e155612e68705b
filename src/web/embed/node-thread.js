// The package's worker in Node.
import { parentPort } from "node:worker_threads";
import { answerer } from "./engine.js";
import { read } from "./node-read.js";

const answer = answerer(read);
parentPort.on("message", async (message) => parentPort.postMessage(await answer(message)));
