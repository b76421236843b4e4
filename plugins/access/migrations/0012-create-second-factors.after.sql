-- Second factor (双因素, GB/T 22239-2019 8.1.4.1 d): a time-based code (RFC 6238). The secret is sealed by the vault; one that
-- was shown and not yet proved by a code stands apart, so that a change of telephone never leaves an account without.
CREATE TABLE access.second_factors (
  account_id int PRIMARY KEY REFERENCES public.up_users (id),
  pending_sealed bytea,
  secret_sealed bytea,
  confirmed_at timestamptz,
  CHECK ((secret_sealed IS NULL) = (confirmed_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.second_factors TO linggong_app;

-- A code opens once (RFC 6238 section 5.2). The steps are kept one by one, not the last of them: a clock that is set back by
-- mistake then shuts nobody out, and still no code opens twice.
CREATE TABLE access.used_codes (
  account_id int NOT NULL REFERENCES public.up_users (id),
  step int NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, step)
);
GRANT SELECT, INSERT, DELETE ON access.used_codes TO linggong_app;

-- Codes for the day that the telephone is lost, by keyed hash; each opens once.
CREATE TABLE access.recovery_codes (
  account_id int NOT NULL REFERENCES public.up_users (id),
  code_key bytea NOT NULL CHECK (octet_length(code_key) = 32),
  used_at timestamptz,
  PRIMARY KEY (account_id, code_key)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.recovery_codes TO linggong_app;

-- The right password was given and the code is awaited; the client holds the token, here is its SHA-256.
CREATE TABLE access.challenges (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  account_id int NOT NULL REFERENCES public.up_users (id),
  expires_at timestamptz NOT NULL,
  tries int NOT NULL DEFAULT 0 CHECK (tries <= 5),
  address text,
  used_at timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.challenges TO linggong_app;
CREATE INDEX challenges_expires_at ON access.challenges (expires_at);
