-- Banks count serials for each account and day (domain.md 7.2): two accounts of one bank may carry the same one.
ALTER TABLE channels.statement_lines DROP CONSTRAINT statement_lines_channel_bank_serial_booked_on_key,
  ADD UNIQUE (channel, account, bank_serial, booked_on);
ALTER TABLE sandbox_bank.entries DROP CONSTRAINT entries_serial_key;
CREATE UNIQUE INDEX entries_serial_key
  ON sandbox_bank.entries (account, serial, ((entered_at AT TIME ZONE 'Asia/Shanghai')::date));

-- A setting that is not in force yet may be replaced by another of the same day; its row stays.
ALTER TABLE channels.limits ADD COLUMN replaced_at timestamptz, DROP CONSTRAINT limits_channel_valid_from_key;
CREATE UNIQUE INDEX limits_one_from_a_day ON channels.limits (channel, valid_from) WHERE replaced_at IS NULL;
