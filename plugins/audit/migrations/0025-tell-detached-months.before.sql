-- Months that left for an archive (归档), for the witness (旁证): their partitions are gone from the watch by right, every other that is gone is
-- on record. Nothing else of the schema is shown to it.
SET LOCAL ROLE linggong_audit;
CREATE VIEW audit.published_detached_months AS
  SELECT month, 'audit.entries_' || to_char(month, 'YYYY_MM') AS partition FROM audit.archives WHERE detached_at IS NOT NULL;
GRANT USAGE ON SCHEMA audit TO linggong_witness;
GRANT SELECT ON audit.published_detached_months TO linggong_witness;
