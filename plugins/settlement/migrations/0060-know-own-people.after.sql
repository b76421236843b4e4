-- Whether the enterprise of a line has engaged its person, or has a signed agreement with him: of everybody else it is told one
-- reason, whether he is registered or not. Found by each check; of lines checked before, by their engagement.
ALTER TABLE settlement.lines ADD COLUMN is_known boolean NOT NULL DEFAULT false;
UPDATE settlement.lines l SET is_known = true
  FROM tasks.published_task_facts t JOIN public.settlement_batches b ON b.enterprise_id = t.enterprise_id
 WHERE l.engagement_id IS NOT NULL AND t.task_id = l.task_id AND b.id = l.batch_id;
