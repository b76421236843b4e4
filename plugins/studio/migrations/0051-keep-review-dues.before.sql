-- By when a review is to end (审核时限), by the clocks and the calendar that were in force when it began; NULL where no clock runs.
ALTER TABLE studio.reviews ADD COLUMN due_at timestamptz;
-- The last review of each subject, for the lists of whoever reviews.
CREATE VIEW studio.published_review_dues AS
SELECT DISTINCT ON (subject_kind, subject_id) subject_kind, subject_id, began_at, due_at,
       (due_at AT TIME ZONE 'Asia/Shanghai')::date AS due_on
  FROM studio.reviews ORDER BY subject_kind, subject_id, id DESC;
GRANT SELECT ON studio.published_review_dues TO linggong_app;
