-- The steps of a request, written with each of them by the database itself, whoever takes it: none is forgotten, and each is told once as
-- an event. Notices hang on the events.
GRANT USAGE, CREATE ON SCHEMA access TO linggong_security;

CREATE TABLE access.approval_steps (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  approval_id uuid NOT NULL,
  step text NOT NULL
    CHECK (step IN ('asked', 'escalated', 'approved', 'rejected', 'withdrawn', 'expired', 'executed', 'failed')),
  at timestamptz NOT NULL,
  told_at timestamptz
);
CREATE INDEX approval_steps_untold ON access.approval_steps (id) WHERE told_at IS NULL;
CREATE INDEX approval_steps_of ON access.approval_steps (approval_id);
ALTER TABLE access.approval_steps OWNER TO linggong_security;
GRANT SELECT ON access.approval_steps TO linggong_app;
GRANT SELECT (id, approval_id, step, at) ON access.approval_steps TO linggong_auditor;

CREATE FUNCTION access.note_approval_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO access.approval_steps (approval_id, step, at) VALUES (NEW.id, 'asked', NEW.asked_at);
    RETURN NULL;
  END IF;
  IF OLD.escalated_at IS NULL AND NEW.escalated_at IS NOT NULL THEN
    INSERT INTO access.approval_steps (approval_id, step, at) VALUES (NEW.id, 'escalated', NEW.escalated_at);
  END IF;
  IF OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL THEN
    INSERT INTO access.approval_steps (approval_id, step, at)
    VALUES (NEW.id, CASE WHEN NEW.state = 'rejected' THEN 'rejected' ELSE 'approved' END, NEW.decided_at);
  END IF;
  IF OLD.state <> NEW.state AND NEW.state IN ('withdrawn', 'expired', 'executed', 'failed') THEN
    INSERT INTO access.approval_steps (approval_id, step, at) VALUES (NEW.id, NEW.state, NEW.ended_at);
  END IF;
  RETURN NULL;
END
$function$;
ALTER FUNCTION access.note_approval_step() OWNER TO linggong_security;
REVOKE EXECUTE ON FUNCTION access.note_approval_step() FROM PUBLIC;
CREATE TRIGGER approvals_note_step AFTER INSERT OR UPDATE ON access.approvals
  FOR EACH ROW EXECUTE FUNCTION access.note_approval_step();

-- Takes steps that nobody has told yet, in the transaction that tells them; the next round takes the rest.
CREATE FUNCTION access.take_approval_steps(at_most int, taken_at timestamptz)
RETURNS TABLE (id bigint, approval_id uuid, step text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
  WITH due AS (
    SELECT s.id FROM access.approval_steps s WHERE s.told_at IS NULL ORDER BY s.id LIMIT at_most FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE access.approval_steps s SET told_at = taken_at FROM due WHERE s.id = due.id RETURNING s.id, s.approval_id, s.step
  )
  SELECT t.id, t.approval_id, t.step FROM taken t ORDER BY t.id
$function$;
ALTER FUNCTION access.take_approval_steps(int, timestamptz) OWNER TO linggong_security;
REVOKE EXECUTE ON FUNCTION access.take_approval_steps(int, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.take_approval_steps(int, timestamptz) TO linggong_app;
REVOKE CREATE ON SCHEMA access FROM linggong_security;
