-- What confirmed payments have used up of limits (限额占用, R6.3): of each worker, each enterprise, and each kind of work of an
-- enterprise, in the day, month and year that it paid in last. One row a subject and year: a confirmation adds to it in the order of its
-- keys, so that parallel batches wait for each other, never deadlock, and cannot pass a limit together.
CREATE TABLE risk.limit_uses (
  subject text NOT NULL CHECK (subject IN ('worker', 'enterprise', 'kind-of-work')),
  -- Row number of the worker or enterprise; `enterprise:scenario` for a kind of work.
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  year_fen bigint NOT NULL CHECK (year_fen >= 0),
  year_count integer NOT NULL CHECK (year_count >= 0),
  -- The last month and the last day that it paid in, and what they hold: earlier ones are over and limit nothing any more.
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  month_fen bigint NOT NULL CHECK (month_fen >= 0),
  month_count integer NOT NULL CHECK (month_count >= 0),
  day date NOT NULL,
  day_fen bigint NOT NULL CHECK (day_fen >= 0),
  day_count integer NOT NULL CHECK (day_count >= 0),
  PRIMARY KEY (subject, key, year)
);
GRANT SELECT, INSERT, UPDATE ON risk.limit_uses TO linggong_app;

CREATE VIEW risk.published_limit_uses AS
SELECT subject, key, year, year_fen, year_count, month, month_fen, month_count, day, day_fen, day_count FROM risk.limit_uses;
GRANT SELECT ON risk.published_limit_uses TO linggong_app;
