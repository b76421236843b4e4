-- A fee plan is money policy: one version per number and enterprise, never two plans that begin on one day, and a rate
-- between nothing and everything. Closing a plan sets its last day; a plan that was in force is never rewritten.
CREATE SCHEMA billing;
GRANT USAGE ON SCHEMA billing TO linggong_app;
CREATE SEQUENCE billing.fee_plan_number;
GRANT USAGE ON SEQUENCE billing.fee_plan_number TO linggong_app;

ALTER TABLE public.fee_plans
  ADD CONSTRAINT billing_fee_plan_complete CHECK (
    number IS NOT NULL AND enterprise_id IS NOT NULL AND plan_version > 0 AND kind = 'percent'
    AND rate_millionths BETWEEN 0 AND 1000000 AND bearing = 'on-top' AND charged_when = 'with-payment'
    AND effective_from IS NOT NULL AND (effective_to IS NULL OR effective_to >= effective_from)
    AND state IN ('in-force', 'closed'));
CREATE UNIQUE INDEX billing_fee_plan_number ON public.fee_plans (number);
CREATE UNIQUE INDEX billing_fee_plan_version ON public.fee_plans (enterprise_id, plan_version);
CREATE UNIQUE INDEX billing_fee_plan_start ON public.fee_plans (enterprise_id, effective_from);
