-- Nobody stands in a certificate of destruction but who has left, is locked, and whose last term was over at its instant.
CREATE FUNCTION parties.guard_destroyed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM parties.locked_people l
      JOIN public.workers w ON w.id = l.worker_id AND w.state = 'deregistered' AND w.number = NEW.subject_number
      JOIN vault.destructions d ON d.id = NEW.destruction_id
     WHERE l.worker_id = NEW.worker_id AND l.erased_at IS NULL AND l.keeps_until <= d.at
  ) THEN
    RAISE EXCEPTION 'nobody is destroyed but who has left and whose last term is over (到期)' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER destroyed_people_ended BEFORE INSERT ON vault.destroyed_people
  FOR EACH ROW EXECUTE FUNCTION parties.guard_destroyed();

-- Who was counted longest ago is counted next.
CREATE INDEX locked_people_uncounted ON parties.locked_people (counted_at NULLS FIRST, worker_id) WHERE erased_at IS NULL;
