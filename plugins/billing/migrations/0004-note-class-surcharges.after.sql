-- Which class of an enterprise made its payments of a month dearer (按等级加收, R6.2), so that the bill of the month says why. Written with the
-- confirmation of a batch, once for a month, plan and rating; it is never rewritten.
CREATE TABLE billing.class_surcharges (
  enterprise_id integer NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  plan_id integer NOT NULL,
  rating_id integer NOT NULL,
  class text NOT NULL CHECK (class IN ('A', 'B', 'C', 'D', 'E')),
  tier text NOT NULL CHECK (tier IN ('raised', 'high')),
  surcharge_millionths bigint NOT NULL CHECK (surcharge_millionths BETWEEN 1 AND 1000000),
  first_at timestamptz NOT NULL,
  PRIMARY KEY (enterprise_id, month, plan_id, rating_id, tier)
);
GRANT SELECT, INSERT ON billing.class_surcharges TO linggong_app;
