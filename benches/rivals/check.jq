[.certifications[] | select(.status == "retired") | {short, retired_on, name: ([.short, .name, .aliases[]] | unique[])}] as $retired
| $article | split("\n") | to_entries[] as {key: $line, value: $text}
| $retired[] | . as $one | select($text | contains($one.name))
| "\($line + 1): \(.name) was retired on \(.retired_on)"
