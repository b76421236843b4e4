-- Evidence for what R9.2 asks beyond the thirty: room or cloud, cloud extension, outsourced development, contacts, cryptography.
ALTER TABLE continuity.control_evidence DROP CONSTRAINT control_evidence_control_check;
ALTER TABLE continuity.control_evidence ADD CONSTRAINT control_evidence_control_check CHECK (control BETWEEN 1 AND 35);
