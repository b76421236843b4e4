-- What a contract names of a worker goes with him (PIPL art. 47): the sealed values that it was rendered with, his index entries, whence he
-- agreed. The contract stays, with the hash of its text, its days and what became of it. Only of those who stand in a certificate of destruction.
CREATE FUNCTION e_sign.is_destroyed(worker integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM vault.published_destroyed_people p WHERE p.worker_id = worker)
$$;
CREATE FUNCTION e_sign.worker_of(contract integer) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT c.worker_id FROM public.contracts c WHERE c.id = contract
$$;

CREATE OR REPLACE FUNCTION e_sign.keep_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF num_nonnulls(NEW.name_sealed, NEW.identity_sealed, NEW.subject) = 0
     AND (to_jsonb(NEW) - 'name_sealed' - 'identity_sealed' - 'subject') = (to_jsonb(OLD) - 'name_sealed' - 'identity_sealed' - 'subject')
     AND e_sign.is_destroyed(e_sign.worker_of(OLD.contract_id)) THEN
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - 'name_sealed' - 'identity_sealed') <> (to_jsonb(OLD) - 'name_sealed' - 'identity_sealed')
     OR (NEW.name_sealed IS NULL) <> (OLD.name_sealed IS NULL)
     OR (NEW.identity_sealed IS NULL) <> (OLD.identity_sealed IS NULL) THEN
    RAISE EXCEPTION '% is never changed or removed (不可更改)', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
GRANT UPDATE (subject) ON e_sign.contract_texts TO linggong_app;

ALTER TABLE e_sign.contract_parties ALTER COLUMN subject DROP NOT NULL, ALTER COLUMN name_blind DROP NOT NULL;
CREATE FUNCTION e_sign.keep_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF num_nonnulls(NEW.subject, NEW.name_blind) = 0 AND NEW.contract_id = OLD.contract_id AND NEW.worker_id = OLD.worker_id
     AND e_sign.is_destroyed(OLD.worker_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is never changed or removed (不可更改)', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER parties_stay ON e_sign.contract_parties;
CREATE TRIGGER parties_stay BEFORE UPDATE ON e_sign.contract_parties FOR EACH ROW EXECUTE FUNCTION e_sign.keep_party();
CREATE TRIGGER parties_remain BEFORE DELETE ON e_sign.contract_parties FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
GRANT UPDATE (subject, name_blind) ON e_sign.contract_parties TO linggong_app;

CREATE FUNCTION e_sign.keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.address IS NULL AND (to_jsonb(NEW) - 'address') = (to_jsonb(OLD) - 'address')
     AND e_sign.is_destroyed(e_sign.worker_of(OLD.contract_id)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is never changed or removed (不可更改)', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER consents_stay ON e_sign.consents;
CREATE TRIGGER consents_stay BEFORE UPDATE ON e_sign.consents FOR EACH ROW EXECUTE FUNCTION e_sign.keep_consent();
CREATE TRIGGER consents_remain BEFORE DELETE ON e_sign.consents FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
GRANT UPDATE (address) ON e_sign.consents TO linggong_app;

CREATE OR REPLACE FUNCTION e_sign.keep_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.consent_address IS NULL AND OLD.consent_address IS NOT NULL AND e_sign.is_destroyed(OLD.worker_id) THEN
    OLD.consent_address := NULL;
  END IF;
  IF (NEW.number, NEW.kind, NEW.template_id, NEW.enterprise_id, NEW.worker_id, NEW.scenarios, NEW.valid_from, NEW.valid_to,
      NEW.text_hash)
     IS DISTINCT FROM
     (OLD.number, OLD.kind, OLD.template_id, OLD.enterprise_id, OLD.worker_id, OLD.scenarios, OLD.valid_from, OLD.valid_to,
      OLD.text_hash)
     OR (OLD.signed_at IS NOT NULL AND (NEW.signed_at, NEW.consent_method, NEW.consent_address)
         IS DISTINCT FROM (OLD.signed_at, OLD.consent_method, OLD.consent_address)) THEN
    RAISE EXCEPTION 'the text and parties of a contract are never changed (合同内容不可更改): send another contract'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state IN ('revoked', 'expired') AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'a contract that has ended does not come back (合同已终止)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
