-- What the nightly audits compare with orders and batches (continuity): booked amounts by account, holds, and whether an entry was
-- reversed. Columns are only added, never renamed.
CREATE VIEW ledger.published_postings AS
SELECT t.key, t.kind, t.reference, t.occurred_at, p.line, s.code AS source, d.code AS destination, p.amount_fen,
       EXISTS (SELECT FROM ledger.reversals r WHERE r.original_key = t.key) AS reversed
  FROM ledger.transactions t
  JOIN ledger.postings p ON p.transaction_id = t.id AND p.occurred_at = t.occurred_at
  JOIN ledger.accounts s ON s.id = p.source_id JOIN ledger.accounts d ON d.id = p.destination_id;

CREATE VIEW ledger.published_holds AS
SELECT h.key, a.code AS account, h.amount_fen, h.captured_fen, h.released_fen,
       h.amount_fen - h.captured_fen - h.released_fen AS held_fen, h.state, h.opened_at
  FROM ledger.holds h JOIN ledger.accounts a ON a.id = h.account_id;

GRANT SELECT ON ledger.published_postings, ledger.published_holds TO linggong_app;
