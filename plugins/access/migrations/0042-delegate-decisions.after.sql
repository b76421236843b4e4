-- Delegation (委托): who decides lets another decider decide for him while he is away. Neither maker, decider nor who is decided for
-- are one person; the application follows the links of persons, the keys of holders are compared here.
CREATE TABLE access.delegations (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_account int NOT NULL REFERENCES public.up_users (id),
  from_name text NOT NULL,
  from_role text NOT NULL,
  to_account int NOT NULL REFERENCES public.up_users (id),
  to_name text NOT NULL,
  -- What is decided about; everything that the role decides where it is empty.
  resource text,
  reason text NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_because text CHECK (ended_because IN ('term', 'by-holder', 'blocked', 'role-changed')),
  CHECK (from_account <> to_account),
  CHECK (until_at > from_at AND until_at <= from_at + interval '30 days'),
  CHECK ((ended_at IS NULL) = (ended_because IS NULL))
);
CREATE UNIQUE INDEX delegations_open ON access.delegations (from_account, to_account, coalesce(resource, '')) WHERE ended_at IS NULL;
CREATE INDEX delegations_to ON access.delegations (to_account) WHERE ended_at IS NULL;
CREATE INDEX delegations_until ON access.delegations (until_at) WHERE ended_at IS NULL;
GRANT SELECT ON access.delegations TO linggong_app;

ALTER TABLE access.approvals
  ADD COLUMN decided_for int,
  ADD COLUMN decided_for_name text,
  ADD CONSTRAINT approvals_decided_for CHECK (decided_for <> maker AND decided_for <> decided_by);

-- Who delegates is the account of the session, by a session with second factor, and both decide by their own roles.
CREATE FUNCTION access.open_delegation(of_session uuid, receiver int, of_resource text, said text, deciding text[], until timestamptz, now_at timestamptz)
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

CREATE FUNCTION access.end_delegation(delegation bigint, instant timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  UPDATE access.delegations SET ended_at = least(instant, until_at), ended_because = 'by-holder'
   WHERE id = delegation AND ended_at IS NULL;
  RETURN FOUND;
END
$function$;

CREATE FUNCTION access.turn_delegations(turned_at timestamptz) RETURNS SETOF bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
  WITH due AS (
    SELECT d.id FROM access.delegations d WHERE d.ended_at IS NULL AND d.until_at <= turned_at
     ORDER BY d.until_at LIMIT 1000 FOR UPDATE SKIP LOCKED
  )
  UPDATE access.delegations d SET ended_at = d.until_at, ended_because = 'term' FROM due WHERE d.id = due.id RETURNING d.id
$function$;

CREATE FUNCTION access.end_delegations_of_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  UPDATE access.delegations
     SET ended_at = greatest(from_at, least(until_at, NEW.updated_at AT TIME ZONE 'UTC')),
         ended_because = CASE WHEN NEW.blocked IS TRUE THEN 'blocked' ELSE 'role-changed' END
   WHERE (from_account = NEW.id OR to_account = NEW.id) AND ended_at IS NULL;
  RETURN NULL;
END
$function$;
CREATE TRIGGER up_users_end_delegations AFTER UPDATE OF blocked, account_role ON public.up_users
  FOR EACH ROW WHEN (NEW.blocked IS TRUE OR NEW.account_role IS DISTINCT FROM OLD.account_role)
  EXECUTE FUNCTION access.end_delegations_of_account();

-- For whom an account may decide a request that does not wait for its own role: the giver of a live delegation, who is not the maker
-- and not the maker by his holder.
CREATE FUNCTION access.delegator_of(item access.approvals, decider int, now_at timestamptz) RETURNS access.delegations
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
  SELECT d.* FROM access.delegations d
   WHERE d.to_account = decider AND d.ended_at IS NULL AND d.from_at <= now_at AND d.until_at > now_at
     AND d.from_role = ANY (item.deciders) AND (d.resource IS NULL OR d.resource = item.resource)
     AND d.from_account IS DISTINCT FROM item.maker
     AND NOT EXISTS (SELECT FROM access.holders m JOIN access.holders g ON g.identity_key = m.identity_key OR g.phone_key = m.phone_key
                      WHERE m.account_id = item.maker AND g.account_id = d.from_account)
   ORDER BY d.id LIMIT 1
$function$;

-- As before; and by who was delegated to, which is written down; and only within half an hour of the second factor.
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

REVOKE EXECUTE ON FUNCTION access.open_delegation, access.end_delegation, access.turn_delegations, access.end_delegations_of_account,
  access.delegator_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.open_delegation, access.end_delegation, access.turn_delegations, access.delegator_of TO linggong_app;
