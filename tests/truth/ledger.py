"""What both sides of the comparison are written down in: keys, values and where each was read.

A key is (kind, subject, field). A value is a Decimal, a word, or None where its side gives none.
"""

import csv
import functools
import re
import tomllib
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path


@dataclass(frozen=True)
class Item:
    """A value, where it was read, and the source that it cites there."""

    value: object
    where: str
    source: str = ""
    within: Decimal = Decimal(0)  # how far the other side may lie from a sum of rounded figures


class Side:
    """All that one side says, and what went wrong while it was read."""

    def __init__(self):
        self.items = {}
        self.faults = []

    def put(self, key, value, where, source="", within=Decimal(0)):
        """Notes a value; one that is given twice has to be the same."""
        item = Item(value, where, source, within)
        before = self.items.setdefault(key, item)
        if before is not item and before.value != value:
            self.faults.append(f"{name(key)}: {show(before.value)} in {before.where}, {show(value)} in {where}")


def name(key):
    """A key as it is printed and as explained.toml writes it."""
    return " / ".join(key)


def show(value):
    """A value as it is printed."""
    if value is None:
        return "nothing"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "nothing"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def number(text):
    """A number of the facts, or None for an empty cell; `>=208000` is a floor and stays a word."""
    text = text.strip().replace(",", "")
    if not text:
        return None
    return text if text.startswith(">=") else Decimal(text)


def measure(value):
    """A measure of a data file: a number, a floor, or one of the three kinds of nothing."""
    if isinstance(value, int):
        return Decimal(value)
    return None if value == "unknown" else value


def rounded(value, step="1"):
    """Half away from zero, as the agencies round: 28.5 to 29, -2.5 to -3."""
    return (value / Decimal(step)).quantize(Decimal(1), ROUND_HALF_UP) * Decimal(step)


@functools.lru_cache(maxsize=None)
def _parse(text):
    return tomllib.loads(text, parse_float=Decimal)


def toml(path):
    """A data file, with every number exactly as it is written."""
    return _parse(path.read_text(encoding="utf-8"))


class Table:
    """A file of facts. Rows that no reader asked for are a fault, so that none is passed over."""

    def __init__(self, folder, file):
        self.file = file
        with (Path(folder) / file).open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            self.rows = [(f"{file}:{reader.line_num}", row) for row in reader]
        self.read = set()

    def __iter__(self):
        for where, row in self.rows:
            self.read.add(where)
            yield where, row

    def unread(self):
        return [where for where, _ in self.rows if where not in self.read]


MONTHS = "january february march april may june july august september october november december".split()
WORDS = {
    word: Decimal(count)
    for count, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}}) ({_MONTH}) (\d{{4}})\b|\b()({_MONTH}) (\d{{4}})\b", re.I)
_ISO = re.compile(r"\b20\d{2}-\d{2}-\d{2}\b|\b20\d{2}-(?:0\d|1[0-2])\b")
_CODE = re.compile(r"\b(?:[A-Z]{1,3}\d{0,2}-[A-Z]?\d{2,3}|\d{3}-(?:\d{3,4}|xxx))\b")
_SOC = re.compile(r"\b\d{2}-\d{4}(?:\.\d{2})?\b")
_EDITION = re.compile(r"\b20\d{2}-[2-4]\d\b(?!-)")
_NUMBER = re.compile(r"(?<![\w.])[-+]?\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.-])-?\$?\d+(?:\.\d+)?")


def socs(text):
    """The occupation codes that a text names."""
    return frozenset(_SOC.findall(text))


def codes(text):
    """The exam codes that a text names, such as N10-009 or 200-301."""
    return frozenset(_CODE.findall(text))


def numbers(text, words=False):
    """Every date and number that a text states, dates as ISO; `words` reads "three" as well."""
    found = set()

    def day(match):
        first, month, year, _, alone, of = match.groups()
        spelled = f"{[month[:3] for month in MONTHS].index((month or alone)[:3].lower()) + 1:02}"
        found.add(f"{year}-{spelled}-{int(first):02}" if first else f"{of}-{spelled}")
        return " "

    def keep(match):
        found.add(match.group())
        return " "

    text = _DAY.sub(day, text)
    for pattern in (_ISO, _EDITION, _SOC, _CODE):
        text = pattern.sub(keep, text)
    text = re.sub(r"(?<=\d)-(?=\d)", " to ", text)
    text = re.sub(r"\bV(?=\d)", "", text)
    for match in _NUMBER.findall(text):
        found.add(Decimal(match.replace(",", "").replace("$", "").replace("+", "")))
    if words:
        found |= {WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in WORDS}
    return found
