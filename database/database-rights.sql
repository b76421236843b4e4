-- Rights on the platform's database, run inside it by a superuser (or its owner where the roles exist already).
-- Everybody's rights are taken first: on a fresh database PUBLIC may connect and make temporary tables.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I OWNER TO linggong_owner', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO linggong_app, linggong_backup, linggong_auditor, linggong_witness', current_database());
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO linggong_app;

GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal(),
  pg_create_restore_point(text) TO linggong_backup;

-- Only the trigger that names the writer of a transaction may write into the log (migration audit 0020); by default everybody may, and could
-- sign as somebody else there.
DO $$
DECLARE
  item regprocedure;
BEGIN
  FOR item IN SELECT oid::regprocedure FROM pg_proc WHERE proname = 'pg_logical_emit_message' LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', item);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO linggong_audit', item);
  END LOOP;
END
$$;
