-- Connections that are older than the slot of the witness (旁证) are enrolled in no log that it reads: it may see their claims, and whoever is
-- still connected keeps his. The proof is held against a secret that the database does not know; a copied claim fits no other process.
SET LOCAL ROLE linggong_audit;
GRANT SELECT ON audit.enrolments TO linggong_witness;

-- As in 0020, but a claim is forgotten with its session, and not before.
CREATE OR REPLACE FUNCTION audit.enrol(claimed_pid integer, claimed_ms bigint, kind text, proof bytea) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- Nobody waits for the disk for this: what the session writes next is behind it in the same log.
  PERFORM set_config('synchronous_commit', 'off', true);
  DELETE FROM audit.enrolments e WHERE e.at < clock_timestamp() - interval '1 day'
     AND (e.pid = claimed_pid OR NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.pid = e.pid));
  INSERT INTO audit.enrolments (pid, port, login, kind, claimed_ms, proof)
  VALUES (claimed_pid, COALESCE(inet_client_port(), -1), session_user, enrol.kind, enrol.claimed_ms, enrol.proof);
END $$;
