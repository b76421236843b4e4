-- Reviews that had a clock, for the replay of clocks by whoever is reviewed (回放来源, R13.1): what each was about, and when it began.
CREATE VIEW studio.published_reviews AS
SELECT id AS review_id, subject_kind, subject_id, began_at, due_at FROM studio.reviews WHERE due_at IS NOT NULL;
GRANT SELECT ON studio.published_reviews TO linggong_app;
-- The clocks of one kind of review are asked again page by page, by key.
CREATE INDEX reviews_with_clock ON studio.reviews (subject_kind, id) WHERE due_at IS NOT NULL;
