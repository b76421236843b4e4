-- Configurations that come from another installation (引入, R13.1): the signed file as it was read, and what became of each of its
-- configurations. Nothing of it is in force by being here: somebody picks what becomes a draft, and a draft goes the way of all drafts.

-- Keys of other installations whose files are believed, each by the name that somebody here gave it.
CREATE TABLE studio.transfer_keys (
  -- sha256 of the public key (SubjectPublicKeyInfo, DER)
  fingerprint   text PRIMARY KEY CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  accepted_at   timestamptz NOT NULL,
  accepted_by   integer,
  accepted_name text NOT NULL
);
GRANT SELECT, INSERT ON studio.transfer_keys TO linggong_app;

CREATE TABLE studio.imports (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file_name    text NOT NULL CHECK (length(file_name) <= 200),
  file_sha256  text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  fingerprint  text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  exported_at  timestamptz NOT NULL,
  item_count   integer NOT NULL CHECK (item_count BETWEEN 1 AND 500),
  created_at   timestamptz NOT NULL,
  created_by   integer,
  created_name text NOT NULL
);
GRANT SELECT, INSERT ON studio.imports TO linggong_app;

CREATE TABLE studio.import_items (
  import_id      integer NOT NULL REFERENCES studio.imports,
  place          integer NOT NULL CHECK (place BETWEEN 1 AND 500),
  kind           text NOT NULL CHECK (length(kind) <= 40),
  key            text NOT NULL CHECK (length(key) <= 80),
  name_zh        text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
  name_en        text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
  description_zh text NOT NULL CHECK (length(description_zh) <= 2000),
  description_en text NOT NULL CHECK (length(description_en) <= 2000),
  review_by      date,
  -- of the version that was in force there
  version_no     integer NOT NULL CHECK (version_no > 0),
  content        jsonb NOT NULL,
  cases          jsonb NOT NULL CHECK (jsonb_typeof(cases) = 'array'),
  -- why it cannot be taken here: a kind or a shape that this installation does not know
  faults         jsonb NOT NULL CHECK (jsonb_typeof(faults) = 'array'),
  -- the draft that it became
  version_id     integer REFERENCES studio.versions,
  taken_at       timestamptz,
  PRIMARY KEY (import_id, place),
  UNIQUE (import_id, kind, key),
  CHECK ((version_id IS NULL) = (taken_at IS NULL))
);
GRANT SELECT, INSERT ON studio.import_items TO linggong_app;
GRANT UPDATE (version_id, taken_at) ON studio.import_items TO linggong_app;

CREATE FUNCTION studio.guard_import_item() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.version_id IS NOT NULL THEN
    RAISE EXCEPTION 'what was taken from a file is taken once' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_items_guard BEFORE UPDATE ON studio.import_items FOR EACH ROW EXECUTE FUNCTION studio.guard_import_item();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['transfer_keys', 'imports', 'import_items'] LOOP
    EXECUTE format('CREATE TRIGGER %I_stay BEFORE DELETE ON studio.%I FOR EACH ROW EXECUTE FUNCTION studio.refuse()', name, name);
    EXECUTE format('CREATE TRIGGER %I_never_emptied BEFORE TRUNCATE ON studio.%I FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse()', name, name);
  END LOOP;
END $$;
