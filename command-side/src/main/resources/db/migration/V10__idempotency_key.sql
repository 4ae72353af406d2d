-- Which request each idempotency key of a user stands for. The log holds what recorded requests were told;
-- reply holds what requests without events were told.
CREATE TABLE idempotency_key (
    user_id         text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_hash    text        NOT NULL,
    reply           bytea,
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, idempotency_key)
);
