"""Certifications on both sides: life cycle, exams, fees, validity, and the numbers in what is said of them."""

import re
from decimal import Decimal

from ledger import codes, measure, numbers, toml
from occupation import rest

LEVELS = {
    "entry/associate": "associate",
    "fundamentals/entry": "foundation",
    "foundation/entry": "foundation",
    "foundational": "foundation",
    "expert/professional": "expert",
    "professional (management)": "professional",
    "entry (course certificate, not an exam certification)": "entry",
    "graduate degree, NOT a certification": "degree",
}
KINDS = {"entry (course certificate, not an exam certification)": "course-certificate", "graduate degree, NOT a certification": "degree"}
STATUSES = {"active": "active", "current": "active", "RETIRED": "retired"}
# How the facts name a source, and its id in data/sources.toml.
SOURCES = {
    "RoleMath": "rolemath", "JurgenOnAzure": "jurgenonazure", "ZDNet": "zdnet-2020", "crucialexams": "crucialexams",
    "credential expiration policy": "microsoft-expiration-policy", "Scrum Alliance": "scrum-alliance-renewal",
    "Scrum.org": "scrum-org-psm-1", "HDI": "hdi-continuing-certification", "isaca": "isaca-cism",
    "open-exam-prep.com": "open-exam-prep-ms-102", "computingforgeeks": "computingforgeeks-ccna",
    "pass4-sure": "pass4sure-encor", "pmp-guide": "pmp-guide", "mypmta": "mypmta-pmi-acp", "winenfood": "winenfood",
    "middleirth": "middleirth-csm", "zoctech": "zoctech-csm", "globalexamatlas": "globalexamatlas",
    "itsmprofessor": "itsm-professor-2023", "invgate": "invgate-itil", "eatsip365": "eatsip365-google",
    "examlabs": "examlabs-google", "Certification Magazine": "certmag-2023", "Global Knowledge": "global-knowledge-2021",
    "secprove": "secprove-server-plus", "several": "winenfood", "BLS OOH": "ooh-it-managers",
}
NEVER = ("does not expire", "held certificates do not expire", "lifetime", "no renewal required")


def bundled(data, side, left, prose, cited):
    """Reads data/certifications.toml; `prose` takes the numbers of its texts, `cited` the sources of its values."""
    where = "data/certifications.toml"
    for entry in toml(data / "certifications.toml")["certifications"]:
        entry = dict(entry)
        id = entry.pop("id")
        texts = prose.setdefault(id, set())

        def put(field, value, source=""):
            side.put(("certification", id, field), value, where, source)

        sources = entry.pop("status_sources")
        for field in ("name", "kind", "level", "address", "level_by_issuer", "retired_on"):
            value = entry.pop(field, None)
            put(field, str(value).lower() if isinstance(value, bool) else value, ", ".join(sources))
        put("issuer", entry.pop("issuer").lower())
        put("status", measure(entry.pop("status")), ", ".join(sources))
        put("status_as_of", entry.pop("status_as_of", None), ", ".join(sources))
        cited[id, "status"] = sources
        put("exams", measure(entry.pop("exams", None)), ", ".join(sources))
        put("exam_codes", frozenset(entry.pop("exam_codes", ())) or None, ", ".join(sources))
        charged = {}
        for fee in entry.pop("fees", []):
            fee = dict(fee)
            about = "about " if fee.pop("approximate", False) else ""
            payer = fee.pop("payer", "anyone")
            charged[f"{about}{measure(fee.pop('dollars'))} per {fee.pop('per')}, {payer}"] = fee.get("as_of")
            texts |= numbers(fee.pop("note", ""), words=True)
            cited[id, "fee"] = fee.pop("sources")
            put("fee_as_of", fee.pop("as_of", None))
            rest(side, left, "fee", fee, where, {})
        put("fee", frozenset(charged) or None, ", ".join(cited.get((id, "fee"), ())))
        validity = dict(entry.pop("validity", {}))
        if validity:
            years, expires = validity.pop("years", None), validity.pop("expires", True)
            cited[id, "validity"] = validity.pop("sources")
            put("validity", f"{years} years" if expires else "does not expire", ", ".join(cited[id, "validity"]))
            put("validity_as_of", validity.pop("as_of", None))
            texts |= numbers(validity.pop("renewal", ""), words=True)
            rest(side, left, "validity", validity, where, {})
        needed = entry.pop("prerequisites", None)
        put("prerequisites", needed and "stated", ", ".join(needed["sources"]) if needed else "")
        if needed:
            texts |= numbers(needed["text"], words=True)
            cited[id, "prerequisites"] = needed["sources"]
        for note in entry.pop("notes", []):
            texts |= numbers(note["text"], words=True)
            left["certification.notes", "in our words; their numbers are compared as `prose`"] += 1
        rest(side, left, "certification", entry, where, {
            "short": "our short name", "aliases": "other spellings; the build lets none name two",
            "instead": "our own reading, and it says so",
        })


def facts(tables, side, prose, noted, cited):
    """Reads certifications.csv; numbers of its notes go to `noted`: they may be left out of the data."""
    checked = {row["subject"]: row["as_of"] for _, row in tables("certifications.csv") if row["field"] == "status_check"}
    for where, row in tables("certifications.csv"):
        id, field, value = row["subject"].removeprefix("cert:"), row["field"], row["value"]
        sure = row["verified"] == "yes"
        texts, notes = prose.setdefault(id, set()), noted.setdefault(id, set())
        notes |= numbers(f"{row['unit']} {row['note']} {row['as_of']}", words=True)

        def put(field, value):
            side.put(("certification", id, field), value, where, row["source"])

        if field == "status_check":
            continue
        if field not in ("name", "issuer", "level", "official_page"):
            notes |= numbers(value, words=True)
            if sure:  # the version of an exam may be left out, since its code tells it
                texts |= numbers(re.sub(r"\bV\d+\b", "", value), words=True)
        source = frozenset(known for part, known in SOURCES.items() if part in row["source"])
        match field:
            case "name":
                put("name", value)
                put("exam_codes", codes(value) or None) if codes(value) else None
            case "issuer":
                put("issuer", value.lower())
            case "level":
                put("level", LEVELS.get(value, value))
                put("kind", KINDS.get(value, "certification"))
                put("level_by_issuer", "true" if row["note"] == "vendor word" else "false")
            case "official_page":
                put("address", value if sure and value != "-" else None)
            case "status":
                word = re.match(r"\w+", value).group()
                put("status", STATUSES.get(word) if sure else None)
                put("status_as_of", day(checked.get(row["subject"], row["as_of"])) if sure else None)
                put("retired_on", day(value) if word == "RETIRED" else None)
                if sure and codes(value) and word != "RETIRED":
                    put("exam_codes", frozenset(code for code in codes(value) if not code.endswith("xxx")))
                cited[id, "status"] = source
            case "exam_count":
                put("exams", Decimal(re.match(r"\d+", value).group()) if sure else None)
            case "exam_price":
                charged = fees(value, row["unit"]) if sure else None
                put("fee", charged)
                put("fee_as_of", day(row["as_of"]) if charged else None)
                if charged:
                    cited[id, "fee"] = source
            case "prerequisites":
                put("prerequisites", "stated" if sure else None)
                if sure:
                    cited[id, "prerequisites"] = source
            case "validity_years":
                held = "does not expire" if value in NEVER else f"{value} years"
                put("validity", held if sure else None)
                put("validity_as_of", day(row["as_of"]) if sure else None)
                if sure:
                    cited[id, "validity"] = source


def day(text):
    """The last date in a cell, as far as it goes; a range ends with the day it was last read."""
    found = re.findall(r"\b20\d{2}(?:-\d{2}){0,2}\b", text)
    return found[-1] if found else None


def fees(value, unit):
    """A cell of fees as dollars, what for, and who pays. None where it gives no price of its own."""
    per = "attempt" if "per attempt" in unit else "month" if "per month" in value else "certification"
    both = re.search(r"\((\d+) for both\)", unit)
    about = "about " if value.startswith("about ") else ""
    found = {}
    for dollars, payer in re.findall(r"(\d+) (member|non-member)", value):
        found[f"{dollars} per {per}, {payer}"] = True
    if not found:
        parts = re.fullmatch(r"(?:about )?(\d+)(?: \+ (\d+))?(?: per month subscription)?", value)
        if not parts:
            return None
        dollars = int(both.group(1)) if both else sum(int(part) for part in parts.groups() if part)
        found[f"{about}{dollars} per {per}, anyone"] = True
    return frozenset(found)


def joined(bundle, facts, left, prose, noted, cited):
    """What can only be compared with both at hand: numbers in texts, and whether a source is one that the facts name.

    A number in a text of ours must be in the facts of that certification, notes included. The other way only values
    count, and one that a text or a key of the data gives anywhere counts as given.
    """
    where = "data/certifications.toml"
    given = {}
    for (kind, id, field), item in bundle.items.items():
        if kind == "certification":
            given.setdefault(id, set()).update(numbers(show_all(item.value), words=True))
    for id, texts in prose[0].items():
        if id not in prose[1]:
            left["certification.notes", "numbers in the notes of certifications that the facts do not have"] += len(texts)
            continue
        for stated in sorted(map(str, texts - {Decimal(1)})):
            bundle.put(("prose", id, stated), "stated", where)
            if stated in set(map(str, prose[1][id] | noted[id])):
                facts.put(("prose", id, stated), "stated", "certifications.csv")
        for stated in sorted(map(str, prose[1][id] - {Decimal(1)})):
            facts.put(("prose", id, stated), "stated", "certifications.csv")
            if stated in set(map(str, texts | given[id])):
                bundle.put(("prose", id, stated), "stated", where)
    for (id, field), sources in cited[0].items():
        if cited[1].get((id, field)):
            named = any(source.startswith(known) for source in sources for known in cited[1][id, field])
            key = ("certification", id, f"{field} source")
            facts.put(key, "named", "certifications.csv")
            bundle.put(key, "named" if named else frozenset(sources), where)


def show_all(value):
    """A value with all its parts, as text."""
    return "; ".join(value) if isinstance(value, frozenset) else str(value)
