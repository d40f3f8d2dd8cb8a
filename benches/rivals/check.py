import json, re, sys

data, article = json.load(open(sys.argv[1])), open("examples/article.md").read()
for held in data["certifications"]:
    if held["status"] == "retired":
        names = "|".join(re.escape(name) for name in (held["short"], held["name"], *held["aliases"]))
        for found in re.finditer(rf"\b(?:{names})", article):
            line = article.count("\n", 0, found.start()) + 1
            print(f"{line}: {found.group()} was retired on {held['retired_on']}")
