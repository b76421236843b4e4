-- What only its maker may be answered – a file with clear names, a password – is not done for him: once approved he asks again, and is
-- answered once. The request is told by the hash of its input.
ALTER TABLE access.approvals
  DROP CONSTRAINT approvals_mode_check,
  DROP CONSTRAINT approvals_check2,
  DROP CONSTRAINT approvals_check3,
  ADD COLUMN input_sha256 text CHECK (input_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT approvals_mode_known CHECK (mode IN ('native', 'replay', 'redeem')),
  ADD CONSTRAINT approvals_route_told CHECK ((mode = 'native') = (route IS NULL)),
  ADD CONSTRAINT approvals_term_told CHECK (mode = 'native' OR expires_at IS NOT NULL),
  ADD CONSTRAINT approvals_input_told CHECK ((mode = 'redeem') = (input_sha256 IS NOT NULL));

CREATE OR REPLACE FUNCTION access.ask_approval(asked jsonb, payload bytea) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
  INSERT INTO access.approvals (id, mode, resource, action, route, subject_kind, subject_id, subject_label, maker, maker_name,
    maker_role, enterprise_id, payload_sealed, before, after, view_sha256, reason, deciders, asked_at, expires_at, escalate_at,
    escalate_to, input_sha256)
  SELECT coalesce(a.id, gen_random_uuid()), a.mode, a.resource, a.action, a.route, a.subject_kind, a.subject_id, a.subject_label,
    a.maker, a.maker_name, a.maker_role, a.enterprise_id, payload, a.before, a.after, a.view_sha256, a.reason, a.deciders,
    a.asked_at, a.expires_at, a.escalate_at, a.escalate_to, a.input_sha256
  FROM jsonb_populate_record(NULL::access.approvals, asked) a
  ON CONFLICT (resource, action, subject_kind, subject_id) WHERE state IN ('pending', 'approved', 'executing') DO NOTHING
  RETURNING id
$function$;

CREATE OR REPLACE FUNCTION access.claim_approval(approval uuid, taken_at timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
  UPDATE access.approvals SET state = 'executing', attempt = attempt + 1, claimed_at = taken_at
   WHERE id = approval AND mode = 'replay'
     AND (state = 'approved' OR (state = 'executing' AND claimed_at < taken_at - interval '60 seconds'))
  RETURNING attempt
$function$;

-- Spends an approved request, once, by the account that asked and for the very input; or says why not.
CREATE FUNCTION access.redeem_approval(approval uuid, of_account int, input text, redeemed_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
DECLARE
  item access.approvals;
BEGIN
  SELECT * INTO item FROM access.approvals WHERE id = approval FOR UPDATE;
  IF NOT FOUND OR item.mode <> 'redeem' OR item.maker IS DISTINCT FROM of_account OR item.input_sha256 <> input THEN
    RETURN 'unfit';
  END IF;
  IF item.state = 'executed' THEN RETURN 'used'; END IF;
  IF item.state <> 'approved' OR item.decided_at + interval '24 hours' <= redeemed_at THEN RETURN 'not-approved'; END IF;
  UPDATE access.approvals SET state = 'executed', ended_at = redeemed_at, payload_sealed = NULL WHERE id = approval;
  RETURN 'done';
END
$function$;
REVOKE EXECUTE ON FUNCTION access.redeem_approval FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.redeem_approval TO linggong_app;

CREATE OR REPLACE FUNCTION access.turn_approvals(turned_at timestamptz) RETURNS TABLE (id uuid, turned text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
  WITH due AS (
    SELECT a.id FROM access.approvals a
     WHERE (a.state = 'pending' AND a.expires_at <= turned_at)
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
