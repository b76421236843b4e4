-- A role is changed by an approved request alone, between roles of the platform's people; sessions that it ended say so.
ALTER TABLE access.sessions
  DROP CONSTRAINT sessions_ended_because_check,
  ADD CONSTRAINT sessions_ended_because_check CHECK (ended_because IN
    ('signed-out', 'by-holder', 'by-administrator', 'password-changed', 'password-reset', 'second-factor-changed', 'blocked',
     'token-reused', 'role-changed'));

CREATE FUNCTION access.change_role(account int, next_role text, approval uuid, instant timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
DECLARE
  fixed CONSTANT text[] := ARRAY['system-admin', 'security-admin', 'audit-admin', 'enterprise', 'worker'];
BEGIN
  IF NOT EXISTS (SELECT FROM access.approvals a
                  WHERE a.id = approval AND a.state = 'executing' AND a.resource = 'account' AND a.action = 'change-role'
                    AND a.subject_id = account::text AND a.after ->> 'role' = next_role) THEN
    RAISE EXCEPTION 'a role takes an approval of its own (角色变更须经审批)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.up_users SET account_role = next_role, updated_at = instant AT TIME ZONE 'UTC'
   WHERE id = account AND NOT account_role = ANY (fixed) AND NOT next_role = ANY (fixed);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this role is not changed (此角色不能变更)' USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$function$;
REVOKE EXECUTE ON FUNCTION access.change_role FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.change_role TO linggong_app;
