-- Envelope keys (信封加密): values are sealed under data keys, and these lie here wrapped by a key of the key ring, which never enters
-- the database. A rotation of the ring wraps a few rows anew; a rotation of a data key seals the values anew, by a job.
CREATE TABLE vault.data_keys (
  -- 65535 is the number of a vault without a database.
  number int PRIMARY KEY CHECK (number BETWEEN 1 AND 65534),
  realm text NOT NULL CHECK (realm IN ('fields', 'files', 'portraits')),
  -- 2: AES-256-GCM; 3: SM4-CTR with HMAC-SM3.
  suite smallint NOT NULL CHECK (suite IN (2, 3)),
  wrapped bytea NOT NULL,
  wrapped_by int NOT NULL CHECK (wrapped_by BETWEEN 1 AND 65535),
  made_at timestamptz NOT NULL DEFAULT now(),
  -- A key is known to every process before the first of them seals under it.
  active_from timestamptz NOT NULL,
  made_by text NOT NULL,
  reason text,
  -- Nothing is left under it.
  retired_at timestamptz
);
CREATE INDEX data_keys_in_use ON vault.data_keys (realm, active_from);

-- What a key is stays; it may be wrapped anew, and it may be retired. A retired one still opens backups and what was overlooked.
GRANT SELECT, INSERT ON vault.data_keys TO linggong_app;
GRANT UPDATE (wrapped, wrapped_by, retired_at) ON vault.data_keys TO linggong_app;
