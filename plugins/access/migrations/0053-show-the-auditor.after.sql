-- linggong_auditor signs in to PostgreSQL itself and reads who may do what and who decided what; no word, number or hash of a person.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'linggong_auditor') THEN
    RAISE EXCEPTION 'the role linggong_auditor is missing: run database/roles.sql';
  END IF;
END
$$;
GRANT USAGE ON SCHEMA access, public TO linggong_auditor;
GRANT SELECT (id, username, account_role, enterprise_id, worker_id, blocked, created_at, updated_at) ON public.up_users TO linggong_auditor;
GRANT SELECT (id, account_id, started_at, last_seen_at, ends_at, ended_at, ended_because, second_factor, second_factor_at)
  ON access.sessions TO linggong_auditor;
GRANT SELECT (id, mode, resource, action, subject_kind, subject_id, state, maker, maker_name, maker_role, deciders, asked_at, expires_at,
              escalated_at, decided_by, decided_name, decided_session, decided_at, attempt, ended_at, result_status)
  ON access.approvals TO linggong_auditor;
