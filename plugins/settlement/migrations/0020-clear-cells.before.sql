-- Retention (保存期限): the sensitive cells of lines leave 90 days after their batch is over (PIPL art. 19). Masks and blind indexes stay.
ALTER TABLE settlement.lines ALTER COLUMN cells_sealed DROP NOT NULL;

-- Batches whose lines were cleared, so that no daily run looks through their lines again.
CREATE TABLE settlement.cleared_batches (
  batch_id integer PRIMARY KEY,
  cleared_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON settlement.cleared_batches TO linggong_app;
