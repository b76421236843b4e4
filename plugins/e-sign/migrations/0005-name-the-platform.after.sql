-- Staff who end a contract do so for the platform: the evidence must not say that the worker or the enterprise did.
ALTER TABLE e_sign.consents DROP CONSTRAINT consents_party_check,
  ADD CONSTRAINT consents_party_check CHECK (party IN ('worker', 'enterprise', 'platform') AND (act = 'revoke' OR party <> 'platform'));
