select 'skill', need, name from skill where role = 'tech-pm'
  and id not in (select id from skill where role = 'it-support');
select 'certification', need, name from certification where role = 'tech-pm' and status <> 'retired'
  and id not in (select id from certification where role = 'it-support');
select 'entry', a.entry, b.entry, a.experience, b.experience
  from role a, role b where a.id = 'it-support' and b.id = 'tech-pm';
