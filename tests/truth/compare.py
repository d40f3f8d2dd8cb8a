#!/usr/bin/env python3
"""Compares every value of data/ with the facts that it was taken from, both ways, without the program's help.

Prints how many of each kind were compared, then every difference. Exit 1 if one is not explained, 0 otherwise.
"""

import argparse
import collections
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

import article
import certification
import occupation
import role
from ledger import Item, Side, Table, name, show, toml

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent


class Comparison:
    """Both sides, read in full, and what came of laying them side by side."""

    def __init__(self, data, folder):
        self.bundle, self.facts = Side(), Side()
        self.left = collections.Counter()
        files = {}

        def tables(file):
            return files.setdefault(file, Table(folder, file))

        prose, noted, cited = ({}, {}), {}, ({}, {})
        occupation.bundled(data, self.bundle, self.left)
        occupation.facts(self.facts, tables)
        occupation.joined(self.bundle, self.facts)
        certification.bundled(data, self.bundle, self.left, prose[0], cited[0])
        certification.facts(tables, self.facts, prose[1], noted, cited[1])
        certification.joined(self.bundle, self.facts, self.left, prose, noted, cited)
        role.read(data, tables, self.bundle, self.facts, self.left)
        article.read(data, tables, self.bundle, self.facts, self.left)
        for file in sorted(path.name for path in Path(folder).glob("*.csv")):
            if file not in files:
                self.facts.faults.append(f"{file}: no comparison reads this file")
            elif files[file].unread():
                self.facts.faults.append(f"{file}: no comparison reads {', '.join(files[file].unread())}")
        self.tally = collections.defaultdict(collections.Counter)
        self.differences = {}
        for key in sorted(self.bundle.items.keys() | self.facts.items.keys()):
            self.lay(key)

    def lay(self, key):
        """Lays one key of both sides side by side."""
        self.note(key, self.bundle.items.get(key), self.facts.items.get(key))

    def program(self, key, stated, command):
        """Lays what the program says beside the facts, or beside the data where that differs and is explained."""
        ours, theirs = self.bundle.items.get(key), self.facts.items.get(key)
        known = ours if key in self.differences else theirs
        self.note((f"program: {key[0]}", *key[1:]), Item(stated, command), known)

    def note(self, key, ours, theirs):
        """Counts what came of one key, and keeps it if the sides differ."""
        a, b = ours and ours.value, theirs and theirs.value
        if a is None and b is None:
            outcome = "nothing"
        elif a is None:
            outcome = "facts"
        elif b is None:
            outcome = "bundled"
        elif a == b or (ours.within and abs(a - b) <= ours.within):
            outcome = "equal"
        else:
            outcome = "different"
        self.tally[key[0]][outcome] += 1
        if outcome not in ("equal", "nothing"):
            self.differences[key] = outcome, ours, theirs

    def explain(self, explained):
        """Takes out what is explained; an explanation that no difference answers to is a difference itself."""
        told = collections.Counter()
        for number, entry in enumerate(explained):
            for key in [key for key in self.differences if answers(entry, key, self.differences[key])]:
                self.tally[key[0]]["explained"] += 1
                told[number] += 1
                del self.differences[key]
        return told, [entry for number, entry in enumerate(explained) if number not in told]


def explanations(path):
    """The list of explained.toml, one entry a key: `values` pins several fields of one subject at once."""
    for entry in toml(path)["explained"]:
        for field, value in entry.get("values", {}).items():
            yield {**entry, "key": f"{entry['key']} / {field}", "bundled": value, "under": entry["key"]}
        if "values" not in entry:
            yield {"under": entry["key"], **entry}


def answers(entry, key, difference):
    """Whether an explanation speaks of this very difference: its key, its side, and the values it names."""
    outcome, ours, theirs = difference
    if name(key) != entry["key"] or entry["side"] != outcome:
        return False
    return all(
        field not in entry or (item and show(item.value) == entry[field])
        for field, item in (("bundled", ours), ("facts", theirs))
    )


def describe(key, difference):
    """A difference, with where each side was read and what the data cites."""
    _, ours, theirs = difference

    def side(item):
        if item is None or item.value is None:
            return "nothing" + (f" ({item.where})" if item else "")
        cites = f", cites {item.source}" if item.source else ""
        return f"{show(item.value)} ({item.where}{cites})"

    return f"{name(key)}\n    bundled: {side(ours)}\n    facts:   {side(theirs)}"


def report(compared, explained):
    """Prints the table and the differences; returns how many faults there are."""
    told, stale = compared.explain(explained)
    columns = ("equal", "different", "bundled", "facts", "nothing", "explained")
    heads = ("kind", "compared", "equal", "different", "only bundled", "only in facts", "in neither", "explained")
    rows = [(kind, sum(tally[c] for c in columns[:5]), *(tally[c] for c in columns)) for kind, tally in sorted(compared.tally.items())]
    rows.append(("all", *(sum(row[column] for row in rows) for column in range(1, len(heads)))))
    print(f"{heads[0]:<16}" + "".join(f"{head:>15}" for head in heads[1:]))
    for row in rows:
        print(f"{row[0]:<16}" + "".join(f"{count:>15}" for count in row[1:]))
    print("\nleft out, and why")
    for (what, why), count in sorted(compared.left.items()):
        print(f"{count:>7}  {what}: {why}")
    print("\nexplained")
    grouped = collections.Counter()
    for number, count in told.items():
        grouped[explained[number]["under"], explained[number]["reason"]] += count
    for (under, reason), count in sorted(grouped.items()):
        print(f"{count:>7}  {under}: {reason}")
    faults = compared.bundle.faults + compared.facts.faults
    for heading, lines in (
        ("not explained", [describe(key, found) for key, found in sorted(compared.differences.items())]),
        ("explanations that no difference answers to", [f"{e['key']} ({e['side']}): {e['reason']}" for e in stale]),
        ("could not be read", faults),
    ):
        if lines:
            print(f"\n{heading}: {len(lines)}")
            print("\n".join(f"  {line}" for line in lines))
    return len(compared.differences) + len(stale) + len(faults)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", nargs="?", default=os.environ.get("ROLES_FACTS") or REPOSITORY.parent / "shared" / "facts",
                        type=Path, help="the folder of facts; ROLES_FACTS, or ../shared/facts beside the repository")
    parser.add_argument("--program", type=Path, help="also compares what this `roles` answers")
    parser.add_argument("--self-test", action="store_true", help="alters one value of each kind and expects it to be named")
    return parser.parse_args()


def main():
    given = arguments()
    if not given.facts.is_dir():
        print(f"no folder of facts at {given.facts}: nothing compared")
        return 0
    if given.self_test:
        import selftest

        return selftest.run(given.facts, given.program)
    explained = list(explanations(HERE / "explained.toml"))
    compared = Comparison(REPOSITORY / "data", given.facts)
    if given.program:
        import program

        program.read(program.Program(given.program), compared)
    found = report(compared, explained)
    print(f"\n{found} unexplained" if found else "\nevery value is in the facts, or explained")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
