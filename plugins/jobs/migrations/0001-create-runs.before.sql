-- Background work. The truth about a job stands here, in the same database as the business rows: a job exists if and only
-- if the transaction that asked for it committed. BullMQ only carries the run's id to a worker; whatever it loses (Redis
-- emptied, a process killed between the two) is found in jobs.outbox and sent again.
CREATE SCHEMA jobs;

CREATE TABLE jobs.runs (
  id          uuid PRIMARY KEY,
  serial      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  queue       text NOT NULL,
  name        text NOT NULL,
  key         text,
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  payload     jsonb NOT NULL,
  actor       jsonb NOT NULL,
  trace_id    text NOT NULL,
  address     text,
  reason      text,
  -- copies of the actor, so that an enterprise sees its own jobs by an index
  account_id    integer GENERATED ALWAYS AS ((actor ->> 'accountId')::integer) STORED,
  enterprise_id integer GENERATED ALWAYS AS ((actor ->> 'enterpriseId')::integer) STORED,
  worker_id     integer GENERATED ALWAYS AS ((actor ->> 'workerId')::integer) STORED,
  attempt     integer NOT NULL DEFAULT 0,
  attempts    integer NOT NULL CHECK (attempts BETWEEN 1 AND 100),
  process     integer,
  stage       text,
  done        bigint NOT NULL DEFAULT 0,
  total       bigint NOT NULL DEFAULT 0,
  result      jsonb,
  problem     jsonb,
  created_at  timestamptz NOT NULL,
  started_at  timestamptz,
  finished_at timestamptz,
  touched_at  timestamptz NOT NULL DEFAULT now(),
  CHECK (octet_length(payload::text) <= 32768),
  CHECK (result IS NULL OR octet_length(result::text) <= 32768),
  CHECK ((state = 'running') = (process IS NOT NULL))
) WITH (fillfactor = 80);

-- At most one open run a name and key: a second click on "check again" finds the run that is under way.
CREATE UNIQUE INDEX runs_open_key ON jobs.runs (name, key) WHERE key IS NOT NULL AND state IN ('waiting', 'running');
CREATE INDEX runs_running ON jobs.runs (process) WHERE state = 'running';
CREATE INDEX runs_enterprise ON jobs.runs (enterprise_id, serial DESC) WHERE enterprise_id IS NOT NULL;
CREATE INDEX runs_worker ON jobs.runs (worker_id, serial DESC) WHERE worker_id IS NOT NULL;
CREATE INDEX runs_finished ON jobs.runs (finished_at) WHERE finished_at IS NOT NULL;

GRANT USAGE ON SCHEMA jobs TO linggong_app;
GRANT SELECT, INSERT, UPDATE ON jobs.runs TO linggong_app;
