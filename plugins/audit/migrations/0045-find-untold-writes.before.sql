-- Writes without an entry (R9.5), of the newest pages of each table and the last hour: the transaction that wrote a row (xmin) against those
-- of the entries. A sample for a page that is looked at; the whole is compared by the tests. As the caller: it reads what he may read.
-- Behind a savepoint rows have the number of the part, and so has the entry's own row beside them; `xid` is that of the whole.
CREATE VIEW audit.published_entry_transactions AS
  SELECT recorded_at, xid::text::bigint AS xid, xmin::text::bigint AS part FROM audit.entries;
GRANT SELECT ON audit.published_entry_transactions TO linggong_app;

CREATE FUNCTION audit.untold_writes(p_excepted text[], p_pages integer, p_since timestamptz)
RETURNS TABLE (relation text, writes bigint) LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
  told bigint[];
  first bigint;
  one record;
BEGIN
  SELECT array_agg(DISTINCT xid % 4294967296) || array_agg(DISTINCT part), min(xid) INTO told, first
    FROM audit.published_entry_transactions WHERE recorded_at > p_since;
  IF first IS NULL THEN RETURN; END IF;
  FOR one IN
    SELECT format('%I.%I', n.nspname, c.relname) AS name, greatest(pg_relation_size(c.oid) / 8192 - p_pages, 0) AS page
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND NOT n.nspname = ANY (ARRAY['audit', 'witness', 'bullmq', 'information_schema'])
       -- A partition counts as its table.
       AND NOT format('%s.%s', n.nspname, regexp_replace(c.relname, '_\d{4}(_\d{2})?$|_rest$|_default$', '')) = ANY (p_excepted)
       AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
     ORDER BY 1
  LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %L::text, count(DISTINCT t.x) FROM (SELECT xmin::text::bigint AS x, age(xmin) AS old FROM %s WHERE ctid >= %L::tid) t
        WHERE t.old <= $2 AND NOT t.x = ANY ($1) HAVING count(*) > 0',
      one.name, one.name, format('(%s,0)', one.page)) USING told, age((first % 4294967296)::text::xid);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION audit.untold_writes(text[], integer, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.untold_writes(text[], integer, timestamptz) TO linggong_app;
