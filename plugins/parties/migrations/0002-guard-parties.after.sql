-- What Strapi's schemas cannot say: uniqueness, states, immutability (style.md: `unique` there makes no index, and only
-- constraints under our own names survive the next sync).

CREATE UNIQUE INDEX enterprises_number_key ON public.enterprises (number);
-- A company that was offboarded may apply anew; two lives at once it may not have.
CREATE UNIQUE INDEX enterprises_uscc_key ON public.enterprises (uscc) WHERE state <> 'offboarded';
CREATE INDEX enterprises_by_state ON public.enterprises (state, id);
CREATE INDEX enterprises_by_contact_phone ON public.enterprises (contact_phone_blind);

CREATE UNIQUE INDEX enterprise_accounts_number_key ON public.enterprise_accounts (sub_account_number);
CREATE UNIQUE INDEX enterprise_accounts_open_key ON public.enterprise_accounts (enterprise_id) WHERE state = 'open';

CREATE UNIQUE INDEX workers_number_key ON public.workers (number);
CREATE UNIQUE INDEX workers_identity_key ON public.workers (identity_blind);
CREATE INDEX workers_by_phone ON public.workers (phone_blind);
CREATE INDEX workers_by_state ON public.workers (state, id);
CREATE INDEX workers_by_real_name_state ON public.workers (real_name_state, id);

CREATE UNIQUE INDEX bank_cards_version_key ON public.bank_cards (worker_id, card_version);
-- A worker may take up a card again that he had given up, but not hold the same card twice.
CREATE UNIQUE INDEX bank_cards_held_key ON public.bank_cards (worker_id, card_blind) WHERE replaced_at IS NULL;
-- One card, one person (R3.2): two verified holders of one card would mean that one of them is paid for the other.
CREATE UNIQUE INDEX bank_cards_verified_key ON public.bank_cards (card_blind) WHERE state = 'verified';
CREATE INDEX bank_cards_by_card ON public.bank_cards (card_blind);

ALTER TABLE public.enterprises
  ADD CONSTRAINT enterprises_state_known CHECK (state IS NOT NULL AND state IN
    ('draft', 'submitted', 'rejected', 'approved', 'active', 'suspended', 'offboarded')),
  ADD CONSTRAINT enterprises_complete CHECK (number IS NOT NULL AND name IS NOT NULL AND uscc IS NOT NULL);
ALTER TABLE public.enterprise_accounts
  ADD CONSTRAINT enterprise_accounts_state_known CHECK (state IS NOT NULL AND state IN ('open', 'closed')),
  ADD CONSTRAINT enterprise_accounts_complete CHECK (enterprise_id IS NOT NULL AND sub_account_number IS NOT NULL);
ALTER TABLE public.workers
  ADD CONSTRAINT workers_state_known CHECK (state IS NOT NULL AND state IN
    ('registered', 'active', 'blocked', 'suspended', 'deregistered')),
  ADD CONSTRAINT workers_real_name_state_known CHECK (real_name_state IS NOT NULL AND real_name_state IN
    ('pending', 'verified', 'mismatch', 'no-record', 'error')),
  -- Nobody is active, and so nobody is paid, without a verified identity (R3.2).
  ADD CONSTRAINT workers_active_verified CHECK (state <> 'active' OR real_name_state = 'verified'),
  ADD CONSTRAINT workers_complete CHECK (number IS NOT NULL AND name_sealed IS NOT NULL AND name_blind IS NOT NULL
    AND identity_sealed IS NOT NULL AND identity_blind IS NOT NULL AND phone_sealed IS NOT NULL
    AND phone_blind IS NOT NULL AND vat_role IS NOT NULL AND resident IS NOT NULL),
  ADD CONSTRAINT workers_agency_in_order CHECK (agency_to IS NULL OR agency_to >= agency_from);
ALTER TABLE public.bank_cards
  ADD CONSTRAINT bank_cards_state_known CHECK (state IS NOT NULL AND state IN
    ('pending', 'verified', 'refused', 'error', 'replaced')),
  ADD CONSTRAINT bank_cards_replaced CHECK ((state = 'replaced') = (replaced_at IS NOT NULL)),
  ADD CONSTRAINT bank_cards_complete CHECK (worker_id IS NOT NULL AND card_version IS NOT NULL
    AND card_sealed IS NOT NULL AND card_blind IS NOT NULL AND holder_sealed IS NOT NULL AND holder_blind IS NOT NULL);

-- Orders point at a version of a card as evidence of where money went: its identity never changes, it only ends.
-- The sealed texts may be sealed anew under a younger key; the blind indexes say that the clear text stayed the same.
CREATE FUNCTION parties.keep_card_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.worker_id, NEW.card_version, NEW.card_blind, NEW.holder_blind, NEW.added_at)
     IS DISTINCT FROM (OLD.worker_id, OLD.card_version, OLD.card_blind, OLD.holder_blind, OLD.added_at)
     OR (OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS DISTINCT FROM OLD.replaced_at) THEN
    RAISE EXCEPTION 'a version of a bank card is immutable; add a new version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_cards_keep_version BEFORE UPDATE ON public.bank_cards
  FOR EACH ROW EXECUTE FUNCTION parties.keep_card_version();

-- Business rows are never deleted: an ended life is a state.
CREATE FUNCTION parties.refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER enterprises_no_delete BEFORE DELETE ON public.enterprises
  FOR EACH STATEMENT EXECUTE FUNCTION parties.refuse_delete();
CREATE TRIGGER enterprise_accounts_no_delete BEFORE DELETE ON public.enterprise_accounts
  FOR EACH STATEMENT EXECUTE FUNCTION parties.refuse_delete();
CREATE TRIGGER workers_no_delete BEFORE DELETE ON public.workers
  FOR EACH STATEMENT EXECUTE FUNCTION parties.refuse_delete();
CREATE TRIGGER bank_cards_no_delete BEFORE DELETE ON public.bank_cards
  FOR EACH STATEMENT EXECUTE FUNCTION parties.refuse_delete();
CREATE TRIGGER enterprise_steps_append_only BEFORE UPDATE OR DELETE ON parties.enterprise_steps
  FOR EACH STATEMENT EXECUTE FUNCTION parties.refuse_delete();
