-- A movement of a hold has two times, as a posting has: when it happened and when it was recorded. A capture that is
-- booked hours after its payment happened with the payment – else the money of those hours would be both spent and held.
ALTER TABLE ledger.hold_movements ADD COLUMN occurred_at timestamptz;
ALTER TABLE ledger.hold_movements DISABLE TRIGGER hold_movements_immutable;
UPDATE ledger.hold_movements SET occurred_at = moved_at;
-- Captures that came with entries were one row a call. The earliest of its entries is the time from which none of its
-- debits finds the money still held.
WITH told AS (
  SELECT p.destination_id AS account_id, t.recorded_at, t.trace_id, min(t.occurred_at) AS first_at
    FROM ledger.transactions t JOIN ledger.postings p ON p.transaction_id = t.id AND p.occurred_at = t.occurred_at
   GROUP BY 1, 2, 3
)
UPDATE ledger.hold_movements m SET occurred_at = told.first_at
  FROM ledger.holds h JOIN told ON told.account_id = h.account_id
 WHERE h.id = m.hold_id AND m.kind = 'capture' AND m.key LIKE 'entries:%'
   AND told.recorded_at = m.moved_at AND told.trace_id = m.trace_id;
ALTER TABLE ledger.hold_movements ENABLE TRIGGER hold_movements_immutable;
ALTER TABLE ledger.hold_movements ALTER COLUMN occurred_at SET NOT NULL;
COMMENT ON COLUMN ledger.hold_movements.moved_at IS 'record time';
COMMENT ON COLUMN ledger.hold_movements.occurred_at IS 'event time';

-- One row a hold and event time now, so the key of an entry (at most 200) is followed by more.
ALTER TABLE ledger.hold_movements DROP CONSTRAINT hold_movements_key_check;
ALTER TABLE ledger.hold_movements ADD CONSTRAINT hold_movements_key_check CHECK (length(key) BETWEEN 1 AND 260);

CREATE INDEX hold_movements_occurred ON ledger.hold_movements (occurred_at);
CREATE INDEX holds_opened ON ledger.holds (account_id, opened_at);
