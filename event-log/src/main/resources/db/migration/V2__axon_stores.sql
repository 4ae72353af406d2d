-- How far each event processor has come.
CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    claimed_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- Running sagas and what they wait for.
CREATE TABLE saga_entry (
    saga_id         text PRIMARY KEY,
    revision        text,
    saga_type       text,
    serialized_saga bytea
);

CREATE TABLE saga_association (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    association_key   text,
    association_value text,
    saga_id           text,
    saga_type         text
);
CREATE INDEX saga_association_value ON saga_association (saga_type, association_key, association_value);
CREATE INDEX saga_association_saga ON saga_association (saga_id, saga_type);

-- Events that a projection could not handle, and those of the same session behind them.
CREATE TABLE dead_letter (
    dead_letter_id     text PRIMARY KEY,
    processing_group   text   NOT NULL,
    sequence_id        text   NOT NULL,
    sequence_index     bigint NOT NULL,
    message_type       text   NOT NULL,
    event_id           text   NOT NULL,
    occurred_at        text   NOT NULL,
    event_name         text   NOT NULL,
    revision           text,
    payload            bytea  NOT NULL,
    metadata           bytea,
    aggregate_type     text,
    aggregate_id       text,
    sequence_number    bigint,
    token_type         text,
    token              bytea,
    enqueued_at        text   NOT NULL,
    last_touched       text,
    processing_started text,
    cause_type         text,
    cause_message      text,
    diagnostics        bytea,
    UNIQUE (processing_group, sequence_id, sequence_index)
);
