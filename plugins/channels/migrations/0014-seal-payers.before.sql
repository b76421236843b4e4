-- A payer who is not known to be an organisation is a person (domain.md 8.2): his name is sealed, found by its hash, and `payer_name` holds
-- its mask. Names of organisations are public and stay as they are.
ALTER TABLE channels.statement_lines
  ADD COLUMN payer_sealed bytea,
  ADD COLUMN payer_blind bytea,
  ADD CONSTRAINT statement_lines_payer_sealed
    CHECK ((payer_sealed IS NULL) = (payer_blind IS NULL) AND (payer_sealed IS NULL OR payer_name LIKE '%*%'));
-- Sealed anew under a younger key, nothing else of it changes.
GRANT UPDATE (payer_sealed) ON channels.statement_lines TO linggong_app;

-- Whose account brought a file through the console; unknown of older ones, and of those that the host of a bank laid into the folder.
ALTER TABLE channels.bank_files ADD COLUMN brought_by integer;

-- A deposit is made of a line with the payer as he is sealed: both are bound to the same receipt, and nobody opens him for it. By which way
-- a line came says whose word it is.
CREATE OR REPLACE VIEW channels.published_deposit_lines AS
SELECT l.id, l.account, l.bank_serial, l.amount_fen, l.payer_name, l.remark, l.booked_at, l.payer_sealed, l.payer_blind,
       l.deposit_number, f.way, f.brought_by
  FROM channels.statement_lines l JOIN channels.bank_files f ON f.id = l.file_id
 WHERE l.direction = 'credit' AND NOT l.reversal;
