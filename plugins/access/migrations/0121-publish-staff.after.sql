-- Who stands behind the accounts of enterprises, as keys: risk tells a payee who is staff of his payer (R6.3). A function, so that no column
-- of a content type is held fast by the view.
CREATE INDEX up_users_by_enterprise ON public.up_users (enterprise_id) WHERE enterprise_id IS NOT NULL;
CREATE FUNCTION access.staff_rows() RETURNS TABLE (enterprise_id integer, account_id integer, identity_key text, phone_key text)
LANGUAGE sql STABLE AS $$
  SELECT u.enterprise_id, u.id, h.identity_key, h.phone_key
    FROM public.up_users u JOIN access.holders h ON h.account_id = u.id WHERE u.enterprise_id IS NOT NULL
$$;
CREATE VIEW access.published_staff AS SELECT * FROM access.staff_rows();
GRANT SELECT ON access.published_staff TO linggong_app;
