-- Parties answer by themselves what they are asked (R8.5): each finds its own, and its papers are evidence of the case. Columns that are
-- generated could not be told apart by the witness of changes, so that whose a row is stays an expression.
CREATE INDEX explanations_of_party ON risk.explanations (party_kind, party_id, id);
CREATE INDEX explanations_due ON risk.explanations (due_on) WHERE answer IS NULL;

ALTER TABLE risk.case_evidence ADD COLUMN explanation_id integer REFERENCES risk.explanations;
CREATE INDEX case_evidence_of_explanation ON risk.case_evidence (explanation_id) WHERE explanation_id IS NOT NULL;
