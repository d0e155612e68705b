// Invented reports for tests that need many documents: cities, people and figures are made up.

const CITIES = ["澜州市", "云川市", "青浦市", "松岭市", "临江市", "宁溪市", "东屏市", "清河市"];
const SURNAMES = "林沈陆高周吴郑王许何";
const GIVEN = ["若川", "怀舟", "致远", "明远", "思齐", "景行", "望舒", "清和"];
const FIGURES = [
  ["地区生产总值", "亿元"], ["规模以上工业增加值", "亿元"], ["固定资产投资", "亿元"], ["社会消费品零售总额", "亿元"],
  ["一般公共预算收入", "亿元"], ["进出口总额", "亿元"], ["城镇新增就业", "万人"], ["粮食总产量", "万吨"],
];
const TASKS = [
  "加快建设现代化产业体系，推动重点项目早开工、早投产、早达效。",
  "持续优化营商环境，全面落实惠企政策，帮助企业解决实际困难。",
  "扎实推进乡村振兴，稳住粮食安全底线，促进农民持续增收。",
  "健全多层次社会保障体系，着力办好群众身边的实事。",
  "深入推进污染防治，空气质量优良天数比例进一步提高。",
];

/** Numbers from 0 to 1 that are the same for the same seed. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The report with this number: its file name and its text, of about `length` characters. */
export function report(at, length = 2000) {
  const next = numbers(at + 1);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const figure = (most) => (next() * most).toFixed(1);
  const [city, year] = [pick(CITIES), 2018 + (at % 8)];
  const person = () => pick([...SURNAMES]) + pick(GIVEN);
  const lines = [`${city}${year}年经济运行情况第${at}期`, `${city}日报　${year}年${1 + (at % 12)}月${1 + (at % 28)}日`];
  let characters = 0;
  while (characters < length) {
    const [name, unit] = pick(FIGURES);
    const line = [
      `${year}年，全市${name}达到${figure(5000)}${unit}，同比增长${figure(12)}%。`,
      `市委书记${person()}在调研时强调，要${pick(TASKS)}`,
      `到${year + 1}年底，全市${name}预期增长${figure(9)}%左右。`,
      pick(TASKS),
    ].join("");
    lines.push(line);
    characters += line.length;
  }
  return { name: `报告${String(at).padStart(4, "0")}.txt`, text: lines.join("\n") };
}

/** Drops files with these names and texts on the page, all at once. */
export async function dropTexts(page, files) {
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name, { type: "text/plain" }));
    return transfer;
  }, files);
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await data.dispose();
}
