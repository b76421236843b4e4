-- What a superior grants for a while, and what a decider hands on, are decisions as well: their functions run as linggong_security,
-- which owns their tables since 0052. Opening of accounts and changes of roles are in its hands alone.
GRANT USAGE, CREATE ON SCHEMA access TO linggong_security;
DO $$
DECLARE
  item text;
BEGIN
  FOR item IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
     WHERE p.pronamespace = 'access'::regnamespace AND p.prosecdef
       AND p.proname IN ('open_elevation', 'end_elevation', 'turn_elevations', 'review_elevation', 'end_elevations_of_account',
                         'open_delegation', 'end_delegation', 'turn_delegations', 'end_delegations_of_account', 'delegator_of', 'change_role')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO linggong_security', item);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA access FROM linggong_security;
GRANT UPDATE (account_role, updated_at) ON public.up_users TO linggong_security;
-- A data key is destroyed only where the owner has looked into every sealed column.
GRANT SELECT ON access.approvals TO linggong_owner;
