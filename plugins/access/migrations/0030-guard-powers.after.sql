-- Who may do what hangs on the role of his account. The application opens accounts and blocks them; it changes no role, and no
-- account's enterprise or worker, whatever statement reaches it (三权分立, R9.4, R9.5).
REVOKE INSERT, UPDATE ON public.up_users FROM linggong_app;
GRANT UPDATE (blocked, updated_at) ON public.up_users TO linggong_app;

-- Opens an account and gives its number, or nothing where the identifier is taken. The three administrators are opened at the
-- founding only: once each of their roles has an account, further ones are a matter of whoever deploys the platform.
CREATE FUNCTION access.open_account(document_id text, identifier text, account_role text, enterprise_id int, worker_id int, instant timestamptz)
RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  administrators CONSTANT text[] := ARRAY['system-admin', 'security-admin', 'audit-admin'];
  opened int;
BEGIN
  IF open_account.account_role = ANY (administrators) AND (
       SELECT count(DISTINCT u.account_role) FROM public.up_users u WHERE u.account_role = ANY (administrators)) = 3 THEN
    RAISE EXCEPTION 'the three administrators have their accounts (三员账号已开立)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.up_users (document_id, username, provider, confirmed, blocked, account_role, enterprise_id, worker_id,
                               created_at, updated_at, published_at)
  VALUES (open_account.document_id, open_account.identifier, 'local', true, false, open_account.account_role,
          open_account.enterprise_id, open_account.worker_id, instant AT TIME ZONE 'UTC', instant AT TIME ZONE 'UTC', instant AT TIME ZONE 'UTC')
  ON CONFLICT (lower(username)) DO NOTHING
  RETURNING id INTO opened;
  RETURN opened;
END
$$;
REVOKE ALL ON FUNCTION access.open_account(text, text, text, int, int, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.open_account(text, text, text, int, int, timestamptz) TO linggong_app;
