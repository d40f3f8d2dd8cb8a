import json, sys, textwrap

data = json.load(open(sys.argv[1]))
a, b = (next(role for role in data["roles"] if role["id"] == id) for id in ("it-support", "tech-pm"))


def row(name, left, right):
    left, right = (textwrap.wrap(str(cell), 36) or [""] for cell in (left, right))
    for line in range(max(len(left), len(right))):
        cells = (cell[line] if line < len(cell) else "" for cell in (left, right))
        print(f"{name if line == 0 else '':<34} {next(cells):<37} {next(cells)}")


def both(section, key, cell):
    sides = [{entry[key]: cell(entry) for entry in role[section]} for role in (a, b)]
    for name in sorted({*sides[0], *sides[1]}):
        row(name, *(side.get(name, "-") for side in sides))


row("title", a["title"], b["title"])
row("level", a["level"], b["level"])
for section, fields in (("pay", "median p10 p25 p75 p90 mean jobs"), ("outlook", "growth openings jobs_start jobs_end change")):
    for field in fields.split():
        row(field, a[section][field]["value"], b[section][field]["value"])
row("entry", a["education"]["typical_entry"]["value"], b["education"]["typical_entry"]["value"])
both("skills", "name", lambda skill: skill["need"])
both("certifications", "name", lambda held: f"{held['need']} {held['status']}")
for theme in sorted({duty["theme"] for role in (a, b) for duty in role["duties"]}):
    row(theme, *("; ".join(d["text"] for d in role["duties"] if d["theme"] == theme) for role in (a, b)))
