import { readFile } from "node:fs/promises";
import { read as fetched } from "./read.js";

/** The bytes at an address, as Node gets them. */
export const read = (place) => (place.startsWith("file:") ? readFile(new URL(place)) : fetched(place));
