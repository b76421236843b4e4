-- A review of an elevation and a delegation are decisions as well: like `decide_approval`, the database takes them of a session alone
-- that gave the code of its second factor within half an hour, whatever the process that asks has looked at. And nobody reviews the
-- elevation of another account of his, as far as the keys of holders tell. Replaced functions keep their owner, linggong_security.
CREATE OR REPLACE FUNCTION access.review_elevation(elevation uuid, of_session uuid, said text, now_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  item access.elevations;
  reviewer record;
BEGIN
  SELECT * INTO item FROM access.elevations WHERE id = elevation FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not-found'; END IF;
  IF item.reviewed_at IS NOT NULL THEN RETURN 'reviewed'; END IF;
  IF item.ended_at IS NULL THEN RETURN 'live'; END IF;
  SELECT u.id, u.account_role, s.second_factor_at, h.identity_key, h.phone_key INTO reviewer
    FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id LEFT JOIN access.holders h ON h.account_id = u.id
   WHERE s.id = of_session AND s.ended_at IS NULL AND s.ends_at > now_at AND u.blocked IS NOT TRUE;
  IF NOT FOUND OR NOT reviewer.account_role = ANY (SELECT unnest(a.deciders) FROM access.approvals a WHERE a.id = item.approval_id) THEN
    RETURN 'not-decider';
  END IF;
  IF reviewer.id = item.account_id THEN RETURN 'own'; END IF;
  IF EXISTS (SELECT FROM access.holders m WHERE m.account_id = item.account_id
              AND (m.identity_key = reviewer.identity_key OR m.phone_key = reviewer.phone_key)) THEN RETURN 'own'; END IF;
  IF reviewer.second_factor_at IS NULL THEN RETURN 'second-factor'; END IF;
  IF reviewer.second_factor_at < now_at - interval '30 minutes' THEN RETURN 'second-factor-stale'; END IF;
  UPDATE access.elevations
     SET reviewed_by = reviewer.id, reviewed_name = reviewer.account_role || '#' || reviewer.id, reviewed_at = now_at, review = said
   WHERE id = elevation;
  RETURN 'done';
END
$function$;

CREATE OR REPLACE FUNCTION access.open_delegation(of_session uuid, receiver int, of_resource text, said text, deciding text[], until timestamptz, now_at timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  giver record;
  taker record;
  opened bigint;
BEGIN
  SELECT u.id, u.account_role AS role, s.second_factor_at INTO giver
    FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
   WHERE s.id = of_session AND s.ended_at IS NULL AND s.ends_at > now_at AND u.blocked IS NOT TRUE;
  IF NOT FOUND OR giver.second_factor_at IS NULL OR NOT giver.role = ANY (deciding) THEN
    RAISE EXCEPTION 'a delegation takes a decider in a session with second factor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF giver.second_factor_at < now_at - interval '30 minutes' THEN
    RAISE EXCEPTION 'a delegation takes a second factor that was given within half an hour (双因素验证已过时)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT u.id, u.account_role AS role INTO taker FROM public.up_users u WHERE u.id = receiver AND u.blocked IS NOT TRUE;
  IF NOT FOUND OR NOT taker.role = ANY (deciding) THEN RETURN NULL; END IF;
  INSERT INTO access.delegations (from_account, from_name, from_role, to_account, to_name, resource, reason, from_at, until_at)
  VALUES (giver.id, giver.role || '#' || giver.id, giver.role, taker.id, taker.role || '#' || taker.id, of_resource, said, now_at, until)
  ON CONFLICT (from_account, to_account, coalesce(resource, '')) WHERE ended_at IS NULL
  DO UPDATE SET until_at = excluded.until_at, reason = excluded.reason, from_at = excluded.from_at
  RETURNING id INTO opened;
  RETURN opened;
END
$function$;
