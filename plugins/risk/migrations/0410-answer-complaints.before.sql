-- Whoever complained is told what was decided (投诉答复, GB/T 19012 clause 7.8; R12.2): a step of the case, in words meant for him, beside the
-- reason of the house for closing it.
ALTER TABLE risk.case_steps DROP CONSTRAINT case_steps_step_check;
ALTER TABLE risk.case_steps ADD CONSTRAINT case_steps_step_check
  CHECK (step IN ('opened', 'seen', 'graded', 'taken', 'put-back', 'waiting', 'resumed', 'commented', 'task-added', 'task-done',
    'evidence-added', 'measure-taken', 'measure-lifted', 'answered', 'closed', 'reopened'));
ALTER TABLE risk.case_steps ADD CONSTRAINT case_steps_answered CHECK (step <> 'answered' OR length(trim(text)) >= 2);

-- The case of a complaint, by the number of its record, also once it is closed.
CREATE INDEX cases_of_complaints ON risk.cases (dedupe_key, id) WHERE source = 'complaint';
