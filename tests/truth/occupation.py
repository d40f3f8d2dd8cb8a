"""Occupations on both sides: pay, projections, reasons, and what O*NET reports and rates."""

from decimal import Decimal

from ledger import measure, number, numbers, socs, toml

PAY = ("jobs", "mean", "p10", "p25", "median", "p75", "p90")
OUTLOOK = {
    "jobs_start": "jobs_start_thousand",
    "jobs_end": "jobs_end_thousand",
    "change": "change_thousand",
    "growth": "growth_percent",
    "openings": "openings_thousand_per_year",
}
ENTRY = {
    "entry_education": {
        "Bachelor's degree": "bachelor",
        "Associate's degree": "associate",
        "Some college, no degree": "some-college",
        "High school diploma or equivalent": "high-school",
    },
    "experience": {
        "None": "none",
        "Less than 5 years": "less-than-5-years",
        "5 years or more": "5-years-or-more",
    },
    "training": {
        "None": "none",
        "Short-term on-the-job training": "short-term",
        "Moderate-term on-the-job training": "moderate-term",
        "Long-term on-the-job training": "long-term",
    },
}
# The two groups of support specialists had other codes in the SOC of 2010; a note in the data says so.
CODES_OF_2010 = {("15-1151", "2018-28"): "15-1232", ("15-1152", "2018-28"): "15-1231"}
PUBLISHED_BY = {
    "BLS Employment Projections": "ep-{edition}",
    "BLS Occupational Outlook Handbook": "ooh-{edition}",
    "Spiceworks": "spiceworks-{edition}",
    "CareerOneStop": "careeronestop-{edition}",
}
ANSWERS = {
    "Less than a High School Diploma": "less-than-high-school",
    "High School Diploma": "high-school",
    "Post-Secondary Certificate": "certificate",
    "Some College Courses": "some-college",
    "Associate's Degree (or other 2-year degree)": "associate",
    "Bachelor's Degree": "bachelor",
    "Post-Baccalaureate Certificate": "post-bachelor-certificate",
    "Master's Degree": "master",
    "Post-Master's Certificate": "post-master-certificate",
    "First Professional Degree": "professional",
    "Doctoral Degree": "doctoral",
    "Post-Doctoral Training": "post-doctoral",
}
# Industries as the data words them.
INDUSTRIES = {
    "Total, all industries": "all industries",
    "Federal government, excluding postal service": "federal government, without the postal service",
    "Professional and commercial equipment and supplies merchant wholesalers":
        "wholesale of professional and commercial equipment",
    "Electronic and precision equipment repair and maintenance": "electronic and precision equipment repair",
}


def bundled(data, side, left):
    """Reads data/occupations; `left` counts the values that no fact is compared with."""
    addresses = {source["id"]: source["address"] for source in toml(data / "sources.toml")["sources"]}
    elements = {element["id"]: element for element in toml(data / "skills.toml")["elements"]}
    for element in elements.values():
        where = "data/skills.toml"
        side.put(("element", element["element"], "name"), element["name"], where)
        side.put(("element", element["element"], "kind"), element["kind"], where)
    for path in sorted((data / "occupations").glob("*.toml")):
        entry, where = dict(toml(path)), f"data/occupations/{path.name}"
        soc = entry.pop("soc")
        side.put(("title", soc, "occupation"), entry.pop("title").lower(), where)
        for pay in entry.pop("pay", []):
            pay = dict(pay)
            year, source = str(pay.pop("year")), pay.pop("source")
            side.put(("wage", soc, f"{year} source"), addresses.get(source), where, source)
            for field in PAY:
                side.put(("wage", soc, f"{year} {field}"), measure(pay.pop(field, None)), where, source)
            rest(side, left, "pay", pay, where, {})
        for outlook in entry.pop("outlook", []):
            outlook = dict(outlook)
            edition, source = outlook.pop("edition"), outlook.pop("source")
            side.put(("projection", soc, f"{edition} source"), source, where, source)
            for field in (*OUTLOOK, *ENTRY):
                side.put(("projection", soc, f"{edition} {field}"), measure(outlook.pop(field, None)), where, source)
            told(side, soc, outlook.pop("note", ""), where)
            rest(side, left, "outlook", outlook, where, {})
        for reason in entry.pop("reasons", []):
            key = ("reason", soc, f"{reason['edition']} {reason['industry'].lower()}")
            side.put(key, reason["source"], where, reason["source"])
            told(side, soc, reason["text"], where)
            left["reasons.text", "why a share moves, in our words"] += 1
        for profile in entry.pop("onet", []):
            profiled(side, left, dict(profile), elements, where)
        for note in entry.pop("notes", []):
            told(side, soc, note, where)
        rest(side, left, "occupation", entry, where, {
            "name": "how the title stands in running text",
            "area": "the same for every figure of these publications",
        })


def told(side, soc, note, where):
    """The codes, years and numbers that a note of ours on an occupation states."""
    for stated in numbers(note) | socs(note):
        side.put(("prose", soc, str(stated)), "stated", where)


def profiled(side, left, profile, elements, where):
    """Reads an [[onet]] table."""
    code, source = profile.pop("code"), profile.pop("source")
    side.put(("title", code, "profile"), profile.pop("title").lower(), where, source)
    for field in ("job_zone", "job_zone_date", "asked", "respondents", "rated"):
        side.put(("profile", code, field), measure(profile.pop(field, None)), where, source)
    for field in ("education", "experience"):
        for answer in profile.pop(field, []):
            side.put(("respondents", code, f"{field}: {answer['answer']}"), measure(answer["percent"]), where, source)
    for tool in profile.pop("in_demand", []):
        side.put(("in demand", code, tool), "listed", where, source)
    for title in profile.pop("titles", []):
        side.put(("also called", code, title), "listed", where, source)
    for id, rating in profile.pop("ratings", {}).items():
        rating = dict(rating)
        element = elements[id]["element"] if id in elements else id
        for field in ("importance", "level"):
            side.put(("rating", code, f"{element} {field}"), measure(rating.pop(field, None)), where, source)
        rest(side, left, "rating", rating, where, {})
    rest(side, left, "onet", profile, where, {})


def rest(side, left, place, table, where, known):
    """Every key that is not compared needs a reason; a new one is a fault until someone gives it one."""
    for key, value in table.items():
        if key in known:
            left[f"{place}.{key}", known[key]] += len(value) if isinstance(value, list) else 1
        else:
            side.faults.append(f"{where}: no comparison for the key `{key}` in {place}")


def facts(side, tables):
    """Reads the same from the facts."""
    wages, projections, reasons = (tables(file) for file in ("wages.csv", "projections.csv", "projection-reasons.csv"))
    for where, row in wages:
        side.put(("wage", row["soc"], f"{row['year']} source"), row["source_address"], where, row["source"])
        # The facts add in brackets what kind of group it is.
        side.put(("title", row["soc"], "occupation"), row["title"].split(" (")[0].lower(), where)
        for field in PAY:
            side.put(("wage", row["soc"], f"{row['year']} {field}"), number(row[field]), where, row["source"])
    for where, row in projections:
        if row["verified"] != "yes":
            unverified(side, ("projection", row["soc"], row["edition"]), row, where)
            continue
        edition = row["edition"]
        soc = CODES_OF_2010.get((row["soc"], edition), row["soc"])
        source = next((id for start, id in PUBLISHED_BY.items() if row["source"].startswith(start)), row["source"])
        side.put(("projection", soc, f"{edition} source"), source.format(edition=edition), where, row["source"])
        for field, column in OUTLOOK.items():
            side.put(("projection", soc, f"{edition} {field}"), number(row[column]), where, row["source"])
        for field, words in ENTRY.items():
            word = words.get(row[field], row[field]) or None
            side.put(("projection", soc, f"{edition} {field}"), word, where, row["source"])
    for where, row in reasons:
        industry = INDUSTRIES.get(row["industry"], row["industry"]).lower()
        side.put(("reason", row["soc"], f"2024-34 {industry}"), "ep-2024-34-factors", where, row["source"])
    onet(side, tables)


def unverified(side, key, row, where):
    """A row that says `verified = no` of editions that were looked for: none of them may be in the data."""
    for edition in row["edition"].split(" and "):
        for field in (*OUTLOOK, *ENTRY):
            side.put((*key[:2], f"{edition} {field}"), None, where)


def joined(bundle, facts):
    """A number in a note of ours is a code or a year that the facts have of that occupation or of another."""
    codes = {key[1] for key in facts.items} | {code for code, _ in CODES_OF_2010}
    years = {field.split(" ")[0] for kind, _, field in facts.items if kind == "wage"} | {"2010"}  # of the old SOC
    for kind, soc, stated in [key for key in bundle.items if key[0] == "prose"]:
        if stated in codes or stated in years or stated.removesuffix("-05") in years:
            facts.put((kind, soc, stated), "stated", "facts")


def onet(side, tables):
    """Reads what is of O*NET."""
    for where, row in tables("onet-ratings.csv"):
        code, element, source = row["onet_soc"], row["element_id"], "O*NET 29.3"
        side.put(("element", element, "name"), row["element"], where)
        side.put(("element", element, "kind"), row["kind"], where)
        side.put(("profile", code, "rated"), month(row["rated"]), where, source)
        importance, level = Decimal(row["importance_1_5"]), Decimal(row["level_0_7"])
        if row["suppress_importance"] == "Y":
            importance = "suppressed"
        # O*NET says not to show a level that is not relevant, whatever it computed; a suppressed one it withholds.
        if row["level_not_relevant"] == "Y":
            level = "not published"
        elif row["suppress_level"] == "Y":
            level = "suppressed"
        side.put(("rating", code, f"{element} importance"), importance, where, source)
        side.put(("rating", code, f"{element} level"), level, where, source)
    for where, row in tables("onet-education-experience.csv"):
        code, (field, answer) = row["subject"].split(" ", 1)[0], row["field"].split(": ", 1)
        if field == "education":
            answer = ANSWERS.get(answer, answer)
        else:
            answer = answer.lower().replace("and including ", "")
        side.put(("respondents", code, f"{field}: {answer}"), Decimal(row["value"]), where, row["source"])
        side.put(("profile", code, "asked"), month(row["as_of"]), where, row["source"])
        side.put(("profile", code, "respondents"), row["note"].removeprefix("respondents: "), where, row["source"])
    for where, row in tables("onet-job-zones.csv"):
        code, title = row["subject"].split(" ", 1)
        side.put(("title", code, "profile"), title.lower(), where)
        side.put(("profile", code, "job_zone"), Decimal(row["value"]), where, row["source"])
        side.put(("profile", code, "job_zone_date"), month(row["as_of"]), where, row["source"])
    for where, row in tables("onet-technology.csv"):
        if row["in_demand"] == "Y":
            side.put(("in demand", row["onet_soc"], row["technology"]), "listed", where)
    for where, row in tables("onet-titles.csv"):
        if row["kind"] == "occupation":
            side.put(("title", row["onet_soc"], "profile"), row["title"].lower(), where)
        else:
            side.put(("also called", row["onet_soc"], row["title"]), "listed", where)


def month(text):
    """08/2023 as 2023-08."""
    first, year = text.split("/")
    return f"{year}-{first}"
