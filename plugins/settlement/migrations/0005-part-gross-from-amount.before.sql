-- The amount of the sheet (应发金额) and the worker's gross part where a fee is taken out of it (内扣), or where the enterprise
-- bears the tax on top of a promised net (包税). Until now they were the same.
ALTER TABLE settlement.lines ADD COLUMN gross_fen bigint, DROP CONSTRAINT lines_quoted_whole;
UPDATE settlement.lines SET gross_fen = amount_fen WHERE state = 'ready';
ALTER TABLE settlement.lines ADD CONSTRAINT lines_quoted_whole CHECK (state <> 'ready' OR (net_fen IS NOT NULL
  AND fee_fen IS NOT NULL AND gross_fen IS NOT NULL AND gross_fen > 0 AND net_fen >= 0
  AND net_fen = gross_fen - vat_fen - surcharge_fen - income_tax_fen + receivable_fen - collected_fen));

-- What the quote stands on: the terms of the plan, and – where fees go by the month – what the month held.
ALTER TABLE settlement.batch_details ADD COLUMN fee_terms jsonb, ADD COLUMN month_volume_fen bigint, ADD COLUMN month_fee_fen bigint;
