-- Banks begin their serials anew every day (domain.md 7.2): a receipt is its sub-account, its serial and its day in Shanghai,
-- eight hours ahead of UTC all year. Rows of before keep their ledger keys.
DROP INDEX public.deposits_serial_key;
CREATE UNIQUE INDEX deposits_serial_key
  ON public.deposits (sub_account_number, bank_serial, ((received_at + interval '8 hours')::date));
