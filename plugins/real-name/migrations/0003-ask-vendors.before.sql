-- What each vendor was asked and cost on a Shanghai day. A cost is reserved before asking and settled after the answer, so that
-- concurrent processes cannot pass the daily cap together; what a killed process had reserved stays counted: it may have been charged.
CREATE TABLE real_name.provider_days (
  provider text NOT NULL,
  day date NOT NULL,
  calls integer NOT NULL DEFAULT 0,
  charged integer NOT NULL DEFAULT 0,
  cost_fen bigint NOT NULL DEFAULT 0 CHECK (cost_fen >= 0),
  reserved_fen bigint NOT NULL DEFAULT 0 CHECK (reserved_fen >= 0),
  cap_reached_at timestamptz,
  PRIMARY KEY (provider, day)
);

-- When the next call of a vendor and kind of question may begin: one clock for all processes, the database's.
CREATE TABLE real_name.rate_slots (
  provider text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'card', 'company')),
  next_at timestamptz NOT NULL,
  PRIMARY KEY (provider, kind)
);

-- How each vendor was last seen by a process that asked it; the console shows it.
CREATE TABLE real_name.provider_states (
  provider text PRIMARY KEY,
  circuit text NOT NULL CHECK (circuit IN ('closed', 'half-open', 'open')),
  seen_at timestamptz NOT NULL,
  last_error_code text,
  last_error_at timestamptz
);

-- `tries`: what earlier rounds of this check were answered, for its evidence. `waits_for`: why nobody is asked before `due_at`.
ALTER TABLE real_name.pending_checks
  ADD COLUMN tries jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN waits_for text CHECK (waits_for IN ('daily-cap', 'no-provider')),
  ADD COLUMN due_at timestamptz,
  ADD CHECK ((waits_for IS NULL) = (due_at IS NULL));
CREATE INDEX pending_checks_due ON real_name.pending_checks (due_at) WHERE due_at IS NOT NULL;

-- Bulk checks (批量核验): who is asked about, and what came of each.
CREATE TABLE real_name.bulk_checks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled')),
  filter jsonb NOT NULL,
  total integer NOT NULL CHECK (total BETWEEN 1 AND 100000),
  estimate_fen bigint NOT NULL CHECK (estimate_fen >= 0),
  run_id uuid,
  asked_by text NOT NULL,
  reason text NOT NULL,
  created_at timestamptz NOT NULL,
  -- Where the daily cap was reached: when it goes on.
  due_at timestamptz,
  finished_at timestamptz
);
-- One at a time: two would only share one rate limit and one cap.
CREATE UNIQUE INDEX bulk_checks_open ON real_name.bulk_checks ((true)) WHERE state IN ('waiting', 'running');
CREATE TABLE real_name.bulk_members (
  bulk_id bigint NOT NULL REFERENCES real_name.bulk_checks (id),
  worker_id integer NOT NULL,
  outcome text CHECK (outcome IN ('match', 'mismatch', 'no-record', 'error', 'cancelled')),
  code text,
  PRIMARY KEY (bulk_id, worker_id)
) WITH (fillfactor = 70);
CREATE INDEX bulk_members_open ON real_name.bulk_members (worker_id) WHERE outcome IS NULL;

GRANT SELECT, INSERT, UPDATE ON real_name.provider_days, real_name.rate_slots, real_name.provider_states,
  real_name.bulk_checks, real_name.bulk_members TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA real_name TO linggong_app;
