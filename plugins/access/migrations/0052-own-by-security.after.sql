-- What second persons decide belongs to a role in which nobody signs in (三权分立, R9.5): neither the application nor a table of its
-- own makes a request, a decision or a holder, but the functions below alone, which run as linggong_security. Migrations act for it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'linggong_security') THEN
    RAISE EXCEPTION 'the role linggong_security is missing: run database/roles.sql';
  END IF;
END
$$;

-- Whoever comes to own something in a schema has to be allowed to make something there; only while it is handed over.
GRANT USAGE, CREATE ON SCHEMA access TO linggong_security;

-- Tables and functions that later files of this plugin number lower are handed over as well, where they are there.
DO $$
DECLARE
  item text;
BEGIN
  FOREACH item IN ARRAY ARRAY['approvals', 'holders', 'delegations', 'elevations', 'elevation_looks'] LOOP
    IF to_regclass('access.' || item) IS NOT NULL THEN
      EXECUTE format('ALTER TABLE access.%I OWNER TO linggong_security', item);
    END IF;
  END LOOP;
  FOR item IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
     WHERE p.pronamespace = 'access'::regnamespace AND p.prosecdef
       AND p.proname IN ('declare_holder', 'ask_approval', 'decide_approval', 'close_approval', 'claim_approval', 'end_approval',
                         'turn_approvals', 'redeem_approval', 'open_account')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO linggong_security', item);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA access FROM linggong_security;

-- What the functions look at, and the one table of others that they write: an account, with its role.
GRANT SELECT ON ALL TABLES IN SCHEMA access TO linggong_security;
REVOKE SELECT ON access.credentials, access.former_passwords, access.recovery_codes, access.second_factors FROM linggong_security;
GRANT USAGE ON SCHEMA public TO linggong_security;
GRANT SELECT, INSERT ON public.up_users TO linggong_security;
GRANT USAGE, SELECT ON SEQUENCE public.up_users_id_seq TO linggong_security;
