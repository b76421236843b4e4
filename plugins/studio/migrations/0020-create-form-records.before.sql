-- What people filled in (表单记录): the record as it stands, each of its revisions as it was handed in, and the sealed values of both.
-- A record keeps the version of the form that it was filled in with; editing adds a revision and takes none away.
CREATE SEQUENCE studio.form_record_serials;
GRANT USAGE ON SEQUENCE studio.form_record_serials TO linggong_app;

CREATE TABLE studio.form_records (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number        text NOT NULL UNIQUE,
  form_key      text NOT NULL,
  -- what it belongs to, such as task 12; null for a record that stands by itself (a complaint)
  subject_kind  text CHECK (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
  subject_id    integer,
  enterprise_id integer,
  worker_id     integer,
  version_id    integer NOT NULL REFERENCES studio.versions,
  revision      integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  -- values that are no personal data, by field
  data          jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'),
  created_at    timestamptz NOT NULL,
  created_by    integer,
  created_name  text NOT NULL,
  updated_at    timestamptz NOT NULL,
  updated_name  text NOT NULL,
  CHECK ((subject_kind IS NULL) = (subject_id IS NULL))
);
CREATE UNIQUE INDEX form_records_by_subject ON studio.form_records (form_key, subject_kind, subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX form_records_by_form ON studio.form_records (form_key, id);
CREATE INDEX form_records_by_worker ON studio.form_records (worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX form_records_by_version ON studio.form_records (version_id);
-- exact search by any field: data @> '{"field": value}'
CREATE INDEX form_records_by_value ON studio.form_records USING gin (data jsonb_path_ops);
GRANT SELECT, INSERT, UPDATE ON studio.form_records TO linggong_app;

CREATE TABLE studio.form_revisions (
  record_id  integer NOT NULL REFERENCES studio.form_records,
  revision   integer NOT NULL,
  version_id integer NOT NULL REFERENCES studio.versions,
  data       jsonb NOT NULL,
  at         timestamptz NOT NULL,
  by_account integer,
  by_name    text NOT NULL,
  PRIMARY KEY (record_id, revision)
);
GRANT SELECT, INSERT, UPDATE ON studio.form_revisions TO linggong_app;

-- One sealed value of a revision. The kind has a column of its own, since a rotation of keys seals column by column.
CREATE TABLE studio.form_values (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_id       integer NOT NULL,
  revision        integer NOT NULL,
  field           text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('name', 'address', 'email', 'identity-number', 'bank-card', 'phone')),
  name_sealed     text,
  address_sealed  text,
  email_sealed    text,
  identity_sealed text,
  card_sealed     text,
  phone_sealed    text,
  value_blind     text,
  value_masked    text NOT NULL,
  UNIQUE (record_id, revision, field),
  FOREIGN KEY (record_id, revision) REFERENCES studio.form_revisions
);
CREATE INDEX form_values_by_blind ON studio.form_values (value_blind, field) WHERE value_blind IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON studio.form_values TO linggong_app;

-- A revision never changes, but for the words of a person who is erased: they go, and nothing takes their place.
CREATE FUNCTION studio.guard_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.data <> '{}' OR (NEW.record_id, NEW.revision, NEW.version_id, NEW.at, NEW.by_account, NEW.by_name)
     IS DISTINCT FROM (OLD.record_id, OLD.revision, OLD.version_id, OLD.at, OLD.by_account, OLD.by_name) THEN
    RAISE EXCEPTION 'a revision of a record stays as it was handed in' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER form_revisions_guard BEFORE UPDATE ON studio.form_revisions FOR EACH ROW EXECUTE FUNCTION studio.guard_revision();

CREATE FUNCTION studio.guard_record() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.id, NEW.number, NEW.form_key, NEW.subject_kind, NEW.subject_id, NEW.enterprise_id, NEW.worker_id, NEW.created_at, NEW.created_by)
     IS DISTINCT FROM
     (OLD.id, OLD.number, OLD.form_key, OLD.subject_kind, OLD.subject_id, OLD.enterprise_id, OLD.worker_id, OLD.created_at, OLD.created_by)
     OR NEW.revision NOT IN (OLD.revision, OLD.revision + 1) OR (NEW.revision = OLD.revision AND NEW.data <> '{}') THEN
    RAISE EXCEPTION 'what a record is about and its past do not change' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER form_records_guard BEFORE UPDATE ON studio.form_records FOR EACH ROW EXECUTE FUNCTION studio.guard_record();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['form_records', 'form_revisions', 'form_values'] LOOP
    EXECUTE format('CREATE TRIGGER %I_stay BEFORE DELETE ON studio.%I FOR EACH ROW EXECUTE FUNCTION studio.refuse()', name, name);
    EXECUTE format('CREATE TRIGGER %I_never_emptied BEFORE TRUNCATE ON studio.%I FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse()', name, name);
  END LOOP;
END $$;
