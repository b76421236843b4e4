-- What the application may call. All run as linggong_audit with a fixed search path.
SET LOCAL ROLE linggong_audit;

-- Appends any number of entries in one statement.
CREATE FUNCTION audit.append(entries jsonb) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
  WITH added AS (
    INSERT INTO audit.entries (at, actor_kind, actor_name, actor_role, account_id, enterprise_id, worker_id, trace_id,
      address, action, subject_kind, subject_id, count, ids_sha256, reason, before, after)
    SELECT at, actor_kind, actor_name, actor_role, account_id, enterprise_id, worker_id, trace_id,
      address, action, subject_kind, subject_id, COALESCE(count, 1), ids_sha256, reason, before, after
    FROM jsonb_to_recordset(entries) AS e(at timestamptz, actor_kind text, actor_name text, actor_role text,
      account_id integer, enterprise_id integer, worker_id integer, trace_id text, address text, action text,
      subject_kind text, subject_id text, count bigint, ids_sha256 text, reason text, before jsonb, after jsonb)
    RETURNING seq, recorded_at
  )
  INSERT INTO audit.unsealed (seq, recorded_at) SELECT seq, recorded_at FROM added
$$;

CREATE FUNCTION audit.instant_text(instant timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- An entry as text, one field after the other: length in bytes, colon, text; a dash for NULL. The length makes it
-- impossible to move text from one field to the next without changing the digest. The verifier builds the same text
-- outside the database.
CREATE FUNCTION audit.field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN COALESCE(octet_length(value)::text || ':' || value, '-');

CREATE FUNCTION audit.digest(e audit.entries) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(
    audit.field(e.seq::text) || audit.field(audit.instant_text(e.recorded_at)) || audit.field(audit.instant_text(e.at))
    || audit.field(e.db_user) || audit.field(e.actor_kind) || audit.field(e.actor_name) || audit.field(e.actor_role)
    || audit.field(e.account_id::text) || audit.field(e.enterprise_id::text) || audit.field(e.worker_id::text)
    || audit.field(e.trace_id) || audit.field(e.address) || audit.field(e.action) || audit.field(e.subject_kind)
    || audit.field(e.subject_id) || audit.field(e.count::text) || audit.field(e.ids_sha256) || audit.field(e.reason)
    || audit.field(e.before::text) || audit.field(e.after::text), 'UTF8'))
$$;

-- Seals up to `rows_max` committed entries into one block. Gives the number of rows sealed, 0 when there was nothing or
-- another process is sealing.
CREATE FUNCTION audit.seal(rows_max integer, instant timestamptz) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
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
  VALUES (COALESCE(latest.no, 0) + 1, instant, cardinality(row_seqs), starts, ends, row_seqs,
    (SELECT string_agg(d, ''::bytea ORDER BY place) FROM unnest(row_digests) WITH ORDINALITY AS u(d, place)),
    COALESCE(latest.hash, sha256('linggong audit')), link);
  RETURN cardinality(row_seqs);
END $$;

-- Makes the partitions of the months from now to `until`; DDL that the application may not do itself.
CREATE FUNCTION audit.prepare_months(until date) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
DECLARE
  month date := date_trunc('month', now() AT TIME ZONE 'UTC')::date;
  name text;
  made integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit.prepare_months'));
  WHILE month <= LEAST(until, (now() + interval '3 years')::date) LOOP
    name := 'entries_' || to_char(month, 'YYYY_MM');
    IF to_regclass('audit.' || name) IS NULL THEN
      EXECUTE format('CREATE TABLE audit.%I PARTITION OF audit.entries FOR VALUES FROM (%L) TO (%L)', name,
        month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
      EXECUTE format('CREATE TRIGGER entries_kept BEFORE TRUNCATE ON audit.%I FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit.refuse_change()', name);
      made := made + 1;
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
  RETURN made;
END $$;
SELECT audit.prepare_months((now() + interval '13 months')::date);

CREATE VIEW audit.published_entries AS SELECT * FROM audit.entries;
CREATE VIEW audit.published_blocks AS SELECT * FROM audit.blocks;
CREATE VIEW audit.published_unsealed AS SELECT * FROM audit.unsealed;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO linggong_app;
GRANT EXECUTE ON FUNCTION audit.append(jsonb), audit.seal(integer, timestamptz), audit.prepare_months(date) TO linggong_app;
GRANT SELECT ON audit.published_entries, audit.published_blocks, audit.published_unsealed TO linggong_app;
