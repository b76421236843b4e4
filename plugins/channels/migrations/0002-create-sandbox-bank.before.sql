-- The sandbox bank: a counterparty of its own, with its own books. Nothing outside of its adapter reads these tables. It
-- holds ciphertext and masks of payees, never a card in clear.
CREATE SCHEMA sandbox_bank;
GRANT USAGE ON SCHEMA sandbox_bank TO linggong_app;

CREATE TABLE sandbox_bank.sub_accounts (
  number text COLLATE "C" PRIMARY KEY,
  holder text NOT NULL,
  balance_fen bigint NOT NULL DEFAULT 0 CHECK (balance_fen >= 0),
  opened_at timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE sandbox_bank.instructions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- One payment for ever: the bank's own guarantee, whatever its clients send.
  end_to_end_id text COLLATE "C" NOT NULL UNIQUE,
  message_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  payee_sealed bytea NOT NULL,
  payee_masked text NOT NULL,
  remark text NOT NULL,
  body_sha256 bytea NOT NULL CHECK (octet_length(body_sha256) = 32),
  received_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('settle', 'reject', 'return')),
  outcome_reason text,
  due_at timestamptz NOT NULL,
  returns_at timestamptz,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'settled', 'rejected', 'returned')),
  CHECK ((outcome = 'settle') = (outcome_reason IS NULL)),
  CHECK ((outcome = 'return') = (returns_at IS NOT NULL))
) WITH (fillfactor = 90);
CREATE INDEX instructions_due ON sandbox_bank.instructions (due_at, id) WHERE status = 'pending';
CREATE INDEX instructions_returning ON sandbox_bank.instructions (returns_at, id) WHERE status = 'settled' AND outcome = 'return';

-- The feed of answers. Written under one lock, so that numbers become visible in their order and no cursor skips any.
CREATE TABLE sandbox_bank.answers (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  end_to_end_id text COLLATE "C" NOT NULL,
  status text NOT NULL CHECK (status IN ('settled', 'rejected', 'returned')),
  reason_code text,
  bank_reference text,
  answered_at timestamptz NOT NULL
);

CREATE TABLE sandbox_bank.entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  serial text COLLATE "C" NOT NULL UNIQUE,
  account text COLLATE "C" NOT NULL,
  direction text NOT NULL CHECK (direction IN ('credit', 'debit')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  balance_after_fen bigint NOT NULL CHECK (balance_after_fen >= 0),
  reversal boolean NOT NULL DEFAULT false,
  end_to_end_id text COLLATE "C",
  remark text NOT NULL,
  entered_at timestamptz NOT NULL
);
CREATE INDEX entries_account ON sandbox_bank.entries (account, entered_at);

GRANT SELECT, INSERT, UPDATE ON sandbox_bank.sub_accounts, sandbox_bank.instructions TO linggong_app;
GRANT SELECT, INSERT ON sandbox_bank.answers, sandbox_bank.entries TO linggong_app;
