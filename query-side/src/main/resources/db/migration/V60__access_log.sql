-- Who read which history, but for owners who read their own. A null session is the whole log.
CREATE TABLE access_log (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    read_at    timestamptz NOT NULL DEFAULT now(),
    reader     text        NOT NULL,
    session_id text,
    what       text        NOT NULL
);

CREATE INDEX access_log_session ON access_log (session_id, id DESC);
CREATE INDEX access_log_reader ON access_log (reader, id DESC);
