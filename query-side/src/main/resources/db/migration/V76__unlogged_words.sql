-- The words of the search were two thirds of what read models wrote to PostgreSQL's own log, and the events have them
-- already. A crash empties these tables, and unlogged_slot with them: a slot without a row there is filled again.
ALTER TABLE answer_words SET UNLOGGED;
ALTER TABLE answer_words_b SET UNLOGGED;

CREATE UNLOGGED TABLE unlogged_slot (
    processor  text   PRIMARY KEY,
    whole_from bigint NOT NULL
);
INSERT INTO unlogged_slot VALUES ('session-search', 0), ('session-search_b', 0);
