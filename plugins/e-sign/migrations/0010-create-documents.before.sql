-- Contracts as documents (合同文件): the certificates of the platform seal, and one paper for each contract.

-- Certificates (平台封存证书) that documents were sealed with. The key of a generated one lies encrypted in the vault, that of a
-- configured one stays in its P12 file. Certificates stay for ever: verification needs the old ones too.
CREATE TABLE e_sign.seal_certificates (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  origin      text NOT NULL CHECK (origin IN ('generated', 'configured')),
  serial      text NOT NULL,
  subject     text NOT NULL,
  fingerprint text NOT NULL UNIQUE CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  certificate bytea NOT NULL,
  key_file    uuid,
  valid_from  timestamptz NOT NULL,
  valid_to    timestamptz NOT NULL CHECK (valid_to > valid_from),
  made_at     timestamptz NOT NULL,
  retired_at  timestamptz,
  CHECK ((origin = 'generated') = (key_file IS NOT NULL))
);
CREATE UNIQUE INDEX seal_certificates_active ON e_sign.seal_certificates (origin) WHERE retired_at IS NULL AND origin = 'generated';

-- One paper a contract. The code stands in the QR of every page: random, so that it neither tells nor leads to anything else.
CREATE TABLE e_sign.documents (
  contract_id    integer PRIMARY KEY,
  code           text NOT NULL UNIQUE CHECK (code ~ '^[a-z2-7]{32}$'),
  state          text NOT NULL DEFAULT 'rendered' CHECK (state IN ('rendered', 'sealed')),
  made_at        timestamptz NOT NULL,
  sealed_at      timestamptz,
  file_id        uuid,
  file_hash      text UNIQUE CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  signature_hash text UNIQUE CHECK (signature_hash ~ '^[0-9a-f]{64}$'),
  bytes          integer,
  pages          integer,
  certificate_id integer REFERENCES e_sign.seal_certificates (id),
  level          text CHECK (level IN ('B-B', 'B-T')),
  attempts       integer NOT NULL DEFAULT 0,
  tried_at       timestamptz,
  fault          text,
  CHECK ((state = 'sealed') = (sealed_at IS NOT NULL)),
  CHECK (state <> 'sealed' OR (file_id IS NOT NULL AND file_hash IS NOT NULL AND signature_hash IS NOT NULL AND bytes IS NOT NULL
    AND pages IS NOT NULL AND certificate_id IS NOT NULL AND level IS NOT NULL))
);
CREATE INDEX documents_faulty ON e_sign.documents (tried_at) WHERE fault IS NOT NULL;

-- What is sealed stays as it was sealed; a code never changes, since it is printed.
CREATE FUNCTION e_sign.keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'sealed' OR NEW.code <> OLD.code OR NEW.contract_id <> OLD.contract_id THEN
    RAISE EXCEPTION 'a sealed document is never changed (已封存文件不可更改)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER documents_stay BEFORE UPDATE ON e_sign.documents FOR EACH ROW EXECUTE FUNCTION e_sign.keep_document();
CREATE TRIGGER documents_kept BEFORE DELETE ON e_sign.documents FOR EACH ROW EXECUTE FUNCTION e_sign.refuse_change();

GRANT SELECT, INSERT, UPDATE ON e_sign.seal_certificates, e_sign.documents TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA e_sign TO linggong_app;
