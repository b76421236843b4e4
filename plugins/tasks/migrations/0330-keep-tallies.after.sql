-- How many tasks there are, by state and by the day on which they were sent for review: read by the boards (R13.1).
CREATE FUNCTION tasks.task_tallies(t public.tasks) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
  SELECT 'tasks', t.state::text, (coalesce(t.submitted_at, t.created_at, timestamp '1970-01-01') + interval '8 hours')::date, t.enterprise_id,
         1::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint
$$;
SELECT core.keep_tallies('public.tasks', 'tasks.task_tallies', ARRAY['tasks']);
