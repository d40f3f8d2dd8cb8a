"""What is written of occupations: the Handbook's quick facts, what articles claim, and words that would be copied."""

import re
from decimal import Decimal

from ledger import numbers, rounded, socs, toml
from occupation import ENTRY
from role import PARTS, statements

CATEGORIES = {
    "entry_education": (ENTRY["entry_education"], "entry_education"),
    "work_experience": (ENTRY["experience"], "experience"),
    "on_the_job_training": (ENTRY["training"], "training"),
}
# Which claims of the data answer a contradiction that the facts list.
ANSWERS = {
    "C01": ["support-median-54760"],
    "C02": ["it-manager-median-151150"],
    "C03": ["support-growth-8"],
    "C04": ["it-manager-growth-10"],
    "C05": ["growth-faster-than-average"],
    "C06": ["tech-pm-priced-as-it-manager"],
    "C07": ["support-growth-10"],
    "C08": ["technician-growth-8"],
    "C09": ["support-median-range", "technician-median-range"],
    "C10": ["support-diploma-enough", "support-bachelor-required"],
    "C11": ["tech-pm-it-degree-required", "tech-pm-technology-degree"],
    "C12": ["mcsa-recommended"],
    "C13": ["mcse-for-support-entry", "mcse-for-support-careers"],
    "C14": ["mba-among-certifications"],
    "C15": ["cio-cto-top-of-ladder"],
    "C16": ["it-pm-distinct-from-it-manager"],
    "C17": ["support-complex-technician-routine"],
    "C18": ["move-to-systems-administrator"],
    "C19": ["itil-without-version"],
    "C20": ["pmp-without-terms", "pmp-without-terms-for-managers"],
    "C21": ["ladder-without-sources"],
    "C22": ["project-plus-for-life"],
}


def read(data, tables, bundle, facts, left):
    """Reads both sides of all this; some of it needs both at hand."""
    roles = [toml(path) for path in sorted((data / "roles").glob("*.toml"))]
    handbook(tables, bundle, facts, left)
    claims(data, tables, bundle, facts)
    words(data, roles, tables, bundle, facts, left)


def handbook(tables, bundle, facts, left):
    """The Handbook's quick facts against the series they are taken from, rounded as it rounds."""
    for where, row in tables("outlook-handbook.csv"):
        if row["field"] == "label_thresholds":
            left["outlook-handbook.csv", "words for growth, which the data does not use"] += 1
            continue
        code = row["subject"].split(" ")[0]
        field, value = row["field"], row["value"].replace(",", "")
        key = ("handbook", code, field)
        joint = PARTS.get(code, (code,)) if "/" in code else (code,)
        if field in CATEGORIES:
            words, name = CATEGORIES[field]
            same = {latest(facts, part, name) for part in PARTS.get(code, (code,))}
            ours = {latest(bundle, part, name) for part in PARTS.get(code, (code,))}
            facts.put(key, words.get(value), where, row["source_address"])
            bundle.put(key, ours.pop() if len(ours) == 1 else None, "data/occupations")
            continue
        if field == "outlook_label":
            theirs = Decimal(re.match(r"-?\d+", value).group())
            start, change = (sum(latest(bundle, part, name) for part in joint) for name in ("jobs_start", "change"))
            ours = latest(bundle, code, "growth") if len(joint) == 1 else change / start * 100
            bundle.put(key, rounded(ours), "data/occupations")
        elif field == "median_pay":
            theirs, item = Decimal(value), bundle.items.get(("wage", code, "2024 median"))
            bundle.put(key, item and item.value, item.where if item else "data/occupations")
        else:
            theirs = Decimal(value)
            name = {"jobs_2024": "jobs_start", "employment_change": "change", "annual_openings": "openings"}[field]
            # The data has thousands to one decimal. A sum of two such may be off by half a hundred for each.
            ours = sum(latest(bundle, part, name) for part in joint) * 1000
            bundle.put(key, ours, "data/occupations", within=Decimal(50 * len(joint) if len(joint) > 1 else 0))
        facts.put(key, theirs, where, row["source_address"])


def latest(side, soc, field):
    """A value of the edition that the Handbook of August 2025 is made from."""
    item = side.items.get(("projection", soc, f"2024-34 {field}"))
    return item.value if item else None


def claims(data, tables, bundle, facts):
    """What articles claim: each listed contradiction is answered, and every number of an answer is in the facts."""
    where, known = "data/claims.toml", {claim["id"]: claim for claim in toml(data / "claims.toml")["claims"]}
    rows = {}
    for place, row in tables("seed-contradictions.csv"):
        for id in ANSWERS.get(row["subject"], [row["value"][:40]]):
            rows[id] = f"{row['value']} {row['source']} {row['note']}"
            facts.put(("claim", row["subject"], id), "answered", place)
            if id in known:
                bundle.put(("claim", row["subject"], id), "answered", where, known[id]["source"])
    about = {}
    for (kind, subject, _), item in facts.items.items():
        if kind in ("wage", "projection", "rating", "profile", "certification"):
            about.setdefault(subject.removesuffix(".00"), []).append(item)
    for id, claim in known.items():
        if id not in rows:
            bundle.put(("claim", "-", id), "answered", where, claim["source"])
        if "figure" in claim:
            figure = claim["figure"]
            kind = "projection" if figure["measure"] == "growth" else "wage"
            series = facts.items.get((kind, figure["occupation"], f"{figure['actual']} {figure['measure']}"))
            whole = kind == "projection" and figure["value"] == int(figure["value"])
            bundle.put(("claim", id, "figure"), Decimal(figure["value"]), where, claim["source"])
            if series:
                facts.put(("claim", id, "figure"), rounded(series.value) if whole else series.value, series.where)
        # The numbers of the row that it answers, and those of the occupations and certifications that it speaks of.
        subjects = socs(f"{claim['because']} {claim.get('figure', '')}") | set(claim.get("certifications", ()))
        there = numbers(rows.get(id, ""), words=True)
        for item in (item for subject in subjects | {"00-0000"} for item in about.get(subject.removesuffix(".00"), ())):
            there |= numbers(str(item.value))
            if isinstance(item.value, Decimal):
                there |= {item.value, rounded(item.value), item.value * 1000}
        for stated in numbers(claim["because"]) - {code for code in subjects}:
            key = ("claim", id, f"number {stated}")
            bundle.put(key, "stated", where, ", ".join(claim["evidence"]))
            if stated in there:
                facts.put(key, "stated", "facts")


def words(data, roles, tables, bundle, facts, left):
    """No text of the data has more than six words in a row from a sentence of the facts."""
    texts = set()

    def gather(entry):
        if isinstance(entry, str):
            texts.add(entry)
        elif isinstance(entry, (dict, list)):
            for inner in entry.values() if isinstance(entry, dict) else entry:
                gather(inner)

    for entry in (*roles, *(toml(path) for path in (data / "occupations").glob("*.toml"))):
        gather({key: value for key, value in entry.items() if key not in ("onet", "title")})
    gather(toml(data / "certifications.toml"))
    runs = {}
    for text in texts:
        spoken = re.findall(r"[a-z0-9']+", text.lower())
        for start in range(len(spoken) - 6):
            runs[tuple(spoken[start:start + 7])] = text
    for file, column in (("onet-tasks.csv", "task"), ("projection-reasons.csv", "reason"), ("career-moves.csv", "value")):
        for where, row in tables(file):
            spoken = re.findall(r"[a-z0-9']+", row[column].lower())
            copied = [runs[run] for i in range(len(spoken) - 6) if (run := tuple(spoken[i:i + 7])) in runs]
            key = ("own words", where, "text")
            facts.put(key, "our own", where)
            bundle.put(key, copied[0] if copied else "our own", "data")
    left["role statements", "duties, skills, education and the rest are restated from the articles and from tasks"] += sum(
        1 for role in roles for _ in statements(role))
