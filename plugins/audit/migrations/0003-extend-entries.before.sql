-- What an entry tells since form 2 (R9.5, GB/T 22239 8.1.4.3 b): by which session, under which approval (审批), with which
-- outcome, and in which transaction of the database, so that the write-ahead log can be laid beside it. Rows of form 1 stay as they
-- are and keep their digest: the constant defaults touch no row.
SET LOCAL ROLE linggong_audit;

ALTER TABLE audit.entries
  ADD COLUMN session_id  uuid,
  ADD COLUMN approval_id text CHECK (octet_length(approval_id) BETWEEN 1 AND 64),
  ADD COLUMN outcome     text NOT NULL DEFAULT 'done' CHECK (outcome IN ('done', 'refused', 'failed')),
  ADD COLUMN xid         xid8,
  ADD COLUMN form        smallint NOT NULL DEFAULT 1 CHECK (form IN (1, 2));
ALTER TABLE audit.entries
  ALTER COLUMN xid  SET DEFAULT pg_current_xact_id(),
  ALTER COLUMN form SET DEFAULT 2;

CREATE OR REPLACE FUNCTION audit.append(entries jsonb) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, audit AS $$
  WITH added AS (
    INSERT INTO audit.entries (at, actor_kind, actor_name, actor_role, account_id, enterprise_id, worker_id, trace_id,
      address, action, subject_kind, subject_id, count, ids_sha256, reason, before, after, session_id, approval_id, outcome)
    SELECT at, actor_kind, actor_name, actor_role, account_id, enterprise_id, worker_id, trace_id,
      address, action, subject_kind, subject_id, COALESCE(count, 1), ids_sha256, reason, before, after, session_id, approval_id,
      COALESCE(outcome, 'done')
    FROM jsonb_to_recordset(entries) AS e(at timestamptz, actor_kind text, actor_name text, actor_role text,
      account_id integer, enterprise_id integer, worker_id integer, trace_id text, address text, action text,
      subject_kind text, subject_id text, count bigint, ids_sha256 text, reason text, before jsonb, after jsonb,
      session_id uuid, approval_id text, outcome text)
    RETURNING seq, recorded_at
  )
  INSERT INTO audit.unsealed (seq, recorded_at) SELECT seq, recorded_at FROM added
$$;

-- The form is the last field of form 2: a row that is turned into form 1 to hide a field has another digest.
CREATE OR REPLACE FUNCTION audit.digest(e audit.entries) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(
    audit.field(e.seq::text) || audit.field(audit.instant_text(e.recorded_at)) || audit.field(audit.instant_text(e.at))
    || audit.field(e.db_user) || audit.field(e.actor_kind) || audit.field(e.actor_name) || audit.field(e.actor_role)
    || audit.field(e.account_id::text) || audit.field(e.enterprise_id::text) || audit.field(e.worker_id::text)
    || audit.field(e.trace_id) || audit.field(e.address) || audit.field(e.action) || audit.field(e.subject_kind)
    || audit.field(e.subject_id) || audit.field(e.count::text) || audit.field(e.ids_sha256) || audit.field(e.reason)
    || audit.field(e.before::text) || audit.field(e.after::text)
    || CASE WHEN e.form = 1 THEN '' ELSE
         audit.field(e.session_id::text) || audit.field(e.approval_id) || audit.field(e.outcome)
         || audit.field(e.xid::text) || audit.field(e.form::text) END, 'UTF8'))
$$;

CREATE OR REPLACE VIEW audit.published_entries AS SELECT * FROM audit.entries;
