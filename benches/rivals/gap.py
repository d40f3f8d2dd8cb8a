import json, sys

data = json.load(open(sys.argv[1]))
start, end = (next(role for role in data["roles"] if role["id"] == id) for id in ("it-support", "tech-pm"))
for section in ("skills", "certifications"):
    held = {entry["id"] for entry in start[section]}
    for entry in end[section]:
        if entry["id"] not in held and entry.get("status") != "retired":
            print(section, entry["need"], entry["name"], sep="\t")
for section in ("education", "experience"):
    print(section, *(role[section]["typical_entry"]["value"] for role in (start, end)), sep="\t")
