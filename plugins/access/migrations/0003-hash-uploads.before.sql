-- The body of an upload is a stream, so it is not in input_hash, which is known before the handler runs. The handler tells the
-- SHA-256 of what it received together with its answer; a repeated request is read and compared with it.
ALTER TABLE access.idempotency ADD COLUMN body_sha256 text CHECK (body_sha256 ~ '^[0-9a-f]{64}$');
