-- Sealed payees may be sealed anew under a younger key; nothing else of a payee changes.
GRANT UPDATE (card_sealed, name_sealed, identity_sealed) ON channels.payees TO linggong_app;

-- The sandbox bank never read the ciphertext it was given, and had no subject that it could be sealed anew with: mask and hash are all
-- that it answers from.
ALTER TABLE sandbox_bank.instructions DROP COLUMN payee_sealed;
