-- By which factors of classes a sample was drawn (抽查倍数, R6.2), and by which version of the policy: kept with the sample, so that the redraw takes
-- the very same whatever the policy says by then. Null for samples that were drawn by the plan alone.
ALTER TABLE risk.inspections
  ADD COLUMN class_factors jsonb CHECK (jsonb_typeof(class_factors) = 'object'),
  ADD COLUMN class_policy_version integer,
  ADD CONSTRAINT inspection_factors_by_policy CHECK ((class_factors IS NULL) = (class_policy_version IS NULL));

CREATE OR REPLACE FUNCTION risk.guard_inspection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' OR (NEW.number, NEW.title, NEW.source, NEW.period_from, NEW.period_to, NEW.plan_version, NEW.seed, NEW.population,
       NEW.population_sha256, NEW.sample, NEW.drawn_by, NEW.drawn_at, NEW.class_factors, NEW.class_policy_version)
     IS DISTINCT FROM (OLD.number, OLD.title, OLD.source, OLD.period_from, OLD.period_to, OLD.plan_version, OLD.seed, OLD.population,
       OLD.population_sha256, OLD.sample, OLD.drawn_by, OLD.drawn_at, OLD.class_factors, OLD.class_policy_version) THEN
    RAISE EXCEPTION 'inspection %: a sample that was drawn stays as it is', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'closed' AND EXISTS (SELECT FROM risk.inspection_items i WHERE i.inspection_id = OLD.id AND i.state = 'open') THEN
    RAISE EXCEPTION 'inspection %: items are open', OLD.number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
