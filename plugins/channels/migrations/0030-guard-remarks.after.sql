-- What a bank wrote is evidence, and so is what was asked of it: 0015 lets a person go, and nothing else is let through. A remark is masked, and a
-- payee emptied, for those alone who stand in a certificate of destruction. Bound late: the orders are of a plugin that comes after this one.
CREATE FUNCTION channels.is_let_go(payout text) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM public.payouts p
      JOIN settlement.published_orders o ON o.order_id = p.order_id
      JOIN vault.published_destroyed_people d ON d.worker_id = o.worker_id
     WHERE p.number = payout);
END $$;

CREATE FUNCTION channels.keep_remark() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.remark IS DISTINCT FROM OLD.remark AND (NEW.remark IS DISTINCT FROM '***' OR NOT channels.is_let_go(OLD.end_to_end_id)) THEN
    RAISE EXCEPTION 'the remark of a row of % is never changed (银行凭据不可更改)', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lines_keep_remark BEFORE UPDATE ON channels.statement_lines FOR EACH ROW EXECUTE FUNCTION channels.keep_remark();
CREATE TRIGGER entries_keep_remark BEFORE UPDATE ON sandbox_bank.entries FOR EACH ROW EXECUTE FUNCTION channels.keep_remark();

-- Sealed anew, a payee stays whole.
CREATE FUNCTION channels.keep_payee() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.subject, NEW.remark, NEW.card_sealed IS NULL, NEW.name_sealed IS NULL, NEW.identity_sealed IS NULL)
     IS DISTINCT FROM (OLD.subject, OLD.remark, OLD.card_sealed IS NULL, OLD.name_sealed IS NULL, OLD.identity_sealed IS NULL)
     AND NOT (NEW.subject = '' AND NEW.remark = '***' AND num_nonnulls(NEW.card_sealed, NEW.name_sealed, NEW.identity_sealed) = 0
       AND channels.is_let_go(OLD.payout_number)) THEN
    RAISE EXCEPTION 'a payee is never changed (收款人不可更改)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payees_stay BEFORE UPDATE ON channels.payees FOR EACH ROW EXECUTE FUNCTION channels.keep_payee();
