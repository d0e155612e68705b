// Prints the Analysis of an article: node analyze.mjs article.txt [2023-01-31]
import { readFile } from "node:fs/promises";
import { createAnalyzer } from "yaolan";

const [file, date] = process.argv.slice(2);
const analyzer = await createAnalyzer();
const analysis = await analyzer.analyze(await readFile(file, "utf8"), { date });
console.log(JSON.stringify(analysis));
analyzer.close();
