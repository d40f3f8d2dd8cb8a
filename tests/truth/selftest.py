"""Proof that the comparison can fail: one value of each kind is altered in a copy, and has to be named.

An alteration is a file, what stands there, what it becomes, and the key of the difference that must come of it.
"""

import shutil
import tempfile
from pathlib import Path

import compare
import program
from ledger import name

SUPPORT, MANAGERS = "occupations/15-1232.toml", "occupations/11-3021.toml"
# In data/: the copy is altered there, so the difference is one between the data and true facts.
DATA = [
    (SUPPORT, "median = 61860", "median = 61680", "wage / 15-1232 / 2025 median"),
    (SUPPORT, "jobs = 717190", "jobs = 717191", "wage / 15-1232 / 2025 jobs"),
    (SUPPORT, 'source = "oews-2019"', 'source = "oews-2020"', "wage / 15-1232 / 2019 source"),
    (MANAGERS, 'p90 = ">=239200"', "p90 = 239200", "wage / 11-3021 / 2024 p90"),
    (MANAGERS, 'p90 = ">=239200"', 'p90 = "not published"', "wage / 11-3021 / 2024 p90"),
    (MANAGERS, 'p90 = ">=239200"', 'p90 = "unknown"', "wage / 11-3021 / 2024 p90"),
    (SUPPORT, "growth = -3.7", "growth = 3.7", "projection / 15-1232 / 2024-34 growth"),
    (SUPPORT, "jobs_end = 702.5\n", "", "projection / 15-1232 / 2024-34 jobs_end"),
    (SUPPORT, 'training = "moderate-term"', 'training = "none"', "projection / 15-1232 / 2024-34 training"),
    (SUPPORT, 'edition = "2021-31"', 'edition = "2022-32"', "projection / 15-1232 / 2022-32 growth"),
    (SUPPORT, 'source = "ep-2018-28"', 'source = "ep-2019-29"', "projection / 15-1232 / 2018-28 source"),
    (SUPPORT, "2010 SOC code 15-1151", "2010 SOC code 15-1159", "prose / 15-1232 / 15-1159"),
    (SUPPORT, 'industry = "all industries"', 'industry = "schools"', "reason / 15-1232 / 2024-34 schools"),
    (SUPPORT, "importance = 4.93", "importance = 4.39", "rating / 15-1232.00 / 2.C.3.a importance"),
    (SUPPORT, 'importance = 2.38, level = "suppressed"', 'importance = 2.38, level = "not published"',
     "rating / 15-1232.00 / 2.C.4.a level", "rating / 15-1232.00 / 2.C.3.d level"),
    (SUPPORT, "percent = 47.32", "percent = 47.23", "respondents / 15-1232.00 / education: bachelor"),
    (SUPPORT, "job_zone = 3", "job_zone = 4", "profile / 15-1232.00 / job_zone"),
    (SUPPORT, 'rated = "2023-08"', 'rated = "2024-08"', "profile / 15-1232.00 / rated"),
    (SUPPORT, '    "ServiceNow",\n', "", "in demand / 15-1232.00 / ServiceNow"),
    (SUPPORT, '"Help Desk Analyst"', '"Help Desk Analist"', "also called / 15-1232.00 / Help Desk Analist"),
    (SUPPORT, 'title = "Computer User Support Specialists"\nname', 'title = "Computer Users"\nname', "title / 15-1232 / occupation"),
    ("occupations/15-1230.toml", "growth = -2.7", "growth = -2.4", "handbook / 15-1230 / outlook_label"),
    ("occupations/15-1242.toml", "openings = 3.8", "openings = 4.8", "handbook / 15-1242/15-1243 / annual_openings"),
    ("skills.toml", 'name = "Reading Comprehension"', 'name = "Reading"', "element / 2.A.1.a / name"),
    ("certifications.toml", "dollars = 548", "dollars = 584", "certification / comptia-a-plus / fee"),
    ("certifications.toml", '\nas_of = "2026-06-13"', '\nas_of = "2026-06-31"', "certification / comptia-a-plus / fee_as_of"),
    ("certifications.toml", 'retired_on = "2021-01-31"', 'retired_on = "2020-06-30"', "certification / mcsa / retired_on"),
    ("certifications.toml", 'status = "retired"', 'status = "active"', "certification / cloud-essentials-plus / status"),
    ("certifications.toml", 'status = "unknown"', 'status = "active"', "certification / comptia-server-plus / status"),
    ("certifications.toml", "exams = 2", "exams = 1", "certification / comptia-a-plus / exams"),
    ("certifications.toml", '"220-1202"]\nissuer', '"220-1202"]\nlevy = 3\nissuer', "no comparison for the key `levy`"),
    ("certifications.toml", 'exam_codes = ["N10-009"]', 'exam_codes = ["N10-008"]', "certification / comptia-network-plus / exam_codes"),
    ("certifications.toml", "years = 1\n", "years = 2\n", "certification / az-104 / validity"),
    ("certifications.toml", "36 months", "38 months", "prose / pmp / 38"),
    ("certifications.toml", 'validity = { expires = false, as_of = "2026-08-09", sources = ["rolemath", "microsoft-expiration-policy"] }',
     'validity = { expires = false, as_of = "2026-08-09", sources = ["jobya"] }', "certification / az-900 / validity source"),
    ("roles/it-support.toml", 'occupation = "15-1232"', 'occupation = "15-1231"', "measured by / it-support / 15-1231"),
    ("roles/security-analyst.toml", "systems administrators fifth", "systems administrators sixth", "related / security-analyst -> sysadmin / rank"),
    ("roles/network-engineer.toml", 'information systems managers"\nsources = ["ooh-network-architects"]',
     'information systems managers"\nsources = ["ooh-support"]', "move / network-engineer -> it-manager / Handbook"),
    ("roles/tech-pm.toml", 'title = "IT manager"', 'title = "IT wizard"', "shared title / tech-pm / IT wizard 15-1299.09"),
    ("roles/it-support.toml", '"onet-29.3#15-1232.00"]', '"onet-29.3#15-1239.00"]', "cited profile / it-support / 15-1239.00"),
    ("claims.toml", "value = 54760", "value = 54670", "claim / support-median-54760 / figure"),
    ("claims.toml", "it is $55,510", "it is $55,150", "claim / support-median-54760 / number 55150"),
]
# In the facts: a value that no one has carried over, and one that turns out not to be verified.
FACTS = [
    ("wages.csv", "15-1232,Computer User Support Specialists,2025,717190", "15-1232,Computer User Support Specialists,2026,717190",
     "wage / 15-1232 / 2026 median"),
    ("projections.csv", "Table 1.2 (occupation.xlsx)\",yes", "Table 1.2 (occupation.xlsx)\",no", "projection / 00-0000 / 2019-29 growth"),
    ("certifications.csv", "cert:comptia-a-plus,validity_years,3", "cert:comptia-a-plus,validity_years,4", "certification / comptia-a-plus / validity"),
    ("onet-tasks.csv", ",Core,\"Direct or coordinate", ",Core,\"Finds out why technology fails someone and puts it right, or coordinate", "own words / onet-tasks.csv:2 / text"),
]
# What a program that lies would say, and the key under which it is caught.
ANSWERS = [
    ('"value":61860', '"value":61680', "program: wage / 15-1232 / 2025 median"),
    ('"value":239200,"unit":"USD/year","status":"at-least"', '"value":239200,"unit":"USD/year","status":"published"', "program: wage / 11-3021 / 2024 p90"),
    ('"value":-3.7', '"value":-3.6', "program: projection / 15-1232 / 2024-34 growth"),
    ('"value":4.93', '"value":4.9', "program: rating / 15-1232.00 / 2.C.3.a importance"),
    ('"status":"suppressed"', '"status":"not-published"', "program: rating / 15-1232.00 / 2.C.3.d level"),
    ('"value":47.32', '"value":47', "program: respondents / 15-1232.00 / education: bachelor"),
    ('"value":548', '"value":54.8', "program: certification / comptia-a-plus / fee"),
    ('"retired_on":"2021-01-31"', '"retired_on":null', "program: certification / mcsa / retired_on"),
]


def run(facts, path):
    """Tries every alteration; 1 if one passes unnamed."""
    silent, tried = [], 0
    roles = path and program.Program(path)
    explained = list(compare.explanations(compare.HERE / "explained.toml"))
    with tempfile.TemporaryDirectory() as scratch:
        for root, cases in ((compare.REPOSITORY / "data", DATA), (facts, FACTS)):
            copy = Path(scratch) / root.name
            shutil.copytree(root, copy, copy_function=shutil.copyfile)
            copy.chmod(0o755)
            for file, before, after, *keys in cases:
                tried += 1
                text = (copy / file).read_text(encoding="utf-8")
                if before not in text:
                    silent.append(f"{file}: `{before}` is no longer there to be altered")
                    continue
                (copy / file).write_text(text.replace(before, after, 1), encoding="utf-8")
                sides = (copy, facts) if root != facts else (compare.REPOSITORY / "data", copy)
                if not named(compare.Comparison(*sides), explained, keys):
                    silent.append(f"{file}: `{before}` became `{after}`, and nothing named {keys[0]}")
                (copy / file).write_text(text, encoding="utf-8")
    for before, after, key in ANSWERS if roles else []:
        tried += 1
        compared = compare.Comparison(compare.REPOSITORY / "data", facts)
        roles.before, roles.after = before, after
        program.read(roles, compared)
        if not named(compared, explained, [key]):
            silent.append(f"an answer: `{before}` became `{after}`, and nothing named {key}")
    stale = [{"key": "wage / 15-1232 / 2025 median", "side": "different", "reason": "none"}]
    tried += 1
    if len(compare.Comparison(compare.REPOSITORY / "data", facts).explain(explained + stale)[1]) != 1:
        silent.append("an explanation of what is equal passed")
    print(f"{tried} alterations, {tried - len(silent)} named")
    print("".join(f"  {line}\n" for line in silent), end="")
    return 1 if silent else 0


def named(compared, explained, keys):
    """Whether any of the keys is among the differences that stay unexplained, or the text among the faults."""
    compared.explain(explained)
    left = {name(key) for key in compared.differences}
    return any(key in left or any(key in fault for fault in compared.bundle.faults) for key in keys)
