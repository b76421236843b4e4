-- Risk cases (风险案件; R3.2, R6.3, R8.2) and the measures that stand on them (风险措施). What happened to a case is a row of its own
-- that nobody changes; which state follows which is said once, in case_moves, and held here whoever writes.
CREATE SCHEMA IF NOT EXISTS risk;
GRANT USAGE ON SCHEMA risk TO linggong_app;

CREATE SEQUENCE risk.case_number;
CREATE TABLE risk.cases (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number        text NOT NULL UNIQUE,
  source        text NOT NULL CHECK (source IN ('decision', 'check', 'finding', 'real-name', 'settlement', 'inspection', 'material', 'complaint', 'person')),
  -- the rule, check or kind of finding that opened it: hits and false alarms are counted by it
  rule          text NOT NULL CHECK (rule ~ '^[a-z0-9]+([-./][a-z0-9]+)*$' AND length(rule) <= 120),
  subject_kind  text NOT NULL CHECK (subject_kind IN ('worker', 'enterprise', 'task', 'order', 'settlement-batch', 'finding', 'material', 'platform')),
  subject_id    text NOT NULL CHECK (length(subject_id) BETWEEN 1 AND 120),
  -- whose it is, where it is somebody's: measures and figures go by these
  enterprise_id integer,
  worker_id     integer,
  title         jsonb NOT NULL CHECK (title ? 'zh' AND title ? 'en'),
  -- ids, amounts and codes; never personal data
  facts         jsonb NOT NULL DEFAULT '{}' CHECK (pg_column_size(facts) <= 16384),
  severity      text NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  dedupe_key    text NOT NULL CHECK (length(dedupe_key) BETWEEN 3 AND 240),
  state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'in-hand', 'waiting', 'closed')),
  owner         integer,
  owner_name    text,
  opened_at     timestamptz NOT NULL,
  last_seen_at  timestamptz NOT NULL,
  times_seen    integer NOT NULL DEFAULT 1 CHECK (times_seen > 0),
  due_at        timestamptz NOT NULL,
  outcome       text CHECK (outcome IN ('confirmed', 'false-alarm', 'unclear')),
  outcome_reason text,
  closed_at     timestamptz,
  closed_by     text,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((state = 'closed') = (outcome IS NOT NULL)),
  CHECK (state <> 'closed' OR length(trim(outcome_reason)) >= 2),
  CHECK ((owner IS NULL) = (owner_name IS NULL)),
  CHECK (state <> 'in-hand' OR owner IS NOT NULL)
);
-- The same matter is one case as long as it is not closed; parallel openings meet here.
CREATE UNIQUE INDEX cases_open_once ON risk.cases (dedupe_key) WHERE state <> 'closed';
CREATE INDEX cases_by_clock ON risk.cases (state, due_at);
CREATE INDEX cases_by_owner ON risk.cases (owner, state) WHERE state <> 'closed';
CREATE INDEX cases_by_rule ON risk.cases (rule, opened_at);
CREATE INDEX cases_by_day ON risk.cases (opened_at);
CREATE INDEX cases_of_worker ON risk.cases (worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX cases_of_enterprise ON risk.cases (enterprise_id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX cases_of_subject ON risk.cases (subject_kind, subject_id);

CREATE FUNCTION risk.case_moves() RETURNS TABLE (from_state text, to_state text) LANGUAGE sql IMMUTABLE AS $$
  VALUES ('open', 'in-hand'), ('in-hand', 'waiting'), ('waiting', 'in-hand'), ('in-hand', 'open'),
         ('in-hand', 'closed'), ('waiting', 'closed'), ('closed', 'in-hand')
$$;

CREATE TABLE risk.case_steps (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id  integer NOT NULL REFERENCES risk.cases,
  step     text NOT NULL CHECK (step IN ('opened', 'seen', 'graded', 'taken', 'put-back', 'waiting', 'resumed', 'commented', 'task-added',
             'task-done', 'evidence-added', 'measure-taken', 'measure-lifted', 'closed', 'reopened')),
  at       timestamptz NOT NULL,
  actor    text NOT NULL,
  account  integer,
  text     text CHECK (length(text) <= 2000),
  facts    jsonb
);
CREATE INDEX case_steps_of ON risk.case_steps (case_id, id);

CREATE TABLE risk.case_tasks (
  id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id  integer NOT NULL REFERENCES risk.cases,
  text     text NOT NULL CHECK (length(trim(text)) BETWEEN 2 AND 500),
  due_on   date,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  done_at  timestamptz,
  done_by  text,
  result   text,
  CHECK ((done_at IS NULL) = (done_by IS NULL)),
  CHECK ((done_at IS NULL) = (result IS NULL))
);
CREATE INDEX case_tasks_of ON risk.case_tasks (case_id, id);

CREATE TABLE risk.case_evidence (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id     integer NOT NULL REFERENCES risk.cases,
  file_id     uuid NOT NULL,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  content_type text NOT NULL,
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  note        text CHECK (length(note) <= 500),
  added_by    text NOT NULL,
  added_at    timestamptz NOT NULL
);
CREATE INDEX case_evidence_of ON risk.case_evidence (case_id, id);

CREATE SEQUENCE risk.measure_number;
CREATE TABLE risk.measures (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  case_id      integer NOT NULL REFERENCES risk.cases,
  kind         text NOT NULL CHECK (kind IN ('freeze-worker', 'suspend-enterprise', 'hold-orders', 'lower-limit')),
  subject_kind text NOT NULL CHECK (subject_kind IN ('worker', 'enterprise')),
  subject_id   integer NOT NULL,
  line_limit_fen  bigint CHECK (line_limit_fen >= 0),
  month_limit_fen bigint CHECK (month_limit_fen >= 0),
  state        text NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'lifted')),
  reason       text NOT NULL CHECK (length(trim(reason)) >= 2),
  taken_by     text NOT NULL,
  -- the approval under which it was taken, there at the commit: nobody takes a measure alone
  approval_id  uuid,
  taken_at     timestamptz NOT NULL,
  lifted_by    text,
  lift_reason  text,
  lift_approval_id uuid,
  lifted_at    timestamptz,
  CHECK ((kind = 'freeze-worker' AND subject_kind = 'worker') OR (kind = 'suspend-enterprise' AND subject_kind = 'enterprise')
         OR kind IN ('hold-orders', 'lower-limit')),
  CHECK ((kind = 'lower-limit') = (line_limit_fen IS NOT NULL OR month_limit_fen IS NOT NULL)),
  CHECK ((state = 'lifted') = (lifted_at IS NOT NULL)),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
  CHECK ((lifted_at IS NULL) = (lift_reason IS NULL))
);
-- One measure of a kind is in force for somebody at a time; a second case stands on the first measure.
CREATE UNIQUE INDEX measures_once ON risk.measures (subject_kind, subject_id, kind) WHERE state = 'in-force';
CREATE INDEX measures_of_case ON risk.measures (case_id);

CREATE FUNCTION risk.guard_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.number, NEW.source, NEW.rule, NEW.subject_kind, NEW.subject_id, NEW.enterprise_id, NEW.worker_id, NEW.dedupe_key, NEW.opened_at)
     IS DISTINCT FROM
     (OLD.number, OLD.source, OLD.rule, OLD.subject_kind, OLD.subject_id, OLD.enterprise_id, OLD.worker_id, OLD.dedupe_key, OLD.opened_at) THEN
    RAISE EXCEPTION 'risk case %: what it is about never changes', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND NOT EXISTS (SELECT FROM risk.case_moves() m WHERE m.from_state = OLD.state AND m.to_state = NEW.state) THEN
    RAISE EXCEPTION 'risk case %: % does not follow %', OLD.number, NEW.state, OLD.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'closed' AND OLD.state <> 'closed' THEN
    IF EXISTS (SELECT FROM risk.case_tasks t WHERE t.case_id = OLD.id AND t.done_at IS NULL) THEN
      RAISE EXCEPTION 'risk case %: tasks are open', OLD.number USING ERRCODE = 'restrict_violation';
    END IF;
    -- An innocent is not left under a measure (误报须先解除措施).
    IF NEW.outcome = 'false-alarm' AND EXISTS (SELECT FROM risk.measures m WHERE m.case_id = OLD.id AND m.state = 'in-force') THEN
      RAISE EXCEPTION 'risk case %: measures are in force', OLD.number USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_guarded BEFORE UPDATE ON risk.cases FOR EACH ROW EXECUTE FUNCTION risk.guard_case();

CREATE FUNCTION risk.guard_case_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Read with a lock, so that nothing is added to a case that is being closed.
  IF (SELECT c.state FROM risk.cases c WHERE c.id = NEW.case_id FOR SHARE) = 'closed' THEN
    RAISE EXCEPTION 'risk case %: it is closed', NEW.case_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_tasks_open BEFORE INSERT OR UPDATE ON risk.case_tasks FOR EACH ROW EXECUTE FUNCTION risk.guard_case_parts();
CREATE TRIGGER case_evidence_open BEFORE INSERT ON risk.case_evidence FOR EACH ROW EXECUTE FUNCTION risk.guard_case_parts();
CREATE TRIGGER measures_open BEFORE INSERT ON risk.measures FOR EACH ROW EXECUTE FUNCTION risk.guard_case_parts();

CREATE FUNCTION risk.guard_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.done_at IS NOT NULL OR (NEW.case_id, NEW.text, NEW.added_by, NEW.added_at) IS DISTINCT FROM (OLD.case_id, OLD.text, OLD.added_by, OLD.added_at) THEN
    RAISE EXCEPTION 'risk case task %: it is done, or its text would change', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_tasks_kept BEFORE UPDATE ON risk.case_tasks FOR EACH ROW EXECUTE FUNCTION risk.guard_task();

CREATE FUNCTION risk.guard_measure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'lifted' OR (NEW.number, NEW.case_id, NEW.kind, NEW.subject_kind, NEW.subject_id, NEW.line_limit_fen, NEW.month_limit_fen, NEW.reason,
       NEW.taken_by, NEW.approval_id, NEW.taken_at)
     IS DISTINCT FROM (OLD.number, OLD.case_id, OLD.kind, OLD.subject_kind, OLD.subject_id, OLD.line_limit_fen, OLD.month_limit_fen, OLD.reason,
       OLD.taken_by, OLD.approval_id, OLD.taken_at) THEN
    RAISE EXCEPTION 'risk measure %: it is lifted once and never changed', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measures_kept BEFORE UPDATE ON risk.measures FOR EACH ROW EXECUTE FUNCTION risk.guard_measure();

-- At the commit, so that what is shown to the second person can be tried and taken back before he approved it.
CREATE FUNCTION risk.demand_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.approval_id IS NULL OR (NEW.state = 'lifted' AND NEW.lift_approval_id IS NULL) THEN
    RAISE EXCEPTION 'risk measure %: nobody approved it', NEW.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER measures_approved AFTER INSERT OR UPDATE ON risk.measures DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION risk.demand_approval();

CREATE FUNCTION risk.refuse_case_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'risk.%: rows are never changed this way', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER case_steps_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.case_steps FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER case_evidence_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.case_evidence FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER cases_stay BEFORE DELETE OR TRUNCATE ON risk.cases FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER case_tasks_stay BEFORE DELETE OR TRUNCATE ON risk.case_tasks FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER measures_stay BEFORE DELETE OR TRUNCATE ON risk.measures FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

-- Measures in force, for whoever pays: settlement stops what they stop.
CREATE VIEW risk.published_measures AS
  SELECT number, kind, subject_kind, subject_id, line_limit_fen, month_limit_fen FROM risk.measures WHERE state = 'in-force';

GRANT SELECT, INSERT, UPDATE ON risk.cases, risk.case_tasks, risk.measures TO linggong_app;
GRANT SELECT, INSERT ON risk.case_steps, risk.case_evidence TO linggong_app;
GRANT SELECT ON risk.published_measures TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA risk TO linggong_app;
