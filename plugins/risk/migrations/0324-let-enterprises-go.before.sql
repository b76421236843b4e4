-- Offboarding of enterprises by risk (失信企业清退, R2.3): suspended, open money settled, offboarded, each step with who and when. One
-- way at a time for an enterprise; who is found honest again is let back by people (`withdrawn`).
CREATE SEQUENCE risk.offboarding_number;
CREATE TABLE risk.offboardings (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number        text NOT NULL UNIQUE,
  enterprise_id integer NOT NULL,
  case_id       integer NOT NULL REFERENCES risk.cases,
  -- the check it stands on
  check_id      integer REFERENCES risk.credit_checks,
  reasons       jsonb NOT NULL CHECK (jsonb_typeof(reasons) = 'array'),
  state         text NOT NULL CHECK (state IN ('suspended', 'settled', 'offboarded', 'withdrawn')),
  opened_at     timestamptz NOT NULL,
  settled_at    timestamptz,
  ended_at      timestamptz,
  CHECK ((state IN ('offboarded', 'withdrawn')) = (ended_at IS NOT NULL)),
  CHECK (state NOT IN ('settled', 'offboarded') OR settled_at IS NOT NULL)
);
CREATE UNIQUE INDEX offboardings_open ON risk.offboardings (enterprise_id) WHERE state IN ('suspended', 'settled');
CREATE INDEX offboardings_of ON risk.offboardings (enterprise_id, id DESC);

CREATE TABLE risk.offboarding_steps (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  offboarding_id integer NOT NULL REFERENCES risk.offboardings,
  step     text NOT NULL CHECK (step IN ('opened', 'suspended', 'money-open', 'money-settled', 'offboarded', 'withdrawn')),
  at       timestamptz NOT NULL,
  actor    text NOT NULL,
  text     text CHECK (length(text) <= 2000),
  facts    jsonb
);
CREATE INDEX offboarding_steps_of ON risk.offboarding_steps (offboarding_id, id);
CREATE TRIGGER offboarding_steps_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.offboarding_steps FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

CREATE FUNCTION risk.guard_offboarding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.number, NEW.enterprise_id, NEW.case_id, NEW.check_id, NEW.reasons, NEW.opened_at)
     IS DISTINCT FROM (OLD.number, OLD.enterprise_id, OLD.case_id, OLD.check_id, OLD.reasons, OLD.opened_at) OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'offboarding %: what it stands on never changes', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  -- Money may come open again (a returned payment); nobody is let go past it.
  IF NEW.state = 'offboarded' AND OLD.state <> 'settled' THEN
    RAISE EXCEPTION 'offboarding %: money is not settled', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER offboardings_guarded BEFORE UPDATE ON risk.offboardings FOR EACH ROW EXECUTE FUNCTION risk.guard_offboarding();
CREATE TRIGGER offboardings_stay BEFORE DELETE OR TRUNCATE ON risk.offboardings FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

GRANT SELECT, INSERT, UPDATE ON risk.offboardings TO linggong_app;
GRANT SELECT, INSERT ON risk.offboarding_steps TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA risk TO linggong_app;
