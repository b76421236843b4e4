-- Numbers, uniqueness and the sums that must hold whatever the code does: nobody is engaged twice in one task, and no
-- engagement is paid beyond what the enterprise accepted (R4.2) – the database itself refuses a second payment.
CREATE SCHEMA tasks;
GRANT USAGE ON SCHEMA tasks TO linggong_app;
CREATE SEQUENCE tasks.task_number;
CREATE SEQUENCE tasks.engagement_number;
CREATE SEQUENCE tasks.certificate_number;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA tasks TO linggong_app;

CREATE UNIQUE INDEX tasks_number ON public.tasks (number);
CREATE INDEX tasks_by_enterprise ON public.tasks (enterprise_id, state);
ALTER TABLE public.tasks
  ADD CONSTRAINT tasks_state_known CHECK (state IS NOT NULL AND state IN
    ('draft', 'submitted', 'returned', 'published', 'closed', 'cancelled')),
  ADD CONSTRAINT tasks_complete CHECK (number IS NOT NULL AND enterprise_id IS NOT NULL AND title IS NOT NULL
    AND scenario IS NOT NULL AND headcount > 0 AND unit_price_fen >= 0 AND budget_fen >= 0
    AND starts_on IS NOT NULL AND ends_on >= starts_on);

CREATE UNIQUE INDEX engagements_number ON public.engagements (number);
CREATE UNIQUE INDEX engagements_certificate ON public.engagements (certificate_number);
CREATE UNIQUE INDEX engagements_once ON public.engagements (task_id, worker_id) WHERE state <> 'cancelled';
ALTER TABLE public.engagements
  ADD CONSTRAINT engagements_state_known CHECK (state IS NOT NULL AND state IN
    ('applied', 'engaged', 'delivered', 'accepted', 'settled', 'cancelled')),
  ADD CONSTRAINT engagements_complete CHECK (number IS NOT NULL AND task_id IS NOT NULL AND worker_id IS NOT NULL
    AND enterprise_id IS NOT NULL AND agreed_fen >= 0),
  ADD CONSTRAINT engagements_paid_within_accepted CHECK (
    settled_fen >= 0 AND settled_fen <= coalesce(accepted_fen, 0)
    AND (state <> 'settled' OR settled_fen = accepted_fen)
    AND (state NOT IN ('accepted', 'settled') OR accepted_fen IS NOT NULL));
ALTER TABLE public.engagements ALTER COLUMN settled_fen SET NOT NULL;

-- What settlement joins line by line: one row per live engagement, with what may still be paid.
CREATE VIEW tasks.published_engagement_facts AS
SELECT g.id AS engagement_id, g.number AS engagement_number, t.id AS task_id, t.number AS task_number, t.title AS task_title,
       t.enterprise_id, t.scenario, t.state AS task_state, t.starts_on, t.ends_on,
       g.worker_id, g.state, g.accepted_fen, g.settled_fen, g.accepted_fen - g.settled_fen AS payable_fen, g.accepted_at
FROM public.engagements g JOIN public.tasks t ON t.id = g.task_id
WHERE g.state <> 'cancelled';
CREATE VIEW tasks.published_task_facts AS
SELECT id AS task_id, number AS task_number, title AS task_title, enterprise_id, scenario, state, starts_on, ends_on
FROM public.tasks;
GRANT SELECT ON tasks.published_engagement_facts, tasks.published_task_facts TO linggong_app;
