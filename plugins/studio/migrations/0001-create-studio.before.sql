-- Everything that operators configure (配置中心, R13.1): configurations, their versions, every step of a version, and which version a running
-- thing keeps. Whoever writes with the rights of the application meets the same rules here that the code holds: a version changes only
-- while it is drafted, moves only as `studio.may_move` says, is decided by somebody who did not write it, and is never taken away.
CREATE SCHEMA studio;
GRANT USAGE ON SCHEMA studio TO linggong_app;

CREATE TABLE studio.configurations (
  id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind           text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$' AND length(kind) <= 40),
  key            text NOT NULL CHECK (
    key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND length(key) <= 80),
  name_zh        text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
  name_en        text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
  description_zh text NOT NULL CHECK (length(description_zh) <= 2000),
  description_en text NOT NULL CHECK (length(description_en) <= 2000),
  review_by      date,
  created_at     timestamptz NOT NULL,
  created_by     integer,
  created_name   text NOT NULL,
  UNIQUE (kind, key)
);
GRANT SELECT, INSERT ON studio.configurations TO linggong_app;

-- Where each state may go. The domain holds the same table (`domain/version-state.ts`); a test compares them.
CREATE FUNCTION studio.may_move(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT after = ANY (CASE before
    WHEN 'draft' THEN ARRAY['checked', 'discarded']
    WHEN 'checked' THEN ARRAY['draft', 'replayed', 'submitted', 'discarded']
    WHEN 'replayed' THEN ARRAY['draft', 'checked', 'submitted', 'discarded']
    WHEN 'submitted' THEN ARRAY['draft', 'scheduled', 'in-force']
    WHEN 'scheduled' THEN ARRAY['in-force', 'discarded']
    WHEN 'in-force' THEN ARRAY['superseded', 'rolled-back']
    WHEN 'superseded' THEN ARRAY['in-force']
    ELSE ARRAY[]::text[] END)
$$;

CREATE FUNCTION studio.shanghai_day(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$ SELECT (at AT TIME ZONE 'UTC' + interval '8 hours')::date $$;

CREATE TABLE studio.versions (
  id               integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  configuration_id integer NOT NULL REFERENCES studio.configurations,
  version_no       integer NOT NULL CHECK (version_no > 0),
  state            text NOT NULL CHECK (state IN ('draft', 'checked', 'replayed', 'submitted', 'scheduled', 'in-force',
                     'superseded', 'rolled-back', 'discarded')),
  -- counts the savings: who saves names the one that he read
  revision         integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  content          jsonb NOT NULL,
  cases            jsonb NOT NULL CHECK (jsonb_typeof(cases) = 'array'),
  -- of content and cases; set by the trigger
  sha256           text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  note             text NOT NULL CHECK (length(note) <= 2000),
  based_on         integer REFERENCES studio.versions,
  effective_from   date,
  shadow_from      date,
  created_at       timestamptz NOT NULL,
  created_by       integer,
  created_name     text NOT NULL,
  updated_at       timestamptz NOT NULL,
  updated_by       integer,
  updated_name     text NOT NULL,
  submitted_at     timestamptz,
  submitted_by     integer,
  submitted_name   text,
  decided_at       timestamptz,
  decided_by       integer,
  decided_name     text,
  in_force_from    timestamptz,
  in_force_to      timestamptz,
  -- results of its test cases and of its replay, each with the hash that it was made for
  check_report     jsonb,
  replay_report    jsonb,
  -- the last step: who moved it, when and why
  moved_at         timestamptz NOT NULL,
  moved_by         integer,
  moved_name       text NOT NULL,
  state_reason     text CHECK (length(state_reason) <= 1000),
  UNIQUE (configuration_id, version_no),
  UNIQUE (id, configuration_id)
);
CREATE UNIQUE INDEX versions_one_open ON studio.versions (configuration_id)
  WHERE state IN ('draft', 'checked', 'replayed', 'submitted', 'scheduled');
CREATE UNIQUE INDEX versions_one_in_force ON studio.versions (configuration_id) WHERE state = 'in-force';
CREATE INDEX versions_scheduled ON studio.versions (effective_from) WHERE state = 'scheduled';
GRANT SELECT, INSERT, UPDATE ON studio.versions TO linggong_app;

-- Every step of a version (历程): written by the trigger alone.
CREATE TABLE studio.steps (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id   integer NOT NULL REFERENCES studio.versions,
  at           timestamptz NOT NULL,
  by_account   integer,
  by_name      text NOT NULL,
  -- null where the version was made
  before_state text,
  after_state  text NOT NULL,
  revision     integer NOT NULL,
  sha256       text NOT NULL,
  -- whether content, cases or note were written by it
  wrote        boolean NOT NULL,
  reason       text
);
CREATE INDEX steps_by_version ON studio.steps (version_id, id);
GRANT SELECT ON studio.steps TO linggong_app;

CREATE FUNCTION studio.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'rows of %.% stay as they are: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP USING ERRCODE = 'P0001';
END $$;

CREATE FUNCTION studio.sha256_of(content jsonb, cases jsonb) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT encode(sha256(convert_to(content::text || chr(10) || cases::text, 'UTF8')), 'hex')
$$;

-- A new version is a draft. The first of a configuration may be what the platform was delivered with: nobody drafted it, so that nobody
-- decided about it; it is in force at once, and there is one only while there is no other.
CREATE FUNCTION studio.guard_new_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.sha256 := studio.sha256_of(NEW.content, NEW.cases);
  NEW.revision := 1;
  IF NEW.submitted_at IS NOT NULL OR NEW.submitted_by IS NOT NULL OR NEW.decided_at IS NOT NULL OR NEW.decided_by IS NOT NULL
     OR NEW.in_force_to IS NOT NULL OR NEW.replay_report IS NOT NULL THEN
    RAISE EXCEPTION 'a new version was neither submitted nor decided' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state = 'draft' AND NEW.in_force_from IS NULL AND NEW.check_report IS NULL THEN RETURN NEW; END IF;
  IF NEW.state <> 'in-force' OR NEW.version_no <> 1 OR NEW.created_by IS NOT NULL OR NEW.in_force_from IS NULL
     OR EXISTS (SELECT FROM studio.versions v WHERE v.configuration_id = NEW.configuration_id)
     OR EXISTS (SELECT FROM studio.configurations c WHERE c.id = NEW.configuration_id AND c.created_by IS NOT NULL) THEN
    RAISE EXCEPTION 'a new version is a draft' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION studio.guard_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  rewritten boolean := (NEW.content, NEW.cases, NEW.note) IS DISTINCT FROM (OLD.content, OLD.cases, OLD.note);
BEGIN
  IF (NEW.id, NEW.configuration_id, NEW.version_no, NEW.based_on, NEW.created_at, NEW.created_by, NEW.created_name)
     IS DISTINCT FROM
     (OLD.id, OLD.configuration_id, OLD.version_no, OLD.based_on, OLD.created_at, OLD.created_by, OLD.created_name) THEN
    RAISE EXCEPTION 'what a version is and who began it do not change' USING ERRCODE = 'P0001';
  END IF;
  NEW.sha256 := OLD.sha256;
  IF rewritten THEN
    IF OLD.state NOT IN ('draft', 'checked', 'replayed') OR NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a version changes only while it is drafted, and is a draft again by it' USING ERRCODE = 'P0001';
    END IF;
    NEW.sha256 := studio.sha256_of(NEW.content, NEW.cases);
    NEW.revision := OLD.revision + 1;
    NEW.check_report := NULL;
    NEW.replay_report := NULL;
  ELSIF NEW.revision <> OLD.revision
     OR (NEW.updated_at, NEW.updated_by, NEW.updated_name) IS DISTINCT FROM (OLD.updated_at, OLD.updated_by, OLD.updated_name) THEN
    RAISE EXCEPTION 'the revision counts what was written' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state <> OLD.state AND NOT (rewritten OR studio.may_move(OLD.state, NEW.state)) THEN
    RAISE EXCEPTION 'a version that is % does not become %', OLD.state, NEW.state USING ERRCODE = 'P0001';
  END IF;
  -- Each fact is written by the step that it belongs to, and by no other; a report belongs to what it was made for.
  IF (OLD.state NOT IN ('draft', 'checked', 'replayed')
      AND (NEW.check_report, NEW.replay_report) IS DISTINCT FROM (OLD.check_report, OLD.replay_report))
     OR (NOT (OLD.state IN ('checked', 'replayed') AND NEW.state = 'submitted')
      AND (NEW.shadow_from, NEW.submitted_at, NEW.submitted_by, NEW.submitted_name)
        IS DISTINCT FROM (OLD.shadow_from, OLD.submitted_at, OLD.submitted_by, OLD.submitted_name))
     OR (NOT (OLD.state = 'submitted' AND NEW.state IN ('scheduled', 'in-force'))
      AND (NEW.decided_at, NEW.decided_by, NEW.decided_name) IS DISTINCT FROM (OLD.decided_at, OLD.decided_by, OLD.decided_name))
     OR (NEW.effective_from IS DISTINCT FROM OLD.effective_from AND NEW.state <> 'submitted'
      AND NOT (OLD.state = 'submitted' AND NEW.state = 'in-force' AND NEW.effective_from > OLD.effective_from))
     OR (NEW.in_force_from IS DISTINCT FROM OLD.in_force_from AND NEW.state <> 'in-force')
     OR (NEW.in_force_to IS DISTINCT FROM OLD.in_force_to AND NEW.state NOT IN ('in-force', 'superseded', 'rolled-back')) THEN
    RAISE EXCEPTION 'a version stays as it was submitted and approved' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state = OLD.state AND OLD.state NOT IN ('draft', 'checked', 'replayed') THEN
    RAISE EXCEPTION 'a version that is % only moves on', OLD.state USING ERRCODE = 'P0001';
  END IF;
  PERFORM studio.demand_sound(OLD, NEW);
  RETURN NEW;
END $$;

-- What each state asks for.
CREATE FUNCTION studio.demand_sound(before studio.versions, after studio.versions) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  passed boolean := coalesce(after.check_report ->> 'sha256' = after.sha256 AND after.check_report -> 'passed' = 'true', false);
  wrong text;
BEGIN
  IF after.state = before.state THEN RETURN; END IF;
  wrong := CASE after.state
    WHEN 'checked' THEN CASE WHEN NOT passed OR jsonb_array_length(after.cases) = 0 THEN 'its own cases have not passed' END
    WHEN 'replayed' THEN CASE WHEN NOT passed OR after.replay_report ->> 'sha256' IS DISTINCT FROM after.sha256
      THEN 'it was not replayed as it stands' END
    WHEN 'submitted' THEN CASE
      WHEN NOT passed THEN 'its own cases have not passed'
      WHEN after.submitted_at IS NULL OR after.submitted_name IS NULL OR after.effective_from IS NULL THEN 'who submits it, and from when'
      WHEN after.effective_from < studio.shanghai_day(after.submitted_at) THEN 'its day has passed'
      WHEN after.shadow_from >= after.effective_from THEN 'it would run beside the other only after it took over' END
    WHEN 'superseded' THEN CASE WHEN after.in_force_to IS NULL THEN 'until when it was in force' END
    WHEN 'rolled-back' THEN CASE WHEN after.in_force_to IS NULL THEN 'until when it was in force' END
  END;
  IF wrong IS NULL AND before.state = 'submitted' AND after.state IN ('scheduled', 'in-force') THEN
    wrong := CASE
      WHEN NOT passed THEN 'its own cases have not passed'
      WHEN after.decided_at IS NULL OR after.decided_by IS NULL OR after.decided_name IS NULL THEN 'nobody decided about it'
      WHEN EXISTS (SELECT FROM studio.steps s WHERE s.version_id = after.id AND s.by_account = after.decided_by
                     AND (s.wrote OR s.after_state = 'submitted'))
        OR after.decided_by IN (after.created_by, after.updated_by, after.submitted_by)
        THEN 'nobody decides about what he wrote or submitted'
      WHEN after.effective_from < studio.shanghai_day(after.decided_at) THEN 'its day lies before the day of the decision' END;
  END IF;
  IF wrong IS NULL AND after.state = 'in-force' THEN
    wrong := CASE
      WHEN after.in_force_from IS NULL OR after.in_force_to IS NOT NULL THEN 'from when it is in force'
      WHEN after.effective_from > studio.shanghai_day(after.in_force_from) THEN 'its day has not come'
      WHEN before.state = 'superseded' AND NOT EXISTS (
        SELECT FROM studio.versions v WHERE v.configuration_id = after.configuration_id AND v.state = 'rolled-back'
           AND v.in_force_to = after.in_force_from) THEN 'the one after it was not rolled back' END;
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'a version does not become %: %', after.state, wrong USING ERRCODE = 'P0001';
  END IF;
END $$;

-- SECURITY DEFINER: the application itself writes no step.
CREATE FUNCTION studio.note_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wrote boolean := TG_OP = 'INSERT';
  was text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    wrote := NEW.revision <> OLD.revision;
    was := OLD.state;
    IF NOT wrote AND NEW.state = was THEN RETURN NULL; END IF;
  END IF;
  INSERT INTO studio.steps (version_id, at, by_account, by_name, before_state, after_state, revision, sha256, wrote, reason)
  VALUES (NEW.id, NEW.moved_at, NEW.moved_by, NEW.moved_name, was, NEW.state, NEW.revision, NEW.sha256, wrote, NEW.state_reason);
  RETURN NULL;
END $$;

CREATE TRIGGER versions_begin BEFORE INSERT ON studio.versions FOR EACH ROW EXECUTE FUNCTION studio.guard_new_version();
CREATE TRIGGER versions_guard BEFORE UPDATE ON studio.versions FOR EACH ROW EXECUTE FUNCTION studio.guard_version();
CREATE TRIGGER versions_step AFTER INSERT OR UPDATE ON studio.versions FOR EACH ROW EXECUTE FUNCTION studio.note_step();

-- Which version of a configuration a running thing keeps (版本固定). Of one configuration it keeps one, the first that it was given.
CREATE TABLE studio.pins (
  subject_kind     text NOT NULL CHECK (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
  subject_id       text NOT NULL CHECK (length(subject_id) BETWEEN 1 AND 80),
  configuration_id integer NOT NULL,
  version_id       integer NOT NULL,
  pinned_at        timestamptz NOT NULL,
  PRIMARY KEY (subject_kind, subject_id, configuration_id),
  FOREIGN KEY (version_id, configuration_id) REFERENCES studio.versions (id, configuration_id)
);
CREATE INDEX pins_by_version ON studio.pins (version_id, subject_kind);
GRANT SELECT, INSERT ON studio.pins TO linggong_app;

CREATE FUNCTION studio.guard_pins() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT version_id FROM made) m JOIN studio.versions v ON v.id = m.version_id
              WHERE v.in_force_from IS NULL) THEN
    RAISE EXCEPTION 'nothing keeps a version that was never in force' USING ERRCODE = 'P0001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER pins_guard AFTER INSERT ON studio.pins REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION studio.guard_pins();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['configurations', 'versions', 'steps', 'pins'] LOOP
    EXECUTE format('CREATE TRIGGER %I_stay BEFORE DELETE ON studio.%I FOR EACH ROW EXECUTE FUNCTION studio.refuse()', name, name);
    EXECUTE format('CREATE TRIGGER %I_never_emptied BEFORE TRUNCATE ON studio.%I FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse()', name, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['configurations', 'steps', 'pins'] LOOP
    EXECUTE format('CREATE TRIGGER %I_unchanged BEFORE UPDATE ON studio.%I FOR EACH ROW EXECUTE FUNCTION studio.refuse()', name, name);
  END LOOP;
END $$;
