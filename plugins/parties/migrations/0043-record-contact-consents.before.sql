-- What became of the people whom an enterprise names (企业联系人, PIPL art. 13, 15, 17): that they were told and agreed, by which version of the
-- text, when, and by whose word; that one took it back. Only added to. Who they are is not here: their sealed values stand at the enterprise.
CREATE TABLE parties.contact_consents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise_id integer NOT NULL,
  contact text NOT NULL CHECK (contact IN ('handler', 'representative')),
  -- given: the handler agreed; noted: the representative was told, which is all that the law asks; withdrawn: the handler took it back.
  act text NOT NULL CHECK (act IN ('given', 'noted', 'withdrawn')),
  version integer NOT NULL,
  -- declared: the enterprise says so, signed in; operator: staff hold its paper or were told.
  method text NOT NULL CHECK (method IN ('declared', 'operator')),
  at timestamptz NOT NULL,
  actor_name text NOT NULL,
  trace_id text NOT NULL,
  CHECK (act = 'noted' OR contact = 'handler'),
  CHECK (act <> 'noted' OR contact = 'representative')
);
CREATE INDEX contact_consents_of ON parties.contact_consents (enterprise_id, contact, id DESC);
GRANT SELECT, INSERT ON parties.contact_consents TO linggong_app;
CREATE TRIGGER contact_consents_append_only BEFORE UPDATE OR DELETE ON parties.contact_consents
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
