-- Since when somebody has a card: risk looks at batches whose payees changed theirs lately (R6.3). A column is added at the end, nothing is renamed.
CREATE OR REPLACE VIEW parties.published_card_facts AS
SELECT c.id AS card_id, c.worker_id, c.card_version, c.card_blind, c.holder_blind, c.state, c.replaced_at,
       c.state = 'verified' AS is_usable, w.identity_blind AS subject,
       c.card_sealed, c.holder_sealed, c.card_masked, c.holder_masked, c.bank_name, c.bank_code, c.added_at
FROM public.bank_cards c JOIN public.workers w ON w.id = c.worker_id;
