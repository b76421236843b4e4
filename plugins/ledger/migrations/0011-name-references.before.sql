-- The business number of what was booked, for business that stands above the ledger and whose rows it does not read: its plugin tells them.
CREATE TABLE ledger.reference_numbers (
  reference text PRIMARY KEY CHECK (reference ~ '^[a-z-]+:[0-9]+$'),
  number text NOT NULL CHECK (number <> '')
);
GRANT SELECT, INSERT ON ledger.reference_numbers TO linggong_app;
