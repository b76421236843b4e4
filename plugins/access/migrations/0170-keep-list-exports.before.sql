-- Files of lists that are too long to be made while somebody waits (列表导出): who asked, for which list, and what became of it. What was asked
-- for – filters may hold what somebody was looked for by – lies sealed in the vault (`wish_file`), and so does the file itself. Both go after
-- seven days, by the retention schedule; the row stays as long as an entry of the log names it.
CREATE TABLE access.list_exports (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id integer NOT NULL,
  -- As whom it was asked: one who has another role by then gets nothing.
  role       text NOT NULL,
  list       text NOT NULL CHECK (list ~ '^[a-z][a-z0-9-]{0,59}$'),
  format     text NOT NULL CHECK (format IN ('csv', 'xlsx')),
  asked_at   timestamptz NOT NULL,
  wish_file  uuid NOT NULL,
  job_id     uuid NOT NULL,
  row_count  integer CHECK (row_count BETWEEN 0 AND 1000000),
  file_id    uuid,
  ready_at   timestamptz,
  CHECK ((file_id IS NULL) = (ready_at IS NULL) AND (file_id IS NULL) = (row_count IS NULL))
);
CREATE INDEX list_exports_of ON access.list_exports (account_id, asked_at DESC);
CREATE INDEX list_exports_asked ON access.list_exports (asked_at, id);
GRANT SELECT, INSERT ON access.list_exports TO linggong_app;
GRANT UPDATE (row_count, file_id, ready_at) ON access.list_exports TO linggong_app;
