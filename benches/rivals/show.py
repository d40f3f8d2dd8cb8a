import json, sys

data = json.load(open(sys.argv[1]))
json.dump(next(role for role in data["roles"] if role["id"] == "it-manager"), sys.stdout)
