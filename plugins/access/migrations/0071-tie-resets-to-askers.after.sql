-- A code is tried against the request that it was sent for and no other, and only by who holds the word that this request was answered
-- with: wrong guesses of a stranger are tries at requests of his own. Of the word its SHA-256 is kept, as of challenges.
ALTER TABLE access.password_resets
  -- Empty in requests of before, which nobody can complete any more.
  ADD COLUMN request_hash bytea CHECK (octet_length(request_hash) = 32),
  -- Keyed hash of identifier and telephone as they were told: what guesses are counted by over several requests, so that whoever
  -- does not know the telephone locks nobody out.
  ADD COLUMN asker_key bytea CHECK (octet_length(asker_key) = 32);
CREATE UNIQUE INDEX password_resets_request ON access.password_resets (request_hash);
DROP INDEX access.password_resets_open;
