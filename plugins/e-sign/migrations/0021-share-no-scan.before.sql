-- One scan may show the papers of many people, filed at once or one by one: whoever asks for his must be told apart by the file's
-- digest. The same digest finds what was signed at a service for the public verification.
CREATE INDEX signer_evidence_file ON e_sign.signer_evidence (file_sha256) WHERE file_sha256 IS NOT NULL;
CREATE INDEX signed_files_digest ON e_sign.signed_files (sha256);
CREATE INDEX batches_signed_file ON e_sign.batches (signed_file) WHERE signed_file IS NOT NULL;

-- An evidence report (出证报告) is paid for: it is marked before it is ordered, and ordered once. Its number comes after the evidence,
-- which is never changed.
ALTER TABLE e_sign.signature_requests
  ADD COLUMN report_asked_at timestamptz,
  ADD COLUMN report_ref text;
