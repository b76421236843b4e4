-- The witness's own store (旁证库), in a schema that neither the application nor the owner of the database can write, alter or drop. Run inside the
-- platform's database by a superuser, after database-rights.sql; `npm start` runs it on the embedded server. Repeatable.
CREATE SCHEMA IF NOT EXISTS witness AUTHORIZATION linggong_witness;
GRANT USAGE ON SCHEMA witness TO linggong_app;
SET ROLE linggong_witness;

-- A transaction that was not the platform's, a gap in the log, or a change of the watch itself. Chained by digest, and never changed.
CREATE TABLE IF NOT EXISTS witness.transactions (
  no           bigint PRIMARY KEY,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  kind         text NOT NULL CHECK (kind IN ('bypass', 'migration', 'watch', 'gap')),
  at           timestamptz NOT NULL,
  xid          bigint,
  lsn          pg_lsn,
  db_user      text,
  user_source  text NOT NULL CHECK (user_source IN ('system-user', 'session-user', 'sample', 'unknown', 'none')),
  -- JSON text, as it was digested.
  candidates   text NOT NULL,
  address      text,
  application  text,
  pid          integer,
  replica_role boolean NOT NULL,
  forged       boolean NOT NULL,
  tables       text NOT NULL,
  rows         bigint NOT NULL,
  kept         bigint NOT NULL,
  previous     bytea NOT NULL,
  digest       bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS witness.changes (
  transaction_no bigint NOT NULL,
  place          integer NOT NULL,
  relation       text NOT NULL,
  operation      text NOT NULL,
  row_key        text,
  before         text,
  after          text,
  digest         bytea NOT NULL,
  PRIMARY KEY (transaction_no, place)
);
-- The story of a row (时间线).
CREATE INDEX IF NOT EXISTS changes_row ON witness.changes (relation, row_key) WHERE row_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS changes_emptied ON witness.changes (relation) WHERE operation = 'truncate';
CREATE TABLE IF NOT EXISTS witness.acknowledgements (
  transaction_no bigint PRIMARY KEY REFERENCES witness.transactions,
  at             timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_name     text NOT NULL,
  reason         text NOT NULL
);
CREATE TABLE IF NOT EXISTS witness.state (
  is_only       boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  slot          text NOT NULL,
  watching_since timestamptz NOT NULL,
  stored_lsn    pg_lsn NOT NULL,
  confirmed_lsn pg_lsn NOT NULL,
  heartbeat_at  timestamptz NOT NULL,
  own_transactions bigint NOT NULL DEFAULT 0,
  own_rows      bigint NOT NULL DEFAULT 0
);
-- Record up to which migrations have explained the state of the watch.
ALTER TABLE witness.state ADD COLUMN IF NOT EXISTS watched_no bigint NOT NULL DEFAULT 0;
CREATE TABLE IF NOT EXISTS witness.enrolments (
  pid  integer NOT NULL,
  port integer NOT NULL,
  kind text NOT NULL,
  at   timestamptz NOT NULL,
  PRIMARY KEY (pid, port)
);
CREATE TABLE IF NOT EXISTS witness.baseline (name text PRIMARY KEY, mark text NOT NULL);

CREATE OR REPLACE FUNCTION witness.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what the witness wrote is never changed or removed (旁证记录不可更改): % on %', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER stay BEFORE UPDATE OR DELETE ON witness.transactions FOR EACH ROW EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER kept BEFORE TRUNCATE ON witness.transactions FOR EACH STATEMENT EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER stay BEFORE UPDATE OR DELETE ON witness.changes FOR EACH ROW EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER kept BEFORE TRUNCATE ON witness.changes FOR EACH STATEMENT EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER stay BEFORE UPDATE OR DELETE ON witness.acknowledgements FOR EACH ROW EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER kept BEFORE TRUNCATE ON witness.acknowledgements FOR EACH STATEMENT EXECUTE FUNCTION witness.refuse_change();

CREATE OR REPLACE VIEW witness.published_transactions AS
  SELECT t.*, a.at AS acknowledged_at, a.actor_name AS acknowledged_by, a.reason AS acknowledged_reason,
    CASE WHEN t.kind = 'migration' THEN 'settled' WHEN a.at IS NULL THEN 'open' ELSE 'acknowledged' END AS state
  FROM witness.transactions t LEFT JOIN witness.acknowledgements a ON a.transaction_no = t.no;
CREATE OR REPLACE VIEW witness.published_changes AS SELECT * FROM witness.changes;
CREATE OR REPLACE VIEW witness.published_state AS SELECT * FROM witness.state;

-- False where it was acknowledged before, or is not there.
CREATE OR REPLACE FUNCTION witness.acknowledge(which bigint, actor text, why text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO witness.acknowledgements (transaction_no, actor_name, reason)
  SELECT no, actor, why FROM witness.transactions WHERE no = which AND kind <> 'migration'
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION witness.acknowledge(bigint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION witness.acknowledge(bigint, text, text) TO linggong_app;
GRANT SELECT ON witness.published_transactions, witness.published_changes, witness.published_state TO linggong_app;
RESET ROLE;

-- DDL (结构变更) writes no rows into the log that could be told: a note of it goes there, with who, what and which table. As the superuser, since
-- nobody else may own an event trigger; the function is the witness's, so that neither the owner nor the application can replace it.
DO $$
DECLARE
  item regprocedure;
BEGIN
  FOR item IN SELECT oid::regprocedure FROM pg_proc WHERE proname = 'pg_logical_emit_message' LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO linggong_witness', item);
  END LOOP;
END
$$;

SET ROLE linggong_witness;
-- pg_temp stands last in each search_path: where it is not named it is searched first, and a temporary pg_publication_rel would keep the
-- function from telling anything.
-- system_user is not before PostgreSQL 16.
CREATE OR REPLACE FUNCTION witness.emit_ddl(command text, objects jsonb, signed_in text) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record;
BEGIN
  -- Sixteen a note: with the longest names, whatever they are written in, it stays below what the witness holds whole (256 KB).
  FOR one IN SELECT jsonb_agg(o ORDER BY place) AS part FROM jsonb_array_elements(objects) WITH ORDINALITY AS a(o, place)
              GROUP BY (place - 1) / 16 ORDER BY min(place) LOOP
    PERFORM pg_logical_emit_message(true, 'linggong.ddl', jsonb_build_object(
      'pid', pg_backend_pid(), 'port', COALESCE(inet_client_port(), -1), 'address', host(inet_client_addr()),
      'sessionUser', session_user, 'systemUser', signed_in, 'application', current_setting('application_name'),
      'replica', current_setting('session_replication_role') = 'replica', 'operation', command, 'relation', '',
      'objects', one.part)::text);
  END LOOP;
END $$;

-- Columns and switched-off triggers of a table, as they are after the command.
CREATE OR REPLACE FUNCTION witness.table_facts(which oid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object('relation', n.nspname || '.' || c.relname,
    'columns', left((SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
       FROM pg_attribute a WHERE a.attrelid = which AND a.attnum > 0 AND NOT a.attisdropped), 1500),
    'off', (SELECT left(string_agg(t.tgname, ', ' ORDER BY t.tgname), 300) FROM pg_trigger t WHERE t.tgrelid = which AND t.tgenabled = 'D'))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.oid = which AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname <> 'witness'
$$;

DO $outer$
BEGIN
  EXECUTE format($create$
CREATE OR REPLACE FUNCTION witness.note_ddl() RETURNS event_trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  told jsonb;
BEGIN
  -- Until the first tables are under watch there is nobody who could prove to be the platform. Taking them all out again is told.
  IF NOT EXISTS (SELECT FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid WHERE p.pubname = 'linggong_watch')
     AND NOT (TG_EVENT = 'sql_drop' AND EXISTS (SELECT FROM pg_event_trigger_dropped_objects() d WHERE d.object_type ^@ 'publication')) THEN
    RETURN;
  END IF;
  IF TG_EVENT = 'table_rewrite' THEN
    SELECT jsonb_build_array(f || jsonb_build_object('kind', 'table', 'rewritten', pg_event_trigger_table_rewrite_reason())) INTO told
      FROM witness.table_facts(pg_event_trigger_table_rewrite_oid()) f WHERE f IS NOT NULL;
  ELSIF TG_EVENT = 'sql_drop' THEN
    SELECT jsonb_agg(jsonb_build_object('kind', d.object_type, 'dropped', true, 'identity', left(d.object_identity, 300),
        'relation', CASE WHEN d.object_type IN ('publication', 'function') THEN d.object_type || ' '
          || concat_ws('.', d.schema_name, d.address_names[array_length(d.address_names, 1)])
          ELSE d.address_names[1] || '.' || d.address_names[2] END)) INTO told
      FROM pg_event_trigger_dropped_objects() d
     WHERE NOT d.is_temporary AND d.address_names[1] IS DISTINCT FROM 'witness'
       -- What goes with its table is told by the table.
       AND (d.object_type = 'table' OR NOT EXISTS (SELECT FROM pg_event_trigger_dropped_objects() t
              WHERE t.object_type = 'table' AND t.address_names[1:2] = d.address_names[1:2]))
       AND (d.object_type IN ('table', 'table column', 'trigger', 'rule', 'publication relation', 'publication')
            OR (d.object_type = 'function' AND d.schema_name = 'audit'));
  ELSE
    SELECT jsonb_agg(o || jsonb_build_object('kind', kind, 'identity', left(identity, 300))) INTO told
      FROM (SELECT c.object_type AS kind, c.object_identity AS identity, CASE c.object_type
              WHEN 'publication' THEN jsonb_build_object('relation', 'publication ' || c.object_identity)
              WHEN 'function' THEN (SELECT jsonb_build_object('relation', 'function audit.' || p.proname) FROM pg_proc p WHERE p.oid = c.objid)
              ELSE witness.table_facts(CASE c.object_type
                WHEN 'trigger' THEN (SELECT t.tgrelid FROM pg_trigger t WHERE t.oid = c.objid)
                WHEN 'rule' THEN (SELECT r.ev_class FROM pg_rewrite r WHERE r.oid = c.objid)
                WHEN 'publication relation' THEN (SELECT r.prrelid FROM pg_publication_rel r WHERE r.oid = c.objid)
                ELSE c.objid END) END AS o
              FROM pg_event_trigger_ddl_commands() c
             WHERE c.object_type IN ('table', 'table column', 'trigger', 'rule', 'publication relation', 'publication')
                OR (c.object_type = 'function' AND c.schema_name = 'audit')) said
     WHERE o IS NOT NULL;
  END IF;
  IF told IS NOT NULL THEN
    PERFORM witness.emit_ddl(TG_TAG, told, %s);
  END IF;
END $body$ $create$,
    CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'system_user' ELSE 'NULL' END);
END
$outer$;
REVOKE ALL ON FUNCTION witness.note_ddl(), witness.emit_ddl(text, jsonb, text), witness.table_facts(oid) FROM PUBLIC;
RESET ROLE;

-- Made once: what was done to them since shows in the catalog. ALWAYS: under session_replication_role = replica as well.
DO $$
DECLARE
  item record;
BEGIN
  FOR item IN SELECT * FROM (VALUES ('witness_ddl', 'ddl_command_end'), ('witness_drop', 'sql_drop'), ('witness_rewrite', 'table_rewrite'))
                AS e(name, event) WHERE NOT EXISTS (SELECT FROM pg_event_trigger t WHERE t.evtname = e.name) LOOP
    EXECUTE format('CREATE EVENT TRIGGER %I ON %s EXECUTE FUNCTION witness.note_ddl()', item.name, item.event);
    EXECUTE format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', item.name);
  END LOOP;
END
$$;
