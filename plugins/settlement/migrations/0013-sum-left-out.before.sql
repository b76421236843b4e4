-- Who confirms or releases a batch is told how much money stays out of it, and why. Known of every quote from here on; null before.
ALTER TABLE settlement.batch_details ADD COLUMN blocked_fen bigint, ADD COLUMN held_fen bigint, ADD COLUMN excluded_fen bigint;
