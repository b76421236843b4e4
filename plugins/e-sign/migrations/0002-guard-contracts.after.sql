-- What the schema of a content type cannot say about contracts and their templates.
ALTER TABLE public.contract_templates
  ALTER COLUMN code SET NOT NULL,
  ALTER COLUMN template_version SET NOT NULL,
  ALTER COLUMN kind SET NOT NULL,
  ALTER COLUMN text_hash SET NOT NULL,
  ALTER COLUMN state SET NOT NULL,
  ADD CONSTRAINT contract_templates_kind CHECK (kind IN ('enterprise-cooperation', 'worker-service', 'tax-agency')),
  ADD CONSTRAINT contract_templates_state CHECK (state IN ('active', 'retired'));
CREATE UNIQUE INDEX contract_templates_version_key ON public.contract_templates (code, template_version);
CREATE UNIQUE INDEX contract_templates_active_key ON public.contract_templates (code) WHERE state = 'active';

ALTER TABLE public.contracts
  ALTER COLUMN number SET NOT NULL,
  ALTER COLUMN kind SET NOT NULL,
  ALTER COLUMN template_id SET NOT NULL,
  ALTER COLUMN valid_from SET NOT NULL,
  ALTER COLUMN state SET NOT NULL,
  ALTER COLUMN text_hash SET NOT NULL,
  ADD CONSTRAINT contracts_state CHECK (state IN ('draft', 'sent', 'signed', 'revoked', 'expired')),
  ADD CONSTRAINT contracts_days CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT contracts_parties CHECK (CASE kind
    WHEN 'enterprise-cooperation' THEN enterprise_id IS NOT NULL AND worker_id IS NULL
    WHEN 'worker-service' THEN worker_id IS NOT NULL AND scenarios IS NOT NULL
    WHEN 'tax-agency' THEN worker_id IS NOT NULL AND enterprise_id IS NULL
    ELSE false END),
  ADD CONSTRAINT contracts_scenarios CHECK (scenarios IS NULL OR jsonb_typeof(scenarios) = 'array'),
  ADD CONSTRAINT contracts_signed CHECK (state <> 'signed' OR signed_at IS NOT NULL),
  ADD CONSTRAINT contracts_revoked CHECK ((state = 'revoked') = (revoked_at IS NOT NULL));
CREATE UNIQUE INDEX contracts_number_key ON public.contracts (number);
CREATE INDEX contracts_worker_by_kind ON public.contracts (worker_id, kind) WHERE worker_id IS NOT NULL;
CREATE INDEX contracts_enterprise_by_kind ON public.contracts (enterprise_id, kind) WHERE enterprise_id IS NOT NULL;
CREATE INDEX contracts_ending ON public.contracts (valid_to) WHERE state IN ('sent', 'signed');

-- A published text and the facts of a contract are evidence: only states, instants and reasons move on.
CREATE FUNCTION e_sign.keep_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.code, NEW.template_version, NEW.kind, NEW.title_zh, NEW.title_en, NEW.clauses, NEW.variables, NEW.text_hash)
     IS DISTINCT FROM
     (OLD.code, OLD.template_version, OLD.kind, OLD.title_zh, OLD.title_en, OLD.clauses, OLD.variables, OLD.text_hash) THEN
    RAISE EXCEPTION 'a published contract template is never changed (合同模板不可更改): publish a new version'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_templates_stay BEFORE UPDATE ON public.contract_templates
  FOR EACH ROW EXECUTE FUNCTION e_sign.keep_template();
CREATE TRIGGER contract_templates_kept BEFORE DELETE ON public.contract_templates
  FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();

CREATE FUNCTION e_sign.keep_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.number, NEW.kind, NEW.template_id, NEW.enterprise_id, NEW.worker_id, NEW.scenarios, NEW.valid_from, NEW.valid_to,
      NEW.text_hash)
     IS DISTINCT FROM
     (OLD.number, OLD.kind, OLD.template_id, OLD.enterprise_id, OLD.worker_id, OLD.scenarios, OLD.valid_from, OLD.valid_to,
      OLD.text_hash)
     OR (OLD.signed_at IS NOT NULL AND (NEW.signed_at, NEW.consent_method, NEW.consent_address)
         IS DISTINCT FROM (OLD.signed_at, OLD.consent_method, OLD.consent_address)) THEN
    RAISE EXCEPTION 'the text and parties of a contract are never changed (合同内容不可更改): send another contract'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state IN ('revoked', 'expired') AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'a contract that has ended does not come back (合同已终止)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contracts_stay BEFORE UPDATE ON public.contracts FOR EACH ROW EXECUTE FUNCTION e_sign.keep_contract();
CREATE TRIGGER contracts_kept BEFORE DELETE ON public.contracts FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
