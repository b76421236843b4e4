-- When a contract was revoked: on that day it covers what was sent before. Built as e_sign.coverage_rows is.
CREATE FUNCTION e_sign.revocation_rows()
RETURNS TABLE (contract_id integer, revoked_day date, revoked_at timestamptz, valid_to date) LANGUAGE sql STABLE AS $$
  SELECT c.id, ((c.revoked_at AT TIME ZONE 'UTC') AT TIME ZONE 'Asia/Shanghai')::date, c.revoked_at AT TIME ZONE 'UTC', c.valid_to
    FROM public.contracts c WHERE c.revoked_at IS NOT NULL
$$;
CREATE VIEW e_sign.published_revocations AS SELECT * FROM e_sign.revocation_rows();
GRANT SELECT ON e_sign.published_revocations TO linggong_app;
