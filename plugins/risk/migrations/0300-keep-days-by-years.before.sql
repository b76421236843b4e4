-- One decision reads a year of a payee (R6.3): kept by months that was thirteen partitions to plan and to look into, by years it is two. The
-- key holds what is summed, so that the rows of a year lie side by side in it and the table itself is not read.
ALTER TABLE risk.worker_days RENAME TO worker_days_by_month;
ALTER INDEX risk.worker_days_pkey RENAME TO worker_days_by_month_pkey;
ALTER INDEX risk.worker_days_by_card RENAME TO worker_days_by_month_by_card;

CREATE TABLE risk.worker_days (
  worker_id     integer NOT NULL,
  day           date NOT NULL,
  enterprise_id integer NOT NULL,
  task_id       integer NOT NULL,
  card_id       integer NOT NULL,
  orders        integer NOT NULL,
  amount_fen    bigint NOT NULL,
  PRIMARY KEY (worker_id, day, enterprise_id, task_id, card_id) INCLUDE (orders, amount_fen)
) PARTITION BY RANGE (day);
CREATE INDEX worker_days_by_card ON risk.worker_days (card_id, day) INCLUDE (orders, amount_fen);
GRANT SELECT, INSERT, UPDATE ON risk.worker_days TO linggong_app;

-- As in 0001, and `worker_days` by years, whichever days it is asked for.
CREATE OR REPLACE FUNCTION risk.ensure_months(parents text[], first date, last date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = risk, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first);
  parent text;
  part text;
  unit text;
  begun date;
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
      unit := CASE parent WHEN 'worker_days' THEN 'year' ELSE 'month' END;
      begun := date_trunc(unit, month);
      part := parent || to_char(begun, CASE unit WHEN 'year' THEN '_YYYY' ELSE '_YYYY_MM' END);
      IF to_regclass('risk.' || part) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('risk.ensure_months'));
        IF to_regclass('risk.' || part) IS NULL THEN
          EXECUTE format('CREATE TABLE risk.%I PARTITION OF risk.%I FOR VALUES FROM (%L) TO (%L)', part, parent, begun,
            (begun + ('1 ' || unit)::interval)::date);
          added := added + 1;
        END IF;
      END IF;
    END LOOP;
    month := month + interval '1 month';
  END LOOP;
  RETURN added;
END $$;

SELECT risk.ensure_months(ARRAY['worker_days'], '2025-01-01', '2028-12-01');
SELECT risk.ensure_months(ARRAY['worker_days'], min(day), max(day)) FROM risk.worker_days_by_month HAVING count(*) > 0;
INSERT INTO risk.worker_days SELECT * FROM risk.worker_days_by_month ORDER BY worker_id, day;
DROP TABLE risk.worker_days_by_month;

-- How many people an enterprise or a task paid last on a day: whom it paid within a window is a sum over its days, however many they are.
CREATE TABLE risk.payee_days (
  kind     text NOT NULL CHECK (kind IN ('enterprise', 'task')),
  payer_id integer NOT NULL,
  last_day date NOT NULL,
  people   integer NOT NULL,
  PRIMARY KEY (kind, payer_id, last_day)
) WITH (fillfactor = 50);
GRANT SELECT, INSERT, UPDATE ON risk.payee_days TO linggong_app;
