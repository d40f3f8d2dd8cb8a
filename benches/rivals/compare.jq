def role($id): .roles[] | select(.id == $id);
def figures: [.pay | (.median, .p10, .p25, .p75, .p90, .mean, .jobs).value]
  + [.outlook | (.growth, .openings, .jobs_start, .jobs_end, .change).value];
role("it-support") as $a | role("tech-pm") as $b
| ["title", $a.title, $b.title], ["level", $a.level, $b.level],
  ([["median", "p10", "p25", "p75", "p90", "mean", "jobs", "growth", "openings", "start", "end", "change"],
    ($a | figures), ($b | figures)] | transpose[]),
  ["entry", $a.education.typical_entry.value, $b.education.typical_entry.value],
  ([$a, $b | .skills[].name] | unique[] as $skill
    | [$skill, ($a, $b | first(.skills[] | select(.name == $skill) | .need) // "-")]),
  ([$a, $b | .certifications[].name] | unique[] as $name
    | [$name, ($a, $b | first(.certifications[] | select(.name == $name) | .need + " " + .status) // "-")]),
  ([$a, $b | .duties[].theme] | unique[] as $theme
    | [$theme, ($a, $b | [.duties[] | select(.theme == $theme).text] | join("; "))])
| @tsv
