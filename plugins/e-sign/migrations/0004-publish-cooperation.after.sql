-- Which days the signed cooperation agreements of enterprises cover (合作协议, R2.2); built as e_sign.coverage_rows is.
CREATE FUNCTION e_sign.cooperation_rows()
RETURNS TABLE (contract_id integer, enterprise_id integer, first_day date, last_day date)
LANGUAGE sql STABLE AS $$
  SELECT c.id, c.enterprise_id, c.valid_from,
    LEAST(c.valid_to, ((c.revoked_at AT TIME ZONE 'UTC') AT TIME ZONE 'Asia/Shanghai')::date - 1)
  FROM public.contracts c
  WHERE c.kind = 'enterprise-cooperation' AND c.signed_at IS NOT NULL
$$;

CREATE VIEW e_sign.published_cooperation AS
  SELECT contract_id, enterprise_id, first_day, last_day FROM e_sign.cooperation_rows();

GRANT SELECT ON e_sign.published_cooperation TO linggong_app;
