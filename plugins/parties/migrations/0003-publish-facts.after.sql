-- What other plugins may join on hot set-based paths (settlement checks 100,000 lines at once). Columns are only added,
-- never renamed. A later change of the type of a column used here must drop and recreate the view in its own migration:
-- PostgreSQL refuses to alter a column that a view uses.

-- Every worker, with the keys that a payout sheet gives (blind indexes, hex). `subject` binds his sealed values.
CREATE VIEW parties.published_worker_facts AS
SELECT w.id AS worker_id, w.number, w.state, w.real_name_state, w.identity_kind, w.identity_blind AS subject,
       w.identity_blind, w.name_blind, w.phone_blind, w.name_masked, w.identity_masked, w.phone_masked,
       w.name_sealed, w.identity_sealed, w.phone_sealed,
       w.vat_role, w.agency_from, w.agency_to, w.resident, w.country, w.registered_at
FROM public.workers w;

-- Every version of every card; `is_usable` is what a payment needs: verified, and not given up.
CREATE VIEW parties.published_card_facts AS
SELECT c.id AS card_id, c.worker_id, c.card_version, c.card_blind, c.holder_blind, c.state, c.replaced_at,
       c.state = 'verified' AS is_usable, w.identity_blind AS subject,
       c.card_sealed, c.holder_sealed, c.card_masked, c.holder_masked, c.bank_name, c.bank_code
FROM public.bank_cards c JOIN public.workers w ON w.id = c.worker_id;

-- Every enterprise with its open sub-account (至多一个).
CREATE VIEW parties.published_enterprise_facts AS
SELECT e.id AS enterprise_id, e.number, e.name, e.uscc, e.state, e.urban_maintenance_rate, e.industry,
       a.id AS account_id, a.sub_account_number, a.bank_name AS sub_account_bank_name,
       a.bank_code AS sub_account_bank_code, a.ledger_owner, coalesce(v.state, 'pending') AS verification
FROM public.enterprises e
LEFT JOIN parties.enterprise_verifications v ON v.enterprise_id = e.id
LEFT JOIN public.enterprise_accounts a ON a.enterprise_id = e.id AND a.state = 'open';

GRANT SELECT ON parties.published_worker_facts, parties.published_card_facts, parties.published_enterprise_facts
  TO linggong_app;
