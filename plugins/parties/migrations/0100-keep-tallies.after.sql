-- How many enterprises and workers there are, by state and by the day on which they came: the boards read it, and never count the rows (R13.1).
CREATE FUNCTION parties.enterprise_tallies(e public.enterprises) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
  SELECT 'enterprises', e.state::text, (coalesce(e.created_at, e.submitted_at, timestamp '1970-01-01') + interval '8 hours')::date, e.id,
         1::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint
$$;
SELECT core.keep_tallies('public.enterprises', 'parties.enterprise_tallies', ARRAY['enterprises']);

CREATE FUNCTION parties.worker_tallies(w public.workers) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
  SELECT t.tally, t.part::text, (coalesce(w.registered_at, w.created_at, timestamp '1970-01-01') + interval '8 hours')::date, NULL::integer,
         1::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint
    FROM (VALUES ('workers', w.state), ('real-names', w.real_name_state)) AS t (tally, part)
$$;
SELECT core.keep_tallies('public.workers', 'parties.worker_tallies', ARRAY['workers', 'real-names']);
