-- Inspections afterwards (事后抽查; R6.3, R8.4): a stratified random sample over the payments of a period, with the seed and the SHA-256 of
-- the population, so that an auditor draws the very same sample again; what was compared for each item; and every call.
CREATE SEQUENCE risk.inspection_number;
CREATE TABLE risk.inspections (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  title        text NOT NULL CHECK (length(trim(title)) BETWEEN 2 AND 120),
  source       text NOT NULL CHECK (source ~ '^[a-z-]{2,40}$'),
  period_from  date NOT NULL,
  period_to    date NOT NULL,
  plan_version integer NOT NULL,
  seed         text NOT NULL CHECK (seed ~ '^[0-9a-f]{32}$'),
  population   integer NOT NULL CHECK (population > 0),
  population_sha256 text NOT NULL CHECK (population_sha256 ~ '^[0-9a-f]{64}$'),
  sample       integer NOT NULL CHECK (sample > 0),
  state        text NOT NULL DEFAULT 'drawn' CHECK (state IN ('drawn', 'closed')),
  drawn_by     text NOT NULL,
  drawn_at     timestamptz NOT NULL,
  summary      text,
  closed_by    text,
  closed_at    timestamptz,
  CHECK (period_from <= period_to),
  CHECK (sample <= population),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK ((closed_at IS NULL) = (summary IS NULL))
);
CREATE INDEX inspections_by_day ON risk.inspections (drawn_at);

CREATE TABLE risk.inspection_strata (
  inspection_id integer NOT NULL REFERENCES risk.inspections,
  stratum      text NOT NULL,
  name         jsonb NOT NULL,
  population   integer NOT NULL CHECK (population >= 0),
  sample       integer NOT NULL CHECK (sample BETWEEN 0 AND population),
  PRIMARY KEY (inspection_id, stratum)
);

CREATE TABLE risk.inspection_items (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inspection_id integer NOT NULL REFERENCES risk.inspections,
  stratum       text NOT NULL,
  item_number   text NOT NULL,
  item_id       integer NOT NULL,
  enterprise_id integer NOT NULL,
  worker_id     integer NOT NULL,
  kind_of_work  text,
  amount_fen    bigint NOT NULL CHECK (amount_fen >= 0),
  state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'passed', 'found')),
  answers       jsonb,
  note          text CHECK (length(note) <= 2000),
  checked_by    text,
  checked_at    timestamptz,
  UNIQUE (inspection_id, item_number),
  FOREIGN KEY (inspection_id, stratum) REFERENCES risk.inspection_strata,
  CHECK ((state = 'open') = (checked_at IS NULL)),
  CHECK ((checked_at IS NULL) = (checked_by IS NULL)),
  CHECK ((checked_at IS NULL) = (answers IS NULL))
);
CREATE INDEX inspection_items_of_worker ON risk.inspection_items (worker_id);
CREATE INDEX inspection_items_open ON risk.inspection_items (inspection_id) WHERE state = 'open';

-- Every call, reached or not; the recording lies with the telephone system under its reference.
CREATE TABLE risk.interviews (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item_id      integer NOT NULL REFERENCES risk.inspection_items,
  outcome      text NOT NULL CHECK (outcome IN ('answered', 'no-answer', 'refused', 'wrong-number')),
  answers      jsonb,
  findings     text[] NOT NULL DEFAULT '{}',
  recording    text CHECK (length(recording) <= 120),
  note         text CHECK (length(note) <= 2000),
  called_by    text NOT NULL,
  called_at    timestamptz NOT NULL,
  CHECK ((outcome = 'answered') = (answers IS NOT NULL)),
  CHECK (outcome = 'answered' OR findings = '{}'),
  -- An interview is evidence by its recording (录音).
  CHECK (outcome <> 'answered' OR length(trim(recording)) > 0)
);
CREATE INDEX interviews_of ON risk.interviews (item_id, id);

CREATE FUNCTION risk.guard_inspection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' OR (NEW.number, NEW.title, NEW.source, NEW.period_from, NEW.period_to, NEW.plan_version, NEW.seed, NEW.population,
       NEW.population_sha256, NEW.sample, NEW.drawn_by, NEW.drawn_at)
     IS DISTINCT FROM (OLD.number, OLD.title, OLD.source, OLD.period_from, OLD.period_to, OLD.plan_version, OLD.seed, OLD.population,
       OLD.population_sha256, OLD.sample, OLD.drawn_by, OLD.drawn_at) THEN
    RAISE EXCEPTION 'inspection %: a sample that was drawn stays as it is', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'closed' AND EXISTS (SELECT FROM risk.inspection_items i WHERE i.inspection_id = OLD.id AND i.state = 'open') THEN
    RAISE EXCEPTION 'inspection %: items are open', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inspections_guarded BEFORE UPDATE ON risk.inspections FOR EACH ROW EXECUTE FUNCTION risk.guard_inspection();

CREATE FUNCTION risk.guard_inspection_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.inspection_id, NEW.stratum, NEW.item_number, NEW.item_id, NEW.enterprise_id, NEW.worker_id, NEW.kind_of_work, NEW.amount_fen)
     IS DISTINCT FROM
     (OLD.inspection_id, OLD.stratum, OLD.item_number, OLD.item_id, OLD.enterprise_id, OLD.worker_id, OLD.kind_of_work, OLD.amount_fen)
     OR OLD.state <> 'open' THEN
    RAISE EXCEPTION 'inspection item %: it is checked once, and never another', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inspection_items_guarded BEFORE UPDATE ON risk.inspection_items FOR EACH ROW EXECUTE FUNCTION risk.guard_inspection_item();

CREATE TRIGGER interviews_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.interviews FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER inspection_strata_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.inspection_strata FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER inspections_stay BEFORE DELETE OR TRUNCATE ON risk.inspections FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER inspection_items_stay BEFORE DELETE OR TRUNCATE ON risk.inspection_items FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

GRANT SELECT, INSERT, UPDATE ON risk.inspections, risk.inspection_items TO linggong_app;
GRANT SELECT, INSERT ON risk.inspection_strata, risk.interviews TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA risk TO linggong_app;
