-- Envelope keys of files (文件信封密钥): each file is sealed under a random key of its own, which lies in its row wrapped under a data key
-- of the realm `files`. A rotation wraps the rows anew; the bytes of a file never change, so that a backup copies each of them once.
ALTER TABLE vault.files
  -- Suite 1 · data key 2 · nonce 12 · key of the file 32 or 48 · tag 16. NULL: it still lies directly under a key of the ring.
  ADD COLUMN wrapped_key bytea CHECK (octet_length(wrapped_key) IN (63, 79)),
  ALTER COLUMN key_number DROP NOT NULL,
  -- `key_number` is the ring's, and told only while the file needs it to be opened.
  ADD CONSTRAINT files_keyed CHECK ((wrapped_key IS NULL) = (key_number IS NOT NULL));
GRANT UPDATE (wrapped_key, key_number) ON vault.files TO linggong_app;
CREATE INDEX files_under_ring ON vault.files (id) WHERE wrapped_key IS NULL;

-- What a file is stays: who may wrap its key anew may not lose it, nor put it back under the ring.
CREATE FUNCTION vault.keep_envelope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.wrapped_key IS NULL OR NEW.key_number IS NOT NULL THEN
    RAISE EXCEPTION 'a file keeps its envelope key (文件信封密钥不可取消)' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER files_keep_envelope BEFORE UPDATE OF wrapped_key, key_number ON vault.files
  FOR EACH ROW EXECUTE FUNCTION vault.keep_envelope();

-- A rotation makes a key for fields and one for files; NULL in runs that began before there were any.
ALTER TABLE vault.reencryptions ADD COLUMN files_number int REFERENCES vault.data_keys;
