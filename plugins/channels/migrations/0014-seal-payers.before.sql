-- A payer who is not known to be an organisation is a person (domain.md 8.2): his name is sealed, found by its hash, and `payer_name` holds
-- its mask. Names of organisations are public and stay as they are.
ALTER TABLE channels.statement_lines
  ADD COLUMN payer_sealed bytea,
  ADD COLUMN payer_blind bytea,
  ADD CONSTRAINT statement_lines_payer_sealed
    CHECK ((payer_sealed IS NULL) = (payer_blind IS NULL) AND (payer_sealed IS NULL OR payer_name LIKE '%*%'));
-- Sealed anew under a younger key, nothing else of it changes.
GRANT UPDATE (payer_sealed) ON channels.statement_lines TO linggong_app;

-- A deposit is made of a line with the payer as he is sealed: both are bound to the same receipt, and nobody opens him for it.
CREATE OR REPLACE VIEW channels.published_deposit_lines AS
SELECT id, account, bank_serial, amount_fen, payer_name, remark, booked_at, payer_sealed, payer_blind FROM channels.statement_lines
 WHERE direction = 'credit' AND NOT reversal;
