-- Whoever reads the statement sees which credits are booked, and as which deposit, whichever way that came to us.
ALTER TABLE channels.statement_lines ADD COLUMN deposit_number text COLLATE "C";
GRANT UPDATE (deposit_number) ON channels.statement_lines TO linggong_app;
