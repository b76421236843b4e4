-- Which tasks of an enterprise were published or sent back, and when, for the rating of enterprises (risk, R6.2). The body of an SQL
-- function is text: it does not hold the columns of the content type fast, as a view would.
CREATE FUNCTION tasks.review_rows() RETURNS TABLE (enterprise_id integer, task_id integer, action text, at timestamptz) LANGUAGE sql STABLE AS $$
  SELECT t.enterprise_id, r.task_id, r.action, r.at FROM tasks.reviews r JOIN public.tasks t ON t.id = r.task_id
$$;
CREATE VIEW tasks.published_task_reviews AS SELECT * FROM tasks.review_rows();
GRANT SELECT ON tasks.published_task_reviews TO linggong_app;
