-- How far somebody has come who registers by himself (自助注册, R3.5). Nothing that he told is kept: keyed hashes of his telephone number and of
-- the code that went there, the hash of the word by which his browser goes on, and, once his identity is proved, which worker he is. A row is
-- erased with the account that it ends in, or soon after its time is over.
CREATE TABLE parties.self_registrations (
  id uuid PRIMARY KEY,
  word_hash bytea NOT NULL CHECK (octet_length(word_hash) = 32),
  phone_key bytea NOT NULL CHECK (octet_length(phone_key) = 32),
  code_key bytea NOT NULL CHECK (octet_length(code_key) = 32),
  code_tries int NOT NULL DEFAULT 0 CHECK (code_tries BETWEEN 0 AND 5),
  started_at timestamptz NOT NULL,
  code_expires_at timestamptz NOT NULL CHECK (code_expires_at > started_at),
  expires_at timestamptz NOT NULL CHECK (expires_at >= code_expires_at),
  phone_proved_at timestamptz,
  -- Questions to the register; they cost, and a stranger must not guess on.
  identity_tries int NOT NULL DEFAULT 0 CHECK (identity_tries BETWEEN 0 AND 3),
  proved_worker int,
  CHECK (proved_worker IS NULL OR phone_proved_at IS NOT NULL)
);
CREATE UNIQUE INDEX self_registrations_word ON parties.self_registrations (word_hash);
CREATE INDEX self_registrations_expires_at ON parties.self_registrations (expires_at);
GRANT SELECT, INSERT, DELETE ON parties.self_registrations TO linggong_app;
GRANT UPDATE (code_tries, phone_proved_at, identity_tries, proved_worker) ON parties.self_registrations TO linggong_app;
