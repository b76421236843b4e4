-- Tallies (计数): the figures of the dashboards, kept with every change of the rows that they count, in the same transaction: a figure is never
-- ahead of its rows and never behind. The owner of a table says in one function what a row contributes; a trigger of each statement appends the sum of
-- what became different. Nothing is locked for it, so payments that run beside each other do not wait for a figure. A job folds what was
-- appended into totals; who reads adds what is not folded yet, in one statement.
CREATE SCHEMA core;
GRANT USAGE ON SCHEMA core TO linggong_app;

-- What one row contributes to one tally. `part` is the state or whatever the figure is parted by, `day` a day of Asia/Shanghai; money in fen.
CREATE TYPE core.contribution AS (
  tally text, part text, day date, enterprise_id integer,
  count bigint, gross_fen bigint, fee_fen bigint, tax_fen bigint, net_fen bigint
);

-- Which table is counted by which function (`settlement.order_tallies(public.orders)` gives rows of core.contribution, from the row alone).
CREATE TABLE core.tally_sources (
  source text PRIMARY KEY,
  contributions text NOT NULL,
  tallies text[] NOT NULL CHECK (cardinality(tallies) BETWEEN 1 AND 8)
);

CREATE TABLE core.tally_deltas (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tally text NOT NULL,
  part text NOT NULL,
  day date NOT NULL,
  -- Null: what is counted belongs to no enterprise.
  enterprise_id integer CHECK (enterprise_id > 0),
  count bigint NOT NULL,
  gross_fen bigint NOT NULL,
  fee_fen bigint NOT NULL,
  tax_fen bigint NOT NULL,
  net_fen bigint NOT NULL
);
CREATE INDEX tally_deltas_by_day ON core.tally_deltas (tally, day);

CREATE TABLE core.tallies (
  -- 0 is the whole house: its sum is kept as a row of its own, so that a board of the platform reads one row a day, however many enterprises there are.
  enterprise_id integer NOT NULL,
  tally text NOT NULL,
  part text NOT NULL,
  day date NOT NULL,
  count bigint NOT NULL,
  gross_fen bigint NOT NULL,
  fee_fen bigint NOT NULL,
  tax_fen bigint NOT NULL,
  net_fen bigint NOT NULL,
  PRIMARY KEY (enterprise_id, tally, part, day)
) WITH (fillfactor = 70);
CREATE INDEX tallies_by_day ON core.tallies (tally, day) WHERE enterprise_id > 0;
-- States that everything passes through leave rows of zero behind: they are swept away by this.
CREATE INDEX tallies_empty ON core.tallies (tally)
  WHERE count = 0 AND gross_fen = 0 AND fee_fen = 0 AND tax_fen = 0 AND net_fen = 0;

-- Every figure as of this statement: totals, and what is not folded into them yet.
CREATE VIEW core.kept_tallies AS
  SELECT tally, part, day, enterprise_id, count, gross_fen, fee_fen, tax_fen, net_fen FROM core.tallies
  UNION ALL
  SELECT tally, part, day, 0, count, gross_fen, fee_fen, tax_fen, net_fen FROM core.tally_deltas
  UNION ALL
  SELECT tally, part, day, enterprise_id, count, gross_fen, fee_fen, tax_fen, net_fen FROM core.tally_deltas
   WHERE enterprise_id IS NOT NULL;

-- With the rights of its owner: whoever changes rows cannot write a figure that no row stands behind.
CREATE FUNCTION core.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = core, pg_temp AS $$
DECLARE
  told text := 'SELECT %s::bigint AS sign, c.* FROM %I r CROSS JOIN LATERAL %s(ROW(r.*)::%I.%I) c';
  added text := format(told, 1, 'new_rows', TG_ARGV[0], TG_TABLE_SCHEMA, TG_TABLE_NAME);
  gone text := format(told, -1, 'old_rows', TG_ARGV[0], TG_TABLE_SCHEMA, TG_TABLE_NAME);
BEGIN
  EXECUTE format(
    'INSERT INTO core.tally_deltas (tally, part, day, enterprise_id, count, gross_fen, fee_fen, tax_fen, net_fen)
     SELECT tally, part, day, enterprise_id, sum(sign * count)::bigint, sum(sign * gross_fen)::bigint, sum(sign * fee_fen)::bigint,
            sum(sign * tax_fen)::bigint, sum(sign * net_fen)::bigint
       FROM (%s) told GROUP BY tally, part, day, enterprise_id
     HAVING sum(sign * count) <> 0 OR sum(sign * gross_fen) <> 0 OR sum(sign * fee_fen) <> 0 OR sum(sign * tax_fen) <> 0
         OR sum(sign * net_fen) <> 0',
    CASE TG_OP WHEN 'INSERT' THEN added WHEN 'DELETE' THEN gone ELSE added || ' UNION ALL ' || gone END);
  RETURN NULL;
END $$;

-- An emptied table counts nothing; TRUNCATE tells no rows, and shuts everybody else out until its transaction ends.
CREATE FUNCTION core.note_emptying() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = core, pg_temp AS $$
DECLARE
  emptied text[] := (SELECT tallies FROM core.tally_sources WHERE source = format('%I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME));
BEGIN
  DELETE FROM core.tally_deltas WHERE tally = ANY (emptied);
  DELETE FROM core.tallies WHERE tally = ANY (emptied);
  RETURN NULL;
END $$;

-- Adds up to so many of the oldest deltas to the totals; gives how many it took. Several may run at once: each takes other rows, and all lock the
-- totals in the same order. One transaction: a fold that is killed has done nothing.
CREATE FUNCTION core.fold_tallies(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = core, pg_temp AS $$
DECLARE
  taken integer;
BEGIN
  WITH gone AS MATERIALIZED (
    DELETE FROM core.tally_deltas
     WHERE id = ANY (ARRAY(SELECT id FROM core.tally_deltas ORDER BY id LIMIT most FOR UPDATE SKIP LOCKED))
    RETURNING *
  ), summed AS (
    INSERT INTO core.tallies AS t (enterprise_id, tally, part, day, count, gross_fen, fee_fen, tax_fen, net_fen)
    SELECT whose.id, g.tally, g.part, g.day, sum(g.count)::bigint, sum(g.gross_fen)::bigint, sum(g.fee_fen)::bigint, sum(g.tax_fen)::bigint,
           sum(g.net_fen)::bigint
      FROM gone g CROSS JOIN LATERAL (VALUES (0), (g.enterprise_id)) AS whose (id)
     WHERE whose.id IS NOT NULL
     GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (enterprise_id, tally, part, day) DO UPDATE
      SET count = t.count + excluded.count, gross_fen = t.gross_fen + excluded.gross_fen, fee_fen = t.fee_fen + excluded.fee_fen,
          tax_fen = t.tax_fen + excluded.tax_fen, net_fen = t.net_fen + excluded.net_fen
  )
  SELECT count(*) INTO taken FROM gone;
  DELETE FROM core.tallies WHERE (enterprise_id, tally, part, day) IN (
    SELECT enterprise_id, tally, part, day FROM core.tallies
     WHERE count = 0 AND gross_fen = 0 AND fee_fen = 0 AND tax_fen = 0 AND net_fen = 0
       FOR UPDATE SKIP LOCKED);
  RETURN taken;
END $$;

-- What the rows of a source come to, computed anew; the same shape as core.tallies.
CREATE FUNCTION core.told_tallies(wanted text) RETURNS SETOF core.tallies
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = core, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE (SELECT format(
    'SELECT coalesce(c.enterprise_id, 0), c.tally, c.part, c.day, c.count, c.gross_fen, c.fee_fen, c.tax_fen, c.net_fen FROM (
       SELECT CASE grouping(c.enterprise_id) WHEN 0 THEN c.enterprise_id END AS enterprise_id, c.tally, c.part, c.day, sum(c.count)::bigint AS count,
              sum(c.gross_fen)::bigint AS gross_fen, sum(c.fee_fen)::bigint AS fee_fen, sum(c.tax_fen)::bigint AS tax_fen,
              sum(c.net_fen)::bigint AS net_fen, grouping(c.enterprise_id) AS whole
         FROM %s r CROSS JOIN LATERAL %s(r) c
        GROUP BY GROUPING SETS ((c.tally, c.part, c.day), (c.tally, c.part, c.day, c.enterprise_id))) c
      WHERE (c.whole = 1 OR c.enterprise_id IS NOT NULL)
        AND NOT (c.count = 0 AND c.gross_fen = 0 AND c.fee_fen = 0 AND c.tax_fen = 0 AND c.net_fen = 0)', source, contributions)
    FROM core.tally_sources WHERE source = wanted);
END $$;

-- Kept against computed anew, a line a tally: how many figures there are, how many differ, and some of those by part, day and enterprise.
CREATE FUNCTION core.tally_differences(samples_max integer)
RETURNS TABLE (source text, tally text, compared bigint, differing bigint, samples text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = core, pg_temp AS $$
DECLARE
  known core.tally_sources;
BEGIN
  FOR known IN SELECT * FROM core.tally_sources s ORDER BY s.source LOOP
    RETURN QUERY
      WITH kept AS (
        SELECT k.enterprise_id, k.tally, k.part, k.day, sum(k.count)::bigint AS count, sum(k.gross_fen)::bigint AS gross_fen,
               sum(k.fee_fen)::bigint AS fee_fen, sum(k.tax_fen)::bigint AS tax_fen, sum(k.net_fen)::bigint AS net_fen
          FROM core.kept_tallies k WHERE k.tally = ANY (known.tallies) GROUP BY 1, 2, 3, 4
      ), pair AS (
        SELECT t.name AS tally, p.part, p.day, p.enterprise_id,
               (coalesce(k.count, 0), coalesce(k.gross_fen, 0), coalesce(k.fee_fen, 0), coalesce(k.tax_fen, 0), coalesce(k.net_fen, 0))
                 IS DISTINCT FROM
               (coalesce(r.count, 0), coalesce(r.gross_fen, 0), coalesce(r.fee_fen, 0), coalesce(r.tax_fen, 0), coalesce(r.net_fen, 0)) AS differs
          FROM kept k FULL JOIN core.told_tallies(known.source) r USING (enterprise_id, tally, part, day)
          CROSS JOIN LATERAL (SELECT coalesce(k.part, r.part) AS part, coalesce(k.day, r.day) AS day,
                                     coalesce(k.enterprise_id, r.enterprise_id) AS enterprise_id) p
          CROSS JOIN LATERAL (SELECT coalesce(k.tally, r.tally) AS name) t
      )
      SELECT known.source, n.name, count(p.tally), count(*) FILTER (WHERE p.differs),
             coalesce((array_agg(p.part || ' ' || p.day || ' #' || p.enterprise_id ORDER BY p.day, p.part, p.enterprise_id)
               FILTER (WHERE p.differs))[1:samples_max], '{}')
        FROM unnest(known.tallies) AS n (name) LEFT JOIN pair p ON p.tally = n.name
       GROUP BY n.name ORDER BY n.name;
  END LOOP;
END $$;

-- Puts the figures of a source to what its rows come to. Nobody writes to the source meanwhile.
CREATE FUNCTION core.rebuild_tallies(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = core, pg_temp AS $$
DECLARE
  known core.tally_sources;
BEGIN
  SELECT * INTO STRICT known FROM core.tally_sources s WHERE s.source = wanted;
  EXECUTE format('LOCK TABLE %s IN SHARE MODE', known.source);
  LOCK TABLE core.tallies IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM core.tally_deltas WHERE tally = ANY (known.tallies);
  DELETE FROM core.tallies WHERE tally = ANY (known.tallies);
  INSERT INTO core.tallies SELECT * FROM core.told_tallies(known.source);
END $$;

-- For migrations: from here on the tallies of a table are kept, and those of the rows that it has are filled in.
CREATE FUNCTION core.keep_tallies(source text, contributions text, tallies text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  told regclass := source::regclass;
BEGIN
  INSERT INTO core.tally_sources VALUES (source, contributions, tallies);
  EXECUTE format('CREATE TRIGGER tallies_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION core.note_change(%L)', told, contributions);
  EXECUTE format('CREATE TRIGGER tallies_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION core.note_change(%L)', told, contributions);
  EXECUTE format('CREATE TRIGGER tallies_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION core.note_change(%L)', told, contributions);
  EXECUTE format('CREATE TRIGGER tallies_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION core.note_emptying()', told);
  PERFORM core.rebuild_tallies(source);
END $$;

REVOKE ALL ON FUNCTION core.note_change(), core.note_emptying(), core.fold_tallies(integer), core.told_tallies(text), core.tally_differences(integer),
  core.rebuild_tallies(text), core.keep_tallies(text, text, text[]) FROM PUBLIC;
GRANT SELECT ON core.kept_tallies, core.tally_sources TO linggong_app;
GRANT EXECUTE ON FUNCTION core.fold_tallies(integer), core.tally_differences(integer), core.rebuild_tallies(text) TO linggong_app;
