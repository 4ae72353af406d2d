-- An index is given and committed in one statement, so index order is commit order, without gaps: see
-- docs/adr/0008. Each event carries the hash of its content and of the event before it in its session.

-- The formula of io.coachflow.contracts.audit.EventHash, for auditors who read by SQL.
CREATE FUNCTION event_hash(previous bytea, session text, sequence bigint, name text, revision text,
                           occurred_at timestamptz, payload bytea, metadata bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT sha256(int4send(octet_length(previous)) || previous
    || int4send(octet_length(convert_to(session, 'UTF8'))) || convert_to(session, 'UTF8')
    || int4send(8) || int8send(sequence)
    || int4send(octet_length(convert_to(name, 'UTF8'))) || convert_to(name, 'UTF8')
    || int4send(octet_length(convert_to(coalesce(revision, ''), 'UTF8'))) || convert_to(coalesce(revision, ''), 'UTF8')
    || int4send(8) || int8send((extract(epoch FROM occurred_at) * 1000000)::bigint)
    || int4send(octet_length(payload)) || payload
    || int4send(octet_length(metadata)) || metadata)
$$;

ALTER TABLE event_log
    ALTER COLUMN global_index DROP IDENTITY,
    ADD COLUMN hash bytea,
    DROP CONSTRAINT event_log_pkey,
    -- The session's key finds an event as well, and a random key costs every append
    DROP CONSTRAINT event_log_event_id_key;

WITH numbered AS (SELECT global_index, row_number() OVER (ORDER BY global_index) AS position FROM event_log)
UPDATE event_log SET global_index = numbered.position
FROM numbered WHERE numbered.global_index = event_log.global_index AND numbered.position <> event_log.global_index;

WITH RECURSIVE chain AS (
    SELECT global_index, aggregate_id, sequence_number,
           event_hash('', aggregate_id, sequence_number, event_name, revision, occurred_at, payload, metadata) AS hash
    FROM event_log WHERE sequence_number = 0
    UNION ALL
    SELECT e.global_index, e.aggregate_id, e.sequence_number,
           event_hash(chain.hash, e.aggregate_id, e.sequence_number, e.event_name, e.revision, e.occurred_at, e.payload, e.metadata)
    FROM chain JOIN event_log e ON e.aggregate_id = chain.aggregate_id AND e.sequence_number = chain.sequence_number + 1)
UPDATE event_log SET hash = chain.hash FROM chain WHERE chain.global_index = event_log.global_index;

DO $$
DECLARE broken text;
BEGIN
    SELECT aggregate_id INTO broken FROM event_log WHERE hash IS NULL LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'The history of % has a gap in its sequences: nothing can be proved on it. Mend or remove it first.', broken;
    END IF;
END $$;

ALTER TABLE event_log
    ALTER COLUMN hash SET NOT NULL,
    ADD CONSTRAINT event_log_pkey PRIMARY KEY (global_index);

-- One row, updated by each append: room for its versions beside it.
CREATE TABLE event_log_head (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last_index bigint  NOT NULL
) WITH (fillfactor = 10);
INSERT INTO event_log_head (last_index) SELECT coalesce(max(global_index), 0) FROM event_log;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON event_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON event_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_back BEFORE UPDATE ON event_log_head FOR EACH ROW
    WHEN (NEW.last_index < OLD.last_index) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_gone BEFORE DELETE OR TRUNCATE ON event_log_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Positions were of another kind: read models are built again from the first event, which changes none of them.
DELETE FROM token_entry;
