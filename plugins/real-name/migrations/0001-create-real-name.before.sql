-- The queue of checks that are still to be answered. Decided checks are rows of public.real_name_checks.
CREATE SCHEMA real_name;
GRANT USAGE ON SCHEMA real_name TO linggong_app;

CREATE SEQUENCE real_name.evidence_serials;

-- One row a subject that waits for its answer; deleted in the transaction that writes the evidence, so that a check asked
-- for twice, or answered twice after a crash, leaves one evidence record. The only table here with DELETE.
CREATE TABLE real_name.pending_checks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_kind text NOT NULL CHECK (subject_kind IN ('worker', 'bank-card', 'enterprise')),
  subject_id integer NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- The vendor's reference of this check, the same for every try.
  reference uuid NOT NULL DEFAULT gen_random_uuid(),
  asked_at timestamptz NOT NULL,
  UNIQUE (subject_kind, subject_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON real_name.pending_checks TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA real_name TO linggong_app;
