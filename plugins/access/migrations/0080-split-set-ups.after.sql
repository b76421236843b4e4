-- How somebody comes into his account (账号启用): by two halves of a code, one told to who asked and one to who approved, so that neither
-- of the two can sign in as him. Nothing but keyed hashes of the halves is kept, each made when it is taken. The application reads this
-- table; what it may do to it are the functions below, which look at the approval and at the session themselves.
CREATE TABLE access.set_ups (
  approval_id uuid PRIMARY KEY REFERENCES access.approvals (id),
  account_id int NOT NULL REFERENCES public.up_users (id),
  maker int NOT NULL,
  decider int NOT NULL,
  maker_key bytea CHECK (octet_length(maker_key) = 32),
  decider_key bytea CHECK (octet_length(decider_key) = 32),
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK (maker <> decider),
  CHECK (used_at IS NULL OR (maker_key IS NOT NULL AND decider_key IS NOT NULL))
);
CREATE INDEX set_ups_open ON access.set_ups (account_id) WHERE used_at IS NULL;
GRANT SELECT ON access.set_ups TO linggong_app;
-- A password that was reset is gone at once, not when the next one is set.
GRANT DELETE ON access.credentials TO linggong_app;

-- Opens one in the transaction that ends the approved request; earlier ones of the account are void.
CREATE FUNCTION access.open_set_up(approval uuid, account int, until timestamptz, instant timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  given access.approvals;
BEGIN
  SELECT * INTO given FROM access.approvals a
   WHERE a.id = approval AND a.state = 'executing' AND a.resource = 'account'
     AND a.action IN ('create', 'reset-password', 'restore-administrator', 'restore-security-admin');
  IF NOT FOUND OR given.subject_id IS DISTINCT FROM (
       CASE WHEN given.action = 'create' THEN (SELECT lower(u.username) FROM public.up_users u WHERE u.id = account) ELSE account::text END) THEN
    RAISE EXCEPTION 'an account is set up by an approval of its own (账号启用须经审批)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE access.set_ups SET expires_at = least(expires_at, instant) WHERE account_id = account AND used_at IS NULL;
  INSERT INTO access.set_ups (approval_id, account_id, maker, decider, opened_at, expires_at)
  VALUES (approval, account, given.maker, given.decided_by, instant, until);
END
$function$;

-- Keeps the half that the account of the session takes, once. Who takes is the account of the session, and nobody else's word.
CREATE FUNCTION access.take_set_up_half(approval uuid, of_session uuid, half bytea, instant timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  item access.set_ups;
  taker record;
BEGIN
  SELECT * INTO item FROM access.set_ups s WHERE s.approval_id = approval FOR UPDATE;
  SELECT s.account_id AS id, s.second_factor_at INTO taker FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
   WHERE s.id = of_session AND s.ended_at IS NULL AND s.ends_at > instant AND u.blocked IS NOT TRUE;
  IF item.approval_id IS NULL OR taker.id IS NULL OR taker.id NOT IN (item.maker, item.decider) THEN RETURN 'not-found'; END IF;
  IF taker.second_factor_at IS NULL THEN RETURN 'second-factor'; END IF;
  IF taker.second_factor_at < instant - interval '30 minutes' THEN RETURN 'second-factor-stale'; END IF;
  IF item.used_at IS NOT NULL OR item.expires_at <= instant THEN RETURN 'ended'; END IF;
  IF (taker.id = item.maker AND item.maker_key IS NOT NULL) OR (taker.id = item.decider AND item.decider_key IS NOT NULL) THEN
    RETURN 'taken';
  END IF;
  UPDATE access.set_ups
     SET maker_key = CASE WHEN taker.id = item.maker THEN half ELSE maker_key END,
         decider_key = CASE WHEN taker.id = item.decider THEN half ELSE decider_key END
   WHERE approval_id = approval;
  RETURN 'done';
END
$function$;

-- Spends both halves, in whatever order they were typed; true where they are those of an open set-up of the account.
CREATE FUNCTION access.spend_set_up(account int, one bytea, other bytea, instant timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  UPDATE access.set_ups s SET used_at = instant
   WHERE s.account_id = account AND s.used_at IS NULL AND s.expires_at > instant
     AND ((s.maker_key = one AND s.decider_key = other) OR (s.maker_key = other AND s.decider_key = one));
  RETURN FOUND;
END
$function$;

REVOKE EXECUTE ON FUNCTION access.open_set_up, access.take_set_up_half, access.spend_set_up FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.open_set_up, access.take_set_up_half, access.spend_set_up TO linggong_app;

GRANT USAGE, CREATE ON SCHEMA access TO linggong_security;
ALTER TABLE access.set_ups OWNER TO linggong_security;
ALTER FUNCTION access.open_set_up OWNER TO linggong_security;
ALTER FUNCTION access.take_set_up_half OWNER TO linggong_security;
ALTER FUNCTION access.spend_set_up OWNER TO linggong_security;
REVOKE CREATE ON SCHEMA access FROM linggong_security;
