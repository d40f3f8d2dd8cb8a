with recursive way(last, steps, text) as (
  select 'it-technician', 0, 'it-technician'
  union all
  select move.goal, steps + 1, text || ' -> ' || move.goal
    from way join move on move.start = way.last
    where steps < 5 and ' ' || text || ' ' not like '% ' || move.goal || ' %'
)
select text from way where last = 'cio' order by steps limit 3;
