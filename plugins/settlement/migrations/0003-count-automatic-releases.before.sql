-- What an enterprise may confirm in a Shanghai day that is released by rule, all of its batches together: many small batches
-- are no way around the approver (design section 4). Dated like the amount of one batch, from which it begins.
ALTER TABLE settlement.policies ADD COLUMN release_day_above_fen bigint CHECK (release_day_above_fen >= 0);
UPDATE settlement.policies SET release_day_above_fen = release_above_fen;
ALTER TABLE settlement.policies ALTER COLUMN release_day_above_fen SET NOT NULL;
