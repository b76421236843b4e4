-- When a certificate was written is told by the clock of the database, and by nobody's word: `at` is what the application says. Unknown of
-- those that were written before.
ALTER TABLE vault.destructions ADD COLUMN written_at timestamptz;
ALTER TABLE vault.destructions ALTER COLUMN written_at SET DEFAULT clock_timestamp();
REVOKE INSERT ON vault.destructions FROM linggong_app;
GRANT INSERT (number, class, people, actor_name, trace_id, at) ON vault.destructions TO linggong_app;
