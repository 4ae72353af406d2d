-- The words of each answer, in English and French stems, built by the projection session-search. Rows are only ever
-- added: a session's row with all its words would be indexed anew at each step.
CREATE TABLE answer_words (
    session_id text     NOT NULL,
    step       text     NOT NULL,
    words      tsvector NOT NULL,
    PRIMARY KEY (session_id, step)
);
CREATE INDEX answer_words_words ON answer_words USING gin (words);
CREATE TABLE answer_words_b (LIKE answer_words INCLUDING ALL);

-- All sessions of all users, page by page.
CREATE INDEX session_list_started ON session_list (started_at DESC, session_id DESC);
CREATE INDEX session_list_b_started ON session_list_b (started_at DESC, session_id DESC);
