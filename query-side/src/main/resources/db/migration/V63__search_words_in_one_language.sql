-- An answer in English no longer has the French stems of its words, nor the other way round: they were a third of the
-- index. What was indexed before is still found; a rebuild beside it makes all rows alike.
UPDATE projection SET state = 'preparing', requested_by = 'migration', requested_at = now(), begun_at = NULL,
                      switched_at = NULL
WHERE name = 'session-search' AND state IN ('live', 'awaiting_confirmation')
  AND (EXISTS (SELECT FROM answer_words) OR EXISTS (SELECT FROM answer_words_b));
