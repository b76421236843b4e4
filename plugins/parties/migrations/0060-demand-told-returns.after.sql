-- Who has left comes back by the act alone that says so in the log: of the very worker, in the very transaction.
CREATE FUNCTION parties.demand_told_return() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit.published_entries e
                  WHERE e.subject_kind = 'worker' AND e.subject_id = NEW.id::text AND e.action = 'worker.return'
                    AND e.xid = pg_current_xact_id() AND e.recorded_at >= now()) THEN
    RAISE EXCEPTION 'who has left comes back by the act that the log tells of (恢复须留痕)' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER workers_return_told AFTER UPDATE OF state ON public.workers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state = 'deregistered' AND NEW.state NOT IN ('deregistered', 'erased'))
  EXECUTE FUNCTION parties.demand_told_return();

-- His lock goes with that, and with nothing else; nor is it marked as done with before he is erased. Whom it is of and since when never
-- changes.
CREATE FUNCTION parties.guard_lock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  state_of text;
BEGIN
  SELECT w.state INTO state_of FROM public.workers w WHERE w.id = OLD.worker_id;
  IF TG_OP = 'DELETE' AND state_of IN ('deregistered', 'erased') THEN
    RAISE EXCEPTION 'who has left stays locked until he returns (锁定)' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND state_of IS DISTINCT FROM 'erased' THEN
    RAISE EXCEPTION 'nobody is noted as erased who is not (未清除)' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER locked_people_stay BEFORE DELETE ON parties.locked_people FOR EACH ROW EXECUTE FUNCTION parties.guard_lock();
CREATE TRIGGER locked_people_erased_whole BEFORE UPDATE OF erased_at ON parties.locked_people
  FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION parties.guard_lock();
REVOKE UPDATE ON parties.locked_people FROM linggong_app;
GRANT UPDATE (keeps_until, terms, counted_at, erased_at) ON parties.locked_people TO linggong_app;
