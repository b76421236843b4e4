-- Promotional material (宣传资料, R8.1): what the institution says of itself and where, its review by the checklist in force, what was found,
-- its rectification with proof, and the review that follows. Steps, reviews and files are appended and never change.
CREATE SEQUENCE risk.material_number;
CREATE TABLE risk.materials (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  kind         text NOT NULL CHECK (kind IN ('website', 'social', 'print', 'video', 'other')),
  title        text NOT NULL CHECK (length(trim(title)) BETWEEN 2 AND 120),
  place        text NOT NULL CHECK (length(trim(place)) BETWEEN 2 AND 500),
  published_on date NOT NULL,
  -- who answers for it: an office or duty, never a name
  owner        text NOT NULL CHECK (length(trim(owner)) BETWEEN 2 AND 60),
  state        text NOT NULL DEFAULT 'registered' CHECK (state IN ('registered', 'passed', 'rectifying', 'rectified', 'withdrawn')),
  registered_by      text NOT NULL,
  registered_account integer,
  registered_at      timestamptz NOT NULL,
  -- a passed one is looked at again a year later
  review_by    date,
  CHECK ((state = 'passed') = (review_by IS NOT NULL))
);
CREATE INDEX materials_by_state ON risk.materials (state, review_by);

CREATE TABLE risk.material_reviews (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  material_id  integer NOT NULL REFERENCES risk.materials,
  checklist_version integer NOT NULL,
  answers      jsonb NOT NULL,
  verdict      text NOT NULL CHECK (verdict IN ('passed', 'failed')),
  note         text CHECK (length(note) <= 2000),
  reviewed_by  text NOT NULL,
  reviewed_account integer,
  reviewed_at  timestamptz NOT NULL
);
CREATE INDEX material_reviews_of ON risk.material_reviews (material_id, id);

CREATE TABLE risk.material_findings (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  material_id  integer NOT NULL REFERENCES risk.materials,
  review_id    integer NOT NULL REFERENCES risk.material_reviews,
  -- id of the item of the checklist
  item         text NOT NULL CHECK (length(item) BETWEEN 1 AND 60),
  text         text NOT NULL CHECK (length(trim(text)) BETWEEN 2 AND 500),
  severity     text NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  due_on       date NOT NULL,
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'rectified', 'cleared')),
  rectification text CHECK (length(rectification) <= 1000),
  rectified_by text,
  rectified_account integer,
  rectified_at timestamptz,
  -- the review that looked at it again
  cleared_by_review integer REFERENCES risk.material_reviews,
  -- when it was overdue and became a case
  overdue_at   timestamptz,
  UNIQUE (review_id, item),
  CHECK ((state = 'open') = (rectified_at IS NULL)),
  CHECK ((rectified_at IS NULL) = (rectified_by IS NULL)),
  CHECK ((rectified_at IS NULL) = (rectification IS NULL)),
  CHECK ((state = 'cleared') = (cleared_by_review IS NOT NULL))
);
CREATE INDEX material_findings_of ON risk.material_findings (material_id, id);
CREATE INDEX material_findings_due ON risk.material_findings (due_on) WHERE state = 'open' AND overdue_at IS NULL;

CREATE TABLE risk.material_files (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  material_id  integer NOT NULL REFERENCES risk.materials,
  -- the finding whose rectification it proves; none for what shows the material itself
  finding_id   integer REFERENCES risk.material_findings,
  file_id      uuid NOT NULL,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  content_type text NOT NULL,
  bytes        integer NOT NULL CHECK (bytes > 0),
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  added_by     text NOT NULL,
  added_at     timestamptz NOT NULL
);
CREATE INDEX material_files_of ON risk.material_files (material_id, id);

CREATE TABLE risk.material_steps (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  material_id integer NOT NULL REFERENCES risk.materials,
  step        text NOT NULL CHECK (step IN ('registered', 'file-added', 'reviewed', 'rectified', 'overdue', 'renewed', 'withdrawn')),
  at          timestamptz NOT NULL,
  actor       text NOT NULL,
  text        text CHECK (length(text) <= 2000)
);
CREATE INDEX material_steps_of ON risk.material_steps (material_id, id);

-- The same table as in the domain; a test compares the two.
CREATE FUNCTION risk.material_moves() RETURNS TABLE (from_state text, to_state text) LANGUAGE sql IMMUTABLE AS $$
  VALUES ('registered', 'passed'), ('registered', 'rectifying'), ('rectifying', 'rectified'), ('rectified', 'passed'),
         ('rectified', 'rectifying'), ('passed', 'registered'),
         ('registered', 'withdrawn'), ('rectifying', 'withdrawn'), ('rectified', 'withdrawn'), ('passed', 'withdrawn')
$$;

CREATE FUNCTION risk.guard_material() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.number, NEW.kind, NEW.title, NEW.place, NEW.published_on, NEW.owner, NEW.registered_by, NEW.registered_account, NEW.registered_at)
     IS DISTINCT FROM
     (OLD.number, OLD.kind, OLD.title, OLD.place, OLD.published_on, OLD.owner, OLD.registered_by, OLD.registered_account, OLD.registered_at) THEN
    RAISE EXCEPTION 'promotional material %: what it is never changes', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND NOT EXISTS (SELECT FROM risk.material_moves() m WHERE m.from_state = OLD.state AND m.to_state = NEW.state) THEN
    RAISE EXCEPTION 'promotional material %: % does not follow %', OLD.number, NEW.state, OLD.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'passed' AND EXISTS (SELECT FROM risk.material_findings f WHERE f.material_id = OLD.id AND f.state <> 'cleared') THEN
    RAISE EXCEPTION 'promotional material %: findings are not cleared', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'rectified' AND EXISTS (SELECT FROM risk.material_findings f WHERE f.material_id = OLD.id AND f.state = 'open') THEN
    RAISE EXCEPTION 'promotional material %: findings are open', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER materials_guarded BEFORE UPDATE ON risk.materials FOR EACH ROW EXECUTE FUNCTION risk.guard_material();

-- Nobody reviews what he registered himself, or whose rectification he told himself.
CREATE FUNCTION risk.guard_material_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM risk.materials m WHERE m.id = NEW.material_id AND m.registered_account = NEW.reviewed_account)
     OR EXISTS (SELECT FROM risk.material_findings f
                 WHERE f.material_id = NEW.material_id AND f.state = 'rectified' AND f.rectified_account = NEW.reviewed_account) THEN
    RAISE EXCEPTION 'promotional material %: nobody reviews his own', NEW.material_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER material_reviews_guarded BEFORE INSERT ON risk.material_reviews FOR EACH ROW EXECUTE FUNCTION risk.guard_material_review();

CREATE FUNCTION risk.guard_material_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.material_id, NEW.review_id, NEW.item, NEW.text, NEW.severity, NEW.due_on)
     IS DISTINCT FROM (OLD.material_id, OLD.review_id, OLD.item, OLD.text, OLD.severity, OLD.due_on) OR OLD.state = 'cleared' THEN
    RAISE EXCEPTION 'finding % of promotional material: what was found never changes', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  -- A rectification is told with its proof (整改佐证).
  IF NEW.state = 'rectified' AND OLD.state = 'open' AND NOT EXISTS (SELECT FROM risk.material_files p WHERE p.finding_id = OLD.id) THEN
    RAISE EXCEPTION 'finding % of promotional material: it has no proof', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER material_findings_guarded BEFORE UPDATE ON risk.material_findings FOR EACH ROW EXECUTE FUNCTION risk.guard_material_finding();

CREATE TRIGGER material_reviews_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.material_reviews FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER material_files_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.material_files FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER material_steps_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.material_steps FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER materials_stay BEFORE DELETE OR TRUNCATE ON risk.materials FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER material_findings_stay BEFORE DELETE OR TRUNCATE ON risk.material_findings FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

GRANT SELECT, INSERT, UPDATE ON risk.materials, risk.material_findings TO linggong_app;
GRANT SELECT, INSERT ON risk.material_reviews, risk.material_files, risk.material_steps TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA risk TO linggong_app;
