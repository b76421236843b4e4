-- The sandbox bank takes and gives files as well: in which form an instruction came, and how far its answers were written out.
ALTER TABLE sandbox_bank.instructions ADD COLUMN format text;
CREATE INDEX instructions_by_file ON sandbox_bank.instructions (account) WHERE format IS NOT NULL;

CREATE TABLE sandbox_bank.exports (
  channel text COLLATE "C" PRIMARY KEY,
  answers_seq bigint NOT NULL DEFAULT 0,
  entries_id bigint NOT NULL DEFAULT 0,
  files bigint NOT NULL DEFAULT 0
);
-- Messages that arrived, with the size that their reports repeat.
CREATE TABLE sandbox_bank.messages (
  message_id text COLLATE "C" PRIMARY KEY,
  channel text COLLATE "C" NOT NULL,
  lines integer NOT NULL,
  total_fen bigint NOT NULL,
  received_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON sandbox_bank.exports TO linggong_app;
GRANT SELECT, INSERT ON sandbox_bank.messages TO linggong_app;
