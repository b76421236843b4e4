-- From which device and network address parties sign in (R6.3): risk tells one device for many people, and a payee who works from the
-- payer's own. The number of a device is random, made by the console once and said at sign-in; older sessions have none.
ALTER TABLE access.sessions ADD COLUMN device_number text CHECK (device_number ~ '^[0-9a-f]{32,64}$');

-- When a worker, or any account of an enterprise, signed in there last: the people of a window that ends today are those whose last day lies
-- in it, so that one row each is all that is kept. No address: its keyed hash, of an IPv4 address or the /64 of an IPv6 address. Accounts of
-- the house are not here. Rows go a year after their last day (`access.sweep`), and with an erased worker.
CREATE TABLE access.signals (
  kind       text NOT NULL CHECK (kind IN ('device', 'address')),
  -- The number of a device as it is, which lists compare; 64 hex digits of a keyed hash for an address.
  signal_key text NOT NULL CHECK (signal_key ~ '^[0-9a-f]{32,64}$'),
  party_kind text NOT NULL CHECK (party_kind IN ('worker', 'enterprise')),
  party_id   integer NOT NULL,
  -- Asia/Shanghai.
  last_day   date NOT NULL,
  PRIMARY KEY (kind, signal_key, party_kind, party_id)
) WITH (fillfactor = 70);
-- The signals of a party, and the parties of a signal, the latest first.
CREATE INDEX signals_of_party ON access.signals (party_kind, party_id, kind, last_day DESC, signal_key);
CREATE INDEX signals_parties ON access.signals (kind, signal_key, party_kind, last_day DESC, party_id);
CREATE INDEX signals_by_day ON access.signals (last_day);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.signals TO linggong_app;

CREATE VIEW access.published_signals AS SELECT kind, signal_key, party_kind, party_id, last_day FROM access.signals;
GRANT SELECT ON access.published_signals TO linggong_app;
