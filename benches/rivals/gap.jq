def role($id): .roles[] | select(.id == $id);
role("it-support") as $from | role("tech-pm") as $to
| ($to.skills[] | select(.id | IN($from.skills[].id) | not) | ["skill", .need, .name]),
  ($to.certifications[] | select(.status != "retired" and (.id | IN($from.certifications[].id) | not))
    | ["certification", .need, .name]),
  ["education", $from.education.typical_entry.value, $to.education.typical_entry.value],
  ["experience", $from.experience.typical_entry.value, $to.experience.typical_entry.value]
| @tsv
