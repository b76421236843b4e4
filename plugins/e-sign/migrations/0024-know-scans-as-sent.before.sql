-- A scan is kept as the vault's gate gives it: a picture is drawn anew, without what came beside its pixels. That one paper was sent
-- in for several people is told by the bytes that were sent. NULL on rows of before: they were kept as they came.
ALTER TABLE e_sign.signed_files
  ADD COLUMN received_sha256 text CHECK (received_sha256 ~ '^[0-9a-f]{64}$');
CREATE INDEX signed_files_received ON e_sign.signed_files ((coalesce(received_sha256, sha256)));
CREATE INDEX signer_evidence_signed_file ON e_sign.signer_evidence (signed_file) WHERE signed_file IS NOT NULL;
