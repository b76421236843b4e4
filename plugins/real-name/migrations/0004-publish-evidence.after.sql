-- Workers whose identity a check has confirmed, with the time of the last one, for the nightly audits (continuity); a function, so
-- that no column is held fast.
CREATE FUNCTION real_name.confirmed_identities() RETURNS TABLE (worker_id integer, checked_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT c.worker_id, max(c.checked_at) AT TIME ZONE 'UTC' FROM public.real_name_checks c
   WHERE c.kind = 'identity' AND c.outcome = 'match' AND c.worker_id IS NOT NULL GROUP BY c.worker_id
$$;

CREATE VIEW real_name.published_identities AS SELECT * FROM real_name.confirmed_identities();
GRANT SELECT ON real_name.published_identities TO linggong_app;
