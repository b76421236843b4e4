-- The application has no DDL, yet months come by themselves: this function, the owner's, adds the partitions of the
-- accounting months [first, last] that do not stand yet. Statement triggers of the parent do not fire for a TRUNCATE of
-- a partition, so each partition gets its own.
CREATE FUNCTION ledger.ensure_months(first date, last date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first);
  parent text;
  part text;
  added int := 0;
BEGIN
  IF last > first + interval '10 years' THEN
    RAISE EXCEPTION 'ledger.ensure_months: at most ten years at once';
  END IF;
  WHILE month <= last LOOP
    FOREACH parent IN ARRAY ARRAY['transactions', 'postings'] LOOP
      part := parent || to_char(month, '_YYYY_MM');
      IF to_regclass('ledger.' || part) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('ledger.ensure_months'));
        IF to_regclass('ledger.' || part) IS NULL THEN
          EXECUTE format('CREATE TABLE ledger.%I PARTITION OF ledger.%I FOR VALUES FROM (%L) TO (%L)', part, parent,
            month::timestamp AT TIME ZONE 'Asia/Shanghai', (month + interval '1 month') AT TIME ZONE 'Asia/Shanghai');
          EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON ledger.%I EXECUTE FUNCTION ledger.refuse_change()', part || '_no_truncate', part);
          added := added + 1;
        END IF;
      END IF;
    END LOOP;
    month := month + interval '1 month';
  END LOOP;
  RETURN added;
END $$;
REVOKE ALL ON FUNCTION ledger.ensure_months(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.ensure_months(date, date) TO linggong_app;

-- Two years back (the demo and migrations of old books) and three ahead; later months come with their first posting.
SELECT ledger.ensure_months('2025-01-01', '2028-12-01');
