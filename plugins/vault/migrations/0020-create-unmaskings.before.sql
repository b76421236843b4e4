-- Looks at clear values (查看明文): who saw whose field, when, why, and under which approval. One row a value, written before the value
-- is opened and never changed. The value itself is not here, nor its mask.
CREATE TABLE vault.unmaskings (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    int NOT NULL,
  actor_name    text NOT NULL,
  role          text NOT NULL,
  session_id    uuid,
  subject_kind  text NOT NULL,
  subject_id    int NOT NULL,
  -- The number that people know the row by.
  subject_label text NOT NULL CHECK (length(subject_label) <= 64),
  -- Whose value it is, so that he can be told who looked.
  worker_id     int,
  field         text NOT NULL,
  field_kind    text NOT NULL,
  reason        text NOT NULL CHECK (length(reason) <= 500),
  approval_id   uuid,
  -- How many values the account had seen in the hour that ends with this one.
  in_hour       int NOT NULL CHECK (in_hour BETWEEN 1 AND 20),
  at            timestamptz NOT NULL,
  until         timestamptz NOT NULL CHECK (until > at AND until <= at + interval '2 minutes')
);
CREATE INDEX unmaskings_account ON vault.unmaskings (account_id, at);
CREATE INDEX unmaskings_worker ON vault.unmaskings (worker_id, id) WHERE worker_id IS NOT NULL;
CREATE INDEX unmaskings_at ON vault.unmaskings (at);

CREATE FUNCTION vault.keep_unmaskings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'vault.unmaskings: rows are never changed or removed (查看明文记录不可更改)' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER unmaskings_stay BEFORE UPDATE OR DELETE ON vault.unmaskings
  FOR EACH ROW EXECUTE FUNCTION vault.keep_unmaskings();
CREATE TRIGGER unmaskings_kept BEFORE TRUNCATE ON vault.unmaskings
  FOR EACH STATEMENT EXECUTE FUNCTION vault.keep_unmaskings();
GRANT SELECT, INSERT ON vault.unmaskings TO linggong_app;
