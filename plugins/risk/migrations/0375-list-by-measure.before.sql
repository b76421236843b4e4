-- Measure `list` (列入名单, R6.3): puts a worker or an enterprise of a case on the deny or watch list until a day. Its entries stand as long
-- as it does: they end when it is lifted, and by nothing else.
ALTER TABLE risk.measures
  ADD COLUMN list text CHECK (list IN ('deny', 'watch')),
  -- by what: identity number, cards or phone of a worker, credit code of an enterprise
  ADD COLUMN list_by text[] CHECK (list_by <@ ARRAY['identity', 'card', 'phone', 'uscc'] AND cardinality(list_by) > 0),
  -- last day on which the entries hold (Asia/Shanghai)
  ADD COLUMN ends_on date,
  DROP CONSTRAINT measures_kind_check,
  DROP CONSTRAINT measures_check,
  ADD CONSTRAINT measures_kind_check CHECK (kind IN ('freeze-worker', 'suspend-enterprise', 'hold-orders', 'lower-limit', 'list')),
  ADD CONSTRAINT measures_subject CHECK (kind IN ('hold-orders', 'lower-limit', 'list')
    OR subject_kind = CASE kind WHEN 'freeze-worker' THEN 'worker' ELSE 'enterprise' END),
  ADD CONSTRAINT measures_list CHECK ((kind = 'list') = (list IS NOT NULL) AND (kind = 'list') = (list_by IS NOT NULL)
    AND (kind = 'list') = (ends_on IS NOT NULL)),
  ADD CONSTRAINT measures_list_by CHECK (kind <> 'list' OR ('uscc' = ANY (list_by)) = (subject_kind = 'enterprise'));

CREATE OR REPLACE FUNCTION risk.guard_measure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'lifted' OR (NEW.number, NEW.case_id, NEW.kind, NEW.subject_kind, NEW.subject_id, NEW.line_limit_fen, NEW.month_limit_fen, NEW.reason,
       NEW.taken_by, NEW.approval_id, NEW.taken_at, NEW.list, NEW.list_by, NEW.ends_on)
     IS DISTINCT FROM (OLD.number, OLD.case_id, OLD.kind, OLD.subject_kind, OLD.subject_id, OLD.line_limit_fen, OLD.month_limit_fen, OLD.reason,
       OLD.taken_by, OLD.approval_id, OLD.taken_at, OLD.list, OLD.list_by, OLD.ends_on) THEN
    RAISE EXCEPTION 'risk measure %: it is lifted once and never changed', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- The entries of a measure hold what is compared and a mask, and no sealed value: who is meant stands in the measure.
ALTER TABLE risk.list_entries
  ADD COLUMN measure_id integer REFERENCES risk.measures (id),
  DROP CONSTRAINT risk_list_sealed,
  ADD CONSTRAINT risk_list_sealed CHECK ((subject_kind IN ('uscc', 'device') OR measure_id IS NOT NULL) = (value_sealed IS NULL));
CREATE INDEX list_entries_by_measure ON risk.list_entries (measure_id) WHERE measure_id IS NOT NULL;

CREATE FUNCTION risk.guard_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.measure_id IS DISTINCT FROM OLD.measure_id THEN
    RAISE EXCEPTION '名单记录不可更改 · what an entry says is not changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_listing BEFORE UPDATE ON risk.list_entries FOR EACH ROW EXECUTE FUNCTION risk.guard_listing();

-- Payers ask the lists themselves who is denied or watched: this measure stops nothing beside them.
CREATE OR REPLACE VIEW risk.published_measures AS
  SELECT number, kind, subject_kind, subject_id, line_limit_fen, month_limit_fen FROM risk.measures
   WHERE state = 'in-force' AND kind <> 'list';
