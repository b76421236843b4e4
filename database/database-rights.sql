-- Rights on the platform's database, run inside it by a superuser (or its owner where the roles exist already).
-- Everybody's rights are taken first: on a fresh database PUBLIC may connect and make temporary tables.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I OWNER TO linggong_owner', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO linggong_app, linggong_backup, linggong_auditor', current_database());
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO linggong_app;

GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal(),
  pg_create_restore_point(text) TO linggong_backup;
