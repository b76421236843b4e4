-- Concentrated, frequent and large payments (集中、频繁、大额, R8.5): which months were looked at, by which version of the table, with what came of it.
-- A month is looked at once; invoices follow the same way once there are any.
CREATE TABLE risk.concentration_runs (
  month      text PRIMARY KEY CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  version_id integer NOT NULL,
  pairs      integer NOT NULL CHECK (pairs >= 0),
  found      integer NOT NULL CHECK (found BETWEEN 0 AND pairs),
  at         timestamptz NOT NULL
);
CREATE TRIGGER concentration_runs_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.concentration_runs FOR EACH STATEMENT
  EXECUTE FUNCTION risk.refuse_case_change();
GRANT SELECT, INSERT ON risk.concentration_runs TO linggong_app;
