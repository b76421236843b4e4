-- A transaction names its owner: the enterprise whose accounts each of its postings moves, or nobody where they are the platform's own.
-- It was asked of the postings, row by row: an enterprise with few vouchers waited until all those of others had been looked through.
ALTER TABLE ledger.transactions ADD COLUMN enterprise_id int CHECK (enterprise_id > 0);
ALTER TABLE ledger.transactions DISABLE TRIGGER transactions_immutable;
UPDATE ledger.transactions t SET enterprise_id = coalesce(s.enterprise_id, d.enterprise_id)
  FROM ledger.postings p JOIN ledger.accounts s ON s.id = p.source_id JOIN ledger.accounts d ON d.id = p.destination_id
 WHERE p.transaction_id = t.id AND p.occurred_at = t.occurred_at AND p.line = 1;
ALTER TABLE ledger.transactions ENABLE TRIGGER transactions_immutable;
COMMENT ON COLUMN ledger.transactions.enterprise_id IS 'whose accounts its postings move; null: the platform''s own';
-- In the order in which vouchers are listed.
CREATE INDEX transactions_enterprise ON ledger.transactions (enterprise_id, id);

-- As before, and: every posting is of the owner of its transaction.
CREATE OR REPLACE FUNCTION ledger.book_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  named int;
  booked int;
  crossing int;
  orphaned int;
  strange int;
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
  ), owned AS MATERIALIZED (
    SELECT f.transaction_id, f.occurred_at, min(coalesce(s.enterprise_id, d.enterprise_id, 0)) AS least,
           max(coalesce(s.enterprise_id, d.enterprise_id, 0)) AS most
      FROM fresh f JOIN ledger.accounts s ON s.id = f.source_id JOIN ledger.accounts d ON d.id = f.destination_id
     GROUP BY 1, 2
  )
  SELECT (SELECT count(DISTINCT account_id) FROM sides), (SELECT count(*) FROM balanced),
         (SELECT count(*) FROM moved m JOIN ledger.accounts s ON s.id = m.source_id
                                       JOIN ledger.accounts d ON d.id = m.destination_id
           WHERE s.enterprise_id <> d.enterprise_id),
         count(*) FILTER (WHERE t.id IS NULL),
         count(*) FILTER (WHERE t.id IS NOT NULL AND (o.least, o.most) <> (coalesce(t.enterprise_id, 0), coalesce(t.enterprise_id, 0)))
    FROM owned o LEFT JOIN ledger.transactions t ON t.id = o.transaction_id AND t.occurred_at = o.occurred_at
    INTO named, booked, crossing, orphaned, strange;
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
  -- A voucher is shown to its owner whole.
  IF strange > 0 THEN
    RAISE EXCEPTION 'ledger.strange-posting: a posting does not move accounts of the owner of its transaction' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
