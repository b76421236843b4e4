-- Whoever gains by a request about an account – a role, a second factor taken away, a way back in – does not decide it, neither by his
-- own role nor for somebody else, and no second account of his does. An opening names a word, not the number of an account.
-- Replaced functions keep their owner, linggong_security.
CREATE OR REPLACE FUNCTION access.delegator_of(item access.approvals, decider int, now_at timestamptz) RETURNS access.delegations
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
  SELECT d.* FROM access.delegations d
   WHERE d.to_account = decider AND d.ended_at IS NULL AND d.from_at <= now_at AND d.until_at > now_at
     AND d.from_role = ANY (item.deciders) AND (d.resource IS NULL OR d.resource = item.resource)
     AND d.from_account IS DISTINCT FROM item.maker
     AND NOT EXISTS (SELECT FROM access.holders m JOIN access.holders g ON g.identity_key = m.identity_key OR g.phone_key = m.phone_key
                      WHERE m.account_id = item.maker AND g.account_id = d.from_account)
     AND NOT (item.resource IN ('account', 'elevation') AND item.maker IS NOT DISTINCT FROM decider)
     AND NOT (item.resource = 'account' AND item.action <> 'create' AND item.subject_id IN (decider::text, d.from_account::text))
   ORDER BY d.id LIMIT 1
$function$;

CREATE OR REPLACE FUNCTION access.decide_approval(approval uuid, of_session uuid, verdict text, said text, seen text, now_at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  item access.approvals;
  decider record;
  giver access.delegations;
  next_state text;
BEGIN
  SELECT * INTO item FROM access.approvals WHERE id = approval FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not-found'; END IF;
  IF item.state <> 'pending' THEN RETURN 'not-pending'; END IF;
  IF item.expires_at <= now_at THEN RETURN 'not-pending'; END IF;
  SELECT u.id, u.account_role, u.worker_id, s.second_factor_at, h.identity_key, h.phone_key INTO decider
    FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id LEFT JOIN access.holders h ON h.account_id = u.id
   WHERE s.id = of_session AND s.ended_at IS NULL AND s.ends_at > now_at AND u.blocked IS NOT TRUE;
  IF NOT FOUND THEN RETURN 'not-decider'; END IF;
  IF NOT decider.account_role = ANY (item.deciders) THEN
    giver := access.delegator_of(item, decider.id, now_at);
    IF giver.id IS NULL THEN RETURN 'not-decider'; END IF;
  END IF;
  IF decider.id = item.maker THEN RETURN 'own'; END IF;
  IF item.resource = 'account' AND item.action <> 'create'
     AND (item.subject_id = decider.id::text
          OR EXISTS (SELECT FROM access.holders g WHERE g.account_id::text = item.subject_id
                      AND (g.identity_key = decider.identity_key OR g.phone_key = decider.phone_key))) THEN RETURN 'own'; END IF;
  IF decider.second_factor_at IS NULL THEN RETURN 'second-factor'; END IF;
  -- Whoever left a screen open decides nothing by it.
  IF decider.second_factor_at < now_at - interval '30 minutes' THEN RETURN 'second-factor-stale'; END IF;
  IF decider.identity_key IS NULL AND decider.phone_key IS NULL THEN RETURN 'holder-missing'; END IF;
  IF EXISTS (SELECT FROM access.holders m WHERE m.account_id = item.maker
              AND (m.identity_key = decider.identity_key OR m.phone_key = decider.phone_key)) THEN RETURN 'own'; END IF;
  IF seen IS NOT NULL AND seen <> item.view_sha256 THEN RETURN 'not-seen'; END IF;
  IF verdict NOT IN ('approve', 'reject') THEN RAISE EXCEPTION 'no such verdict'; END IF;
  next_state := CASE WHEN verdict = 'reject' THEN 'rejected' WHEN item.mode = 'native' THEN 'executed' ELSE 'approved' END;
  UPDATE access.approvals
     SET state = next_state, decided_by = decider.id, decided_name = decider.account_role || '#' || decider.id,
         decided_for = giver.from_account, decided_for_name = giver.from_name,
         decided_session = of_session, decided_at = now_at, decision_reason = said,
         payload_sealed = CASE WHEN next_state = 'approved' THEN payload_sealed END,
         ended_at = CASE WHEN next_state <> 'approved' THEN now_at END
   WHERE id = approval;
  RETURN 'done';
END
$function$;
