-- Daily roots (日根): over the digests of the rows that a Shanghai day sealed, a Merkle tree in the shape of RFC 6962, signed outside of
-- the database. And what verifications found. Both are written through a function, and never changed.
SET LOCAL ROLE linggong_audit;

CREATE TABLE audit.roots (
  day         date PRIMARY KEY,
  first_block bigint NOT NULL CHECK (first_block > 0),
  -- Before the first where nothing was sealed on that day: a day without entries has a root as well, so that a gap is always a fault.
  last_block  bigint NOT NULL,
  rows        bigint NOT NULL CHECK (rows >= 0),
  root        bytea NOT NULL CHECK (octet_length(root) = 32),
  -- The text that was signed, byte for byte.
  signed      text NOT NULL CHECK (octet_length(signed) <= 4096),
  key_id      text NOT NULL,
  signature   bytea NOT NULL,
  public_key  bytea NOT NULL,
  signed_at   timestamptz NOT NULL,
  CHECK (last_block >= first_block - 1)
);

CREATE TABLE audit.verifications (
  id           uuid PRIMARY KEY,
  finished_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at   timestamptz NOT NULL,
  actor_name   text NOT NULL,
  ok           boolean NOT NULL,
  blocks       bigint NOT NULL,
  rows         bigint NOT NULL,
  roots        integer NOT NULL,
  sealed_until timestamptz,
  head_block   bigint,
  head_hash    bytea,
  first_broken jsonb
);
CREATE INDEX verifications_time ON audit.verifications (finished_at);

CREATE TRIGGER roots_stay BEFORE UPDATE OR DELETE ON audit.roots FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER roots_kept BEFORE TRUNCATE ON audit.roots FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER verifications_stay BEFORE UPDATE OR DELETE ON audit.verifications
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER verifications_kept BEFORE TRUNCATE ON audit.verifications
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

-- One root a day, each where the one before ended; a second process that signs the same day writes nothing.
CREATE FUNCTION audit.keep_root(root jsonb) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
DECLARE
  latest audit.roots;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit.keep_root'));
  SELECT * INTO latest FROM audit.roots ORDER BY day DESC LIMIT 1;
  IF latest.day >= (root ->> 'day')::date THEN
    RETURN false;
  END IF;
  IF (root ->> 'firstBlock')::bigint <> COALESCE(latest.last_block, 0) + 1 OR (root ->> 'day')::date <> latest.day + 1 THEN
    RAISE EXCEPTION 'a root goes on where the one before ended (日根须首尾相接)' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO audit.roots (day, first_block, last_block, rows, root, signed, key_id, signature, public_key, signed_at)
  VALUES ((root ->> 'day')::date, (root ->> 'firstBlock')::bigint, (root ->> 'lastBlock')::bigint, (root ->> 'rows')::bigint,
    decode(root ->> 'root', 'hex'), root ->> 'signed', root ->> 'keyId', decode(root ->> 'signature', 'base64'),
    decode(root ->> 'publicKey', 'base64'), (root ->> 'signedAt')::timestamptz);
  RETURN true;
END $$;

CREATE FUNCTION audit.keep_verification(outcome jsonb) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
  INSERT INTO audit.verifications (id, started_at, actor_name, ok, blocks, rows, roots, sealed_until, head_block, head_hash, first_broken)
  VALUES ((outcome ->> 'id')::uuid, (outcome ->> 'startedAt')::timestamptz, outcome ->> 'actorName', (outcome ->> 'ok')::boolean,
    (outcome ->> 'blocks')::bigint, (outcome ->> 'rows')::bigint, (outcome ->> 'roots')::integer,
    (outcome ->> 'sealedUntil')::timestamptz, (outcome ->> 'headBlock')::bigint, decode(outcome ->> 'headHash', 'hex'),
    outcome -> 'firstBroken')
  ON CONFLICT (id) DO NOTHING
$$;

CREATE VIEW audit.published_roots AS SELECT * FROM audit.roots;
CREATE VIEW audit.published_verifications AS SELECT * FROM audit.verifications;
REVOKE ALL ON FUNCTION audit.keep_root(jsonb), audit.keep_verification(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.keep_root(jsonb), audit.keep_verification(jsonb) TO linggong_app;
GRANT SELECT ON audit.published_roots, audit.published_verifications TO linggong_app;
