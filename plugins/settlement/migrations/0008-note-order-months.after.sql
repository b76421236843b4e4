-- Where the orders of an enterprise with a tax day in a month lie among all orders: from the first to the last of their ids. A
-- list of a month reads that stretch of the index on (enterprise, id) and no more, however old the month is. An index on the
-- tax day itself would be touched by every order that is sent, and with it all fifteen others (no HOT update).
CREATE TABLE settlement.order_months (
  enterprise_id integer NOT NULL,
  -- First day of the month.
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  first_id integer NOT NULL,
  last_id integer NOT NULL CHECK (last_id >= first_id),
  PRIMARY KEY (enterprise_id, month)
) WITH (fillfactor = 50);
CREATE INDEX order_months_by_month ON settlement.order_months (month);
GRANT SELECT, INSERT, UPDATE ON settlement.order_months TO linggong_app;

INSERT INTO settlement.order_months (enterprise_id, month, first_id, last_id)
SELECT enterprise_id, date_trunc('month', tax_day)::date, min(id), max(id)
  FROM public.orders WHERE tax_day IS NOT NULL GROUP BY 1, 2;
