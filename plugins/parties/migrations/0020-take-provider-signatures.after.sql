-- An authorization may have been signed at an e-signature service (可靠的电子签名).
ALTER TABLE parties.agency_authorizations DROP CONSTRAINT agency_authorizations_consent_method_check,
  ADD CONSTRAINT agency_authorizations_consent_method_check
    CHECK (consent_method IN ('click', 'sms-code', 'paper', 'provider'));
