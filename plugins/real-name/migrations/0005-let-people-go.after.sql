-- A check keeps what was asked about as index entries. They go with the person (PIPL art. 47); that there was an answer, by whom, and which, stays.
CREATE OR REPLACE FUNCTION real_name.keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.evidence = OLD.evidence - 'asked' AND (to_jsonb(NEW) - 'evidence') = (to_jsonb(OLD) - 'evidence')
     AND EXISTS (SELECT FROM vault.published_destroyed_people p WHERE p.worker_id = OLD.worker_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a real-name check is evidence and never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER real_name_checks_keep_evidence ON public.real_name_checks;
CREATE TRIGGER real_name_checks_keep_evidence BEFORE UPDATE OR DELETE ON public.real_name_checks
  FOR EACH ROW EXECUTE FUNCTION real_name.keep_evidence();
