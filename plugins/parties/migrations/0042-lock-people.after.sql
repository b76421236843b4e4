-- A worker who has left is locked (锁定, PIPL art. 47): kept, and nothing else, until the last legal term ends that holds him; then he is erased.
CREATE TABLE parties.locked_people (
  worker_id integer PRIMARY KEY,
  locked_at timestamptz NOT NULL,
  -- When the last of the terms ends that hold him; NULL where nobody can say yet. `terms`: [{class, from, until}], counted at `counted_at`.
  keeps_until timestamptz,
  terms jsonb NOT NULL DEFAULT '[]',
  counted_at timestamptz,
  erased_at timestamptz,
  CHECK (keeps_until IS NULL OR counted_at IS NOT NULL)
);
CREATE INDEX locked_people_ending ON parties.locked_people (keeps_until) WHERE erased_at IS NULL;
-- DELETE: who returns is locked no more.
GRANT SELECT, INSERT, UPDATE, DELETE ON parties.locked_people TO linggong_app;

-- When those left who left before there were locks is told by the last change of their rows.
INSERT INTO parties.locked_people (worker_id, locked_at)
SELECT id, coalesce(updated_at AT TIME ZONE 'UTC', now()) FROM public.workers WHERE state = 'deregistered';

CREATE FUNCTION parties.keep_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'who is erased does not come back (已清除)' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER locked_people_stay_erased BEFORE UPDATE OR DELETE ON parties.locked_people
  FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION parties.keep_erased();

CREATE VIEW parties.published_locks AS SELECT worker_id, locked_at, keeps_until, erased_at FROM parties.locked_people;
GRANT SELECT ON parties.published_locks TO linggong_app;

-- Who is erased is a number and the facts that sums stand on: no name, no identity, no telephone, no address, no index entry.
ALTER TABLE public.workers
  DROP CONSTRAINT workers_state_known,
  ADD CONSTRAINT workers_state_known CHECK (state IS NOT NULL AND state IN
    ('registered', 'active', 'blocked', 'suspended', 'deregistered', 'erased')),
  DROP CONSTRAINT workers_complete,
  ADD CONSTRAINT workers_complete CHECK (number IS NOT NULL AND vat_role IS NOT NULL AND resident IS NOT NULL AND (state = 'erased'
    OR name_sealed IS NOT NULL AND name_blind IS NOT NULL AND identity_sealed IS NOT NULL AND identity_blind IS NOT NULL
    AND phone_sealed IS NOT NULL AND phone_blind IS NOT NULL)),
  ADD CONSTRAINT workers_erased_whole CHECK (state <> 'erased' OR num_nonnulls(name_sealed, name_blind, identity_sealed, identity_blind,
    phone_sealed, phone_blind, address_sealed, address_masked, skills, state_reason) = 0);

-- Nobody is erased but who stands in a certificate of destruction, and from there no way leads back.
CREATE FUNCTION parties.guard_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'erased' AND NEW.state <> 'erased'
     OR NEW.state = 'erased' AND (OLD.state NOT IN ('deregistered', 'erased')
       OR NOT EXISTS (SELECT FROM vault.published_destroyed_people p WHERE p.worker_id = NEW.id)) THEN
    RAISE EXCEPTION 'nobody is erased without a certificate, and who is erased does not come back (已清除)'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER workers_guard_erasing BEFORE UPDATE OF state ON public.workers
  FOR EACH ROW WHEN (OLD.state = 'erased' OR NEW.state = 'erased') EXECUTE FUNCTION parties.guard_erasing();

ALTER TABLE public.bank_cards
  DROP CONSTRAINT bank_cards_complete,
  ADD CONSTRAINT bank_cards_complete CHECK (worker_id IS NOT NULL AND card_version IS NOT NULL
    AND num_nonnulls(card_sealed, card_blind, holder_sealed, holder_blind) IN (0, 4)
    AND (card_sealed IS NOT NULL OR state = 'replaced'));

-- A version of a card never changes – but that of an erased person loses what it was.
CREATE OR REPLACE FUNCTION parties.keep_card_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.card_blind IS NULL AND EXISTS (SELECT FROM public.workers w WHERE w.id = OLD.worker_id AND w.state = 'erased') THEN
    RETURN NEW;
  END IF;
  IF (NEW.worker_id, NEW.card_version, NEW.card_blind, NEW.holder_blind, NEW.added_at)
     IS DISTINCT FROM (OLD.worker_id, OLD.card_version, OLD.card_blind, OLD.holder_blind, OLD.added_at)
     OR (OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS DISTINCT FROM OLD.replaced_at) THEN
    RAISE EXCEPTION 'a version of a bank card is immutable; add a new version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- An authorization can be ended, not changed; whence it was given goes with the person.
CREATE OR REPLACE FUNCTION parties.keep_agency_authorization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'ended_on' - 'address') IS DISTINCT FROM (to_jsonb(OLD) - 'ended_on' - 'address')
     OR NEW.address IS DISTINCT FROM OLD.address AND (NEW.address IS NOT NULL
       OR NOT EXISTS (SELECT FROM vault.published_destroyed_people p WHERE p.worker_id = OLD.worker_id))
     OR (OLD.ended_on IS NOT NULL AND (NEW.ended_on IS NULL OR NEW.ended_on > OLD.ended_on)) THEN
    RAISE EXCEPTION 'an authorization is evidence: it can be ended, not changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
