import json, sys

data = json.load(open(sys.argv[1]))
for role in sorted(data["roles"], key=lambda role: role["title"]):
    pay, outlook = role["pay"], role["outlook"]
    print(f"{role['id']:<24}{role['family']:<16}{role['level']:<12}{pay['median']['value']:>9}"
          f"{outlook['growth']['value']:>7}{outlook['openings']['value']:>8}  {pay['occupation']}")
