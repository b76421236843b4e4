-- An approval is spent by who asked and in the role in which he asked, for the very operation and input, on a thing that still stands as
-- it was shown. Who that is, the session says and nobody else's word.
GRANT USAGE, CREATE ON SCHEMA access TO linggong_security;

DROP FUNCTION access.redeem_approval(uuid, int, text, timestamptz);
CREATE FUNCTION access.redeem_approval(approval uuid, of_session uuid, operation text, input text, standing jsonb, redeemed_at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  item access.approvals;
  caller record;
BEGIN
  SELECT * INTO item FROM access.approvals WHERE id = approval FOR UPDATE;
  IF NOT FOUND OR item.mode <> 'redeem' THEN RETURN 'unfit'; END IF;
  SELECT u.id, u.account_role INTO caller
    FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
   WHERE s.id = of_session AND s.ended_at IS NULL AND s.ends_at > redeemed_at AND u.blocked IS NOT TRUE;
  IF NOT FOUND OR item.maker IS DISTINCT FROM caller.id OR item.maker_role IS DISTINCT FROM caller.account_role
     OR item.route IS DISTINCT FROM operation OR item.input_sha256 IS DISTINCT FROM input THEN
    RETURN 'unfit';
  END IF;
  IF item.state = 'executed' THEN RETURN 'used'; END IF;
  IF item.state <> 'approved' OR item.decided_at + interval '24 hours' <= redeemed_at THEN RETURN 'not-approved'; END IF;
  IF item.before IS DISTINCT FROM standing THEN RETURN 'outdated'; END IF;
  UPDATE access.approvals SET state = 'executed', ended_at = redeemed_at, payload_sealed = NULL WHERE id = approval;
  RETURN 'done';
END
$function$;
ALTER FUNCTION access.redeem_approval(uuid, uuid, text, text, jsonb, timestamptz) OWNER TO linggong_security;
REVOKE EXECUTE ON FUNCTION access.redeem_approval(uuid, uuid, text, text, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.redeem_approval(uuid, uuid, text, text, jsonb, timestamptz) TO linggong_app;

-- What was approved and not yet spent is taken back by its maker, or is void where what it stands on has changed: else it would keep the
-- next request about the same thing away for a day. What the decider said stays.
CREATE OR REPLACE FUNCTION access.close_approval(approval uuid, next_state text, said text, closed_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  IF next_state NOT IN ('withdrawn', 'expired', 'failed') THEN RAISE EXCEPTION 'a request is not closed as %', next_state; END IF;
  UPDATE access.approvals
     SET state = next_state, ended_at = closed_at, payload_sealed = NULL,
         decision_reason = CASE WHEN state = 'pending' THEN said ELSE decision_reason END
   WHERE id = approval AND (state = 'pending' OR (state = 'approved' AND mode = 'redeem' AND next_state IN ('withdrawn', 'failed')));
  RETURN FOUND;
END
$function$;
REVOKE CREATE ON SCHEMA access FROM linggong_security;
