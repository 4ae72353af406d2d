-- A few rows, updated with each batch of each projection: room for their versions beside them.
ALTER TABLE token_entry SET (fillfactor = 10);
