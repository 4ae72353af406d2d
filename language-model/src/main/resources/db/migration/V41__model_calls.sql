-- Until when a call that tokens are set aside for may still leave its node: who deletes a session waits that long at
-- most. Absent where a node of an earlier version set them aside.
ALTER TABLE model_reservation ADD COLUMN leaves_by timestamptz;
