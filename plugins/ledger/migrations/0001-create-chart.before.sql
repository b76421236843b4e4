-- The chart of accounts (会计科目表) is data with versions: an account keeps the version it was opened under, so that a
-- later chart never rewrites the past. Subjects follow the enterprise accounting standards (企业会计准则应用指南 附录
-- 会计科目和主要账务处理); four digits are the standard's own, six are our details under them.
CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO linggong_app;

CREATE TABLE ledger.chart_versions (
  version int PRIMARY KEY CHECK (version > 0),
  effective_from date NOT NULL,
  note text NOT NULL
);

CREATE TABLE ledger.subjects (
  chart_version int NOT NULL REFERENCES ledger.chart_versions,
  code text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9]{4}([0-9]{2})*$'),
  parent_code text COLLATE "C",
  kind text NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'cost', 'income', 'expense')),
  name_zh text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (chart_version, code),
  FOREIGN KEY (chart_version, parent_code) REFERENCES ledger.subjects (chart_version, code)
);

-- A pattern says which accounts may exist: `deposit:{enterprise}` opens one account for each enterprise. `prepaid`
-- accounts (预付) may never owe: credits − debits − held >= 0.
CREATE TABLE ledger.account_patterns (
  chart_version int NOT NULL REFERENCES ledger.chart_versions,
  pattern text COLLATE "C" NOT NULL CHECK (pattern ~ '^[a-z]+(-[a-z]+)*:(\{enterprise\}|[a-z]+)$'),
  subject_code text COLLATE "C" NOT NULL,
  owner text NOT NULL CHECK (owner IN ('enterprise', 'platform')),
  prepaid boolean NOT NULL DEFAULT false,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (chart_version, pattern),
  FOREIGN KEY (chart_version, subject_code) REFERENCES ledger.subjects (chart_version, code),
  CHECK ((owner = 'enterprise') = (pattern LIKE '%{enterprise}'))
);

GRANT SELECT ON ledger.chart_versions, ledger.subjects, ledger.account_patterns TO linggong_app;
