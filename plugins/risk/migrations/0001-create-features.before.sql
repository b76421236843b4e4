-- What risk counts of paid orders (R6.3): kept with each payment and return, so that a decision reads sums and goes through no orders. Ids and
-- amounts only, nothing that names a person. Windows are sums over days of Asia/Shanghai.
CREATE SCHEMA IF NOT EXISTS risk;
GRANT USAGE ON SCHEMA risk TO linggong_app;

-- Every order that was paid, by the day it was paid: an order counts once however often it is told, and a return takes it back for good.
CREATE TABLE risk.counted_orders (
  day           date NOT NULL,
  order_id      integer NOT NULL,
  worker_id     integer NOT NULL,
  enterprise_id integer NOT NULL,
  task_id       integer NOT NULL,
  card_id       integer NOT NULL,
  amount_fen    bigint NOT NULL CHECK (amount_fen >= 0),
  is_returned   boolean NOT NULL,
  PRIMARY KEY (order_id, day)
) PARTITION BY RANGE (day);

-- What a worker was paid on a day, by whom, for which task and on which version of a card.
CREATE TABLE risk.worker_days (
  worker_id     integer NOT NULL,
  day           date NOT NULL,
  enterprise_id integer NOT NULL,
  task_id       integer NOT NULL,
  card_id       integer NOT NULL,
  orders        integer NOT NULL,
  amount_fen    bigint NOT NULL,
  PRIMARY KEY (worker_id, day, enterprise_id, task_id, card_id)
) PARTITION BY RANGE (day);
CREATE INDEX worker_days_by_card ON risk.worker_days (card_id, day);

-- What an enterprise paid on a day, and what was paid for a task: one row however many people it was.
CREATE TABLE risk.payer_days (
  kind       text NOT NULL CHECK (kind IN ('enterprise', 'task')),
  payer_id   integer NOT NULL,
  day        date NOT NULL,
  orders     integer NOT NULL,
  amount_fen bigint NOT NULL,
  PRIMARY KEY (kind, payer_id, day)
) WITH (fillfactor = 50);

-- Whom an enterprise paid, and who was paid for a task, with the last day: the people of a window that ends today are those whose last day
-- lies in it. `-infinity` where everything came back.
CREATE TABLE risk.payees (
  kind      text NOT NULL CHECK (kind IN ('enterprise', 'task')),
  payer_id  integer NOT NULL,
  worker_id integer NOT NULL,
  last_day  date NOT NULL,
  PRIMARY KEY (kind, payer_id, worker_id)
);
CREATE INDEX payees_by_day ON risk.payees (kind, payer_id, last_day);

GRANT SELECT, INSERT, UPDATE ON risk.counted_orders, risk.worker_days, risk.payer_days, risk.payees TO linggong_app;

-- As ledger.ensure_months: the application has no DDL, yet months come by themselves.
CREATE FUNCTION risk.ensure_months(parents text[], first date, last date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = risk, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first);
  parent text;
  part text;
  added int := 0;
BEGIN
  IF last > first + interval '10 years' THEN
    RAISE EXCEPTION 'risk.ensure_months: at most ten years at once';
  END IF;
  WHILE month <= last LOOP
    FOREACH parent IN ARRAY parents LOOP
      IF NOT EXISTS (SELECT FROM pg_partitioned_table p WHERE p.partrelid = to_regclass('risk.' || quote_ident(parent))) THEN
        RAISE EXCEPTION 'risk.% is not kept by months', parent;
      END IF;
      part := parent || to_char(month, '_YYYY_MM');
      IF to_regclass('risk.' || part) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('risk.ensure_months'));
        IF to_regclass('risk.' || part) IS NULL THEN
          EXECUTE format('CREATE TABLE risk.%I PARTITION OF risk.%I FOR VALUES FROM (%L) TO (%L)', part, parent, month,
            (month + interval '1 month')::date);
          added := added + 1;
        END IF;
      END IF;
    END LOOP;
    month := month + interval '1 month';
  END LOOP;
  RETURN added;
END $$;
REVOKE ALL ON FUNCTION risk.ensure_months(text[], date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION risk.ensure_months(text[], date, date) TO linggong_app;

SELECT risk.ensure_months(ARRAY['counted_orders', 'worker_days'], '2025-01-01', '2028-12-01');
