-- Readers of the books know a bill by its number, whether they may open it or not.
INSERT INTO ledger.reference_numbers (reference, number) SELECT 'fee-bill:' || id, number FROM billing.bills
  ON CONFLICT (reference) DO NOTHING;
