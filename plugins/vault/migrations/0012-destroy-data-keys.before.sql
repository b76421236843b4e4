-- Destroying a data key for good (密钥销毁, GB/T 39786-2021 8.4): what nothing is sealed under any more may not be opened either, should
-- its ciphertext turn up somewhere. Only the function below does it. Of a destroyed key the row stays, without the key.
ALTER TABLE vault.data_keys
  ALTER COLUMN wrapped DROP NOT NULL,
  ADD COLUMN destroyed_at timestamptz,
  ADD CONSTRAINT data_keys_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL) AND (destroyed_at IS NULL OR retired_at IS NOT NULL));

-- The 35 days of a retired key are counted by the server's clock, and a retired key stays so: whoever may retire one cannot date it back.
CREATE FUNCTION vault.date_retirement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.retired_at IS DISTINCT FROM OLD.retired_at THEN
    IF OLD.retired_at IS NOT NULL THEN
      RAISE EXCEPTION 'a retired key stays retired (已停用的密钥不可恢复)' USING ERRCODE = 'check_violation';
    END IF;
    NEW.retired_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER data_keys_date_retirement BEFORE UPDATE OF retired_at ON vault.data_keys
  FOR EACH ROW EXECUTE FUNCTION vault.date_retirement();

-- Takes a key away, or says why not: unknown, destroyed, not-retired, too-young (35 days, longer than a daily backup is kept with its
-- log), reencryption-open, in-use or unreadable. The last two name a column. It asks the catalog for every column that may hold what
-- was sealed under it – `*_sealed`, and the wrapped keys of files – and looks through each of them whole.
CREATE FUNCTION vault.destroy_key(key_number integer, OUT refusal text, OUT place text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, vault AS $$
DECLARE
  known vault.data_keys;
  target record;
  head bytea;
  is_used boolean;
BEGIN
  -- Nobody rotates or wraps anew meanwhile.
  PERFORM pg_advisory_xact_lock(hashtext('vault.data-keys'));
  SELECT * INTO known FROM vault.data_keys WHERE number = key_number FOR UPDATE;
  refusal := CASE
    WHEN known.number IS NULL THEN 'unknown'
    WHEN known.destroyed_at IS NOT NULL THEN 'destroyed'
    WHEN known.retired_at IS NULL THEN 'not-retired'
    WHEN known.retired_at > clock_timestamp() - interval '35 days' THEN 'too-young'
    WHEN EXISTS (SELECT FROM vault.reencryptions WHERE state IN ('waiting', 'running')) THEN 'reencryption-open'
  END;
  IF refusal IS NOT NULL THEN
    RETURN;
  END IF;
  head := decode(lpad(to_hex(known.suite::integer), 2, '0') || lpad(to_hex(known.number), 4, '0'), 'hex');
  FOR target IN
    SELECT n.nspname AS schema_name, c.relname AS table_name, a.attname AS column_name, a.atttypid = 'bytea'::regtype AS is_bytes,
        has_column_privilege(c.oid, a.attnum, 'SELECT') AS is_readable
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
       AND (a.attname ~ '_sealed$' OR c.oid = 'vault.files'::regclass AND a.attname = 'wrapped_key')
       AND a.atttypid IN ('bytea'::regtype, 'text'::regtype, 'character varying'::regtype)
     ORDER BY 1, 2, 3
  LOOP
    place := target.schema_name || '.' || target.table_name || '.' || target.column_name;
    IF NOT target.is_readable THEN
      refusal := 'unreadable';
      RETURN;
    END IF;
    EXECUTE format(
      CASE WHEN target.is_bytes THEN 'SELECT EXISTS (SELECT FROM %I.%I WHERE substring(%I FROM 1 FOR 3) = $1)'
           ELSE 'SELECT EXISTS (SELECT FROM %I.%I WHERE left(%I, 4) = encode($1, ''base64''))' END,
      target.schema_name, target.table_name, target.column_name) INTO is_used USING head;
    IF is_used THEN
      refusal := 'in-use';
      RETURN;
    END IF;
  END LOOP;
  place := NULL;
  UPDATE vault.data_keys SET wrapped = NULL, destroyed_at = clock_timestamp() WHERE number = key_number;
END $$;
REVOKE ALL ON FUNCTION vault.destroy_key(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.destroy_key(integer) TO linggong_app;
