-- The seal must never fall behind the log (R9.5: the unsealed tail is at most ten seconds). Until now it found every entry again and took
-- its digest then, one block a transaction, which cost as much as the appending itself. The digest is now taken where the entry is
-- written, and waits beside its number: a seal reads a queue, chains hashes and touches no entry. It is also stricter so: an entry that
-- is changed between its writing and its seal has another digest than the one that is sealed.
SET LOCAL ROLE linggong_audit;

-- NULL for what was queued before, or by somebody else than `append`: its digest is taken at the seal, as before.
ALTER TABLE audit.unsealed ADD COLUMN digest bytea CHECK (octet_length(digest) = 32);

-- Not IMMUTABLE: to_char is STABLE, and a function that promises more than its body keeps is not inlined.
CREATE OR REPLACE FUNCTION audit.instant_text(instant timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

CREATE OR REPLACE FUNCTION audit.append(entries jsonb) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
  WITH added AS (
    INSERT INTO audit.entries AS written (at, actor_kind, actor_name, actor_role, account_id, enterprise_id, worker_id, trace_id,
      address, action, subject_kind, subject_id, count, ids_sha256, reason, before, after, session_id, approval_id, outcome)
    SELECT at, actor_kind, actor_name, actor_role, account_id, enterprise_id, worker_id, trace_id,
      address, action, subject_kind, subject_id, COALESCE(count, 1), ids_sha256, reason, before, after, session_id, approval_id,
      COALESCE(outcome, 'done')
    FROM jsonb_to_recordset(entries) AS e(at timestamptz, actor_kind text, actor_name text, actor_role text,
      account_id integer, enterprise_id integer, worker_id integer, trace_id text, address text, action text,
      subject_kind text, subject_id text, count bigint, ids_sha256 text, reason text, before jsonb, after jsonb,
      session_id uuid, approval_id text, outcome text)
    RETURNING seq, recorded_at, audit.digest(written) AS digest
  )
  INSERT INTO audit.unsealed (seq, recorded_at, digest) SELECT seq, recorded_at, digest FROM added
$$;

DROP FUNCTION audit.seal(integer);

-- Seals committed entries, the oldest numbers first, into at most `blocks_max` blocks of at most `rows_max` rows: the queue is read once,
-- however many blocks there are. Gives the number of rows sealed, 0 when there was nothing or another process is sealing.
CREATE FUNCTION audit.seal(rows_max integer, blocks_max integer) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
DECLARE
  latest record;
  block record;
  digests bytea;
  link bytea;
  sealed integer := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('audit.seal')) THEN
    RETURN 0;
  END IF;
  SELECT no, hash, sealed_at INTO latest FROM audit.blocks ORDER BY no DESC LIMIT 1;
  IF NOT FOUND THEN
    SELECT 0::bigint AS no, sha256('linggong audit') AS hash, '-infinity'::timestamptz AS sealed_at INTO latest;
  END IF;
  FOR block IN
    WITH taken AS (
      DELETE FROM audit.unsealed
       WHERE ctid = ANY (ARRAY(SELECT ctid FROM audit.unsealed ORDER BY seq LIMIT rows_max::bigint * blocks_max))
      RETURNING seq, recorded_at, digest
    ), placed AS (
      -- An entry without a digest that is gone is sealed as one that no entry has: the verifier names it as missing.
      SELECT t.seq, t.recorded_at, (row_number() OVER (ORDER BY t.seq) - 1) / rows_max AS place,
        COALESCE(t.digest,
          (SELECT audit.digest(e) FROM audit.entries e WHERE e.seq = t.seq AND e.recorded_at = t.recorded_at),
          decode(repeat('00', 32), 'hex')) AS digest
      FROM taken t
    )
    SELECT array_agg(p.seq ORDER BY p.seq) AS seqs, string_agg(p.digest, ''::bytea ORDER BY p.seq) AS digests,
      count(*)::integer AS rows, min(p.recorded_at) AS starts, max(p.recorded_at) AS ends
    FROM placed p GROUP BY p.place ORDER BY p.place
  LOOP
    digests := block.digests;
    link := latest.hash;
    FOR n IN 0 .. block.rows - 1 LOOP
      link := sha256(link || substr(digests, n * 32 + 1, 32));
    END LOOP;
    INSERT INTO audit.blocks (no, sealed_at, rows, first_at, last_at, seqs, digests, previous_hash, hash)
    -- A clock that was set back does not put a block before its predecessor.
    VALUES (latest.no + 1, GREATEST(clock_timestamp(), latest.sealed_at), block.rows, block.starts, block.ends, block.seqs, digests,
      latest.hash, link)
    RETURNING no, hash, sealed_at INTO latest;
    sealed := sealed + block.rows;
  END LOOP;
  RETURN sealed;
END $$;
REVOKE ALL ON FUNCTION audit.seal(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.seal(integer, integer) TO linggong_app;
