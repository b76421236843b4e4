-- Reviews of a month (期间审查): how real-name verification performs (R8.3), and how every module runs (R8.2). What was counted is kept as it
-- was counted, with what was found, each a case; somebody else signs it off or gives it back.
CREATE SEQUENCE risk.period_review_number;
CREATE TABLE risk.period_reviews (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  kind         text NOT NULL CHECK (kind IN ('real-name', 'operations')),
  month        text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  state        text NOT NULL DEFAULT 'made' CHECK (state IN ('made', 'signed', 'returned')),
  made_by      text NOT NULL,
  made_account integer,
  made_at      timestamptz NOT NULL,
  conclusion   text CHECK (length(trim(conclusion)) BETWEEN 2 AND 2000),
  ended_by     text,
  ended_account integer,
  ended_at     timestamptz,
  -- the review of the month before, whose figures stand beside
  compared_with integer REFERENCES risk.period_reviews,
  CHECK ((state = 'made') = (ended_at IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  CHECK ((ended_at IS NULL) = (conclusion IS NULL))
);
-- One of a kind and month stands; what was given back is made anew.
CREATE UNIQUE INDEX period_reviews_once ON risk.period_reviews (kind, month) WHERE state <> 'returned';

CREATE TABLE risk.period_figures (
  review_id   integer NOT NULL REFERENCES risk.period_reviews,
  place       integer NOT NULL,
  section     text NOT NULL CHECK (section ~ '^[a-z-]{2,40}$'),
  section_name jsonb NOT NULL,
  key         text NOT NULL CHECK (key ~ '^[a-z0-9-]{2,60}$'),
  name        jsonb NOT NULL,
  unit        text NOT NULL CHECK (unit IN ('count', 'fen', 'basis-points', 'hours')),
  -- null where nothing was there to be counted, or nobody keeps it: the note says which
  value       bigint,
  before      bigint,
  target_kind text CHECK (target_kind IN ('at-least', 'at-most')),
  target      bigint,
  note        jsonb,
  PRIMARY KEY (review_id, section, key),
  CHECK ((target_kind IS NULL) = (target IS NULL))
);

CREATE TABLE risk.period_findings (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  review_id  integer NOT NULL REFERENCES risk.period_reviews,
  rule       text NOT NULL CHECK (rule ~ '^[a-z0-9.-]{2,80}$'),
  severity   text NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  title      jsonb NOT NULL,
  differences bigint NOT NULL CHECK (differences > 0),
  -- business numbers to look up; never people
  samples    text[] NOT NULL DEFAULT '{}' CHECK (cardinality(samples) <= 20),
  case_id    integer NOT NULL REFERENCES risk.cases,
  UNIQUE (review_id, rule)
);

CREATE FUNCTION risk.guard_period_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'made' OR (NEW.number, NEW.kind, NEW.month, NEW.made_by, NEW.made_account, NEW.made_at, NEW.compared_with)
     IS DISTINCT FROM (OLD.number, OLD.kind, OLD.month, OLD.made_by, OLD.made_account, OLD.made_at, OLD.compared_with) THEN
    RAISE EXCEPTION 'review %: it is ended once, and what it is never changes', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  -- Nobody signs off what he made himself (制作与签核分离).
  IF NEW.state = 'signed' AND NEW.ended_account IS NOT DISTINCT FROM OLD.made_account THEN
    RAISE EXCEPTION 'review %: nobody signs off his own', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER period_reviews_guarded BEFORE UPDATE ON risk.period_reviews FOR EACH ROW EXECUTE FUNCTION risk.guard_period_review();

-- What was counted is written in the transaction of its review, and never afterwards.
CREATE FUNCTION risk.guard_period_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT r.xmin <> pg_current_xact_id()::xid FROM risk.period_reviews r WHERE r.id = NEW.review_id) THEN
    RAISE EXCEPTION 'review %: it was counted already', NEW.review_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER period_figures_counted BEFORE INSERT ON risk.period_figures FOR EACH ROW EXECUTE FUNCTION risk.guard_period_parts();
CREATE TRIGGER period_findings_counted BEFORE INSERT ON risk.period_findings FOR EACH ROW EXECUTE FUNCTION risk.guard_period_parts();

CREATE TRIGGER period_figures_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.period_figures FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER period_findings_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.period_findings FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER period_reviews_stay BEFORE DELETE OR TRUNCATE ON risk.period_reviews FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

GRANT SELECT, INSERT, UPDATE ON risk.period_reviews TO linggong_app;
GRANT SELECT, INSERT ON risk.period_figures, risk.period_findings TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA risk TO linggong_app;
