-- Whom a record means (被投诉方): an enterprise or a worker that the one who handed it in deals with. Not what it belongs to: a record
-- belongs to one thing, and many complaints may mean one enterprise.
ALTER TABLE studio.form_records
  ADD COLUMN about_kind text CHECK (about_kind IN ('enterprise', 'worker')),
  ADD COLUMN about_id integer CHECK (about_id > 0),
  ADD CONSTRAINT form_records_about_whole CHECK ((about_kind IS NULL) = (about_id IS NULL));
CREATE INDEX form_records_by_about ON studio.form_records (about_kind, about_id) WHERE about_id IS NOT NULL;
