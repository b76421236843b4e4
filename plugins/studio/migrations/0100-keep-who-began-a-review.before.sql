-- Nobody passes what he submitted himself (四眼原则): a review keeps whose account it began for. NULL: begun by no account, or before
-- this was kept.
ALTER TABLE studio.reviews ADD COLUMN begun_account integer;
-- The lists of whoever reviews leave his own out of what waits for him.
CREATE OR REPLACE VIEW studio.published_review_dues AS
SELECT DISTINCT ON (subject_kind, subject_id) subject_kind, subject_id, began_at, due_at,
       (due_at AT TIME ZONE 'Asia/Shanghai')::date AS due_on, begun_account
  FROM studio.reviews ORDER BY subject_kind, subject_id, id DESC;
