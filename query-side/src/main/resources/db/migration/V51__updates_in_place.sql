-- A step changes its session's expiry, but seldom the ten minutes that it falls into: most updates then touch
-- no index and stay on their page, which keeps room for them.
DROP INDEX session_list_due, session_list_b_expires_at_idx;
ALTER TABLE session_list
    ADD COLUMN due timestamptz GENERATED ALWAYS AS (date_bin('10 minutes', expires_at, timestamptz '2000-01-01 00:00:00+00')) STORED,
    SET (fillfactor = 60);
ALTER TABLE session_list_b
    ADD COLUMN due timestamptz GENERATED ALWAYS AS (date_bin('10 minutes', expires_at, timestamptz '2000-01-01 00:00:00+00')) STORED,
    SET (fillfactor = 60);
CREATE INDEX session_list_due ON session_list (due) WHERE phase = 'live';
CREATE INDEX session_list_b_due ON session_list_b (due) WHERE phase = 'live';
