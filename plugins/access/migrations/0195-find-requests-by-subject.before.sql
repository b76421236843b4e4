-- The page of a thing tells what was asked about it, and how it was decided.
CREATE INDEX approvals_about ON access.approvals (subject_kind, subject_id, asked_at);
