-- By which rating the fee of a quote was priced (按等级加收, R6.2): the class, the tier that the policy of classes gave it, and what the plan adds
-- to its rates for that tier. Null where the enterprise was not rated, or the quote is older than this.
ALTER TABLE settlement.batch_details
  ADD COLUMN fee_class text CHECK (fee_class IN ('A', 'B', 'C', 'D', 'E')),
  ADD COLUMN fee_rating_id integer,
  ADD COLUMN fee_tier text CHECK (fee_tier IN ('standard', 'raised', 'high')),
  ADD COLUMN fee_surcharge_millionths bigint CHECK (fee_surcharge_millionths BETWEEN 0 AND 1000000);

-- Quotes from before surcharges were made without one.
UPDATE settlement.batch_details SET fee_terms = fee_terms || '{"raisedSurcharge": null, "highSurcharge": null}'
 WHERE fee_terms IS NOT NULL AND NOT fee_terms ? 'raisedSurcharge';
