-- A user's sessions, one row each, built by the projection session-list.
CREATE TABLE session_list (
    session_id    text        PRIMARY KEY,
    user_id       text        NOT NULL,
    business_name text,
    sector        text,
    city          text,
    country       text,
    phase         text        NOT NULL CHECK (phase IN ('live', 'expired', 'completed', 'deleted')),
    answered      integer     NOT NULL CHECK (answered BETWEEN 0 AND 5),
    sequence      bigint      NOT NULL,
    started_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL
);

CREATE INDEX session_list_newest ON session_list (user_id, started_at DESC, session_id DESC) WHERE phase <> 'deleted';
CREATE INDEX session_list_due ON session_list (expires_at) WHERE phase = 'live';
