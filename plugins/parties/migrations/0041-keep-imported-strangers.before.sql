-- Rows of an import whose people it did not register: the sheet is about them all the same, and a legal hold on one of them keeps it. Blind
-- indexes only, as long as the sheet is there.
CREATE TABLE parties.import_strangers (
  import_id uuid NOT NULL REFERENCES parties.worker_imports,
  identity_blind text,
  phone_blind text,
  CHECK (identity_blind IS NOT NULL OR phone_blind IS NOT NULL)
);
CREATE INDEX import_strangers_of ON parties.import_strangers (import_id);
GRANT SELECT, INSERT, DELETE ON parties.import_strangers TO linggong_app;
