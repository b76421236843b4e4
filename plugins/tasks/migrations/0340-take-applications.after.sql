-- Workers apply for tasks themselves (报名, R4.4). An application ends by being declined or withdrawn; both are over like what was cancelled, so
-- that the same worker may have one live engagement in a task, as before.
ALTER TABLE public.engagements DROP CONSTRAINT engagements_cancelled, DROP CONSTRAINT engagements_state_known;
ALTER TABLE public.engagements
  ADD CONSTRAINT engagements_state_known CHECK (state IS NOT NULL AND state IN
    ('applied', 'engaged', 'delivered', 'accepted', 'settled', 'cancelled', 'declined', 'withdrawn')),
  ADD CONSTRAINT engagements_cancelled CHECK ((state IN ('cancelled', 'declined', 'withdrawn')) = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT engagements_applied CHECK (state NOT IN ('applied', 'declined', 'withdrawn')
    OR (applied_at IS NOT NULL AND engaged_at IS NULL));

-- What waits for an enterprise. By instants, which the moves after it leave alone: an index that speaks of the state would be written by each.
CREATE INDEX engagements_waiting ON public.engagements (enterprise_id, applied_at)
  WHERE applied_at IS NOT NULL AND engaged_at IS NULL AND cancelled_at IS NULL;
-- What is open to everybody is found among all tasks of all time.
CREATE INDEX tasks_open ON public.tasks (ends_on) WHERE state = 'published';
