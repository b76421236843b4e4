-- Backups, restore drills and the findings of audits (备份、恢复演练、审计发现; R5.2, R9.2, GB/T 22239 8.1.4.9). What a backup
-- consists of stands in its sealed manifest beside it: these rows are for people, and a lost database restores without them.
CREATE SCHEMA continuity;
GRANT USAGE ON SCHEMA continuity TO linggong_app;

CREATE TABLE continuity.backups (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL UNIQUE CHECK (code ~ '^\d{8}T\d{6}Z-[0-9a-f]{6}$'),
  method      text NOT NULL CHECK (method IN ('base', 'dump')),
  state       text NOT NULL CHECK (state IN ('running', 'good', 'failed', 'removed')),
  system      text NOT NULL,
  store       text NOT NULL CHECK (store IN ('disk', 's3')),
  place       text NOT NULL,
  run_id      uuid,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  bytes       bigint CHECK (bytes >= 0),
  parts       integer,
  server      text,
  start_lsn   text,
  stop_lsn    text,
  first_wal   text,
  last_wal    text,
  verified_at timestamptz,
  verified    boolean,
  problem     text,
  removed_at  timestamptz,
  -- why the retention after it did not do its whole work
  prune_problem text,
  CHECK ((state = 'running') = (finished_at IS NULL)),
  CHECK ((state = 'removed') = (removed_at IS NOT NULL))
);
CREATE INDEX backups_by_state ON continuity.backups (state, finished_at DESC);

-- How far the log of this cluster has been stored. One row a cluster.
CREATE TABLE continuity.wal_state (
  system        text PRIMARY KEY,
  last_file     text NOT NULL,
  -- when the server closed it: everything committed before is safe
  reached_at    timestamptz NOT NULL,
  shipped_at    timestamptz NOT NULL,
  files         bigint NOT NULL DEFAULT 0,
  bytes         bigint NOT NULL DEFAULT 0,
  -- set when segments had to be given up: nothing after that place is restored from an older base
  gap_at        timestamptz,
  gap_file      text
);

-- Private files that lie in a store, by the installation that put them there; each is copied once and never changes. A row that
-- is lost says that the data folder did not hold the file when it was to be copied; it is looked for again.
CREATE TABLE continuity.file_copies (
  system    text NOT NULL,
  store     text NOT NULL CHECK (store IN ('disk', 's3')),
  place     text NOT NULL,
  file_id   uuid NOT NULL,
  stored_at timestamptz NOT NULL,
  bytes     bigint NOT NULL,
  sha256    text,
  -- of a lost file: when it was last looked for
  copied_at timestamptz NOT NULL,
  lost      boolean NOT NULL DEFAULT false,
  PRIMARY KEY (system, store, place, file_id),
  CHECK (lost = (sha256 IS NULL))
);
CREATE INDEX file_copies_stored_at ON continuity.file_copies (system, store, place, stored_at);
CREATE INDEX file_copies_lost ON continuity.file_copies (system, store, place, copied_at) WHERE lost;

CREATE TABLE continuity.drills (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state       text NOT NULL CHECK (state IN ('running', 'passed', 'failed')),
  run_id      uuid,
  backup_code text,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  report      jsonb,
  problem     text,
  CHECK ((state = 'running') = (finished_at IS NULL))
);
CREATE INDEX drills_by_state ON continuity.drills (state, finished_at DESC);

-- One row a kind of difference, for ever: found again, it is the same finding.
CREATE TABLE continuity.findings (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  audit           text NOT NULL,
  kind            text NOT NULL,
  owner           text NOT NULL,
  state           text NOT NULL CHECK (state IN ('open', 'acknowledged', 'resolved', 'recurring', 'closed')),
  first_seen_at   timestamptz NOT NULL,
  last_seen_at    timestamptz NOT NULL,
  times_seen      integer NOT NULL DEFAULT 1,
  differences     bigint NOT NULL CHECK (differences > 0),
  -- ids, numbers and codes; never personal data
  samples         jsonb NOT NULL DEFAULT '[]',
  acknowledged_by text,
  ended_at        timestamptz,
  ended_by        text,
  end_reason      text,
  UNIQUE (audit, kind),
  CHECK ((state IN ('resolved', 'closed')) = (ended_at IS NOT NULL)),
  CHECK (state <> 'resolved' OR length(trim(end_reason)) > 0)
);
CREATE INDEX findings_by_owner ON continuity.findings (owner, state);

CREATE TABLE continuity.finding_steps (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  finding_id  integer NOT NULL REFERENCES continuity.findings,
  step        text NOT NULL CHECK (step IN ('found', 'seen', 'recurred', 'acknowledged', 'resolved', 'closed')),
  at          timestamptz NOT NULL,
  actor       text NOT NULL,
  reason      text,
  differences bigint
);
CREATE INDEX finding_steps_of ON continuity.finding_steps (finding_id, id);

CREATE FUNCTION continuity.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'continuity.%: rows are never changed this way', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER finding_steps_stay BEFORE UPDATE OR DELETE ON continuity.finding_steps
  FOR EACH STATEMENT EXECUTE FUNCTION continuity.refuse_change();

-- When each audit last ran, and what it compared: "no finding" is only worth something with a count beside it.
CREATE TABLE continuity.audit_runs (
  audit    text PRIMARY KEY,
  ran_at   timestamptz NOT NULL,
  compared bigint NOT NULL,
  found    integer NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON continuity.backups, continuity.wal_state, continuity.drills, continuity.findings,
  continuity.audit_runs, continuity.file_copies TO linggong_app;
GRANT SELECT, INSERT ON continuity.finding_steps TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA continuity TO linggong_app;
