-- The rows of a block are looked up by number within their minutes, and laid beside the numbers by hash. New rows lie beyond what the
-- planner's statistics know; it expected one row, compared each of 5,000 with each, and the tail grew to fifty seconds.
SET LOCAL ROLE linggong_audit;

-- Seals up to `rows_max` committed entries into one block. Gives the number of rows sealed, 0 when there was nothing or
-- another process is sealing.
CREATE OR REPLACE FUNCTION audit.seal(rows_max integer) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit SET enable_nestloop = off AS $$
DECLARE
  latest audit.blocks;
  row_digests bytea[];
  row_seqs bigint[];
  row_times timestamptz[];
  starts timestamptz;
  ends timestamptz;
  link bytea;
  one bytea;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('audit.seal')) THEN
    RETURN 0;
  END IF;
  WITH taken AS (
    DELETE FROM audit.unsealed WHERE ctid = ANY (ARRAY(SELECT ctid FROM audit.unsealed ORDER BY seq LIMIT rows_max))
    RETURNING seq, recorded_at
  )
  SELECT array_agg(seq ORDER BY seq), array_agg(recorded_at ORDER BY seq), min(recorded_at), max(recorded_at)
    INTO row_seqs, row_times, starts, ends FROM taken;
  IF row_seqs IS NULL THEN
    RETURN 0;
  END IF;
  -- An entry that was removed before its seal is sealed as a digest that no entry has: the verifier names it as missing.
  SELECT array_agg(COALESCE(e.digest, decode(repeat('00', 32), 'hex')) ORDER BY t.place) INTO row_digests
    FROM unnest(row_seqs, row_times) WITH ORDINALITY AS t(seq, recorded_at, place)
    LEFT JOIN (SELECT o.seq, o.recorded_at, audit.digest(o) AS digest FROM audit.entries o
                WHERE o.seq = ANY (row_seqs) AND o.recorded_at BETWEEN starts AND ends) e
      ON e.seq = t.seq AND e.recorded_at = t.recorded_at;
  SELECT * INTO latest FROM audit.blocks ORDER BY no DESC LIMIT 1;
  link := COALESCE(latest.hash, sha256('linggong audit'));
  FOREACH one IN ARRAY row_digests LOOP
    link := sha256(link || one);
  END LOOP;
  INSERT INTO audit.blocks (no, sealed_at, rows, first_at, last_at, seqs, digests, previous_hash, hash)
  -- A clock that was set back does not put a block before its predecessor.
  VALUES (COALESCE(latest.no, 0) + 1, GREATEST(clock_timestamp(), latest.sealed_at), cardinality(row_seqs), starts, ends, row_seqs,
    (SELECT string_agg(d, ''::bytea ORDER BY place) FROM unnest(row_digests) WITH ORDINALITY AS u(d, place)),
    COALESCE(latest.hash, sha256('linggong audit')), link);
  RETURN cardinality(row_seqs);
END $$;
