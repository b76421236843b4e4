-- Holds (冻结): money set aside on a prepaid account. open -> captured | released; a finished hold never moves again
-- (the published faults blnk #181, #182, #42, #62 are constraints here, not code). Movements are append-only; the hold's
-- totals and the held part of the balance are written by triggers from them.
CREATE TABLE ledger.holds (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text COLLATE "C" NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 200),
  input_sha256 bytea NOT NULL CHECK (octet_length(input_sha256) = 32),
  account_id bigint NOT NULL REFERENCES ledger.accounts,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  captured_fen bigint NOT NULL DEFAULT 0 CHECK (captured_fen >= 0),
  released_fen bigint NOT NULL DEFAULT 0 CHECK (released_fen >= 0),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'captured', 'released')),
  reference text COLLATE "C",
  opened_at timestamptz NOT NULL,
  finished_at timestamptz,
  actor text NOT NULL,
  trace_id text NOT NULL,
  CONSTRAINT holds_never_above CHECK (captured_fen + released_fen <= amount_fen),
  CONSTRAINT holds_state_follows CHECK (state = CASE
    WHEN captured_fen + released_fen < amount_fen THEN 'open' WHEN captured_fen > 0 THEN 'captured' ELSE 'released' END),
  CHECK ((state = 'open') = (finished_at IS NULL))
) WITH (fillfactor = 70);
CREATE INDEX holds_open ON ledger.holds (account_id) WHERE state = 'open';

CREATE TABLE ledger.hold_movements (
  key text COLLATE "C" PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 220),
  input_sha256 bytea NOT NULL CHECK (octet_length(input_sha256) = 32),
  hold_id bigint NOT NULL REFERENCES ledger.holds,
  kind text NOT NULL CHECK (kind IN ('capture', 'release')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  moved_at timestamptz NOT NULL,
  actor text NOT NULL,
  trace_id text NOT NULL
);
CREATE INDEX hold_movements_hold ON ledger.hold_movements (hold_id);

CREATE FUNCTION ledger.count_new_holds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM fresh f JOIN ledger.balances b USING (account_id) WHERE NOT b.prepaid) THEN
    RAISE EXCEPTION 'ledger.not-prepaid: only a prepaid account can carry a hold' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE ledger.balances b SET held_fen = b.held_fen + f.amount_fen
    FROM (SELECT account_id, sum(amount_fen)::bigint AS amount_fen FROM fresh GROUP BY 1) f
   WHERE b.account_id = f.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER holds_count AFTER INSERT ON ledger.holds REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.count_new_holds();

CREATE FUNCTION ledger.move_holds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  named int;
  moved int;
BEGIN
  WITH step AS MATERIALIZED (
    SELECT hold_id, coalesce(sum(amount_fen) FILTER (WHERE kind = 'capture'), 0)::bigint AS captured_fen,
           coalesce(sum(amount_fen) FILTER (WHERE kind = 'release'), 0)::bigint AS released_fen, max(moved_at) AS moved_at
      FROM fresh GROUP BY 1
  ), held AS (
    UPDATE ledger.holds h
       SET captured_fen = h.captured_fen + s.captured_fen, released_fen = h.released_fen + s.released_fen,
           state = CASE WHEN h.captured_fen + s.captured_fen + h.released_fen + s.released_fen < h.amount_fen THEN 'open'
                        WHEN h.captured_fen + s.captured_fen > 0 THEN 'captured' ELSE 'released' END,
           finished_at = CASE WHEN h.captured_fen + s.captured_fen + h.released_fen + s.released_fen < h.amount_fen THEN NULL
                              ELSE s.moved_at END
      FROM step s WHERE h.id = s.hold_id AND h.state = 'open'
    RETURNING h.account_id, s.captured_fen + s.released_fen AS freed_fen
  ), freed AS (
    UPDATE ledger.balances b SET held_fen = b.held_fen - f.freed_fen
      FROM (SELECT account_id, sum(freed_fen)::bigint AS freed_fen FROM held GROUP BY 1) f
     WHERE b.account_id = f.account_id
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM held) INTO named, moved;
  IF named <> moved THEN
    RAISE EXCEPTION 'ledger.hold-finished: a finished hold never moves' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER hold_movements_move AFTER INSERT ON ledger.hold_movements REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.move_holds();

-- Whoever updates a hold (only the trigger above has the right, and the owner): what was agreed stays, totals only grow,
-- the end is the end.
CREATE FUNCTION ledger.guard_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' OR NEW.captured_fen < OLD.captured_fen OR NEW.released_fen < OLD.released_fen
     OR (NEW.id, NEW.key, NEW.input_sha256, NEW.account_id, NEW.amount_fen, NEW.opened_at)
        IS DISTINCT FROM (OLD.id, OLD.key, OLD.input_sha256, OLD.account_id, OLD.amount_fen, OLD.opened_at) THEN
    RAISE EXCEPTION 'ledger.immutable: hold % cannot be changed this way', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER holds_guard BEFORE UPDATE ON ledger.holds FOR EACH ROW EXECUTE FUNCTION ledger.guard_hold();
CREATE TRIGGER holds_immutable BEFORE DELETE ON ledger.holds FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER holds_no_truncate BEFORE TRUNCATE ON ledger.holds EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER hold_movements_immutable BEFORE UPDATE OR DELETE ON ledger.hold_movements FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER hold_movements_no_truncate BEFORE TRUNCATE ON ledger.hold_movements EXECUTE FUNCTION ledger.refuse_change();

-- As with balances: the lock without the right to write.
CREATE FUNCTION ledger.lock_holds(keys text[]) RETURNS SETOF ledger.holds
LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
  SELECT * FROM ledger.holds WHERE key = ANY (keys) ORDER BY id FOR UPDATE
$$;
REVOKE ALL ON FUNCTION ledger.lock_holds(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.lock_holds(text[]) TO linggong_app;

GRANT SELECT ON ledger.holds, ledger.hold_movements TO linggong_app;
GRANT INSERT (key, input_sha256, account_id, amount_fen, reference, opened_at, actor, trace_id) ON ledger.holds TO linggong_app;
GRANT INSERT ON ledger.hold_movements TO linggong_app;
