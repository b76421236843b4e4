-- When the end of a native request was tried last and failed: it lets the others go first, and is tried again an hour later. Beside the
-- requests, which nobody but their own functions writes: a try is no decision.
CREATE TABLE access.lapse_tries (
  approval_id uuid PRIMARY KEY,
  tried_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON access.lapse_tries TO linggong_app;
