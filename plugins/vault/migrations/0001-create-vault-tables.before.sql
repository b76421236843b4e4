-- The vault keeps ciphertext outside of the database and, here, what is needed to find and open it again. Nothing in these
-- tables is personal data: subjects are row references or keyed hashes.
CREATE SCHEMA vault;
GRANT USAGE ON SCHEMA vault TO linggong_app;

-- Check values of the keys that this database was sealed under. A start with another key ring is refused: it would write what
-- the right one cannot open.
CREATE TABLE vault.keys (
  name text PRIMARY KEY CHECK (name = 'index' OR name ~ '^[1-9][0-9]{0,4}$'),
  check_value text NOT NULL,
  first_seen_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON vault.keys TO linggong_app;

-- One row a private file; never changed. The bytes lie in the file store under the same id.
CREATE TABLE vault.files (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  content_type text NOT NULL,
  subject text NOT NULL,
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  key_number int NOT NULL CHECK (key_number BETWEEN 1 AND 65535),
  stored_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX files_subject ON vault.files (subject);
GRANT SELECT, INSERT ON vault.files TO linggong_app;
