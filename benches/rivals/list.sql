select id, family, level, median, growth, openings, occupation from role order by title;
