[.roles[] | {key: .id, value: [.moves[].to]}] | from_entries as $moves
| [["it-technician"]]
| until(any(.[]; last == "cio") or length == 0;
    [.[] as $way | $moves[$way | last][] | select(IN($way[]) | not) | $way + [.]])
| .[] | select(last == "cio") | join(" -> ")
