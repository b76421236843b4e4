-- Archive (审计归档, GB/T 22239-2019 8.1.4.3 c, 网络安全法 art. 23: six months online at least). A month of entries that is older than 184 days,
-- sealed and signed goes into one file; then its partition leaves. Blocks and roots stay, so that the chain is verified as before,
-- with the rows of the month read from their archive.
SET LOCAL ROLE linggong_audit;

CREATE TABLE audit.archives (
  -- The first day of the month, by UTC as the partitions are.
  month       date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  file_id     uuid NOT NULL UNIQUE,
  sha256      bytea NOT NULL CHECK (octet_length(sha256) = 32),
  bytes       bigint NOT NULL CHECK (bytes > 0),
  rows        bigint NOT NULL CHECK (rows >= 0),
  -- Tree of RFC 6962 over the digests of the month's rows, in the order of their blocks.
  root        bytea NOT NULL CHECK (octet_length(root) = 32),
  archived_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When the rows left the database; NULL while they are still in it.
  detached_at timestamptz
);

CREATE FUNCTION audit.keep_archive_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.detached_at IS NULL AND NEW.month = OLD.month
      AND (NEW.detached_at IS NULL OR to_jsonb(NEW) - 'detached_at' = to_jsonb(OLD) - 'detached_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit rows are never changed or removed (审计记录不可更改): % on %', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER archives_stay BEFORE UPDATE OR DELETE ON audit.archives FOR EACH ROW EXECUTE FUNCTION audit.keep_archive_row();
CREATE TRIGGER archives_kept BEFORE TRUNCATE ON audit.archives FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

-- Months that have a partition and are old enough to leave, the oldest first.
CREATE VIEW audit.published_old_months AS
  SELECT month, (month::timestamp AT TIME ZONE 'UTC') AS starts, ((month + interval '1 month')::timestamp AT TIME ZONE 'UTC') AS ends
    FROM (SELECT CASE WHEN c.relname ~ '^entries_\d{4}_\d{2}$' THEN to_date(substr(c.relname, 9), 'YYYY_MM') END AS month
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
           WHERE i.inhparent = 'audit.entries'::regclass) m
   WHERE (month + interval '1 month')::timestamp AT TIME ZONE 'UTC' + interval '184 days' < clock_timestamp();

-- While the rows of the month are still there, a file that does not open gives way to a new one.
CREATE FUNCTION audit.keep_archive(archive jsonb) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
  INSERT INTO audit.archives (month, file_id, sha256, bytes, rows, root)
  VALUES ((archive ->> 'month')::date, (archive ->> 'fileId')::uuid, decode(archive ->> 'sha256', 'hex'), (archive ->> 'bytes')::bigint,
    (archive ->> 'rows')::bigint, decode(archive ->> 'root', 'hex'))
  ON CONFLICT (month) DO UPDATE SET file_id = excluded.file_id, sha256 = excluded.sha256, bytes = excluded.bytes, rows = excluded.rows,
    root = excluded.root, archived_at = excluded.archived_at
$$;

-- Takes a month out that is kept in an archive: old enough by the server's clock, sealed to its last row, and as many rows as were archived.
-- It waits two seconds for the log and not longer: appending goes on meanwhile.
CREATE FUNCTION audit.detach_month(wanted date) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit SET lock_timeout = '2s' AS $$
DECLARE
  name text := 'entries_' || to_char(wanted, 'YYYY_MM');
  starts timestamptz := wanted::timestamp AT TIME ZONE 'UTC';
  ends timestamptz := (wanted + interval '1 month')::timestamp AT TIME ZONE 'UTC';
  archived bigint;
  present bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit.prepare_months'));
  SELECT rows INTO archived FROM audit.archives WHERE month = wanted AND detached_at IS NULL;
  IF archived IS NULL OR to_regclass('audit.' || name) IS NULL THEN
    RAISE EXCEPTION 'month % has no archive that waits (该月没有待分离的归档)', wanted USING ERRCODE = 'check_violation';
  END IF;
  IF ends + interval '184 days' >= clock_timestamp() THEN
    RAISE EXCEPTION 'month % is not six months old (在线未满六个月)', wanted USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM audit.unsealed WHERE recorded_at >= starts AND recorded_at < ends) THEN
    RAISE EXCEPTION 'month % is not sealed (尚未封存)', wanted USING ERRCODE = 'check_violation';
  END IF;
  EXECUTE format('SELECT count(*) FROM audit.%I', name) INTO present;
  IF present <> archived THEN
    RAISE EXCEPTION 'month % has % rows, its archive % (行数不符)', wanted, present, archived USING ERRCODE = 'check_violation';
  END IF;
  EXECUTE format('ALTER TABLE audit.entries DETACH PARTITION audit.%I', name);
  EXECUTE format('DROP TABLE audit.%I', name);
  UPDATE audit.archives SET detached_at = clock_timestamp() WHERE month = wanted;
END $$;

CREATE VIEW audit.published_archives AS
  SELECT *, (month::timestamp AT TIME ZONE 'UTC') AS starts, ((month + interval '1 month')::timestamp AT TIME ZONE 'UTC') AS ends
    FROM audit.archives;
REVOKE ALL ON FUNCTION audit.keep_archive_row(), audit.keep_archive(jsonb), audit.detach_month(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.keep_archive(jsonb), audit.detach_month(date) TO linggong_app;
GRANT SELECT ON audit.published_archives, audit.published_old_months TO linggong_app;
