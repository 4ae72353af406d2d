-- What happened, for ever: append-only. Others read this table by SQL.
CREATE TABLE event_log (
    global_index    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    aggregate_id    text        NOT NULL,
    sequence_number bigint      NOT NULL,
    event_id        text        NOT NULL UNIQUE,
    aggregate_type  text,
    event_name      text        NOT NULL,
    revision        text,
    payload         bytea       NOT NULL,
    metadata        bytea       NOT NULL,
    occurred_at     timestamptz NOT NULL,
    UNIQUE (aggregate_id, sequence_number)
);
