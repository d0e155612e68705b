// Puts the npm package together: node src/web/embed/package.mjs [folder of the built page] [folder for the package, target/npm]
//
// The program and its lists are those of the built page, byte for byte, under their plain names.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(HERE, "../../..");
const DIST = process.argv[2] ?? join(ROOT, "dist");
const OUT = process.argv[3] ?? join(ROOT, "target/npm");

/** What the page's build makes of them carries a hash in its name. */
const BUILT = ["worker.js", "worker_bg.wasm", "dictionary.bin", "townships.bin"];
const HASH = /-[0-9a-f]{12}(?=\.\w+)/g;

const version = /^version = "(.+)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"))[1];
const manifest = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8"));

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const built = readdirSync(DIST);
for (const name of BUILT) {
  const found = built.find((file) => file.replace(HASH, "") === name);
  if (!found) throw new Error(`${DIST} holds no ${name}: build the page first (make build)`);
  const bytes = readFileSync(join(DIST, found));
  writeFileSync(join(OUT, name), name.endsWith(".js") ? bytes.toString().replace(HASH, "") : bytes);
}
for (const name of readdirSync(HERE).filter((name) => /\.(js|d\.ts|css|md)$/.test(name) || name === "custom-elements.json")) {
  cpSync(join(HERE, name), join(OUT, name));
}
for (const name of ["labels.js", "words.js"]) cpSync(join(ROOT, "target/assets", name), join(OUT, name));
for (const name of ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"]) cpSync(join(ROOT, name), join(OUT, name));
writeFileSync(join(OUT, "embed.html"), readFileSync(join(HERE, "embed.html"), "utf8").replace("VERSION", version));

const integrity = (name) => `sha384-${createHash("sha384").update(readFileSync(join(OUT, name))).digest("base64")}`;
const scripts = readdirSync(OUT).filter((name) => /\.(js|css|wasm|bin)$/.test(name)).sort();
writeFileSync(join(OUT, "integrity.json"), `${JSON.stringify(Object.fromEntries(scripts.map((name) => [name, integrity(name)])), null, 2)}\n`);
writeFileSync(join(OUT, "package.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
console.log(OUT);
