-- Transactions and postings, partitioned by the accounting month of their event time. A posting moves a positive amount
-- from a source (credited) to a destination (debited), so every transaction balances by construction.
CREATE SEQUENCE ledger.transaction_id AS bigint;

-- Idempotency outlives the months, so the keys stand apart from the partitions: the same key with another body is a
-- conflict for ever. `occurred_at` finds the partition of the transaction.
CREATE TABLE ledger.transaction_keys (
  key text COLLATE "C" PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
  transaction_id bigint NOT NULL DEFAULT nextval('ledger.transaction_id'),
  occurred_at timestamptz NOT NULL,
  input_sha256 bytea NOT NULL CHECK (octet_length(input_sha256) = 32)
);

CREATE TABLE ledger.transactions (
  id bigint NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  key text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  reference text COLLATE "C",
  memo text,
  reverses_key text COLLATE "C",
  actor text NOT NULL,
  trace_id text NOT NULL,
  PRIMARY KEY (id, occurred_at),
  CHECK ((kind = 'reversal') = (reverses_key IS NOT NULL))
) PARTITION BY RANGE (occurred_at);
CREATE INDEX transactions_reference ON ledger.transactions (reference) WHERE reference IS NOT NULL;

-- No foreign keys on postings: three look-ups a row would double the cost of booking. The statement trigger proves the
-- same, once a statement: every account exists, every transaction exists.
CREATE TABLE ledger.postings (
  transaction_id bigint NOT NULL,
  line int NOT NULL CHECK (line > 0),
  occurred_at timestamptz NOT NULL,
  source_id bigint NOT NULL,
  destination_id bigint NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (transaction_id, line, occurred_at),
  CHECK (source_id <> destination_id)
) PARTITION BY RANGE (occurred_at);
CREATE INDEX postings_source ON ledger.postings (source_id, occurred_at);
CREATE INDEX postings_destination ON ledger.postings (destination_id, occurred_at);

-- A transaction is reversed once only, whatever the application believes.
CREATE TABLE ledger.reversals (
  original_key text COLLATE "C" PRIMARY KEY REFERENCES ledger.transaction_keys,
  reversal_key text COLLATE "C" NOT NULL UNIQUE REFERENCES ledger.transaction_keys,
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  CHECK (original_key <> reversal_key)
);

-- Every posting statement, whoever sends it, moves the stored balances with it: they cannot drift apart.
CREATE FUNCTION ledger.book_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  named int;
  booked int;
  crossing int;
  orphaned int;
BEGIN
  WITH moved AS MATERIALIZED (
    SELECT source_id, destination_id, date_trunc('month', occurred_at AT TIME ZONE 'Asia/Shanghai')::date AS month,
           sum(amount_fen)::bigint AS amount_fen
      FROM fresh GROUP BY 1, 2, 3
  ), sides AS MATERIALIZED (
    SELECT account_id, month, sum(debit)::bigint AS debits_fen, sum(credit)::bigint AS credits_fen
      FROM (SELECT destination_id AS account_id, month, amount_fen AS debit, 0 AS credit FROM moved
            UNION ALL
            SELECT source_id, month, 0, amount_fen FROM moved) side
     GROUP BY 1, 2
  ), balanced AS (
    UPDATE ledger.balances b
       SET debits_fen = b.debits_fen + s.debits_fen, credits_fen = b.credits_fen + s.credits_fen
      FROM (SELECT account_id, sum(debits_fen)::bigint AS debits_fen, sum(credits_fen)::bigint AS credits_fen
              FROM sides GROUP BY 1) s
     WHERE b.account_id = s.account_id
    RETURNING 1
  ), totalled AS (
    INSERT INTO ledger.month_totals AS t (account_id, month, debits_fen, credits_fen)
    SELECT account_id, month, debits_fen, credits_fen FROM sides ORDER BY account_id, month
    ON CONFLICT (account_id, month) DO UPDATE
       SET debits_fen = t.debits_fen + excluded.debits_fen, credits_fen = t.credits_fen + excluded.credits_fen
    RETURNING 1
  )
  SELECT (SELECT count(DISTINCT account_id) FROM sides), (SELECT count(*) FROM balanced),
         (SELECT count(*) FROM moved m JOIN ledger.accounts s ON s.id = m.source_id
                                       JOIN ledger.accounts d ON d.id = m.destination_id
           WHERE s.enterprise_id <> d.enterprise_id),
         (SELECT count(*) FROM (SELECT DISTINCT transaction_id, occurred_at FROM fresh) f
           WHERE NOT EXISTS (SELECT 1 FROM ledger.transactions t WHERE t.id = f.transaction_id AND t.occurred_at = f.occurred_at))
    INTO named, booked, crossing, orphaned;
  IF named <> booked THEN
    RAISE EXCEPTION 'ledger.unknown-account: a posting names an account that does not exist' USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF orphaned > 0 THEN
    RAISE EXCEPTION 'ledger.unknown-transaction: a posting names a transaction that does not exist' USING ERRCODE = 'foreign_key_violation';
  END IF;
  -- Client money is not ours (二清): nothing moves from one enterprise to another's.
  IF crossing > 0 THEN
    RAISE EXCEPTION 'ledger.crossing-enterprises: a posting may not move money between two enterprises' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER postings_book AFTER INSERT ON ledger.postings REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.book_postings();

CREATE TRIGGER transactions_immutable BEFORE UPDATE OR DELETE ON ledger.transactions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER postings_immutable BEFORE UPDATE OR DELETE ON ledger.postings FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER transaction_keys_immutable BEFORE UPDATE OR DELETE ON ledger.transaction_keys FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER transaction_keys_no_truncate BEFORE TRUNCATE ON ledger.transaction_keys EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER reversals_immutable BEFORE UPDATE OR DELETE ON ledger.reversals FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER reversals_no_truncate BEFORE TRUNCATE ON ledger.reversals EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER transactions_no_truncate BEFORE TRUNCATE ON ledger.transactions EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER postings_no_truncate BEFORE TRUNCATE ON ledger.postings EXECUTE FUNCTION ledger.refuse_change();

GRANT SELECT, INSERT ON ledger.transactions, ledger.postings, ledger.transaction_keys, ledger.reversals TO linggong_app;
GRANT USAGE ON SEQUENCE ledger.transaction_id TO linggong_app;
