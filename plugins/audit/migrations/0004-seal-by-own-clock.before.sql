-- A block is dated by the server that seals it: whoever calls cannot date it back behind a root that was signed.
SET LOCAL ROLE linggong_audit;
DROP FUNCTION audit.seal(integer, timestamptz);

-- Seals up to `rows_max` committed entries into one block. Gives the number of rows sealed, 0 when there was nothing or
-- another process is sealing.
CREATE FUNCTION audit.seal(rows_max integer) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
DECLARE
  latest audit.blocks;
  row_digests bytea[];
  row_seqs bigint[];
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
  -- An entry that was removed before its seal is sealed as a digest that no entry has: the verifier names it as missing.
  SELECT array_agg(t.seq ORDER BY t.seq), min(t.recorded_at), max(t.recorded_at),
      array_agg(CASE WHEN e.seq IS NULL THEN decode(repeat('00', 32), 'hex') ELSE audit.digest(e) END ORDER BY t.seq)
    INTO row_seqs, starts, ends, row_digests
    FROM taken t LEFT JOIN audit.entries e ON e.seq = t.seq AND e.recorded_at = t.recorded_at;
  IF row_seqs IS NULL THEN
    RETURN 0;
  END IF;
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
REVOKE ALL ON FUNCTION audit.seal(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.seal(integer) TO linggong_app;
