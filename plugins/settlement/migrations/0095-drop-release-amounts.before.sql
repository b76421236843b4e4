-- Which batches and deposits wait for a second person is a configuration now (`settlement.approvals` of studio), which begins with the
-- amounts that stood here. Two places for one rule would contradict each other some day.
ALTER TABLE settlement.policies DROP COLUMN release_above_fen, DROP COLUMN release_day_above_fen;
