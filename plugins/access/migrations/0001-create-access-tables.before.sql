-- Passwords, sessions and attempts stand apart from the account row of users-permissions, which the Strapi panel can read:
-- whoever sees the account sees no hash. Idempotency keys stand here because they belong to an account.
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO linggong_app;

-- One password an account (argon2id in PHC form, which carries its own salt and parameters).
CREATE TABLE access.credentials (
  account_id int PRIMARY KEY,
  password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
  changed_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON access.credentials TO linggong_app;

-- Wrong passwords in a row, by keyed hash of what was typed as identifier. Unknown identifiers are counted alike, so that a
-- lock does not tell whether an account exists, and a telephone number typed by mistake is not kept.
CREATE TABLE access.sign_in_attempts (
  identifier_key bytea PRIMARY KEY CHECK (octet_length(identifier_key) = 32),
  failures int NOT NULL CHECK (failures >= 0),
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.sign_in_attempts TO linggong_app;
CREATE INDEX sign_in_attempts_last_at ON access.sign_in_attempts (last_at);

-- A token only names a session; ending the session ends the token.
CREATE TABLE access.sessions (
  id uuid PRIMARY KEY,
  account_id int NOT NULL,
  started_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > started_at),
  ended_at timestamptz,
  address text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.sessions TO linggong_app;
CREATE INDEX sessions_account ON access.sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_ends_at ON access.sessions (ends_at);

-- Answers by Idempotency-Key. The primary key is what serialises two requests with the same key.
CREATE TABLE access.idempotency (
  account_id int NOT NULL,
  route text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 128),
  input_hash bytea NOT NULL CHECK (octet_length(input_hash) = 32),
  state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'unknown')),
  attempt int NOT NULL CHECK (attempt >= 1),
  started_at timestamptz NOT NULL,
  status int,
  answer text,
  PRIMARY KEY (account_id, route, key),
  CHECK ((state = 'done') = (status IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.idempotency TO linggong_app;
CREATE INDEX idempotency_started_at ON access.idempotency (started_at);
