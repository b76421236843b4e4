-- Deposits that one person booked without a line of a bank's statement (无流水来账): what they come to in a day is bounded by the policy.
-- What a second person approved is not among them. A row stands for good; a line that comes later makes it count no more.
CREATE TABLE settlement.single_deposits (
  deposit_id integer PRIMARY KEY,
  enterprise_id integer NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  booked_at timestamptz NOT NULL,
  -- The account that booked it; a line that this account brought itself stands behind nothing of it.
  booked_by integer
);
CREATE INDEX single_deposits_day ON settlement.single_deposits (enterprise_id, booked_at);
GRANT SELECT, INSERT ON settlement.single_deposits TO linggong_app;
