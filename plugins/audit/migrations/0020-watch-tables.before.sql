-- What the witness of the write-ahead log (旁证) reads by: every transaction on a watched table names its writer in the log, every row is
-- logged as it was before, and one publication holds the tables. Works with no witness running, and costs next to nothing then.

-- Tables that are not watched: the list of config/src/audit/unwatched.ts, brought here by each migration.
CREATE TABLE audit.unwatched (
  schema_name text NOT NULL,
  -- Empty: the whole schema.
  table_name  text NOT NULL DEFAULT '',
  PRIMARY KEY (schema_name, table_name)
);

-- Connections that proved to be made by the platform. The proof is not checked here: whoever owns the database must not be able to make one.
SET LOCAL ROLE linggong_audit;
CREATE TABLE audit.enrolments (
  id         bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  pid        integer NOT NULL,
  port       integer NOT NULL,
  login      text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('serve', 'migrate')),
  claimed_ms bigint NOT NULL,
  proof      bytea NOT NULL CHECK (octet_length(proof) <= 64),
  at         timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX enrolments_age ON audit.enrolments (at);

-- Once a connection. The log keeps the row for the witness; the table may forget it after a day.
CREATE FUNCTION audit.enrol(claimed_pid integer, claimed_ms bigint, kind text, proof bytea) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- Nobody waits for the disk for this: what the session writes next is behind it in the same log.
  PERFORM set_config('synchronous_commit', 'off', true);
  DELETE FROM audit.enrolments WHERE at < clock_timestamp() - interval '1 day';
  INSERT INTO audit.enrolments (pid, port, login, kind, claimed_ms, proof)
  VALUES (claimed_pid, COALESCE(inet_client_port(), -1), session_user, enrol.kind, enrol.claimed_ms, enrol.proof);
END $$;

-- Before a statement on a watched table: who is writing, as the server knows it. Of the platform's own login once a transaction – the setting
-- is undone with a savepoint, and so is the note –, of everybody else before each statement: whoever says by the setting that it has been
-- told already, or signs a note as the platform's, finds the real one beside it. BEFORE, so that the reader may pass over the rows of the
-- platform unparsed. system_user (PostgreSQL 16) is who signed in, also after SET ROLE and SET SESSION AUTHORIZATION; before that version
-- nobody's word is taken for it, and every statement has its note.
DO $outer$
BEGIN
  EXECUTE format($create$
    CREATE FUNCTION audit.note_writer() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog AS $body$
    BEGIN
      IF current_setting('linggong.noted', true) IS DISTINCT FROM pg_current_xact_id()::text OR TG_OP = 'TRUNCATE'
         OR coalesce(%1$s, '') NOT LIKE '%%:linggong\_app' THEN
        PERFORM set_config('linggong.noted', pg_current_xact_id()::text, true);
        PERFORM pg_logical_emit_message(true, 'linggong.writer', jsonb_build_object(
          'pid', pg_backend_pid(), 'port', COALESCE(inet_client_port(), -1), 'address', host(inet_client_addr()),
          'sessionUser', session_user, 'systemUser', %1$s, 'application', current_setting('application_name'),
          'replica', current_setting('session_replication_role') = 'replica',
          'operation', TG_OP, 'relation', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME)::text);
      END IF;
      RETURN NULL;
    END $body$ $create$,
    CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'system_user' ELSE 'NULL::text' END);
END
$outer$;
REVOKE ALL ON FUNCTION audit.enrol(integer, bigint, text, bytea), audit.note_writer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.enrol(integer, bigint, text, bytea) TO linggong_app;
RESET ROLE;

-- Row changes of a partition are told as those of its table.
CREATE PUBLICATION linggong_watch WITH (publish_via_partition_root = true);

-- Every lasting table of the platform, and what it lacks to be watched.
CREATE VIEW audit.watch_gaps AS
SELECT c.oid::regclass AS name, c.relkind, excepted.yes AS excepted, c.relkind = 'r' AND c.relreplident <> 'f' AS needs_identity,
  NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'witness_note') AS needs_note,
  NOT c.relispartition AND NOT published.yes AS needs_publication, published.yes AS is_published
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM audit.unwatched u
  WHERE u.schema_name = n.nspname AND u.table_name IN ('', c.relname)) AS yes) excepted
CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid
  WHERE p.pubname = 'linggong_watch' AND r.prrelid = c.oid) AS yes) published
WHERE c.relkind IN ('r', 'p') AND c.relpersistence = 'p'
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'witness');

-- Brings the tables that are new under watch, partitions of new months as well. Repeatable; takes locks only where something differs.
-- Identity first, publication last: an UPDATE on a published table without identity would fail.
CREATE FUNCTION audit.watch_tables() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
  item audit.watch_gaps;
  -- Read to its end first: a table that a cursor still reads cannot be altered.
  items audit.watch_gaps[];
  touched integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit.watch_tables'));
  SELECT COALESCE(array_agg(g ORDER BY g.name::text), '{}') INTO items FROM audit.watch_gaps g
   WHERE NOT excepted AND (needs_identity OR needs_note OR needs_publication) OR excepted AND is_published;
  FOREACH item IN ARRAY items LOOP
    touched := touched + 1;
    IF item.excepted THEN
      EXECUTE format('ALTER PUBLICATION linggong_watch DROP TABLE ONLY %s', item.name);
      CONTINUE;
    END IF;
    IF item.needs_identity THEN
      EXECUTE format('ALTER TABLE ONLY %s REPLICA IDENTITY FULL', item.name);
    END IF;
    IF item.needs_note THEN
      EXECUTE format('CREATE TRIGGER witness_note BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION audit.note_writer()', item.name);
      -- Fires under session_replication_role = replica as well.
      EXECUTE format('ALTER TABLE ONLY %s ENABLE ALWAYS TRIGGER witness_note', item.name);
    END IF;
    IF item.needs_publication THEN
      EXECUTE format('ALTER PUBLICATION linggong_watch ADD TABLE %s', item.name);
    END IF;
  END LOOP;
  RETURN touched;
END $$;
REVOKE ALL ON FUNCTION audit.watch_tables() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.watch_tables() TO linggong_app;
