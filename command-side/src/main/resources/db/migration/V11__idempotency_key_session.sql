-- The session that a start's key stands for, chosen when the key is claimed and before the session exists, so that
-- whoever repeats the request meets that session. Other requests' keys have none, nor have starts from before: the
-- ids of their sessions follow from user and key.
ALTER TABLE idempotency_key ADD COLUMN session_id text;
