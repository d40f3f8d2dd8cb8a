"""Roles on both sides: what measures them, the titles they share, and their moves."""

import re
from decimal import Decimal

from ledger import ORDINALS, socs, toml

# Which role of the data a title of the facts is.
ROLES = {
    "IT support specialist": "it-support",
    "Help desk technician": "it-support",
    "IT technician": "it-technician",
    "Computer technician": "it-technician",
    "IT project manager": "tech-pm",
    "Technical project manager": "tech-pm",
    "Project manager (non-technical)": "project-manager",
    "IT manager": "it-manager",
    "Director of IT / IT director": "it-support-director",
    "Chief information officer (CIO)": "cio",
    "Chief technology officer (CTO)": "cto",
    "Senior technician": "senior-technician",
    "IT team lead / IT support supervisor": "support-lead",
    "IT support manager / help desk manager": "it-support-manager",
    "Systems administrator": "sysadmin",
    "Network engineer": "network-engineer",
    "Network architect": "network-engineer",
    "Information security analyst": "security-analyst",
    "Network support specialist": "network-support",
    "Database administrator": "database-administrator",
    "Cloud engineer": "cloud-engineer",
}
# Broad groups that the Handbook writes of, and their parts.
PARTS = {
    "15-1230": ("15-1231", "15-1232"),
    "15-1242/15-1243": ("15-1242", "15-1243"),
    "11-1011/11-1021": ("11-1011", "11-1021"),
}
# Ends of moves that the Handbook describes and does not code.
DESCRIBED = {"manager of support services": "11-3021", "chief security officer": None}


def read(data, tables, bundle, facts, left):
    """Reads both sides of all this; some of it needs both at hand."""
    roles = {path.stem: toml(path) for path in sorted((data / "roles").glob("*.toml"))}
    addresses = {source["id"]: source["address"] for source in toml(data / "sources.toml")["sources"]}
    measured(roles, tables, bundle, facts)
    titles(roles, bundle, facts)
    moves(roles, addresses, tables, bundle, facts)
    related(roles, tables, bundle, facts, left)


def measured(roles, tables, bundle, facts):
    """Which occupations stand for a role, and whether a stand-in says that it is one."""
    for where, row in tables("role-to-occupation.csv"):
        role = ROLES.get(row["subject"], row["subject"])
        # Where no code is exact, the note or the source names what may stand in.
        codes = socs(row["value"]) if socs(row["value"]) else socs(f"{row['source']} {row['note']}")
        for code in codes:
            facts.put(("measured by", role, code), "measured", where, row["source"])
        if row["value"].startswith("none"):
            facts.put(("measured by", role, "fit"), "a stand-in", where, row["source"])
    for id, role in roles.items():
        where = f"data/roles/{id}.toml"
        for reading in role["measured_by"]:
            profile = reading.get("onet", "")  # a part of an occupation where the facts name the part
            code = profile if ("measured by", id, profile) in facts.items else reading["occupation"]
            bundle.put(("measured by", id, code), "measured", where, ", ".join(reading["sources"]))
            if reading["fit"] == "exact":
                bundle.put(("measured by", id, f"{code} title"), "one of its own", where)
                facts.put(("measured by", id, f"{code} title"), "one of its own", "role-to-occupation.csv")
        if ("measured by", id, "fit") in facts.items:
            exact = any(reading["fit"] in ("exact", "shared") for reading in role["measured_by"][:1])
            bundle.put(("measured by", id, "fit"), "its own" if exact else "a stand-in", where)


def titles(roles, bundle, facts):
    """A title shared between roles is one that O*NET lists under each occupation that is cited for it."""
    listed = {}
    for kind, code, title in facts.items:
        if kind == "also called":  # as in `IT Support Tech (Information Technology Support Technician)`
            short, _, long = re.sub(r"\bTech\b", "Technician", title).partition(" (")
            listed.setdefault(code, set()).update((short.lower(), long.removesuffix(")").lower()))
    for id, role in roles.items():
        for shared in role.get("shared_titles", []):
            for source in shared["sources"]:
                if code := cited(source):
                    key = ("shared title", id, f"{shared['title']} {code}")
                    bundle.put(key, "listed", f"data/roles/{id}.toml", source)
                    if shared["title"].lower() in listed.get(code, ()):
                        facts.put(key, "listed", "onet-titles.csv")
        for statement in statements(role):
            for source in statement.get("sources", ()):
                if code := cited(source):
                    key = ("cited profile", id, code)
                    bundle.put(key, "of O*NET", f"data/roles/{id}.toml", source)
                    if ("profile", code, "job_zone") in facts.items:
                        facts.put(key, "of O*NET", "onet-job-zones.csv")


def cited(source):
    """The O*NET code that a citation ends in, if it has one."""
    return source.partition("#")[2] if source.startswith("onet-29.3#") else ""


def statements(entry):
    """Every table of a role file that has sources."""
    if isinstance(entry, dict):
        if "sources" in entry:
            yield entry
        entry = list(entry.values())
    if isinstance(entry, list):
        for inner in entry:
            yield from statements(inner)


def parts(code):
    """The occupations that a code of the Handbook stands for, itself among them."""
    return (code, *PARTS.get(code, ()))


def moves(roles, addresses, tables, bundle, facts):
    """Moves that the Handbook states, by occupation and by the page that says so."""
    stated = {}
    for where, row in tables("career-moves.csv"):
        start, arrow, ends = row["subject"].partition(" -> ")
        if not arrow:
            facts.put(("move", row["subject"], "no step"), "stated", where, row["source"])
            continue
        ends = socs(ends) | {code for words, code in DESCRIBED.items() if code and words in ends}
        for end in ends:
            stated.setdefault((start, end), set()).add(row["source_address"])
            facts.put(("move", f"{start} -> {end}", "Handbook"), "stated", where, row["source"])
    for id, role in roles.items():
        for move in role.get("moves", []):
            pages = {addresses[source] for source in move["sources"] if source.startswith("ooh-")}
            if not pages:
                continue
            own, others = measures(role), measures(roles[move["to"]])
            found = [pair for pair, says in stated.items()
                     if pages & says and set(parts(pair[0])) & own and set(parts(pair[1])) & others]
            for pair in found:
                bundle.put(("move", f"{pair[0]} -> {pair[1]}", "Handbook"), "stated", "data/roles")
            if not found:
                key = ("move", f"{id} -> {move['to']}", "Handbook")
                bundle.put(key, move["kind"], f"data/roles/{id}.toml", ", ".join(move["sources"]))


def measures(role):
    """Every occupation that measures a role."""
    return {reading["occupation"] for reading in role["measured_by"]}


def related(roles, tables, bundle, facts, left):
    """The rank that O*NET gives an occupation among those close to another, where a move tells it."""
    ranks = {}
    for where, row in tables("onet-related.csv"):
        pair = row["subject"].split(" ", 1)[0], row["value"].split(" ", 1)[0]
        ranks[pair] = Decimal(re.search(r"rank (\d+)", row["unit"]).group(1)), where
    used = set()
    for id, role in roles.items():
        for move in role.get("moves", []):
            codes = [code for code in map(cited, move["sources"]) if code]
            if len(codes) != 2 or "O*NET rank" not in move["evidence"]:
                continue
            pairs = [pair for pair in (tuple(codes), tuple(reversed(codes))) if pair in ranks]
            used.update(pairs)
            told = next((Decimal(n) for n, word in enumerate(ORDINALS, 1) if f" {word} " in move["evidence"]), None)
            key = ("related", f"{id} -> {move['to']}", "rank" if told else "listed")
            bundle.put(key, told or "listed", f"data/roles/{id}.toml", ", ".join(move["sources"]))
            fitting = [pair for pair in pairs if told in (None, ranks[pair][0])] or pairs
            if fitting:
                rank, where = ranks[fitting[0]]
                facts.put(key, rank if told else "listed", where)
    known = {reading["onet"] for role in roles.values() for reading in role["measured_by"] if "onet" in reading}
    between = sum(1 for pair in ranks.keys() - used if set(pair) <= known)
    left["onet-related.csv", "ranks among occupations that no move of the data speaks of"] += between
    left["onet-related.csv", "ranks of occupations that measure no role"] += len(ranks.keys() - used) - between
