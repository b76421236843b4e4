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

-- Every posting is of the owner of its transaction: a voucher is shown to its owner whole. Fires after `postings_book`, which has proved
-- that accounts and transactions exist.
CREATE FUNCTION ledger.prove_owners() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  strange int;
BEGIN
  WITH owned AS MATERIALIZED (
    SELECT f.transaction_id, f.occurred_at, min(coalesce(s.enterprise_id, d.enterprise_id, 0)) AS least,
           max(coalesce(s.enterprise_id, d.enterprise_id, 0)) AS most
      FROM fresh f JOIN ledger.accounts s ON s.id = f.source_id JOIN ledger.accounts d ON d.id = f.destination_id
     GROUP BY 1, 2
  )
  SELECT count(*) INTO strange
    FROM owned o JOIN ledger.transactions t ON t.id = o.transaction_id AND t.occurred_at = o.occurred_at
   WHERE (o.least, o.most) <> (coalesce(t.enterprise_id, 0), coalesce(t.enterprise_id, 0));
  IF strange > 0 THEN
    RAISE EXCEPTION 'ledger.strange-posting: a posting does not move accounts of the owner of its transaction' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER postings_prove_owners AFTER INSERT ON ledger.postings REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.prove_owners();
