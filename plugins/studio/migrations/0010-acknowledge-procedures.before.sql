-- Who said that he knows a version of a procedure (制度确认, R1.7). Once, for good; a new version is acknowledged anew.
CREATE TABLE studio.acknowledgements (
  version_id      integer NOT NULL REFERENCES studio.versions (id),
  account_id      integer NOT NULL,
  acknowledged_at timestamptz NOT NULL,
  PRIMARY KEY (version_id, account_id)
);
GRANT SELECT, INSERT ON studio.acknowledgements TO linggong_app;
CREATE TRIGGER acknowledgements_stay BEFORE UPDATE OR DELETE ON studio.acknowledgements FOR EACH ROW EXECUTE FUNCTION studio.refuse();
CREATE TRIGGER acknowledgements_never_emptied BEFORE TRUNCATE ON studio.acknowledgements
  FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse();
