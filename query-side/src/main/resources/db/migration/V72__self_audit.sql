-- How far the read models were compared with the log, and what differed.
CREATE TABLE self_audit (
    one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
    position   bigint      NOT NULL,
    checked_at timestamptz NOT NULL
);
INSERT INTO self_audit (position, checked_at) VALUES (0, now());

CREATE TABLE self_audit_mismatch (
    read_model   text        NOT NULL,
    aggregate_id text        NOT NULL,
    fields       text        NOT NULL,
    position     bigint      NOT NULL,
    found_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (read_model, aggregate_id)
);
