-- What proves a signature (电子签名法 arts. 13, 14, 16), the requests to e-signature services that lead to one, and codes of will.

ALTER TABLE e_sign.consents DROP CONSTRAINT consents_method_check,
  ADD CONSTRAINT consents_method_check CHECK (method IN ('click', 'sms-code', 'paper', 'provider'));

-- One row for each request to a service to have a contract signed by its worker. `reference` is ours and goes to the service,
-- so that a flow whose answer was lost is found again instead of being made twice.
CREATE TABLE e_sign.signature_requests (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract_id   integer NOT NULL,
  reference     text NOT NULL,
  provider      text NOT NULL,
  state         text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'opening', 'open', 'signed', 'refused', 'expired', 'revoked', 'failed')),
  flow_id       text,
  -- sha256 (hex) of the PDF that was sent to be signed.
  file_sha256   text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  -- The last answer of the service that was no success, in its own words: a code, never a person.
  fault_code    text,
  -- Why the contract did not become signed although the service says it is.
  refusal       text,
  tries         integer NOT NULL DEFAULT 0,
  next_try_at   timestamptz NOT NULL,
  -- When the service was last called to open it; NULL: never, or it said that it did not.
  claimed_at    timestamptz,
  created_at    timestamptz NOT NULL,
  opened_at     timestamptz,
  expires_at    timestamptz NOT NULL,
  checked_at    timestamptz,
  ended_at      timestamptz,
  -- The contract ended another way: the flow at the service is to be closed.
  closing_since timestamptz,
  asked_by      text NOT NULL,
  trace_id      text NOT NULL,
  CHECK (state NOT IN ('open', 'signed') OR flow_id IS NOT NULL)
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX signature_requests_reference ON e_sign.signature_requests (reference);
CREATE UNIQUE INDEX signature_requests_flow ON e_sign.signature_requests (provider, flow_id) WHERE flow_id IS NOT NULL;
CREATE UNIQUE INDEX signature_requests_standing ON e_sign.signature_requests (contract_id)
  WHERE state IN ('waiting', 'opening', 'open');
CREATE INDEX signature_requests_due ON e_sign.signature_requests (state, next_try_at)
  WHERE state IN ('waiting', 'opening', 'open') OR closing_since IS NOT NULL;

-- Call-backs that were believed, by the sha256 of their bytes: the same one twice does nothing.
CREATE TABLE e_sign.callbacks (
  provider    text NOT NULL,
  digest      bytea NOT NULL CHECK (length(digest) = 32),
  request_id  bigint NOT NULL REFERENCES e_sign.signature_requests (id),
  received_at timestamptz NOT NULL,
  PRIMARY KEY (provider, digest)
);

-- Scans of papers and files signed at a service; the bytes lie encrypted in the vault.
CREATE TABLE e_sign.signed_files (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('scan', 'provider')),
  file_id      uuid NOT NULL UNIQUE,
  content_type text NOT NULL,
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes        bigint NOT NULL,
  stored_at    timestamptz NOT NULL,
  actor_name   text NOT NULL
);

-- How each signature came about and what shows it. Never changed, never removed.
CREATE TABLE e_sign.signer_evidence (
  id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract_id        integer NOT NULL,
  method             text NOT NULL CHECK (method IN ('click', 'sms-code', 'paper', 'provider')),
  text_hash          text NOT NULL,
  signed_at          timestamptz NOT NULL,
  -- Of the signed file: the scan of the paper, or the PDF with the worker's certificate.
  file_sha256        text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  signed_file        bigint REFERENCES e_sign.signed_files (id),
  -- Of the PDF before it was signed.
  source_sha256      text CHECK (source_sha256 ~ '^[0-9a-f]{64}$'),
  provider           text,
  flow_id            text,
  request_id         bigint UNIQUE REFERENCES e_sign.signature_requests (id),
  certificate_serial text,
  certificate_issuer text,
  time_stamp         timestamptz,
  time_stamp_source  text,
  report_ref         text,
  recorded_at        timestamptz NOT NULL,
  trace_id           text NOT NULL,
  CHECK ((method = 'provider') = (request_id IS NOT NULL)),
  CHECK (method <> 'provider' OR (provider IS NOT NULL AND flow_id IS NOT NULL AND certificate_serial IS NOT NULL
    AND signed_file IS NOT NULL AND file_sha256 IS NOT NULL))
);
CREATE INDEX signer_evidence_contract ON e_sign.signer_evidence (contract_id);

CREATE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON e_sign.signer_evidence
  FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
CREATE TRIGGER evidence_kept BEFORE TRUNCATE ON e_sign.signer_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION e_sign.refuse_change();
CREATE TRIGGER signed_files_stay BEFORE UPDATE OR DELETE ON e_sign.signed_files
  FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
CREATE TRIGGER signed_files_kept BEFORE TRUNCATE ON e_sign.signed_files
  FOR EACH STATEMENT EXECUTE FUNCTION e_sign.refuse_change();

-- Signatures from before: their consents are their evidence.
INSERT INTO e_sign.signer_evidence (contract_id, method, text_hash, signed_at, recorded_at, trace_id)
SELECT contract_id, method, text_hash, at, at, trace_id FROM e_sign.consents WHERE act = 'sign' ORDER BY id;

-- Will-to-sign codes (意愿认证口令): six digits, kept as a keyed hash, five minutes, few tries.
CREATE TABLE e_sign.signing_codes (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract_id integer NOT NULL,
  account_id  integer NOT NULL,
  code_hash   bytea NOT NULL CHECK (length(code_hash) = 32),
  sent_at     timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  tries       smallint NOT NULL DEFAULT 0,
  used_at     timestamptz
);
CREATE INDEX signing_codes_contract ON e_sign.signing_codes (contract_id, id DESC);

-- How often who was reminded of what he has not signed.
CREATE TABLE e_sign.reminders (
  contract_id integer PRIMARY KEY,
  sent        smallint NOT NULL,
  last_at     timestamptz NOT NULL
);

ALTER TABLE e_sign.batches DROP CONSTRAINT batches_act_check,
  ADD CONSTRAINT batches_act_check CHECK (act IN ('send', 'sign', 'request')),
  ADD COLUMN signed_file bigint REFERENCES e_sign.signed_files (id);

-- The sandbox keeps its flows where a real service would keep them: outside of our own tables' knowledge, in its own.
CREATE TABLE e_sign.sandbox_flows (
  flow_id     text PRIMARY KEY,
  reference   text NOT NULL UNIQUE,
  state       text NOT NULL CHECK (state IN ('open', 'signed', 'refused', 'expired', 'revoked')),
  file_sha256 text NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  reminders   integer NOT NULL DEFAULT 0
);

GRANT SELECT, INSERT, UPDATE ON e_sign.signature_requests, e_sign.signing_codes, e_sign.reminders, e_sign.sandbox_flows
  TO linggong_app;
GRANT SELECT, INSERT ON e_sign.callbacks, e_sign.signed_files, e_sign.signer_evidence TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA e_sign TO linggong_app;
