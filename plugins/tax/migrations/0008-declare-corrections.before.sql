-- A corrected return (更正申报) covers a month: when it was declared, with the number that the tax office gave. Corrections
-- themselves stay as they are; those that come after a declaration are open again.
CREATE TABLE tax.correction_declarations (
  correction_id bigint PRIMARY KEY REFERENCES tax.corrections,
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 64),
  declared_by text NOT NULL,
  declared_at timestamptz NOT NULL
);
CREATE TRIGGER correction_declarations_append_only BEFORE UPDATE OR DELETE ON tax.correction_declarations
  FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();
GRANT SELECT, INSERT ON tax.correction_declarations TO linggong_app;
