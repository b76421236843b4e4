-- Retention (保存期限): what has served its term leaves, with a record of the run. A purged file keeps its row – what it was, its
-- checksum, when it went and under which class – and loses its bytes, here and in the copies of backups.
ALTER TABLE vault.files
  ADD COLUMN purged_at timestamptz,
  ADD COLUMN purge_class text,
  -- When the bytes left the store; until then a purge that was killed between the two is finished by the next run.
  ADD COLUMN bytes_gone_at timestamptz,
  ADD CHECK ((purged_at IS NULL) = (purge_class IS NULL)),
  ADD CHECK (bytes_gone_at IS NULL OR purged_at IS NOT NULL);
CREATE INDEX files_going ON vault.files (id) WHERE purged_at IS NOT NULL AND bytes_gone_at IS NULL;
CREATE INDEX files_gone ON vault.files (purged_at) WHERE purged_at IS NOT NULL;
GRANT UPDATE (purged_at, purge_class, bytes_gone_at) ON vault.files TO linggong_app;

CREATE FUNCTION vault.keep_purged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.purged_at, NEW.purge_class) IS DISTINCT FROM (OLD.purged_at, OLD.purge_class) THEN
    RAISE EXCEPTION 'a purged file stays purged' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER files_stay_purged BEFORE UPDATE ON vault.files FOR EACH ROW WHEN (OLD.purged_at IS NOT NULL)
  EXECUTE FUNCTION vault.keep_purged();

-- What is purged is no file any more for backups, restores and drills. The view keeps the columns that it has.
DO $$
BEGIN
  EXECUTE format('CREATE OR REPLACE VIEW vault.published_files AS %s WHERE files.purged_at IS NULL',
    rtrim(pg_get_viewdef('vault.published_files'::regclass), E'; \n'));
END $$;
CREATE VIEW vault.published_purges AS SELECT id AS file_id, purged_at, purge_class FROM vault.files WHERE purged_at IS NOT NULL;
GRANT SELECT ON vault.published_purges TO linggong_app;

-- A legal hold (保全): as long as it stands, nothing of its subject is purged, whatever the schedule says.
CREATE TABLE vault.legal_holds (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_kind text NOT NULL CHECK (subject_kind IN ('worker', 'enterprise', 'settlement-batch', 'contract', 'bank-file')),
  subject_id integer NOT NULL CHECK (subject_id > 0),
  reason text NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  ended_by text,
  ended_at timestamptz,
  end_reason text,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX legal_holds_standing ON vault.legal_holds (subject_kind, subject_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON vault.legal_holds TO linggong_app;
GRANT UPDATE (ended_by, ended_at, end_reason) ON vault.legal_holds TO linggong_app;

-- One run of one class. The cursor is committed with each chunk, so that a killed run goes on where it was.
CREATE TABLE vault.retention_runs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  class text NOT NULL,
  cutoff timestamptz NOT NULL,
  cursor text,
  examined bigint NOT NULL DEFAULT 0,
  purged bigint NOT NULL DEFAULT 0,
  held bigint NOT NULL DEFAULT 0,
  files bigint NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  -- The code of what stopped it, never its words.
  fault text
);
CREATE UNIQUE INDEX retention_runs_open ON vault.retention_runs (class) WHERE finished_at IS NULL;
CREATE INDEX retention_runs_of_class ON vault.retention_runs (class, id DESC);
GRANT SELECT, INSERT ON vault.retention_runs TO linggong_app;
GRANT UPDATE (cursor, examined, purged, held, files, finished_at, fault) ON vault.retention_runs TO linggong_app;
