-- Payers of lines from before 0014-seal-payers are sealed by a job of the vault (明文补加密). What a bank wrote stays evidence (0030): once, as he is
-- sealed, his name may become its mask, and in the same stroke letters of the remark stars; nothing may come to say anything else, and what is sealed
-- never becomes clear again.
CREATE FUNCTION channels.is_starred(was text, shown text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(was LIKE replace(regexp_replace(shown, '([\\%_])', '\\\1', 'g'), '*', '%'), false)
$$;

CREATE FUNCTION channels.keep_line() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  is_being_sealed boolean := OLD.payer_sealed IS NULL AND NEW.payer_sealed IS NOT NULL;
BEGIN
  IF is_being_sealed AND NOT (NEW.payer_blind IS NOT NULL AND channels.is_starred(btrim(OLD.payer_name, E' \t\r\n\u00A0\u3000'), NEW.payer_name))
     OR NOT is_being_sealed AND (NEW.payer_name, NEW.payer_blind, NEW.payer_sealed IS NULL)
       IS DISTINCT FROM (OLD.payer_name, OLD.payer_blind, OLD.payer_sealed IS NULL) THEN
    RAISE EXCEPTION 'the payer of a line is sealed once and never changed (付款人不可更改)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.remark IS DISTINCT FROM OLD.remark AND NOT (is_being_sealed AND channels.is_starred(OLD.remark, NEW.remark))
     AND (NEW.remark IS DISTINCT FROM '***' OR NOT channels.is_let_go(OLD.end_to_end_id)) THEN
    RAISE EXCEPTION 'the remark of a row of % is never changed (银行凭据不可更改)', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER lines_keep_remark ON channels.statement_lines;
CREATE TRIGGER lines_stay BEFORE UPDATE ON channels.statement_lines FOR EACH ROW EXECUTE FUNCTION channels.keep_line();

GRANT UPDATE (payer_name, payer_blind) ON channels.statement_lines TO linggong_app;
