-- Which account published or returned which task: a reviewer goes on seeing what he decided. Written once, never changed.
CREATE TABLE tasks.reviews (
  task_id int NOT NULL REFERENCES public.tasks (id),
  account_id int NOT NULL,
  action text NOT NULL CHECK (action IN ('publish', 'return')),
  at timestamptz NOT NULL,
  PRIMARY KEY (task_id, account_id, at)
);
GRANT SELECT, INSERT ON tasks.reviews TO linggong_app;
