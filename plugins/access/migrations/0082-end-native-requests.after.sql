-- A request that the business decides itself ends by its term too. Its row ends with it, by the plugin whose row it is, so the application
-- closes these one by one (`access.close_approval`) and the round below leaves them alone.
CREATE OR REPLACE FUNCTION access.turn_approvals(turned_at timestamptz) RETURNS TABLE (id uuid, turned text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
  WITH due AS (
    SELECT a.id FROM access.approvals a
     WHERE (a.state = 'pending' AND a.mode <> 'native' AND a.expires_at <= turned_at)
        OR (a.state = 'approved' AND a.mode = 'redeem' AND a.decided_at + interval '24 hours' <= turned_at)
     ORDER BY a.expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED
  ), expired AS (
    UPDATE access.approvals a SET state = 'expired', ended_at = turned_at, payload_sealed = NULL
      FROM due WHERE a.id = due.id RETURNING a.id
  ), late AS (
    SELECT a.id FROM access.approvals a
     WHERE a.state = 'pending' AND a.escalate_at <= turned_at AND a.escalated_at IS NULL
       AND (a.expires_at IS NULL OR a.expires_at > turned_at)
     ORDER BY a.escalate_at LIMIT 1000 FOR UPDATE SKIP LOCKED
  ), escalated AS (
    UPDATE access.approvals a SET escalated_at = turned_at, deciders = a.deciders || a.escalate_to
      FROM late WHERE a.id = late.id RETURNING a.id
  )
  SELECT e.id, 'expire' FROM expired e UNION ALL SELECT e.id, 'escalate' FROM escalated e
$function$;

-- Those that wait already have the whole term from now on.
UPDATE access.approvals SET expires_at = now() + interval '7 days' WHERE mode = 'native' AND state = 'pending' AND expires_at IS NULL;
ALTER TABLE access.approvals ADD CONSTRAINT approvals_pending_ends CHECK (state <> 'pending' OR expires_at IS NOT NULL);
