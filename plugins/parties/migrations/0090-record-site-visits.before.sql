-- Visits to where an enterprise does its business (现场核查, R2.2, R2.6): by whom, when, by which version of the checklist, what was seen of each
-- item, and the photographs that show it. A visit ends once, with the verdict of its checklist, and nothing of it changes afterwards. Whoever
-- went is an account, never a name.
CREATE TABLE parties.site_visits (
  id                integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise_id     integer NOT NULL,
  visited_on        date NOT NULL,
  checklist_version integer NOT NULL,
  -- the account of the second who was there, by what it signs in with
  companion         text CHECK (length(companion) BETWEEN 1 AND 64),
  begun_by          text NOT NULL,
  begun_account     integer,
  begun_at          timestamptz NOT NULL,
  answers           jsonb CHECK (jsonb_typeof(answers) = 'array'),
  verdict           text CHECK (verdict IN ('passed', 'failed')),
  note              text CHECK (length(note) <= 2000),
  concluded_by      text,
  concluded_at      timestamptz,
  CHECK ((verdict IS NULL) = (concluded_at IS NULL)),
  CHECK ((verdict IS NULL) = (answers IS NULL)),
  CHECK ((verdict IS NULL) = (concluded_by IS NULL))
);
CREATE INDEX site_visits_of ON parties.site_visits (enterprise_id, id);
CREATE UNIQUE INDEX site_visits_one_open ON parties.site_visits (enterprise_id) WHERE verdict IS NULL;

CREATE TABLE parties.site_visit_files (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  visit_id     integer NOT NULL REFERENCES parties.site_visits,
  -- id of the item of the checklist that it shows
  item         text NOT NULL CHECK (length(item) BETWEEN 1 AND 60),
  file_id      uuid NOT NULL,
  content_type text NOT NULL,
  bytes        integer NOT NULL CHECK (bytes > 0),
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  added_by     text NOT NULL,
  added_at     timestamptz NOT NULL
);
CREATE INDEX site_visit_files_of ON parties.site_visit_files (visit_id, id);

GRANT SELECT, INSERT ON parties.site_visits, parties.site_visit_files TO linggong_app;
GRANT UPDATE (answers, verdict, note, concluded_by, concluded_at) ON parties.site_visits TO linggong_app;

CREATE FUNCTION parties.guard_site_visit() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'site visit %: what was seen stays as it is', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER site_visits_end_once BEFORE UPDATE ON parties.site_visits FOR EACH ROW WHEN (OLD.verdict IS NOT NULL)
  EXECUTE FUNCTION parties.guard_site_visit();
CREATE TRIGGER site_visits_stay BEFORE DELETE OR TRUNCATE ON parties.site_visits FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER site_visit_files_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON parties.site_visit_files
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
