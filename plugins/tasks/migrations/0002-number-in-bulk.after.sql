-- As `businessNumber` in core writes it, for many rows at once. lpad alone would cut the serial 10000 down to 1000.
CREATE FUNCTION tasks.business_number(prefix text, month text, serial bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT prefix || '-' || month || '-' || lpad(serial::text, greatest(length(serial::text), 4), '0')
$$;
