-- What a payout needs beyond its business row: the sealed payee, the file it goes in, how far a channel's answers were
-- read, and answers that fit nothing. Ciphertext only: card and name are opened by the adapter, at the edge.
CREATE SCHEMA channels;
GRANT USAGE ON SCHEMA channels TO linggong_app;

CREATE SEQUENCE channels.payout_serial AS bigint;
CREATE SEQUENCE channels.file_serial AS bigint;
GRANT USAGE ON SEQUENCE channels.payout_serial, channels.file_serial TO linggong_app;

-- prepared: nothing has left. sending: it may have left, and is sent again until the bank confirms (idempotent there).
CREATE TABLE channels.files (
  message_id text COLLATE "C" PRIMARY KEY CHECK (length(message_id) BETWEEN 1 AND 35),
  channel text NOT NULL,
  state text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'sending', 'sent')),
  lines int NOT NULL CHECK (lines > 0),
  total_fen bigint NOT NULL CHECK (total_fen > 0),
  prepared_at timestamptz NOT NULL,
  -- The instant of the first attempt: its Shanghai day is the tax date.
  handed_over_at timestamptz,
  confirmed_at timestamptz,
  CHECK ((state = 'prepared') = (handed_over_at IS NULL)),
  CHECK ((state = 'sent') = (confirmed_at IS NOT NULL))
);
CREATE INDEX files_unsent ON channels.files (channel) WHERE state <> 'sent';

CREATE TABLE channels.payees (
  payout_number text COLLATE "C" PRIMARY KEY CHECK (length(payout_number) BETWEEN 1 AND 35),
  payer_account text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  card_sealed bytea NOT NULL,
  name_sealed bytea NOT NULL,
  bank_code text,
  remark text NOT NULL
);

CREATE TABLE channels.cursors (
  channel text COLLATE "C" PRIMARY KEY,
  cursor text NOT NULL,
  read_at timestamptz NOT NULL
);

-- Nothing that a bank says is lost: what does not fit stays here for a person.
CREATE TABLE channels.unmatched_answers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel text NOT NULL,
  end_to_end_id text NOT NULL,
  status text NOT NULL CHECK (status IN ('settled', 'rejected', 'returned')),
  reason_code text,
  bank_reference text,
  answered_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  payout_state text,
  UNIQUE (channel, end_to_end_id, status)
);

GRANT SELECT, INSERT, UPDATE ON channels.files, channels.cursors TO linggong_app;
GRANT SELECT, INSERT ON channels.payees, channels.unmatched_answers TO linggong_app;
