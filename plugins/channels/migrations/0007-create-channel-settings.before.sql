-- What a channel takes, and which channel a bank's sub-accounts pay through; dated, so that a limit that changes tomorrow is
-- entered today. A row only ends; its figures never change.
CREATE TABLE channels.limits (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel text COLLATE "C" NOT NULL,
  line_max_fen bigint CHECK (line_max_fen > 0),
  small_max_fen bigint CHECK (small_max_fen > 0),
  day_max_fen bigint CHECK (day_max_fen > 0),
  opens_at text CHECK (opens_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  cut_off_at text CHECK (cut_off_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  large_from text CHECK (large_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  large_to text CHECK (large_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  working_days_only boolean NOT NULL DEFAULT false,
  valid_from date NOT NULL,
  valid_to date,
  reference text NOT NULL,
  CHECK (valid_to >= valid_from),
  CHECK (small_max_fen IS NULL OR line_max_fen IS NULL OR small_max_fen <= line_max_fen),
  UNIQUE (channel, valid_from)
);

-- Of the most exact bank number (12 digits, 3 digits, or '' for all) the channel that counts on a day.
CREATE TABLE channels.routes (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bank_code text COLLATE "C" NOT NULL CHECK (bank_code ~ '^(\d{3}|\d{12})?$'),
  channel text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CHECK (valid_to >= valid_from),
  UNIQUE (bank_code, valid_from)
);
INSERT INTO channels.routes (bank_code, channel, valid_from) VALUES ('', 'sandbox-bank', '2020-01-01');

-- BEPS (小额) takes 1,000,000 yuan a payment around the clock; HVPS (大额) what is above, on working days 8:30 to 17:15. Banks
-- set cut-offs of their own: these are where to begin.
INSERT INTO channels.limits (channel, line_max_fen, small_max_fen, opens_at, cut_off_at, large_from, large_to, valid_from, reference)
SELECT 'bank-file-' || code, 5000000000, 100000000, NULL, NULL, '08:30', '17:15', '2020-01-01',
       '中国人民银行大额、小额支付系统运行时间与金额上限（初始值，按开户行协议调整）'
  FROM unnest(ARRAY['iso-09', 'iso-03', 'icbc', 'ccb', 'cmb']) AS profile (code);

CREATE FUNCTION channels.refuse_setting_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'channels.dated: a setting ends and another begins; it never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER limits_keep_figures BEFORE UPDATE OF channel, line_max_fen, small_max_fen, day_max_fen, opens_at, cut_off_at,
  large_from, large_to, working_days_only, valid_from OR DELETE ON channels.limits
  FOR EACH STATEMENT EXECUTE FUNCTION channels.refuse_setting_change();
CREATE TRIGGER routes_keep_channel BEFORE UPDATE OF bank_code, channel, valid_from OR DELETE ON channels.routes
  FOR EACH STATEMENT EXECUTE FUNCTION channels.refuse_setting_change();

-- Days on which the payment systems do, or do not, work against their weekday (国办发 2025-11-04, 2026 年节假日安排).
CREATE TABLE channels.calendar (
  day date PRIMARY KEY,
  is_working boolean NOT NULL
);
INSERT INTO channels.calendar (day, is_working)
SELECT day::date, false FROM (VALUES ('2026-01-01'::date, '2026-01-03'::date), ('2026-02-15', '2026-02-23'), ('2026-04-04', '2026-04-06'),
  ('2026-05-01', '2026-05-05'), ('2026-06-19', '2026-06-21'), ('2026-09-25', '2026-09-27'), ('2026-10-01', '2026-10-07'))
  AS holiday (first, last), generate_series(first, last, interval '1 day') AS day
UNION ALL SELECT day, true FROM unnest(ARRAY['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']::date[]) AS day;

GRANT SELECT, INSERT, UPDATE ON channels.limits, channels.routes, channels.calendar TO linggong_app;
