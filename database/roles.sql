-- Roles of the platform (数据库角色). Run once by a superuser on a server of your own; `npm start` runs it on the embedded one.
-- Passwords are not here: set them with ALTER ROLE … PASSWORD, then give DATABASE_URL and DATABASE_OWNER_URL.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['linggong_owner', 'linggong_app', 'linggong_audit', 'linggong_backup',
                                 'linggong_security', 'linggong_auditor', 'linggong_witness'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I', wanted);
    END IF;
  END LOOP;
END
$$;

-- Migrates: owns the database and everything in it but the audit schema.
ALTER ROLE linggong_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Web and worker: rows only, no DDL, no temporary tables.
ALTER ROLE linggong_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Owns the audit schema; nobody signs in as it, the owner's migrations act for it.
ALTER ROLE linggong_audit NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Base backups and the stream of the write-ahead log; reads no table. For dumps of a server of your own it has to:
-- GRANT pg_read_all_data TO linggong_backup, and give DATABASE_BACKUP_URL.
ALTER ROLE linggong_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE REPLICATION NOBYPASSRLS;
-- Owns what second persons decide, and the functions that write it; nobody signs in as it.
ALTER ROLE linggong_security NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- For whoever audits with a client of his own: reads the audit log, accounts, sessions and decisions, and writes nothing.
ALTER ROLE linggong_auditor LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 3;
-- Reads the write-ahead log and owns the schema witness alone: member of nothing, and nobody is a member of it.
ALTER ROLE linggong_witness LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE REPLICATION NOBYPASSRLS;
GRANT pg_monitor TO linggong_witness;
ALTER ROLE linggong_witness SET timezone = 'UTC';

GRANT linggong_audit TO linggong_owner;
GRANT linggong_security TO linggong_owner;
GRANT pg_read_all_settings TO linggong_backup;

-- A statement of the application that waits for a lock or idles in a transaction must not stop the platform.
ALTER ROLE linggong_app SET timezone = 'UTC';
ALTER ROLE linggong_app SET lock_timeout = '30s';
ALTER ROLE linggong_app SET idle_in_transaction_session_timeout = '5min';
ALTER ROLE linggong_owner SET timezone = 'UTC';
ALTER ROLE linggong_auditor SET timezone = 'UTC';
ALTER ROLE linggong_auditor SET default_transaction_read_only = on;
ALTER ROLE linggong_auditor SET statement_timeout = '60s';
