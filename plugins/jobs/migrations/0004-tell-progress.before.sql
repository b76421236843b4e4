-- Who watches a running job is told when it moves: a web process listens on `linggong_progress`, whichever process works.
-- A signal holds numbers only (whose job it is), so that a listener knows whom it concerns without asking; what moved is read
-- from the table by whoever may read it. NOTIFY folds equal signals of a transaction, and progress is written a few times a second.
CREATE FUNCTION jobs.tell_progress() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('linggong_progress',
    format('run:%s:%s:%s', NEW.account_id, NEW.enterprise_id, NEW.worker_id));
  RETURN NULL;
END $$;

CREATE TRIGGER runs_tell_progress AFTER UPDATE OF state, stage, done, total ON jobs.runs
  FOR EACH ROW WHEN ((OLD.state, OLD.stage, OLD.done, OLD.total) IS DISTINCT FROM (NEW.state, NEW.stage, NEW.done, NEW.total))
  EXECUTE FUNCTION jobs.tell_progress();
