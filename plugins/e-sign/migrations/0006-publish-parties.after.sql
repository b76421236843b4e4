-- Contract party = registered person (R6.1). A contract is rendered with the name that its worker had when it was sent; the sealed
-- copies of that name cannot be compared in SQL, its blind index can. A table of its own, filled by the insert itself: whoever writes
-- a contract's text cannot forget who its party is.
CREATE TABLE e_sign.contract_parties (
  contract_id integer PRIMARY KEY,
  worker_id integer NOT NULL,
  subject text NOT NULL,
  name_blind text NOT NULL
);
CREATE INDEX contract_parties_by_worker ON e_sign.contract_parties (worker_id);
CREATE TRIGGER parties_stay BEFORE UPDATE OR DELETE ON e_sign.contract_parties
  FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
CREATE TRIGGER parties_kept BEFORE TRUNCATE ON e_sign.contract_parties
  FOR EACH STATEMENT EXECUTE FUNCTION e_sign.refuse_change();

CREATE FUNCTION e_sign.note_parties() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO e_sign.contract_parties (contract_id, worker_id, subject, name_blind)
  SELECT c.id, w.worker_id, w.subject, w.name_blind
  FROM written t JOIN public.contracts c ON c.id = t.contract_id
  JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id AND w.subject = t.subject;
  RETURN NULL;
END $$;
CREATE TRIGGER contract_texts_note_parties AFTER INSERT ON e_sign.contract_texts
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION e_sign.note_parties();

-- What stands already: names could not change until now, so the party is the worker as he is registered.
INSERT INTO e_sign.contract_parties (contract_id, worker_id, subject, name_blind)
SELECT c.id, w.worker_id, w.subject, w.name_blind
FROM e_sign.contract_texts t JOIN public.contracts c ON c.id = t.contract_id
JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id AND w.subject = t.subject;

-- Whether the party of each contract of a worker is the person registered today, by number and by name.
CREATE VIEW e_sign.published_contract_parties AS
SELECT p.contract_id, p.worker_id, p.subject = w.subject AND p.name_blind = w.name_blind AS is_registered_person
FROM e_sign.contract_parties p JOIN parties.published_worker_facts w ON w.worker_id = p.worker_id;

GRANT SELECT, INSERT ON e_sign.contract_parties TO linggong_app;
GRANT SELECT ON e_sign.published_contract_parties TO linggong_app;
