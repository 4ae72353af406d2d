-- Whose log this database follows: tokens, dead letters, sagas and read models belong to it. One row.
CREATE TABLE event_log_engine (
    engine   text    NOT NULL CHECK (engine IN ('postgresql', 'axonserver')),
    only_row boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (only_row)
);

-- Before this table there was no other log than this database.
INSERT INTO event_log_engine (engine)
SELECT 'postgresql' WHERE EXISTS (SELECT 1 FROM event_log) OR EXISTS (SELECT 1 FROM token_entry);
