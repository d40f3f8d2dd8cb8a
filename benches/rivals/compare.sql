.mode column
select a.title, b.title, a.level, b.level, a.median, b.median, a.p10, b.p10, a.p25, b.p25, a.p75, b.p75, a.p90, b.p90,
  a.mean, b.mean, a.jobs, b.jobs, a.growth, b.growth, a.openings, b.openings, a.jobs_start, b.jobs_start,
  a.jobs_end, b.jobs_end, a.change, b.change, a.entry, b.entry
  from role a, role b where a.id = 'it-support' and b.id = 'tech-pm';
select name, max(need) filter (where role = 'it-support'), max(need) filter (where role = 'tech-pm')
  from skill where role in ('it-support', 'tech-pm') group by name;
select name, max(need || ' ' || status) filter (where role = 'it-support'),
  max(need || ' ' || status) filter (where role = 'tech-pm')
  from certification where role in ('it-support', 'tech-pm') group by name;
select theme, group_concat(text, '; ') filter (where role = 'it-support'),
  group_concat(text, '; ') filter (where role = 'tech-pm')
  from duty where role in ('it-support', 'tech-pm') group by theme;
