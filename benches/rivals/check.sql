select short || ' was retired on ' || retired_on from (select distinct c.short, c.retired_on
  from cert c join spelling s on s.id = c.id, (select readfile('examples/article.md') as text) article
  where c.status = 'retired' and instr(article.text, s.name));
