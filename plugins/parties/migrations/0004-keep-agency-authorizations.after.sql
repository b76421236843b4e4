-- 涉税代理授权 (R3.4; STA announcement 2025-16 art. 2: written consent). A worker may hold several: this year's and its renewal, one
-- signed here and one on paper. Each is a row of its own, so that ending one takes away no other; the pair of days at the
-- worker is only their summary for today.
CREATE TABLE parties.agency_authorizations (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  worker_id integer NOT NULL,
  -- The signed contract; NULL for an authorization on paper that staff recorded.
  contract_id integer UNIQUE,
  consent_method text NOT NULL CHECK (consent_method IN ('click', 'sms-code', 'paper')),
  from_day date NOT NULL,
  to_day date,
  -- Last day after a withdrawal, or before a later paper takes over; before from_day where it never held.
  ended_on date,
  recorded_at timestamptz NOT NULL,
  actor_name text NOT NULL,
  account_id integer,
  address text,
  trace_id text NOT NULL,
  CHECK (to_day IS NULL OR to_day >= from_day),
  CHECK (contract_id IS NOT NULL OR consent_method = 'paper')
);
CREATE INDEX agency_authorizations_by_worker ON parties.agency_authorizations (worker_id);

CREATE FUNCTION parties.keep_agency_authorization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'ended_on') IS DISTINCT FROM (to_jsonb(OLD) - 'ended_on')
     OR (OLD.ended_on IS NOT NULL AND (NEW.ended_on IS NULL OR NEW.ended_on > OLD.ended_on)) THEN
    RAISE EXCEPTION 'an authorization is evidence: it can be ended, not changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agency_authorizations_stay BEFORE UPDATE ON parties.agency_authorizations
  FOR EACH ROW EXECUTE FUNCTION parties.keep_agency_authorization();
CREATE TRIGGER agency_authorizations_kept BEFORE DELETE ON parties.agency_authorizations
  FOR EACH STATEMENT EXECUTE FUNCTION parties.refuse_delete();

-- Days on which workers have authorized the platform, for joins by day. `last_day` is NULL without end.
CREATE VIEW parties.published_agency_days AS
SELECT id AS authorization_id, worker_id, contract_id, consent_method, from_day AS first_day, LEAST(to_day, ended_on) AS last_day
FROM parties.agency_authorizations
WHERE LEAST(to_day, ended_on) IS NULL OR LEAST(to_day, ended_on) >= from_day;

-- For each worker the unbroken time of authorization that holds at a day: else the next to come, else the last that was.
CREATE FUNCTION parties.agency_time(worker_ids integer[], at_day date)
RETURNS TABLE (worker_id integer, first_day date, last_day date) LANGUAGE sql STABLE AS $$
  WITH days AS (
    SELECT d.worker_id, d.first_day, coalesce(d.last_day, 'infinity') AS last_day
    FROM parties.published_agency_days d WHERE d.worker_id = ANY (worker_ids)
  ), gaps AS (
    SELECT *, first_day > 1 + max(last_day) OVER (PARTITION BY worker_id ORDER BY first_day, last_day
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS has_gap FROM days
  ), runs AS (
    SELECT *, count(*) FILTER (WHERE has_gap) OVER (PARTITION BY worker_id ORDER BY first_day, last_day) AS run FROM gaps
  ), times AS (
    SELECT worker_id, min(first_day) AS first_day, max(last_day) AS last_day FROM runs GROUP BY worker_id, run
  )
  SELECT DISTINCT ON (worker_id) worker_id, first_day, nullif(last_day, 'infinity')
  FROM times
  ORDER BY worker_id, last_day < at_day, CASE WHEN last_day >= at_day THEN first_day END, last_day DESC
$$;

GRANT SELECT, INSERT, UPDATE ON parties.agency_authorizations TO linggong_app;
GRANT SELECT ON parties.published_agency_days TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA parties TO linggong_app;

-- What stands already: every signed contract, and as paper the days of workers that no contract explains.
DO $$
BEGIN
  IF to_regclass('public.contracts') IS NOT NULL THEN
    INSERT INTO parties.agency_authorizations (worker_id, contract_id, consent_method, from_day, to_day, ended_on, recorded_at,
      actor_name, address, trace_id)
    SELECT worker_id, id, coalesce(consent_method, 'paper'), valid_from, valid_to,
      ((revoked_at AT TIME ZONE 'UTC') AT TIME ZONE 'Asia/Shanghai')::date, signed_at AT TIME ZONE 'UTC', 'migration',
      consent_address, 'migration'
    FROM public.contracts WHERE kind = 'tax-agency' AND signed_at IS NOT NULL;
  END IF;
END $$;
INSERT INTO parties.agency_authorizations (worker_id, consent_method, from_day, to_day, recorded_at, actor_name, trace_id)
SELECT w.id, 'paper', w.agency_from, w.agency_to, coalesce(w.registered_at AT TIME ZONE 'UTC', now()), 'migration', 'migration'
FROM public.workers w
WHERE w.agency_from IS NOT NULL
  AND NOT EXISTS (SELECT FROM parties.agency_authorizations a WHERE a.worker_id = w.id);
UPDATE public.workers w SET agency_from = t.first_day, agency_to = t.last_day
FROM parties.agency_time((SELECT array_agg(DISTINCT worker_id) FROM parties.agency_authorizations),
  (now() AT TIME ZONE 'Asia/Shanghai')::date) t
WHERE t.worker_id = w.id AND (w.agency_from, w.agency_to) IS DISTINCT FROM (t.first_day, t.last_day);
