-- Deny, allow and watch lists (黑白名单, R6.3) and snoozes of one rule for one subject. What an entry says is never rewritten and no
-- entry is deleted: who was listed, why, by whose word and until when stays readable for years.
CREATE SCHEMA IF NOT EXISTS risk;
GRANT USAGE ON SCHEMA risk TO linggong_app;

CREATE SEQUENCE risk.list_serials;
CREATE SEQUENCE risk.list_import_serials;
CREATE SEQUENCE risk.snooze_serials;
GRANT USAGE ON SEQUENCE risk.list_serials, risk.list_import_serials, risk.snooze_serials TO linggong_app;

-- The same text as businessNumber() of core/domain, for entries that come by the thousand.
CREATE FUNCTION risk.list_number(month text, serial bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'RL-' || month || '-' || CASE WHEN serial < 10000 THEN lpad(serial::text, 4, '0') ELSE serial::text END
$$;

-- A sheet that was read: its good rows wait as `proposed` entries, its bad ones are told by row number and reason, without their values.
CREATE TABLE risk.list_imports (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('read', 'taken', 'discarded')),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  rows_read integer NOT NULL CHECK (rows_read >= 0),
  rows_good integer NOT NULL CHECK (rows_good >= 0),
  rows_refused integer NOT NULL CHECK (rows_refused >= 0),
  -- [{rowNo, field, code, zh, en}], the first of them; rows_refused counts all.
  faults jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  created_by integer,
  created_name text NOT NULL,
  decided_at timestamptz,
  decided_name text,
  CHECK ((state = 'read') = (decided_at IS NULL))
);
GRANT SELECT, INSERT ON risk.list_imports TO linggong_app;
GRANT UPDATE (state, decided_at, decided_name) ON risk.list_imports TO linggong_app;

CREATE TABLE risk.list_entries (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('deny', 'allow', 'watch')),
  subject_kind text NOT NULL CHECK (subject_kind IN ('identity', 'card', 'phone', 'uscc', 'address', 'device')),
  -- What is compared: the blind index of a person's number or address in hex, a credit code or device number as it is.
  subject_key text NOT NULL CHECK (length(subject_key) BETWEEN 1 AND 128),
  value_sealed bytea,
  value_masked text NOT NULL,
  -- Rules of the decision table that an allowed subject is let off; no other list has any.
  rules text[] NOT NULL DEFAULT '{}',
  source text NOT NULL CHECK (source IN ('platform', 'regulator', 'court', 'police', 'bank', 'complaint', 'other')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 500),
  -- Last day on which it holds (Asia/Shanghai); null for one that holds until it is ended.
  ends_on date,
  state text NOT NULL CHECK (state IN ('proposed', 'in-force', 'ended', 'discarded')),
  import_id integer REFERENCES risk.list_imports (id),
  created_at timestamptz NOT NULL,
  created_by integer,
  created_name text NOT NULL,
  -- The request that a second person approved; null for what stood before there were approvals of it (seeds, tests).
  approval_id uuid,
  ended_at timestamptz,
  ended_by integer,
  ended_name text,
  end_reason text,
  CONSTRAINT risk_list_rules CHECK ((kind = 'allow') = (cardinality(rules) > 0)),
  CONSTRAINT risk_list_sealed CHECK ((subject_kind IN ('uscc', 'device')) = (value_sealed IS NULL)),
  CONSTRAINT risk_list_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
-- One of a kind for a subject: whoever is looked up is found by this index too.
CREATE UNIQUE INDEX list_entries_in_force ON risk.list_entries (subject_kind, subject_key, kind) WHERE state = 'in-force';
CREATE INDEX list_entries_by_import ON risk.list_entries (import_id) WHERE import_id IS NOT NULL;
GRANT SELECT, INSERT ON risk.list_entries TO linggong_app;
-- `value_sealed` is sealed anew after a rotation of keys.
GRANT UPDATE (value_sealed, state, approval_id, ended_at, ended_by, ended_name, end_reason) ON risk.list_entries TO linggong_app;

CREATE FUNCTION risk.guard_list_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION '名单记录不可删除 · entries of lists are not deleted' USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.number, OLD.kind, OLD.subject_kind, OLD.subject_key, OLD.value_masked, OLD.rules, OLD.source, OLD.reason, OLD.ends_on,
      OLD.import_id, OLD.created_at, OLD.created_by, OLD.created_name)
     IS DISTINCT FROM
     (NEW.number, NEW.kind, NEW.subject_kind, NEW.subject_key, NEW.value_masked, NEW.rules, NEW.source, NEW.reason, NEW.ends_on,
      NEW.import_id, NEW.created_at, NEW.created_by, NEW.created_name) THEN
    RAISE EXCEPTION '名单记录不可更改 · what an entry says is not changed' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.state <> NEW.state AND NOT (OLD.state = 'proposed' AND NEW.state IN ('in-force', 'discarded'))
     AND NOT (OLD.state = 'in-force' AND NEW.state = 'ended') THEN
    RAISE EXCEPTION '名单状态不可由 % 变为 % · no way from one to the other', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_list_entry BEFORE UPDATE OR DELETE ON risk.list_entries
  FOR EACH ROW EXECUTE FUNCTION risk.guard_list_entry();

-- What holds unless its last day is over: readers add `ends_on IS NULL OR ends_on >= <day>`, since the day is theirs to say.
CREATE VIEW risk.published_listed AS
SELECT id AS entry_id, number, kind, subject_kind, subject_key, source, ends_on FROM risk.list_entries WHERE state = 'in-force';

-- That somebody on a watch or deny list was met: by a registration, a card. Append-only.
CREATE TABLE risk.list_hits (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry_id integer NOT NULL REFERENCES risk.list_entries (id),
  moment text NOT NULL CHECK (moment IN ('worker-registered', 'card-added', 'enterprise-submitted')),
  subject_kind text NOT NULL CHECK (subject_kind IN ('worker', 'enterprise')),
  subject_id integer NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (entry_id, moment, subject_kind, subject_id)
);
GRANT SELECT, INSERT ON risk.list_hits TO linggong_app;

CREATE TABLE risk.snoozes (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  rule text NOT NULL CHECK (length(rule) BETWEEN 1 AND 80),
  subject_kind text NOT NULL CHECK (subject_kind IN ('worker', 'enterprise')),
  subject_id integer NOT NULL CHECK (subject_id > 0),
  reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 500),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('in-force', 'ended')),
  created_at timestamptz NOT NULL,
  created_by integer,
  created_name text NOT NULL,
  approval_id uuid,
  ended_at timestamptz,
  ended_name text,
  end_reason text,
  -- A rule that is wrong for good is changed, not put to sleep for ever.
  CONSTRAINT risk_snooze_term CHECK (ends_on BETWEEN starts_on AND starts_on + 92),
  CONSTRAINT risk_snooze_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
CREATE INDEX snoozes_in_force ON risk.snoozes (subject_kind, subject_id, rule) WHERE state = 'in-force';
GRANT SELECT, INSERT ON risk.snoozes TO linggong_app;
GRANT UPDATE (state, ended_at, ended_name, end_reason) ON risk.snoozes TO linggong_app;

-- Which rules somebody is let off, and until when: by a snooze, or by an entry of the allow list.
CREATE VIEW risk.published_skips AS
SELECT subject_kind, subject_id::text AS subject_key, rule, ends_on FROM risk.snoozes WHERE state = 'in-force'
UNION ALL
SELECT subject_kind, subject_key, unnest(rules), ends_on FROM risk.list_entries WHERE state = 'in-force' AND kind = 'allow';

GRANT SELECT ON risk.published_listed, risk.published_skips TO linggong_app;
