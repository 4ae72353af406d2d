-- What each event processor failed on last, on whichever node: it still does while its position is before that one.
CREATE TABLE processor_failure (
    processor text        PRIMARY KEY,
    error     text        NOT NULL,
    position  bigint      NOT NULL,
    failed_at timestamptz NOT NULL
);
