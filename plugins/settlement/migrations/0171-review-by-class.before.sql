-- Payments of a class that every payment is looked at by a person (审核深度：逐笔, R6.2): whoever looked takes the payments of a batch as a whole, as they
-- are; others are looked at again. Never rewritten.
CREATE TABLE settlement.class_reviews (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id integer NOT NULL,
  quote_version integer NOT NULL,
  -- SHA-256 over the payments: row, worker, card, task and amount
  payments_sha256 text NOT NULL CHECK (payments_sha256 ~ '^[0-9a-f]{64}$'),
  payments integer NOT NULL CHECK (payments > 0),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  class text NOT NULL CHECK (class IN ('A', 'B', 'C', 'D', 'E')),
  rating_id integer NOT NULL,
  reason text NOT NULL CHECK (length(trim(reason)) BETWEEN 2 AND 500),
  reviewed_by integer,
  reviewed_name text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  UNIQUE (batch_id, payments_sha256)
);
GRANT SELECT, INSERT ON settlement.class_reviews TO linggong_app;
