-- The audit log (审计日志, R9.5; GB/T 22239 8.1.4.3). The schema belongs to linggong_audit, in which nobody signs in. The
-- application may append through a function and read through views, nothing else. A row is never changed and never leaves
-- before its term; what a DBA could still do with triggers switched off is found by the verifier, because rows are
-- chained by hash in sealed blocks.
CREATE SCHEMA audit AUTHORIZATION linggong_audit;
SET LOCAL ROLE linggong_audit;

CREATE SEQUENCE audit.entry_seq AS bigint CACHE 1;

-- Partitioned by month of recording, so that retention detaches months and never deletes rows.
CREATE TABLE audit.entries (
  seq           bigint NOT NULL DEFAULT nextval('audit.entry_seq'),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  at            timestamptz NOT NULL,
  db_user       text NOT NULL DEFAULT session_user,
  actor_kind    text NOT NULL CHECK (actor_kind IN ('account', 'system')),
  actor_name    text NOT NULL,
  actor_role    text,
  account_id    integer,
  enterprise_id integer,
  worker_id     integer,
  trace_id      text NOT NULL,
  address       text,
  action        text NOT NULL,
  subject_kind  text NOT NULL,
  subject_id    text NOT NULL,
  count         bigint NOT NULL DEFAULT 1,
  ids_sha256    text,
  reason        text,
  before        jsonb,
  after         jsonb,
  PRIMARY KEY (seq, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX entries_subject ON audit.entries (subject_kind, subject_id, seq);
CREATE TABLE audit.entries_rest PARTITION OF audit.entries DEFAULT;

-- What is committed and not sealed yet. A row per entry, taken out by the seal: so a transaction that commits late is
-- sealed late, but never skipped, and a session that idles in a transaction cannot hold the seal of others back.
CREATE TABLE audit.unsealed (seq bigint NOT NULL, recorded_at timestamptz NOT NULL) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- A block names its rows, keeps the digest of each (so the broken row is found, not only the block) and the end of the
-- chain: link(0) = hash of the block before, link(i) = sha256(link(i-1) || digest(i)), hash = link(rows).
CREATE TABLE audit.blocks (
  no            bigint PRIMARY KEY,
  sealed_at     timestamptz NOT NULL,
  rows          integer NOT NULL CHECK (rows > 0),
  first_at      timestamptz NOT NULL,
  last_at       timestamptz NOT NULL,
  seqs          bigint[] NOT NULL,
  digests       bytea NOT NULL,
  previous_hash bytea NOT NULL,
  hash          bytea NOT NULL
);

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit rows are never changed or removed (审计记录不可更改): % on %', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON audit.entries FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entries_kept BEFORE TRUNCATE ON audit.entries FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entries_kept BEFORE TRUNCATE ON audit.entries_rest FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER blocks_stay BEFORE UPDATE OR DELETE ON audit.blocks FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER blocks_kept BEFORE TRUNCATE ON audit.blocks FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
