-- What people ask about their own data (个人信息权利请求; PIPL art. 44–50): each with the day by which it must be answered, and every step.
-- Nothing here is personal data: what was asked is kept without numbers, and the copy lies sealed among the private files.
CREATE SEQUENCE vault.data_request_serials;
CREATE TABLE vault.data_requests (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('copy', 'correction', 'deletion', 'explanation', 'withdrawal')),
  worker_id integer NOT NULL,
  -- self: signed in; service: at the desk or by telephone, and then how he showed who he is.
  channel text NOT NULL CHECK (channel IN ('self', 'service')),
  identity_shown text,
  asked text NOT NULL,
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'working', 'answered', 'refused')),
  received_at timestamptz NOT NULL,
  due_on date NOT NULL,
  extension_reason text,
  outcome text,
  -- The law that a refusal stands on (PIPL art. 50).
  refusal_basis text,
  ended_at timestamptz,
  copy_file uuid REFERENCES vault.files (id),
  reminded_on date,
  CHECK ((channel = 'service') = (identity_shown IS NOT NULL)),
  CHECK ((state IN ('answered', 'refused')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'refused') = (refusal_basis IS NOT NULL))
);
-- Who asks again while he waits for an answer asks for the same.
CREATE UNIQUE INDEX data_requests_one_open ON vault.data_requests (worker_id, kind) WHERE state IN ('received', 'working');
CREATE INDEX data_requests_due ON vault.data_requests (due_on) WHERE state IN ('received', 'working');
GRANT SELECT, INSERT ON vault.data_requests TO linggong_app;
GRANT UPDATE (state, due_on, extension_reason, outcome, refusal_basis, ended_at, copy_file, reminded_on) ON vault.data_requests TO linggong_app;

CREATE TABLE vault.data_request_steps (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id integer NOT NULL REFERENCES vault.data_requests,
  step text NOT NULL CHECK (step IN ('received', 'started', 'extended', 'reminded', 'copied', 'answered', 'refused')),
  actor text NOT NULL,
  reason text,
  at timestamptz NOT NULL
);
CREATE INDEX data_request_steps_of ON vault.data_request_steps (request_id, id);
GRANT SELECT, INSERT ON vault.data_request_steps TO linggong_app;
CREATE TRIGGER data_request_steps_append_only BEFORE UPDATE OR DELETE ON vault.data_request_steps
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
GRANT USAGE ON ALL SEQUENCES IN SCHEMA vault TO linggong_app;

CREATE VIEW vault.published_data_requests AS
SELECT id, number, kind, worker_id, channel, identity_shown, asked, state, received_at, due_on, extension_reason, outcome, refusal_basis,
  ended_at, copy_file
FROM vault.data_requests;
GRANT SELECT ON vault.published_data_requests TO linggong_app;
