-- Which days, enterprises and kinds of work the signed service agreements of workers cover (合同覆盖). Settlement asks for a
-- hundred thousand lines at once. The body of an SQL function is text: it is inlined into the query, and does not hold the
-- columns of the content type fast, as a view would (a later change of a type would fail at boot).
--
-- Revoked and expired contracts stay: they cover the days on which they were in force. `last_day` is NULL without end.
CREATE FUNCTION e_sign.coverage_rows()
RETURNS TABLE (contract_id integer, worker_id integer, enterprise_id integer, scenarios jsonb, first_day date, last_day date)
LANGUAGE sql STABLE AS $$
  SELECT c.id, c.worker_id, c.enterprise_id, c.scenarios, c.valid_from,
    LEAST(c.valid_to, ((c.revoked_at AT TIME ZONE 'UTC') AT TIME ZONE 'Asia/Shanghai')::date - 1)
  FROM public.contracts c
  WHERE c.kind = 'worker-service' AND c.signed_at IS NOT NULL
$$;

CREATE VIEW e_sign.published_coverage AS
  SELECT contract_id, worker_id, enterprise_id, scenarios, first_day, last_day FROM e_sign.coverage_rows();

-- For each pair of worker and kind of work, in the order given, the contract that covers it, or NULL.
CREATE FUNCTION e_sign.covering_contracts(enterprise integer, pay_day date, worker_ids integer[], scenario_codes text[])
RETURNS TABLE (place integer, contract_id integer)
LANGUAGE sql STABLE AS $$
  WITH asked AS (
    SELECT * FROM unnest(worker_ids, scenario_codes) WITH ORDINALITY AS a(worker_id, scenario, place)
  ), found AS (
    SELECT a.place, min(c.contract_id) AS contract_id
    FROM asked a JOIN e_sign.published_coverage c ON c.worker_id = a.worker_id
    WHERE (c.enterprise_id IS NULL OR c.enterprise_id = enterprise)
      AND pay_day >= c.first_day AND (c.last_day IS NULL OR pay_day <= c.last_day)
      AND (c.scenarios ? '*' OR c.scenarios ? a.scenario)
    GROUP BY a.place
  )
  SELECT a.place::integer, f.contract_id FROM asked a LEFT JOIN found f USING (place) ORDER BY a.place
$$;

GRANT SELECT ON e_sign.published_coverage TO linggong_app;
