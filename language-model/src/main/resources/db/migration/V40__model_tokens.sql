-- The tokens that language models used, by account: a session, or a day (UTC).
CREATE TABLE model_account (
    account    text        PRIMARY KEY,
    used       bigint      NOT NULL DEFAULT 0 CHECK (used >= 0),
    updated_at timestamptz NOT NULL
);

-- The tokens of calls under way. One that is not settled in time (its node died) stops counting by itself.
CREATE TABLE model_reservation (
    reservation_id uuid        NOT NULL,
    account        text        NOT NULL REFERENCES model_account,
    tokens         bigint      NOT NULL CHECK (tokens >= 0),
    expires_at     timestamptz NOT NULL,
    PRIMARY KEY (account, reservation_id)
);
