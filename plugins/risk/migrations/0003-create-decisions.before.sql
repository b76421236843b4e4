-- Every decision of risk (R6.3, R6.4): what was known, what was decided by which version, and which rows hit. Appended and never changed, so that it
-- is explained years later from the version it names. Snapshots hold ids, amounts and figures, nothing that names a person.
CREATE TABLE risk.decisions (
  id            bigint GENERATED ALWAYS AS IDENTITY,
  day           date NOT NULL,
  at            timestamptz NOT NULL,
  moment        text NOT NULL,
  subject_kind  text NOT NULL,
  subject_id    bigint NOT NULL,
  worker_id     integer,
  enterprise_id integer,
  -- What it was decided within, such as the check of a batch.
  run_kind      text,
  run_id        bigint,
  run_no        integer,
  -- Version of the Studio that decided.
  version_id    bigint NOT NULL,
  outcome       text NOT NULL CHECK (outcome IN ('approve', 'review', 'hold', 'decline')),
  score         integer NOT NULL,
  -- Ids of the rows that hit.
  hits          text[] NOT NULL,
  -- Facts of the moment and features, by name.
  input         jsonb NOT NULL CHECK (jsonb_typeof(input) = 'object'),
  microseconds  integer NOT NULL CHECK (microseconds >= 0),
  PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE INDEX decisions_by_subject ON risk.decisions (subject_kind, subject_id, id);
CREATE INDEX decisions_by_worker ON risk.decisions (worker_id, id) WHERE worker_id IS NOT NULL;
CREATE INDEX decisions_by_enterprise ON risk.decisions (enterprise_id, id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX decisions_by_outcome ON risk.decisions (outcome, id);

-- Approvals of many subjects at once, some hundred a row: a batch of a hundred thousand lines leaves a hundred of these. `packed` is gzip of JSON: an
-- array for each subject with the values of `fields` and, last, the ids of the rows that hit.
CREATE TABLE risk.approvals (
  id            bigint GENERATED ALWAYS AS IDENTITY,
  day           date NOT NULL,
  at            timestamptz NOT NULL,
  moment        text NOT NULL,
  subject_kind  text NOT NULL,
  -- Ascending.
  subject_ids   bigint[] NOT NULL CHECK (cardinality(subject_ids) BETWEEN 1 AND 1000),
  first_id      bigint NOT NULL,
  last_id       bigint NOT NULL,
  enterprise_id integer,
  run_kind      text,
  run_id        bigint,
  run_no        integer,
  version_id    bigint NOT NULL,
  fields        text[] NOT NULL,
  packed        bytea NOT NULL,
  microseconds  integer NOT NULL CHECK (microseconds >= 0),
  PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE INDEX approvals_by_subject ON risk.approvals (subject_kind, last_id, first_id);
ALTER TABLE risk.approvals ALTER COLUMN packed SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON risk.decisions, risk.approvals TO linggong_app;

CREATE FUNCTION risk.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'decisions are never changed or removed (风控决策不可更改): % on %', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON risk.decisions FOR EACH ROW EXECUTE FUNCTION risk.refuse_change();
CREATE TRIGGER approvals_stay BEFORE UPDATE OR DELETE ON risk.approvals FOR EACH ROW EXECUTE FUNCTION risk.refuse_change();
CREATE TRIGGER decisions_kept BEFORE TRUNCATE ON risk.decisions EXECUTE FUNCTION risk.refuse_change();
CREATE TRIGGER approvals_kept BEFORE TRUNCATE ON risk.approvals EXECUTE FUNCTION risk.refuse_change();

-- Triggers of the parent for statements do not fire for a TRUNCATE of a partition, so each partition of decisions gets its own.
CREATE FUNCTION risk.ensure_decision_months(first date, last date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = risk, pg_temp AS $$
DECLARE
  part text;
BEGIN
  IF risk.ensure_months(ARRAY['decisions', 'approvals'], first, last) = 0 THEN
    RETURN;
  END IF;
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent IN ('risk.decisions'::regclass, 'risk.approvals'::regclass)
       AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = c.relname || '_kept')
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON risk.%I EXECUTE FUNCTION risk.refuse_change()', part || '_kept', part);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION risk.ensure_decision_months(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION risk.ensure_decision_months(date, date) TO linggong_app;

SELECT risk.ensure_decision_months('2026-01-01', '2028-12-01');
