-- Accounts and their balance rows. The balance row is made by the same INSERT that opens the account: FOR UPDATE locks
-- nothing where no row stands, so a first posting could otherwise slip past the lock.
CREATE TABLE ledger.accounts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE,
  chart_version int NOT NULL,
  pattern text COLLATE "C" NOT NULL,
  subject_code text COLLATE "C" NOT NULL,
  enterprise_id int CHECK (enterprise_id > 0),
  prepaid boolean NOT NULL,
  opened_at timestamptz NOT NULL,
  FOREIGN KEY (chart_version, pattern) REFERENCES ledger.account_patterns (chart_version, pattern),
  FOREIGN KEY (chart_version, subject_code) REFERENCES ledger.subjects (chart_version, code),
  CHECK (code = replace(pattern, '{enterprise}', coalesce(enterprise_id::text, '{enterprise}')))
);
CREATE INDEX accounts_enterprise ON ledger.accounts (enterprise_id);

-- balance = debits − credits. Written only by the triggers below: the application may read it, nothing else.
-- fillfactor leaves room for HOT updates, for these are the hottest rows of the house.
CREATE TABLE ledger.balances (
  account_id bigint PRIMARY KEY REFERENCES ledger.accounts,
  prepaid boolean NOT NULL,
  debits_fen bigint NOT NULL DEFAULT 0 CHECK (debits_fen >= 0),
  credits_fen bigint NOT NULL DEFAULT 0 CHECK (credits_fen >= 0),
  held_fen bigint NOT NULL DEFAULT 0 CHECK (held_fen >= 0),
  CONSTRAINT balances_available CHECK (NOT prepaid OR credits_fen - debits_fen - held_fen >= 0)
) WITH (fillfactor = 30);

-- One row an account and accounting month (Asia/Shanghai): a trial balance at any past instant then reads only the
-- postings of that instant's own month.
CREATE TABLE ledger.month_totals (
  account_id bigint NOT NULL REFERENCES ledger.accounts,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  debits_fen bigint NOT NULL,
  credits_fen bigint NOT NULL,
  PRIMARY KEY (account_id, month)
) WITH (fillfactor = 50);

CREATE FUNCTION ledger.open_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
BEGIN
  INSERT INTO ledger.balances (account_id, prepaid) VALUES (NEW.id, NEW.prepaid);
  RETURN NULL;
END $$;
CREATE TRIGGER accounts_open_balance AFTER INSERT ON ledger.accounts FOR EACH ROW EXECUTE FUNCTION ledger.open_balance();

-- SELECT … FOR UPDATE asks for the right to update, which the application must not have on balances.
CREATE FUNCTION ledger.lock_balances(ids bigint[]) RETURNS SETOF ledger.balances
LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
  SELECT * FROM ledger.balances WHERE account_id = ANY (ids) ORDER BY account_id FOR UPDATE
$$;
REVOKE ALL ON FUNCTION ledger.lock_balances(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.lock_balances(bigint[]) TO linggong_app;

-- History is never rewritten: corrections are new, linked entries.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger.immutable: % of %.% is refused; book a reversal', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER accounts_immutable BEFORE UPDATE OR DELETE ON ledger.accounts FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER accounts_no_truncate BEFORE TRUNCATE ON ledger.accounts EXECUTE FUNCTION ledger.refuse_change();

-- Accounts are opened by the chart, never by hand: every pattern of the chart in force that the enterprise lacks.
CREATE FUNCTION ledger.open_enterprise_accounts(enterprises int[], at timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
  WITH chart AS (
    SELECT max(version) AS version FROM ledger.chart_versions WHERE effective_from <= (at AT TIME ZONE 'Asia/Shanghai')::date
  ), opened AS (
    INSERT INTO ledger.accounts (code, chart_version, pattern, subject_code, enterprise_id, prepaid, opened_at)
    SELECT replace(p.pattern, '{enterprise}', e.id::text), p.chart_version, p.pattern, p.subject_code, e.id, p.prepaid, at
      FROM chart JOIN ledger.account_patterns p ON p.chart_version = chart.version AND p.owner = 'enterprise'
     CROSS JOIN (SELECT DISTINCT unnest(enterprises) AS id) e
     ORDER BY e.id, p.pattern
    ON CONFLICT (code) DO NOTHING
    RETURNING 1
  )
  SELECT count(*)::int FROM opened
$$;
REVOKE ALL ON FUNCTION ledger.open_enterprise_accounts(int[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.open_enterprise_accounts(int[], timestamptz) TO linggong_app;

GRANT SELECT ON ledger.accounts, ledger.balances, ledger.month_totals TO linggong_app;
