-- A data key is destroyed under an approval alone, and the database looks at it itself: the request for this very key, approved, and
-- being done in this moment (执行中). What can be known before – that nothing is sealed under the key any more – is asked apart, so
-- that a request can be tried before it is asked of a second person.

-- Says why a key cannot be taken away, or nothing: unknown, destroyed, not-retired, too-young (35 days, longer than a daily backup is
-- kept with its log), reencryption-open, in-use or unreadable. The last two name a column. It asks the catalog for every column that
-- may hold what was sealed under it – `*_sealed`, and the wrapped keys of files – and looks through each of them whole.
CREATE FUNCTION vault.destruction_refusal(key_number integer, OUT refusal text, OUT place text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, vault AS $$
DECLARE
  known vault.data_keys;
  target record;
  head bytea;
  is_used boolean;
BEGIN
  SELECT * INTO known FROM vault.data_keys WHERE number = key_number;
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
END $$;

DROP FUNCTION vault.destroy_key(integer);
CREATE FUNCTION vault.destroy_key(key_number integer, approval uuid, OUT refusal text, OUT place text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, vault AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM access.approvals a
                  WHERE a.id = destroy_key.approval AND a.state = 'executing' AND a.resource = 'data-key' AND a.action = 'destroy'
                    AND a.subject_id = key_number::text AND a.decided_by IS NOT NULL) THEN
    RAISE EXCEPTION 'destroying a key takes an approval of its own (销毁密钥须经审批)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Nobody rotates or wraps anew meanwhile, nor does anybody else destroy it.
  PERFORM pg_advisory_xact_lock(hashtext('vault.data-keys'));
  PERFORM FROM vault.data_keys WHERE number = key_number FOR UPDATE;
  SELECT d.refusal, d.place INTO destroy_key.refusal, destroy_key.place FROM vault.destruction_refusal(key_number) d;
  IF destroy_key.refusal IS NULL THEN
    UPDATE vault.data_keys SET wrapped = NULL, destroyed_at = clock_timestamp() WHERE number = key_number;
  END IF;
END $$;
REVOKE ALL ON FUNCTION vault.destruction_refusal(integer), vault.destroy_key(integer, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.destruction_refusal(integer), vault.destroy_key(integer, uuid) TO linggong_app;
