-- Which lines of a sheet were changed after they were read, and by which transaction: each has to tell the audit log of that very line.
-- The stages of a check write other columns, so they never come here; neither do retention and re-encryption, which touch the cells alone.
CREATE TABLE settlement.line_changes (
  line_id bigint NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (line_id, xid)
);
GRANT SELECT, INSERT ON settlement.line_changes TO linggong_app;

CREATE FUNCTION settlement.note_line_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO settlement.line_changes (line_id) VALUES (new.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER lines_changed AFTER UPDATE OF name_blind, name_masked, identity_blind, identity_masked, phone_masked, card_blind,
    card_masked, task_number, amount_fen, remark ON settlement.lines
  FOR EACH ROW WHEN ((old.name_blind, old.name_masked, old.identity_blind, old.identity_masked, old.phone_masked, old.card_blind,
      old.card_masked, old.task_number, old.amount_fen, old.remark)
    IS DISTINCT FROM (new.name_blind, new.name_masked, new.identity_blind, new.identity_masked, new.phone_masked, new.card_blind,
      new.card_masked, new.task_number, new.amount_fen, new.remark))
  EXECUTE FUNCTION settlement.note_line_change();
