-- A file has up to 5,000 payouts. Statistics that are some files old think that there are few files, each a large part of the
-- table, and every file would be read by going through all payouts that there ever were.
ALTER TABLE public.payouts ALTER COLUMN instruction_file SET (n_distinct = -0.0002);
ANALYZE public.payouts (instruction_file);
