-- Who watches a batch is told when it moves (R6.2, console: live progress): its stage and counts while it is checked and paid,
-- and each step of its timeline, by which a payment that comes back days later is told too. The signal holds its number only.
CREATE FUNCTION settlement.tell_batch_progress() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('linggong_progress', 'batch:' || NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER settlement_batches_tell_progress AFTER UPDATE ON public.settlement_batches
  FOR EACH ROW WHEN (
    (OLD.state, OLD.stage, OLD.stage_done, OLD.stage_total, OLD.quote_version, OLD.ready_count, OLD.blocked_count,
     OLD.held_count, OLD.excluded_count) IS DISTINCT FROM
    (NEW.state, NEW.stage, NEW.stage_done, NEW.stage_total, NEW.quote_version, NEW.ready_count, NEW.blocked_count,
     NEW.held_count, NEW.excluded_count))
  EXECUTE FUNCTION settlement.tell_batch_progress();

CREATE FUNCTION settlement.tell_batch_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('linggong_progress', 'batch:' || batch_id) FROM (SELECT DISTINCT batch_id FROM added) AS moved;
  RETURN NULL;
END $$;

CREATE TRIGGER batch_steps_tell_progress AFTER INSERT ON settlement.batch_steps
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION settlement.tell_batch_steps();
