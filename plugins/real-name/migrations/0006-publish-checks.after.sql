-- What the review of real-name verification counts (R8.3): every check with what it said, without anything of a person. A function, so that no
-- column of a content type is held fast.
CREATE FUNCTION real_name.check_rows()
RETURNS TABLE (check_id integer, kind text, subject_kind text, worker_id integer, enterprise_id integer, outcome text, provider text,
  reason text, cost_fen bigint, checked_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT c.id, c.kind, c.subject_kind, c.worker_id, c.enterprise_id, c.outcome, c.provider, c.reason, c.cost_fen, c.checked_at AT TIME ZONE 'UTC'
    FROM public.real_name_checks c
$$;
CREATE VIEW real_name.published_checks AS SELECT * FROM real_name.check_rows();
GRANT SELECT ON real_name.published_checks TO linggong_app;
CREATE INDEX real_name_checks_by_time ON public.real_name_checks ((checked_at AT TIME ZONE 'UTC'));

CREATE VIEW real_name.published_waiting AS SELECT subject_kind, subject_id, asked_at FROM real_name.pending_checks;
GRANT SELECT ON real_name.published_waiting TO linggong_app;
