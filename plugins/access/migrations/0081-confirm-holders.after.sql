-- Who stands behind an account counts once somebody else has looked at it (持有人核实): two invented numbers must not make two persons.
-- `opening`: the account was opened with him by two persons; `approval`: confirmed by two persons later; `founding`: told by the platform
-- itself, or by one of the three administrators, whose accounts whoever deploys the platform hands out; `before`: told before this rule.
ALTER TABLE access.holders
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN confirmed_how text CHECK (confirmed_how IN ('opening', 'approval', 'founding', 'before')),
  ADD CONSTRAINT holders_confirmed_how CHECK ((confirmed_at IS NULL) = (confirmed_how IS NULL));
UPDATE access.holders SET confirmed_at = at, confirmed_how = 'before';

-- As before; `holder.approvalId` is the request by which the account is being opened.
CREATE OR REPLACE FUNCTION access.declare_holder(of_account int, holder jsonb, by_account int, asked_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  owner record;
  how text;
BEGIN
  SELECT u.account_role AS role, lower(u.username) AS name INTO STRICT owner FROM public.up_users u WHERE u.id = of_account;
  how := CASE
    WHEN by_account IS NULL OR owner.role IN ('system-admin', 'security-admin', 'audit-admin') THEN 'founding'
    WHEN EXISTS (SELECT FROM access.approvals a
                  WHERE a.id = (holder ->> 'approvalId')::uuid AND a.state = 'executing' AND a.resource = 'account'
                    AND a.action = 'create' AND a.subject_id = owner.name) THEN 'opening'
  END;
  INSERT INTO access.holders (account_id, identity_key, phone_key, identity_masked, phone_masked, is_administrator, declared_by, at,
                              confirmed_at, confirmed_how)
  VALUES (of_account, holder ->> 'identityKey', holder ->> 'phoneKey', holder ->> 'identityMasked', holder ->> 'phoneMasked',
          owner.role IN ('system-admin', 'security-admin', 'audit-admin'), by_account, asked_at,
          CASE WHEN how IS NOT NULL THEN asked_at END, how)
  ON CONFLICT (account_id) DO NOTHING;
  RETURN FOUND;
END
$function$;

-- Under an approved request for that account alone.
CREATE FUNCTION access.confirm_holder(of_account int, approval uuid, instant timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM access.approvals a
                  WHERE a.id = approval AND a.state = 'executing' AND a.resource = 'account' AND a.action = 'confirm-holder'
                    AND a.subject_id = of_account::text) THEN
    RAISE EXCEPTION 'a holder is confirmed by an approval (持有人须经审批核实)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE access.holders SET confirmed_at = instant, confirmed_how = 'approval' WHERE account_id = of_account AND confirmed_at IS NULL;
  RETURN FOUND;
END
$function$;

-- Whether somebody else has looked at who stands behind an account; a worker is known by the register.
CREATE FUNCTION access.is_person_confirmed(account int) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
  SELECT EXISTS (SELECT FROM access.holders h WHERE h.account_id = account AND h.confirmed_at IS NOT NULL)
      OR EXISTS (SELECT FROM public.up_users u WHERE u.id = account AND u.worker_id IS NOT NULL)
$function$;

-- Whatever function takes a decision: neither who decides nor who asked is a person of his own word alone.
CREATE FUNCTION access.demand_confirmed_persons() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  -- What nobody known asked for may still be refused.
  IF NOT access.is_person_confirmed(NEW.decided_by)
     OR (NEW.state <> 'rejected' AND NEW.maker IS NOT NULL AND NOT access.is_person_confirmed(NEW.maker)) THEN
    RAISE EXCEPTION 'a decision takes persons who were confirmed (审批双方的持有人须经核实)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$function$;
CREATE TRIGGER approvals_confirmed_persons BEFORE UPDATE OF decided_by ON access.approvals
  FOR EACH ROW WHEN (NEW.decided_by IS DISTINCT FROM OLD.decided_by AND NEW.decided_by IS NOT NULL)
  EXECUTE FUNCTION access.demand_confirmed_persons();

REVOKE EXECUTE ON FUNCTION access.confirm_holder, access.is_person_confirmed, access.demand_confirmed_persons FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.confirm_holder, access.is_person_confirmed TO linggong_app;

GRANT USAGE, CREATE ON SCHEMA access TO linggong_security;
ALTER FUNCTION access.confirm_holder OWNER TO linggong_security;
ALTER FUNCTION access.is_person_confirmed OWNER TO linggong_security;
ALTER FUNCTION access.demand_confirmed_persons OWNER TO linggong_security;
REVOKE CREATE ON SCHEMA access FROM linggong_security;
