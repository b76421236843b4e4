-- Which criteria a step of a review applied (审核引用标准, R2.6). A review keeps the version that was in force when it began; what a step
-- says of each criterion is one statement, about one subject or, done in bulk, the same about many. Nothing of it changes afterwards.
CREATE TABLE studio.reviews (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_kind text NOT NULL CHECK (subject_kind ~ '^[a-z][a-z-]{0,39}$'),
  subject_id   integer NOT NULL,
  key          text NOT NULL,
  -- NULL: began before the platform adopted its first criteria on this database.
  version_id   integer REFERENCES studio.versions (id),
  began_at     timestamptz NOT NULL
);
CREATE INDEX reviews_by_subject ON studio.reviews (subject_kind, subject_id, id DESC);
CREATE INDEX reviews_by_version ON studio.reviews (version_id, subject_kind);

CREATE TABLE studio.citations (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_kind  text NOT NULL CHECK (subject_kind ~ '^[a-z][a-z-]{0,39}$'),
  subject_count integer NOT NULL CHECK (subject_count > 0),
  act           text NOT NULL CHECK (act ~ '^[a-z][a-z-]{0,39}$'),
  key           text NOT NULL,
  version_id    integer REFERENCES studio.versions (id),
  -- [{id, holds, note?}], in the order of the version.
  judgements    jsonb NOT NULL CHECK (jsonb_typeof(judgements) = 'array' AND jsonb_array_length(judgements) > 0),
  actor         text NOT NULL,
  at            timestamptz NOT NULL
);
CREATE TABLE studio.cited_subjects (
  subject_kind text NOT NULL,
  subject_id   integer NOT NULL,
  citation_id  bigint NOT NULL REFERENCES studio.citations (id),
  PRIMARY KEY (subject_kind, subject_id, citation_id)
);
GRANT SELECT, INSERT ON studio.reviews, studio.citations, studio.cited_subjects TO linggong_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reviews', 'citations', 'cited_subjects'] LOOP
    EXECUTE format('CREATE TRIGGER %I_stay BEFORE UPDATE OR DELETE ON studio.%I FOR EACH ROW EXECUTE FUNCTION studio.refuse()', name, name);
    EXECUTE format('CREATE TRIGGER %I_never_emptied BEFORE TRUNCATE ON studio.%I FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse()', name, name);
  END LOOP;
END $$;
