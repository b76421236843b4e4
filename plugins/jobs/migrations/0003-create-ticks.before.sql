-- When each schedule is next due. Of several processes, the one that moves `next_at` on is the one that does the work.
-- BullMQ's own schedulers are not used: on PostgreSQL a scheduler that is installed again at a restart can lose its next
-- iteration, and the truth about background work stands in this schema anyway.
CREATE TABLE jobs.ticks (
  name    text PRIMARY KEY,
  next_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON jobs.ticks TO linggong_app;
