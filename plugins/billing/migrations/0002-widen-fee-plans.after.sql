-- Fee plans of every kind. What was there before is a rate on top, with the payment, tax borne by the worker: it stays so.
UPDATE public.fee_plans SET tax_bearer = 'worker', returned_fee = 'give-back', terms = '{}' WHERE tax_bearer IS NULL;

ALTER TABLE public.fee_plans
  DROP CONSTRAINT billing_fee_plan_complete,
  ADD CONSTRAINT billing_fee_plan_complete CHECK (
    number IS NOT NULL AND enterprise_id IS NOT NULL AND plan_version > 0
    AND kind IS NOT NULL AND kind IN ('percent', 'tiered', 'fixed')
    AND rate_millionths IS NOT NULL AND rate_millionths BETWEEN 0 AND 1000000
    AND bearing IS NOT NULL AND bearing IN ('on-top', 'inside')
    AND charged_when IS NOT NULL AND charged_when IN ('before', 'with-payment', 'after')
    AND tax_bearer IS NOT NULL AND tax_bearer IN ('worker', 'enterprise')
    AND returned_fee IS NOT NULL AND returned_fee IN ('give-back', 'keep')
    AND terms IS NOT NULL AND effective_from IS NOT NULL AND (effective_to IS NULL OR effective_to >= effective_from)
    AND state IN ('proposed', 'rejected', 'in-force', 'closed')),
  -- Nobody approves his own: who proposed is not who approves.
  ADD CONSTRAINT billing_fee_plan_second_person CHECK (approved_by IS NULL OR approved_by <> proposed_by);
DROP INDEX public.billing_fee_plan_start;
CREATE UNIQUE INDEX billing_fee_plan_start ON public.fee_plans (enterprise_id, effective_from)
  WHERE state IN ('in-force', 'closed');

-- What an enterprise's confirmed payments of a month come to: volume by which tiers go, and the fees that were charged. The
-- row is locked when a batch is confirmed, so that two batches get the fees of the one order or of the other.
CREATE TABLE billing.months (
  enterprise_id integer NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  volume_fen bigint NOT NULL CHECK (volume_fen >= 0),
  fee_fen bigint NOT NULL CHECK (fee_fen >= 0),
  PRIMARY KEY (enterprise_id, month)
);
GRANT SELECT, INSERT, UPDATE ON billing.months TO linggong_app;

-- For the migration of who has confirmed payments already: sums of a month are taken over once.
CREATE FUNCTION billing.adopt_month(enterprise integer, of_month text, volume bigint, fee bigint) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO billing.months VALUES (enterprise, of_month, volume, fee) ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION billing.adopt_month(integer, text, bigint, bigint) FROM PUBLIC;

-- What an enterprise owes for a month under a plan that charges after the trade, and what is missing to its minimum. One for
-- an enterprise and month; it is never rewritten: later returns stand in the bill of the month in which they came.
CREATE SEQUENCE billing.fee_bill_number;
GRANT USAGE ON SEQUENCE billing.fee_bill_number TO linggong_app;
CREATE TABLE billing.bills (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  enterprise_id integer NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  accrued_fen bigint NOT NULL,
  shortfall_fen bigint NOT NULL CHECK (shortfall_fen >= 0),
  total_fen bigint NOT NULL CHECK (total_fen = accrued_fen + shortfall_fen),
  state text NOT NULL CHECK (state IN ('open', 'settled')),
  issued_at timestamptz NOT NULL,
  issued_by integer,
  settled_at timestamptz,
  settled_by integer,
  UNIQUE (enterprise_id, month),
  CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
  CONSTRAINT billing_bill_second_person CHECK (settled_by IS NULL OR settled_by <> issued_by)
);
GRANT SELECT, INSERT ON billing.bills TO linggong_app;
GRANT UPDATE (state, settled_at, settled_by) ON billing.bills TO linggong_app;
