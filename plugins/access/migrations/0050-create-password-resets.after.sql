-- Requests for a new password (找回密码). A row is written for every request alike, whether anybody has the identifier or not, so that
-- neither the answer nor the work behind it tells who has an account. Neither identifier nor telephone number is kept, only the
-- keyed hash under which the next step finds the row.
CREATE TABLE access.password_resets (
  id uuid PRIMARY KEY,
  identifier_key bytea NOT NULL CHECK (octet_length(identifier_key) = 32),
  -- Empty where nobody has that identifier, or he may not sign in.
  account_id int REFERENCES public.up_users (id),
  -- code: sent to the telephone that is known; mismatch: another number was told; for-security: no code can be sent, so the security
  -- administrator sees it; nobody: no such account.
  outcome text NOT NULL CHECK (outcome IN ('nobody', 'code', 'mismatch', 'for-security')),
  code_key bytea CHECK (octet_length(code_key) = 32),
  tries int NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > asked_at),
  address text,
  closed_at timestamptz,
  closed_because text CHECK (closed_because IN ('done', 'by-administrator')),
  CHECK ((outcome = 'nobody') = (account_id IS NULL)),
  CHECK ((outcome = 'code') = (code_key IS NOT NULL)),
  CHECK ((closed_at IS NULL) = (closed_because IS NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.password_resets TO linggong_app;
-- A further request takes nothing from an earlier one: a stranger who asks for somebody else must not make his code void.
CREATE INDEX password_resets_open ON access.password_resets (identifier_key) WHERE closed_at IS NULL;
CREATE INDEX password_resets_waiting ON access.password_resets (account_id) WHERE closed_at IS NULL AND outcome = 'for-security';
CREATE INDEX password_resets_expires_at ON access.password_resets (expires_at);
