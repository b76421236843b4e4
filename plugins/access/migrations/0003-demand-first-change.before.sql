-- A password that somebody else has seen (the first one of an account, or one that was reset) opens nothing but its own change.
ALTER TABLE access.credentials ADD COLUMN must_change boolean NOT NULL DEFAULT false;
