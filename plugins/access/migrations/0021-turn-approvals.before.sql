-- What time does to requests: past their term they are void, and where nobody decided in time a further role may decide as well.
-- Gives what was turned, so that it is written down. Bounded: the next round takes the rest.
CREATE FUNCTION access.turn_approvals(turned_at timestamptz) RETURNS TABLE (id uuid, turned text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
  WITH due AS (
    SELECT a.id FROM access.approvals a WHERE a.state = 'pending' AND a.expires_at <= turned_at
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

REVOKE EXECUTE ON FUNCTION access.turn_approvals FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.turn_approvals TO linggong_app;
