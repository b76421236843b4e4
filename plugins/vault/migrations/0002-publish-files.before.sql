-- Private files are part of what is backed up: continuity copies each sealed file once, in the order in which they were stored.
CREATE INDEX files_stored_at ON vault.files (stored_at, id);

CREATE VIEW vault.published_files AS SELECT id, kind, subject, bytes, sha256, stored_at FROM vault.files;
GRANT SELECT ON vault.published_files TO linggong_app;
