-- A text stays as it was sent, but its sealed values may be sealed anew under a younger key: `text_hash` proves at each reading that
-- they still say the same.
CREATE FUNCTION e_sign.keep_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'name_sealed' - 'identity_sealed') <> (to_jsonb(OLD) - 'name_sealed' - 'identity_sealed')
     OR (NEW.name_sealed IS NULL) <> (OLD.name_sealed IS NULL)
     OR (NEW.identity_sealed IS NULL) <> (OLD.identity_sealed IS NULL) THEN
    RAISE EXCEPTION '% is never changed or removed (不可更改)', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER texts_stay ON e_sign.contract_texts;
CREATE TRIGGER texts_stay BEFORE UPDATE ON e_sign.contract_texts FOR EACH ROW EXECUTE FUNCTION e_sign.keep_text();
CREATE TRIGGER texts_remain BEFORE DELETE ON e_sign.contract_texts FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
GRANT UPDATE (name_sealed, identity_sealed) ON e_sign.contract_texts TO linggong_app;
