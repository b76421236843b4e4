-- Inspections drawn by the calendar (定期抽查, R6.3): which months that are over were drawn, each once. Without an inspection: nothing was
-- paid in the month, or the plan draws nothing of it.
CREATE TABLE risk.inspection_runs (
  month         text PRIMARY KEY CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  inspection_id integer REFERENCES risk.inspections,
  at            timestamptz NOT NULL
);
CREATE TRIGGER inspection_runs_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.inspection_runs FOR EACH STATEMENT
  EXECUTE FUNCTION risk.refuse_case_change();
GRANT SELECT, INSERT ON risk.inspection_runs TO linggong_app;
