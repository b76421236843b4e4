-- A look at a clear value under an elevation (提权) says which one: it opened the row, or stood for the second person.
ALTER TABLE vault.unmaskings ADD COLUMN elevation_id uuid;
CREATE INDEX unmaskings_elevation ON vault.unmaskings (elevation_id, id) WHERE elevation_id IS NOT NULL;

-- Whatever writes the row, the elevation is one of that account, live at that moment, and of a scope that holds the row. Where its own
-- approval is what the look stands on, it opens clear values and not masked ones alone.
CREATE FUNCTION vault.ground_unmasking() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM access.elevations e
     WHERE e.id = NEW.elevation_id AND e.account_id = NEW.account_id AND e.role = NEW.role AND e.resource = NEW.subject_kind
       AND CASE WHEN e.approval_id = NEW.approval_id THEN 'unmask' ELSE 'read' END = ANY (e.actions)
       AND e.ended_at IS NULL AND e.from_at <= NEW.at AND e.until_at > NEW.at
       AND (e.worker_id IS NULL OR e.worker_id = NEW.worker_id)
       AND (e.enterprise_id IS NULL OR (NEW.subject_kind = 'enterprise' AND e.enterprise_id = NEW.subject_id))
  ) THEN
    RAISE EXCEPTION 'this elevation does not open the value (该提权不适用)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vault.ground_unmasking() FROM PUBLIC;
CREATE TRIGGER unmaskings_grounded BEFORE INSERT ON vault.unmaskings
  FOR EACH ROW WHEN (NEW.elevation_id IS NOT NULL) EXECUTE FUNCTION vault.ground_unmasking();
