-- Where pg_temp is not named in a search_path it is searched first, for tables: a temporary one in front of a catalog or of a table of ours would
-- be read instead, by functions that run with their owner's rights or guard a row. Named last it hides nothing.
DO $$
DECLARE
  item record;
BEGIN
  FOR item IN
    SELECT p.oid::regprocedure AS name, p.proowner::regrole AS owner, substr(c.setting, length('search_path=') + 1) AS searched
      FROM pg_catalog.pg_proc p CROSS JOIN LATERAL unnest(p.proconfig) AS c(setting)
     WHERE p.pronamespace::regnamespace::text IN ('vault')
       AND c.setting ^@ 'search_path=' AND c.setting !~ ', pg_temp$'
     ORDER BY p.oid
  LOOP
    EXECUTE format('SET LOCAL ROLE %s', item.owner);
    EXECUTE format('ALTER FUNCTION %s SET search_path = %s, pg_temp', item.name, item.searched);
    RESET ROLE;
  END LOOP;
END
$$;
