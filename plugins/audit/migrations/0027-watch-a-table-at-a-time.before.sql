-- A table at a time: what 0020 did to all tables in one transaction held every lock until the last of them was free, and an upgrade beside a
-- running platform waited for each long transaction while everybody waited for it. The callers commit between two tables (旁证 README).

-- What is to be done, by name. Nothing is locked.
CREATE FUNCTION audit.tables_to_watch() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT g.name::text FROM audit.watch_gaps g
   WHERE NOT excepted AND (needs_identity OR needs_note OR needs_publication) OR excepted AND is_published ORDER BY 1
$$;

-- Brings one table to what it should be, or does nothing. Identity first, publication last: an UPDATE on a published table without identity
-- would fail. Whoever holds the table has two seconds to let go of it; then 55P03, and the caller comes again.
CREATE FUNCTION audit.watch_table(which text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog SET lock_timeout = '2s' AS $$
DECLARE
  item audit.watch_gaps;
BEGIN
  -- Two who do the same would alter it twice.
  PERFORM pg_advisory_xact_lock(hashtext('audit.watch_table ' || which));
  SELECT * INTO item FROM audit.watch_gaps g WHERE g.name::text = which;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF item.excepted THEN
    IF item.is_published THEN
      EXECUTE format('ALTER PUBLICATION linggong_watch DROP TABLE ONLY %s', item.name);
    END IF;
    RETURN item.is_published;
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
  RETURN item.needs_identity OR item.needs_note OR item.needs_publication;
END $$;
REVOKE ALL ON FUNCTION audit.tables_to_watch(), audit.watch_table(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.tables_to_watch(), audit.watch_table(text) TO linggong_app;

-- For one by hand, and for processes of the release before: passes over what is busy.
CREATE OR REPLACE FUNCTION audit.watch_tables() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
  item text;
  touched integer := 0;
BEGIN
  FOREACH item IN ARRAY ARRAY(SELECT audit.tables_to_watch()) LOOP
    BEGIN
      touched := touched + audit.watch_table(item)::integer;
    EXCEPTION WHEN lock_not_available THEN
      NULL;
    END;
  END LOOP;
  RETURN touched;
END $$;
