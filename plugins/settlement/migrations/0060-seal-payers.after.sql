-- A payer who is neither the enterprise nor known to be an organisation is a person (domain.md 8.2): sealed, found by its hash, and
-- `payer_name` holds the mask.
ALTER TABLE public.deposits
  ADD CONSTRAINT deposits_payer_sealed
    CHECK ((payer_sealed IS NULL) = (payer_blind IS NULL) AND (payer_sealed IS NULL OR payer_name LIKE '%*%'));
