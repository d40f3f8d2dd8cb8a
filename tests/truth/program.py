"""What the program answers: every figure of every role, series and certification, laid beside the facts again.

The answers come from the packed data, so this shows that packing and reading back change nothing.
"""

import json
import subprocess
from decimal import Decimal

from certification import show_all
from occupation import ENTRY, OUTLOOK, PAY

# Jobs stand in thousands in the data and the facts, and as jobs in the answers.
THOUSANDS = ("jobs_start", "jobs_end", "change", "openings")
RATED = {"importance": "importance 1-5", "level": "level 0-7"}


class Program:
    """A `roles` to ask. The self-test has it lie: `before` becomes `after` in whatever it says."""

    def __init__(self, path):
        self.path = path
        self.before = self.after = ""
        self.said = {}

    def ask(self, *words):
        """The answer to a command as JSON, with every number as it is written."""
        if words not in self.said:
            command = [self.path, *words, "--json"]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            if run.returncode:
                raise SystemExit(f"roles {' '.join(words)}: exit {run.returncode}\n{run.stderr}")
            self.said[words] = run.stdout
        text = self.said[words]
        if self.before:
            text = text.replace(self.before, self.after)
        return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def value(figure):
    """A figure's value as the facts write it: its status says which of the five kinds it is."""
    match figure["status"]:
        case "published":
            return figure["value"]
        case "at-least":
            return f">={figure['value']}"
        case "unknown":
            return None
        case status:
            return status.replace("-", " ")


class Answers:
    """Notes what the program says under the keys that the facts have, and checks that it says all of them."""

    def __init__(self, compared):
        self.compared = compared
        self.said = {}

    def note(self, key, stated, command):
        """Takes a value down; the same figure in two answers has to be the same."""
        before = self.said.setdefault(key, (stated, command))
        if before[0] != stated:
            self.compared.bundle.faults.append(f"{' / '.join(key)}: {before[0]} in `{before[1]}`, {stated} in `{command}`")

    def figure(self, kind, subject, field, figure, unit, command):
        """A figure with its unit, period, occupation and source, each of which has to fit the value's place."""
        if figure["unit"] != unit or figure["occupation"] != subject:
            self.compared.bundle.faults.append(f"{command}: {field} of {subject} is told of {figure['occupation']} in {figure['unit']}")
        self.note((kind, subject, field), value(figure), command)

    def pay(self, pay, soc, command):
        for field in PAY:
            unit = "jobs" if field == "jobs" else "USD/year"
            year = pay[field]["period"][:4] if pay[field]["period"] else None
            self.figure("wage", soc, f"{year} {field}", pay[field], unit, command)

    def outlook(self, outlook, soc, command):
        units = {"growth": "percent", "change": "jobs gained or lost", "openings": "openings/year"}
        for field in OUTLOOK:
            figure = dict(outlook[field])
            if field in THOUSANDS and figure["value"] is not None:
                figure["value"] = (figure["value"] / 1000).normalize()
            self.figure("projection", soc, f"{figure['period']} {field}", figure, units.get(field, "jobs"), command)


def read(program, compared):
    """Asks the program for everything that has figures, and adds what it says to the comparison."""
    answers, facts = Answers(compared), compared.facts.items
    roles = [role["id"] for role in program.ask("list")["roles"]]
    for id in roles:
        shown(program.ask("show", id)["role"], answers, f"roles show {id}")
        rated(program.ask("show", id, "--section", "ratings")["role"], answers, f"roles show {id} --section ratings")
    series = {soc for kind, soc, _ in facts if kind == "wage"}
    for soc in sorted(series):
        command = f"roles history {soc}"
        told = program.ask("history", soc)
        for pay in told["pay"]:
            answers.pay(pay, soc, command)
        for outlook in told["outlook"]:
            answers.outlook(outlook, soc, command)
    for entry in program.ask("certs")["certifications"]:
        certified(entry, answers)
    # What the commands have to tell in full; the rest of the facts is told of the roles that it measures.
    told = {("wage", soc) for soc in series} | {(kind, soc) for kind, soc, _ in answers.said}
    for key in sorted(answers.said.keys() | {key for key in facts if expected(key, told)}):
        compared.program(key, *answers.said.get(key, (None, "no command says it")))


def expected(key, told):
    """Whether an answer has to hold this value of the facts."""
    kind, subject, field = key
    if kind == "certification":
        return (kind, subject) in told and not field.endswith("source")
    return (kind, subject) in told and kind in ("wage", "projection", "rating", "respondents", "in demand") \
        and not field.endswith("source") and not (kind == "projection" and field.split(" ")[1] in ENTRY)


def shown(role, answers, command):
    """The figures of one role's page."""
    for reading in (role["pay"], *role["pay"]["other_readings"]):
        answers.pay(reading, reading["occupation"], command)
    for reading in (role["outlook"], *role["outlook"]["other_readings"]):
        answers.outlook(reading, reading["occupation"], command)
    for section, entries in (("education", {"typical_entry": "entry_education"}),
                             ("experience", {"typical_entry": "experience", "training": "training"})):
        for place, field in entries.items():
            if entry := role[section][place]:
                answers.note(("projection", entry["occupation"], f"{entry['period']} {field}"), entry["value"], command)
        others = (answer for other in role[section]["other_readings"] for answer in other["answers"])
        for respondent in (*role[section]["respondents"], *others):
            share = respondent["share"]
            field = f"{section}: {respondent['answer']}"
            answers.figure("respondents", share["occupation"], field, share, "percent of respondents", command)
            answers.note(("profile", share["occupation"], "asked"), share["period"], command)
    rated(role, answers, command)


def rated(role, answers, command):
    """The ratings of one role: the ten highest on its page, and every one where they are asked for alone."""
    for ratings in (role["ratings"], *role["ratings"]["other_readings"]):
        code = ratings["onet"]
        if ratings["rated"]:
            answers.note(("profile", code, "rated"), ratings["rated"], command)
        if zone := ratings.get("job_zone"):
            answers.figure("profile", code, "job_zone", zone, "job zone 1-5", command)
            answers.note(("profile", code, "job_zone_date"), zone["period"], command)
        for element in ratings["elements"]:
            for field, unit in RATED.items():
                answers.figure("rating", code, f"{element['element']} {field}", element[field], unit, command)
            answers.note(("element", element["element"], "name"), element["name"], command)
        for tool in ratings.get("in_demand", ()):
            answers.note(("in demand", code, tool), "listed", command)


def certified(entry, answers):
    """The values of one certification."""
    id, command = entry["id"], "roles certs"

    def note(field, stated):
        answers.note(("certification", id, field), stated, command)

    for field in ("name", "kind", "level", "address", "retired_on", "status_as_of", "exams"):
        note(field, entry[field])
    note("level_by_issuer", str(entry["level_by_issuer"]).lower())
    note("issuer", entry["issuer"].lower())
    note("status", None if entry["status"] == "unknown" else entry["status"])
    note("exam_codes", frozenset(entry["exam_codes"]) or None)
    charged = frozenset(
        f"{'about ' if fee['approximate'] else ''}{fee['fee']['value']} per {fee['per']}, {fee['payer']}" for fee in entry["fees"]
    )
    note("fee", charged or None)
    note("fee_as_of", entry["fees"][0]["fee"]["period"] if entry["fees"] else None)
    validity = entry["validity"]
    note("validity", validity and ("does not expire" if validity["expires"] is False else f"{show_all(validity['years'])} years"))
    note("validity_as_of", validity and validity["as_of"])
    note("prerequisites", "stated" if entry["prerequisites"] else None)
