-- The words of each answer, those asked back too, as the application reads and stems them: no dictionary of
-- PostgreSQL has a part in it. Built again from the first event, by the projection session-search.
DROP TABLE answer_words, answer_words_b;
CREATE TABLE answer_words (
    session_id text     NOT NULL,
    sequence   bigint   NOT NULL,
    words      tsvector NOT NULL,
    PRIMARY KEY (session_id, sequence)
);
CREATE INDEX answer_words_words ON answer_words USING gin (words);
CREATE TABLE answer_words_b (LIKE answer_words INCLUDING ALL);

UPDATE projection SET live = 'A', state = 'live', requested_by = NULL, requested_at = NULL, begun_at = NULL,
                      switched_at = NULL
WHERE name = 'session-search';
DELETE FROM dead_letter WHERE processing_group IN ('session-search', 'session-search_b');
DELETE FROM token_entry WHERE processor_name IN ('session-search', 'session-search_b');
