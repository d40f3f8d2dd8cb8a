import collections, json, sys

data = json.load(open(sys.argv[1]))
moves = {role["id"]: [move["to"] for move in role["moves"]] for role in data["roles"]}
ways, found = collections.deque([("it-technician",)]), None
while ways:
    way = ways.popleft()
    if found and len(way) > found:
        break
    if way[-1] == "cio":
        found = len(way)
        print(" -> ".join(way))
        continue
    ways.extend((*way, goal) for goal in moves.get(way[-1], ()) if goal not in way)
