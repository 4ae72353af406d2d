-- What a reader asked for (of a search its conditions, of the event stream filter and range), and whose words it was
-- told where that is not one session's: one row for each portion, however many sessions are in it.
ALTER TABLE access_log
    ADD COLUMN asked    jsonb,
    ADD COLUMN sessions text[];

CREATE INDEX access_log_sessions ON access_log USING gin (sessions);
