-- Who stands in a certificate is let go of by the guards of all evidence, so nobody gets into one by a word of the application alone: a standing
-- legal hold on him refuses it, under the lock that holds are set under. Whether he has left and his terms are over is asked by the plugin that
-- knows workers.
CREATE FUNCTION vault.guard_destroyed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('vault.legal-holds', 0));
  IF EXISTS (SELECT FROM vault.legal_holds h WHERE h.subject_kind = 'worker' AND h.subject_id = NEW.worker_id AND h.ended_at IS NULL) THEN
    RAISE EXCEPTION 'nobody is destroyed under a legal hold (保全)' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER destroyed_people_not_held BEFORE INSERT ON vault.destroyed_people
  FOR EACH ROW EXECUTE FUNCTION vault.guard_destroyed();
