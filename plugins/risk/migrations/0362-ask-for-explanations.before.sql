-- Explanations that are asked of an enterprise and of a worker within a case (要求说明, R8.5): what was asked and by when, and what was answered; papers
-- are evidence of the case.
CREATE SEQUENCE risk.explanation_number;
CREATE TABLE risk.explanations (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number      text NOT NULL UNIQUE,
  case_id     integer NOT NULL REFERENCES risk.cases,
  party_kind  text NOT NULL CHECK (party_kind IN ('enterprise', 'worker')),
  party_id    integer NOT NULL,
  question    text NOT NULL CHECK (length(trim(question)) BETWEEN 4 AND 1000),
  due_on      date NOT NULL,
  asked_by    text NOT NULL,
  asked_at    timestamptz NOT NULL,
  answer      text CHECK (length(trim(answer)) BETWEEN 2 AND 2000),
  means       text CHECK (means IN ('written', 'phone', 'meeting', 'online')),
  answered_on date,
  recorded_by text,
  recorded_at timestamptz,
  CHECK ((answer IS NULL) = (recorded_at IS NULL)),
  CHECK ((answer IS NULL) = (recorded_by IS NULL)),
  CHECK ((answer IS NULL) = (means IS NULL)),
  CHECK ((answer IS NULL) = (answered_on IS NULL))
);
CREATE INDEX explanations_of ON risk.explanations (case_id, id);
-- One waits of a party of a case at a time.
CREATE UNIQUE INDEX explanations_waiting ON risk.explanations (case_id, party_kind) WHERE answer IS NULL;

CREATE FUNCTION risk.guard_explanation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.answer IS NOT NULL OR (NEW.number, NEW.case_id, NEW.party_kind, NEW.party_id, NEW.question, NEW.due_on, NEW.asked_by, NEW.asked_at)
     IS DISTINCT FROM (OLD.number, OLD.case_id, OLD.party_kind, OLD.party_id, OLD.question, OLD.due_on, OLD.asked_by, OLD.asked_at) THEN
    RAISE EXCEPTION 'explanation %: it is answered once, and what was asked never changes', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER explanations_guarded BEFORE UPDATE ON risk.explanations FOR EACH ROW EXECUTE FUNCTION risk.guard_explanation();
CREATE TRIGGER explanations_open BEFORE INSERT OR UPDATE ON risk.explanations FOR EACH ROW EXECUTE FUNCTION risk.guard_case_parts();
CREATE TRIGGER explanations_stay BEFORE DELETE OR TRUNCATE ON risk.explanations FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

GRANT SELECT, INSERT, UPDATE ON risk.explanations TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA risk TO linggong_app;
