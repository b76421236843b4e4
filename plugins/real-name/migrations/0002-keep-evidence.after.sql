-- A check is evidence: it is written once and never changed or deleted (R3.2, R8.3).
CREATE UNIQUE INDEX real_name_checks_code_key ON public.real_name_checks (code);
CREATE INDEX real_name_checks_by_worker ON public.real_name_checks (worker_id, id);
CREATE INDEX real_name_checks_by_card ON public.real_name_checks (bank_card_id, id);
CREATE INDEX real_name_checks_by_enterprise ON public.real_name_checks (enterprise_id, id);
CREATE INDEX real_name_checks_by_outcome ON public.real_name_checks (outcome, id);

ALTER TABLE public.real_name_checks
  ADD CONSTRAINT real_name_checks_known CHECK (
    code IS NOT NULL AND provider IS NOT NULL AND checked_at IS NOT NULL
    AND kind IS NOT NULL AND kind IN ('identity', 'bank-card-3', 'bank-card-4', 'company')
    AND outcome IS NOT NULL AND outcome IN ('match', 'mismatch', 'no-record', 'error')),
  ADD CONSTRAINT real_name_checks_of_one_subject CHECK (CASE subject_kind
    WHEN 'worker' THEN worker_id IS NOT NULL AND bank_card_id IS NULL AND enterprise_id IS NULL
    WHEN 'bank-card' THEN bank_card_id IS NOT NULL AND worker_id IS NOT NULL AND enterprise_id IS NULL
    WHEN 'enterprise' THEN enterprise_id IS NOT NULL AND worker_id IS NULL AND bank_card_id IS NULL
    ELSE false END);

CREATE FUNCTION real_name.keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a real-name check is evidence and never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER real_name_checks_keep_evidence BEFORE UPDATE OR DELETE ON public.real_name_checks
  FOR EACH STATEMENT EXECUTE FUNCTION real_name.keep_evidence();
