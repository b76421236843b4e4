-- Ratings of enterprises A to E (企业评级, R6.2): the decision table of the Studio over facts of the house. Every rating is a row that
-- nobody changes; `rating_heads` says which one holds, and since when its class does.
CREATE TABLE risk.ratings (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise_id integer NOT NULL,
  class         text NOT NULL CHECK (class IN ('A', 'B', 'C', 'D', 'E')),
  previous_class text CHECK (previous_class IN ('A', 'B', 'C', 'D', 'E')),
  -- what the tables say, before anybody decided otherwise
  computed_class text NOT NULL CHECK (computed_class IN ('A', 'B', 'C', 'D', 'E')),
  score         integer NOT NULL CHECK (score BETWEEN 0 AND 100),
  facts         jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
  -- facts that nobody could tell
  unknown       text[] NOT NULL DEFAULT '{}',
  hits          text[] NOT NULL DEFAULT '{}',
  -- [{row, points, cap, reason: {zh, en}}]
  reasons       jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(reasons) = 'array'),
  suspends      boolean NOT NULL DEFAULT false,
  table_version integer NOT NULL,
  classes_version integer NOT NULL,
  override_id   integer,
  cause         text NOT NULL CHECK (cause IN ('nightly', 'credit-check', 'event', 'override', 'asked')),
  rated_at      timestamptz NOT NULL
);
CREATE INDEX ratings_of ON risk.ratings (enterprise_id, id DESC);
CREATE INDEX ratings_by_day ON risk.ratings (rated_at);
CREATE TRIGGER ratings_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.ratings FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

CREATE TABLE risk.rating_heads (
  enterprise_id integer PRIMARY KEY,
  rating_id     integer NOT NULL REFERENCES risk.ratings,
  class         text NOT NULL CHECK (class IN ('A', 'B', 'C', 'D', 'E')),
  since         date NOT NULL,
  -- when it was last computed, changed or not
  looked_at     timestamptz NOT NULL
);
CREATE INDEX rating_heads_by_class ON risk.rating_heads (class, enterprise_id);
CREATE INDEX rating_heads_by_look ON risk.rating_heads (looked_at);

-- Somebody decided otherwise (人工调级): two people, a reason and an end.
CREATE SEQUENCE risk.rating_override_number;
CREATE TABLE risk.rating_overrides (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number        text NOT NULL UNIQUE,
  enterprise_id integer NOT NULL,
  class         text NOT NULL CHECK (class IN ('A', 'B', 'C', 'D', 'E')),
  reason        text NOT NULL CHECK (length(trim(reason)) BETWEEN 2 AND 500),
  starts_on     date NOT NULL,
  ends_on       date NOT NULL,
  state         text NOT NULL CHECK (state IN ('in-force', 'ended')),
  created_at    timestamptz NOT NULL,
  created_name  text NOT NULL,
  approval_id   uuid,
  ended_at      timestamptz,
  ended_name    text,
  end_reason    text,
  -- What holds for good is for the table to say.
  CONSTRAINT rating_override_term CHECK (ends_on BETWEEN starts_on AND starts_on + 184),
  CONSTRAINT rating_override_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX rating_overrides_once ON risk.rating_overrides (enterprise_id) WHERE state = 'in-force';

CREATE FUNCTION risk.guard_rating_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'ended' OR (NEW.number, NEW.enterprise_id, NEW.class, NEW.reason, NEW.starts_on, NEW.ends_on, NEW.created_at, NEW.created_name,
       NEW.approval_id)
     IS DISTINCT FROM (OLD.number, OLD.enterprise_id, OLD.class, OLD.reason, OLD.starts_on, OLD.ends_on, OLD.created_at, OLD.created_name,
       OLD.approval_id) THEN
    RAISE EXCEPTION 'rating override %: it is ended once and never changed', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_overrides_kept BEFORE UPDATE ON risk.rating_overrides FOR EACH ROW EXECUTE FUNCTION risk.guard_rating_override();
CREATE TRIGGER rating_overrides_stay BEFORE DELETE OR TRUNCATE ON risk.rating_overrides FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

-- At the commit, so that what is shown to the second person can be tried and taken back before he approved it.
CREATE FUNCTION risk.demand_override_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.approval_id IS NULL THEN
    RAISE EXCEPTION 'rating override %: nobody approved it', NEW.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rating_overrides_approved AFTER INSERT ON risk.rating_overrides DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION risk.demand_override_approval();

-- Which class holds, for whoever pays, prices or looks: settlement, billing, inspections.
CREATE VIEW risk.published_ratings AS SELECT enterprise_id, class, since FROM risk.rating_heads;

GRANT SELECT, INSERT ON risk.ratings TO linggong_app;
GRANT SELECT, INSERT, UPDATE ON risk.rating_heads TO linggong_app;
GRANT SELECT, INSERT ON risk.rating_overrides TO linggong_app;
GRANT UPDATE (state, ended_at, ended_name, end_reason) ON risk.rating_overrides TO linggong_app;
GRANT SELECT ON risk.published_ratings TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA risk TO linggong_app;

-- What the facts of a rating are read by.
CREATE INDEX inspection_items_of_enterprise ON risk.inspection_items (enterprise_id, checked_at) WHERE state <> 'open';
CREATE INDEX approvals_by_enterprise ON risk.approvals (enterprise_id, day) WHERE enterprise_id IS NOT NULL;
