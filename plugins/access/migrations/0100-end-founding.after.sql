-- `founding` was the caller's word: whoever speaks as the application confirmed any holder by naming nobody. The platform itself tells who
-- stands behind an account while it is being founded alone; that ends, once and for all, when each of the three administrators (三员) can
-- sign in. The application may neither write this nor take it back.
CREATE TABLE access.founded (
  is_founded boolean PRIMARY KEY DEFAULT true CHECK (is_founded),
  at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON access.founded TO linggong_app, linggong_security;

CREATE FUNCTION access.note_founding() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  INSERT INTO access.founded SELECT
   WHERE (SELECT count(DISTINCT u.account_role) FROM access.credentials c JOIN public.up_users u ON u.id = c.account_id
           WHERE u.account_role IN ('system-admin', 'security-admin', 'audit-admin')) = 3
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$function$;
REVOKE EXECUTE ON FUNCTION access.note_founding FROM PUBLIC;
CREATE TRIGGER credentials_note_founding AFTER INSERT ON access.credentials
  FOR EACH STATEMENT EXECUTE FUNCTION access.note_founding();
INSERT INTO access.founded SELECT
 WHERE (SELECT count(DISTINCT u.account_role) FROM access.credentials c JOIN public.up_users u ON u.id = c.account_id
         WHERE u.account_role IN ('system-admin', 'security-admin', 'audit-admin')) = 3;

-- As before, but for what nobody's word is worth. The replaced function keeps its owner, linggong_security.
CREATE OR REPLACE FUNCTION access.declare_holder(of_account int, holder jsonb, by_account int, asked_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  owner record;
  how text;
BEGIN
  SELECT u.account_role AS role, lower(u.username) AS name INTO STRICT owner FROM public.up_users u WHERE u.id = of_account;
  how := CASE
    WHEN owner.role IN ('system-admin', 'security-admin', 'audit-admin') THEN 'founding'
    WHEN by_account IS NULL AND NOT EXISTS (SELECT FROM access.founded) THEN 'founding'
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
