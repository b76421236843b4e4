-- Files of forms (表单附件) and what was begun and not sent (表单草稿).
-- A file lies sealed in the vault; here stands which field of which version it was sent for. It belongs to nobody's record until one that
-- names it is handed in; from then on it stays with that record. Names of files are not kept: people call them by other people's names.
CREATE TABLE studio.form_files (
  id           uuid PRIMARY KEY,
  form_key     text NOT NULL,
  field        text NOT NULL,
  version_id   integer NOT NULL REFERENCES studio.versions,
  content_type text NOT NULL,
  bytes        integer NOT NULL CHECK (bytes > 0),
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  sent_at      timestamptz NOT NULL,
  sent_by      integer NOT NULL,
  sent_name    text NOT NULL,
  record_id    integer REFERENCES studio.form_records
);
CREATE INDEX form_files_by_record ON studio.form_files (record_id) WHERE record_id IS NOT NULL;
CREATE INDEX form_files_unsent ON studio.form_files (sent_by, sent_at) WHERE record_id IS NULL;
GRANT SELECT, INSERT ON studio.form_files TO linggong_app;
GRANT UPDATE (record_id) ON studio.form_files TO linggong_app;

CREATE FUNCTION studio.guard_form_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.record_id IS NOT NULL AND NEW.record_id IS DISTINCT FROM OLD.record_id THEN
    RAISE EXCEPTION 'a file stays with the record that it was handed in with' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER form_files_guard BEFORE UPDATE ON studio.form_files FOR EACH ROW EXECUTE FUNCTION studio.guard_form_file();
CREATE TRIGGER form_files_stay BEFORE DELETE ON studio.form_files FOR EACH ROW EXECUTE FUNCTION studio.refuse();
CREATE TRIGGER form_files_never_emptied BEFORE TRUNCATE ON studio.form_files FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse();

-- One draft an account and form; it goes when the form is handed in, and after thirty days.
CREATE TABLE studio.form_drafts (
  account_id    integer NOT NULL,
  form_key      text NOT NULL,
  version_id    integer NOT NULL REFERENCES studio.versions,
  -- all values as one: which of them are personal, only the form says
  values_sealed bytea NOT NULL CHECK (octet_length(values_sealed) <= 140000),
  saved_at      timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL CHECK (expires_at > saved_at AND expires_at <= saved_at + interval '31 days'),
  PRIMARY KEY (account_id, form_key)
);
CREATE INDEX form_drafts_expiring ON studio.form_drafts (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON studio.form_drafts TO linggong_app;
