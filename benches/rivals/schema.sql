create temp table report as select value as body from json_each(readfile('roles.json'), '$.roles');
create table role as select body ->> 'id' as id, body ->> 'title' as title, body ->> 'family' as family,
  body ->> 'level' as level, body ->> '$.pay.occupation' as occupation, body ->> '$.pay.median.value' as median,
  body ->> '$.pay.p10.value' as p10, body ->> '$.pay.p25.value' as p25, body ->> '$.pay.p75.value' as p75,
  body ->> '$.pay.p90.value' as p90, body ->> '$.pay.mean.value' as mean, body ->> '$.pay.jobs.value' as jobs,
  body ->> '$.outlook.growth.value' as growth, body ->> '$.outlook.openings.value' as openings,
  body ->> '$.outlook.jobs_start.value' as jobs_start, body ->> '$.outlook.jobs_end.value' as jobs_end,
  body ->> '$.outlook.change.value' as change, body ->> '$.education.typical_entry.value' as entry,
  body ->> '$.experience.typical_entry.value' as experience, body as report from report;
create unique index role_id on role(id);
create table skill as select body ->> 'id' as role, value ->> 'id' as id, value ->> 'name' as name, value ->> 'need' as need
  from report, json_each(body, '$.skills');
create index skill_role on skill(role);
create table certification as select body ->> 'id' as role, value ->> 'id' as id, value ->> 'name' as name,
  value ->> 'need' as need, value ->> 'status' as status from report, json_each(body, '$.certifications');
create index certification_role on certification(role);
create table duty as select body ->> 'id' as role, value ->> 'theme' as theme, value ->> 'text' as text
  from report, json_each(body, '$.duties');
create index duty_role on duty(role);
create table move as select body ->> 'id' as start, value ->> 'to' as goal from report, json_each(body, '$.moves');
create index move_start on move(start);
create temp table held as select value as body from json_each(readfile('roles.json'), '$.certifications');
create table cert as select body ->> 'id' as id, body ->> 'short' as short, body ->> 'status' as status,
  body ->> 'retired_on' as retired_on from held;
create unique index cert_id on cert(id);
create table spelling as select body ->> 'id' as id, body ->> 'short' as name from held
  union select body ->> 'id', body ->> 'name' from held
  union select body ->> 'id', value from held, json_each(body, '$.aliases');
create index spelling_id on spelling(id);
