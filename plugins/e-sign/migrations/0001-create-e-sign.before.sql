-- What belongs to contracts but is no column of theirs: the facts a text was rendered from, the consents, and batches.
CREATE SCHEMA e_sign;

-- Serials of contract numbers, one row a month; a batch takes its whole range in one update.
CREATE TABLE e_sign.number_serials (
  month text PRIMARY KEY CHECK (month ~ '^\d{4}-\d{2}$'),
  last  bigint NOT NULL
);

-- The values with which a contract was rendered. Names and identity numbers stay sealed: copies of the worker's own
-- ciphertexts, bound to him by `subject`, so that a later change of his data cannot change what he signed.
CREATE TABLE e_sign.contract_texts (
  contract_id     integer PRIMARY KEY,
  facts           jsonb NOT NULL,
  subject         text,
  name_sealed     text,
  identity_sealed text,
  text_hash     text NOT NULL CHECK (text_hash ~ '^[0-9a-f]{64}$')
);

-- Consent (同意): who agreed to which text, when, from where, and how (电子签名法 art. 13). Never changed, never removed.
CREATE TABLE e_sign.consents (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract_id integer NOT NULL,
  party       text NOT NULL CHECK (party IN ('worker', 'enterprise')),
  act         text NOT NULL CHECK (act IN ('sign', 'revoke')),
  method      text NOT NULL CHECK (method IN ('click', 'sms-code', 'paper')),
  at          timestamptz NOT NULL,
  address     text,
  text_hash text NOT NULL,
  actor_name  text NOT NULL,
  account_id  integer,
  trace_id    text NOT NULL
);
CREATE INDEX consents_contract ON e_sign.consents (contract_id);

CREATE FUNCTION e_sign.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed or removed (不可更改)', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER consents_stay BEFORE UPDATE OR DELETE ON e_sign.consents FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
CREATE TRIGGER consents_kept BEFORE TRUNCATE ON e_sign.consents FOR EACH STATEMENT EXECUTE FUNCTION e_sign.refuse_change();
CREATE TRIGGER texts_stay BEFORE UPDATE OR DELETE ON e_sign.contract_texts FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();
CREATE TRIGGER texts_kept BEFORE TRUNCATE ON e_sign.contract_texts FOR EACH STATEMENT EXECUTE FUNCTION e_sign.refuse_change();

-- Work for the queue: a job's payload holds the id of a batch, the batch its members. A member is done when it has a
-- contract or a refusal; a killed worker leaves the rest, and the next one goes on there.
CREATE TABLE e_sign.batches (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  act           text NOT NULL CHECK (act IN ('send', 'sign')),
  template_code text,
  enterprise_id integer,
  scenarios     jsonb,
  valid_from    date,
  valid_to      date,
  method        text,
  total         integer NOT NULL CHECK (total BETWEEN 1 AND 100000),
  run_id        uuid,
  asked_by      text NOT NULL,
  created_at    timestamptz NOT NULL
);
CREATE TABLE e_sign.batch_members (
  batch_id    bigint NOT NULL REFERENCES e_sign.batches (id),
  place       integer NOT NULL,
  worker_id   integer,
  contract_id integer,
  done_at     timestamptz,
  refusal     text,
  PRIMARY KEY (batch_id, place)
) WITH (fillfactor = 70);
CREATE INDEX batch_members_open ON e_sign.batch_members (batch_id, place) WHERE done_at IS NULL;

GRANT USAGE ON SCHEMA e_sign TO linggong_app;
GRANT SELECT, INSERT, UPDATE ON e_sign.number_serials, e_sign.batches, e_sign.batch_members TO linggong_app;
GRANT SELECT, INSERT ON e_sign.contract_texts, e_sign.consents TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA e_sign TO linggong_app;
