-- Re-encryption (重新加密): after a rotation a job seals every value anew under the youngest key, sweep by sweep, until a sweep that began
-- after all older transactions had ended finds nothing left. It can be killed anywhere: cursor and counts are committed with each page.
CREATE TABLE vault.reencryptions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  to_number int NOT NULL REFERENCES vault.data_keys,
  -- waiting: the next sweep may not begin yet; running: a sweep is on its way.
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  reason text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  sweep int NOT NULL DEFAULT 0 CHECK (sweep BETWEEN 0 AND 6),
  -- The next sweep begins when every transaction older than this has ended.
  barrier xid8,
  finished_at timestamptz,
  CHECK ((state IN ('waiting', 'running')) = (finished_at IS NULL))
);
CREATE UNIQUE INDEX reencryptions_one_open ON vault.reencryptions ((true)) WHERE state IN ('waiting', 'running');
GRANT SELECT, INSERT ON vault.reencryptions TO linggong_app;
GRANT UPDATE (state, sweep, barrier, finished_at) ON vault.reencryptions TO linggong_app;

-- One row a source (a table of an owner). `seen`, `moved`, `skipped`, `broken` and `is_done` are of the sweep on its way.
CREATE TABLE vault.reencryption_sources (
  reencryption_id bigint NOT NULL REFERENCES vault.reencryptions,
  source text NOT NULL,
  place int NOT NULL,
  cursor text,
  is_done boolean NOT NULL DEFAULT false,
  total bigint NOT NULL,
  seen bigint NOT NULL DEFAULT 0,
  moved bigint NOT NULL DEFAULT 0,
  skipped bigint NOT NULL DEFAULT 0,
  broken bigint NOT NULL DEFAULT 0,
  moved_in_all bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (reencryption_id, source)
);
GRANT SELECT, INSERT, UPDATE ON vault.reencryption_sources TO linggong_app;

-- Rows whose value does not open: named by their keys, for a person to look into. No key is retired while there are any.
CREATE TABLE vault.reencryption_faults (
  reencryption_id bigint NOT NULL REFERENCES vault.reencryptions,
  source text NOT NULL,
  row_key text NOT NULL,
  PRIMARY KEY (reencryption_id, source, row_key)
);
GRANT SELECT, INSERT ON vault.reencryption_faults TO linggong_app;
