-- Destruction of people's data (销毁证明): who was erased, by which rule, after which terms, and how much of what. People are numbers here, by
-- which nobody is found any more. A certificate is written before anything is erased: the guards of evidence let go of a person only where he
-- stands in one.
CREATE SEQUENCE vault.destruction_serials;
CREATE TABLE vault.destructions (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  -- The class of the retention schedule that it was done by.
  class text NOT NULL,
  people integer NOT NULL CHECK (people > 0),
  actor_name text NOT NULL,
  trace_id text NOT NULL,
  at timestamptz NOT NULL
);
CREATE TABLE vault.destroyed_people (
  worker_id integer PRIMARY KEY,
  destruction_id integer NOT NULL REFERENCES vault.destructions,
  subject_number text NOT NULL,
  locked_at timestamptz NOT NULL,
  -- Every term that held him: [{class, from, until}].
  terms jsonb NOT NULL
);
CREATE INDEX destroyed_people_of ON vault.destroyed_people (destruction_id);
CREATE TABLE vault.destruction_items (
  destruction_id integer NOT NULL REFERENCES vault.destructions,
  -- Whose rows, and what they are.
  keeper text NOT NULL,
  what text NOT NULL,
  rows integer NOT NULL CHECK (rows >= 0),
  PRIMARY KEY (destruction_id, keeper, what)
);
GRANT SELECT, INSERT ON vault.destructions, vault.destroyed_people, vault.destruction_items TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA vault TO linggong_app;
CREATE TRIGGER destructions_append_only BEFORE UPDATE OR DELETE ON vault.destructions
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER destroyed_people_append_only BEFORE UPDATE OR DELETE ON vault.destroyed_people
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER destruction_items_append_only BEFORE UPDATE OR DELETE ON vault.destruction_items
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE VIEW vault.published_destroyed_people AS
SELECT p.worker_id, p.destruction_id, d.number, d.at FROM vault.destroyed_people p JOIN vault.destructions d ON d.id = p.destruction_id;
GRANT SELECT ON vault.published_destroyed_people TO linggong_app;

-- What this plugin itself keeps of a person: whence he consented, and what he wrote in his requests. The acts stay, without it.
CREATE FUNCTION vault.keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.address IS NULL AND (to_jsonb(NEW) - 'address') = (to_jsonb(OLD) - 'address')
     AND EXISTS (SELECT FROM vault.destroyed_people p WHERE p.worker_id = OLD.worker_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER consents_append_only ON vault.consents;
CREATE TRIGGER consents_append_only BEFORE UPDATE OR DELETE ON vault.consents FOR EACH ROW EXECUTE FUNCTION vault.keep_consent();
GRANT UPDATE (address) ON vault.consents TO linggong_app;

CREATE FUNCTION vault.keep_request_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason IS NULL AND (to_jsonb(NEW) - 'reason') = (to_jsonb(OLD) - 'reason')
     AND EXISTS (SELECT FROM vault.data_requests r JOIN vault.destroyed_people p ON p.worker_id = r.worker_id WHERE r.id = OLD.request_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER data_request_steps_append_only ON vault.data_request_steps;
CREATE TRIGGER data_request_steps_append_only BEFORE UPDATE OR DELETE ON vault.data_request_steps
  FOR EACH ROW EXECUTE FUNCTION vault.keep_request_step();
GRANT UPDATE (reason) ON vault.data_request_steps TO linggong_app;
GRANT UPDATE (asked, identity_shown) ON vault.data_requests TO linggong_app;
