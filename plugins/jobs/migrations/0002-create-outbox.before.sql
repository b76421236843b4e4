-- Domain events are told in the transaction of the change; hearers are other plugins. An event never changes.
CREATE TABLE jobs.events (
  id       uuid PRIMARY KEY,
  serial   bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  type     text NOT NULL,
  key      text NOT NULL,
  payload  jsonb NOT NULL CHECK (octet_length(payload::text) <= 32768),
  actor    jsonb NOT NULL,
  trace_id text NOT NULL,
  address  text,
  reason   text,
  at       timestamptz NOT NULL
);
CREATE INDEX events_at ON jobs.events (at);

-- Who has heard what. Written in the transaction in which the hearer writes: heard twice changes nothing.
CREATE TABLE jobs.heard (
  event_id uuid NOT NULL REFERENCES jobs.events (id),
  hearer   text NOT NULL,
  heard_at timestamptz NOT NULL,
  PRIMARY KEY (event_id, hearer)
);

-- What has still to be carried: one row a run, one row an event and hearer. A row leaves when its work is done, not when
-- it was sent; so a queue that forgets costs seconds, never a job.
CREATE TABLE jobs.outbox (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  queue     text NOT NULL,
  run_id    uuid UNIQUE REFERENCES jobs.runs (id),
  event_id  uuid REFERENCES jobs.events (id),
  hearer    text,
  due_at    timestamptz NOT NULL,
  sent_at   timestamptz,
  sent_as   text,
  sends     integer NOT NULL DEFAULT 0,
  attempt   integer NOT NULL DEFAULT 0,
  failed_at timestamptz,
  problem   jsonb,
  UNIQUE (event_id, hearer),
  CHECK ((run_id IS NULL) <> (event_id IS NULL)),
  CHECK ((event_id IS NULL) = (hearer IS NULL))
) WITH (fillfactor = 70);
CREATE INDEX outbox_due ON jobs.outbox (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_sent ON jobs.outbox (sent_at) WHERE sent_at IS NOT NULL AND failed_at IS NULL;

-- One wake-up a statement, and one a transaction however many rows it wrote (NOTIFY folds equal payloads).
CREATE FUNCTION jobs.wake_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('linggong_outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_wakes_relay AFTER INSERT ON jobs.outbox FOR EACH STATEMENT EXECUTE FUNCTION jobs.wake_relay();

-- Processes that work. Each holds the advisory lock (class 1818, id) on one connection for its whole life: a process that
-- is killed loses it at once, and its runs are taken up by another within seconds.
CREATE SEQUENCE jobs.process_ids AS integer CYCLE;
CREATE TABLE jobs.processes (
  id         integer PRIMARY KEY,
  pid        integer NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  seen_at    timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

-- Age-out of finished work. The application's role deletes queue rows only; old runs and events leave through here.
CREATE FUNCTION jobs.prune(before timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, jobs AS $$
DECLARE
  removed bigint;
BEGIN
  IF before > now() - interval '30 days' THEN
    RAISE EXCEPTION 'jobs.prune: runs and events are kept for 30 days at least';
  END IF;
  DELETE FROM jobs.heard h USING jobs.events e
    WHERE e.id = h.event_id AND e.at < before AND NOT EXISTS (SELECT FROM jobs.outbox o WHERE o.event_id = e.id);
  DELETE FROM jobs.events e WHERE e.at < before AND NOT EXISTS (SELECT FROM jobs.outbox o WHERE o.event_id = e.id);
  DELETE FROM jobs.runs r
    WHERE r.finished_at < before AND NOT EXISTS (SELECT FROM jobs.outbox o WHERE o.run_id = r.id);
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;
REVOKE ALL ON FUNCTION jobs.prune(timestamptz) FROM PUBLIC;

GRANT SELECT, INSERT ON jobs.events, jobs.heard TO linggong_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs.outbox, jobs.processes TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO linggong_app;
GRANT EXECUTE ON FUNCTION jobs.prune(timestamptz) TO linggong_app;
