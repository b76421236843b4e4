-- Clear values of before (明文补加密): rows that were written before their column was sealed are gone through pass by pass, until a pass over the
-- whole table finds nothing. Cursor and counts are committed with the rows of each window, so that a kill loses one window and nothing else.
CREATE TABLE vault.clear_sweeps (
  source        text COLLATE "C" PRIMARY KEY,
  -- The pass on its way; `seen`, `held` and `broken` are of it, `sealed` as well.
  pass          int NOT NULL DEFAULT 1 CHECK (pass > 0),
  cursor        text,
  seen          bigint NOT NULL DEFAULT 0,
  sealed        bigint NOT NULL DEFAULT 0,
  -- Rows that another transaction held, or that changed in that moment: the next pass takes them.
  held          bigint NOT NULL DEFAULT 0,
  -- Rows whose value the vault does not take.
  broken        bigint NOT NULL DEFAULT 0,
  sealed_in_all bigint NOT NULL DEFAULT 0,
  due_at        timestamptz NOT NULL,
  -- When a pass over the whole table found nothing in clear.
  proved_at     timestamptz
);
GRANT SELECT, INSERT ON vault.clear_sweeps TO linggong_app;
GRANT UPDATE (pass, cursor, seen, sealed, held, broken, sealed_in_all, due_at, proved_at) ON vault.clear_sweeps TO linggong_app;
