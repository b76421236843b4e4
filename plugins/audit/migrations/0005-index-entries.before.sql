-- Search (审计检索) by person, object, time and action over many months. Each index ends in the order of every list, so that the newest
-- page is read from its end, month by month, and the count stops early; what is rare or often empty is indexed only where it is.
SET LOCAL ROLE linggong_audit;
DROP INDEX audit.entries_subject;
CREATE INDEX entries_subject ON audit.entries (subject_kind, subject_id, recorded_at, seq);
CREATE INDEX entries_time ON audit.entries (recorded_at, seq);
CREATE INDEX entries_actor ON audit.entries (actor_name, recorded_at, seq);
CREATE INDEX entries_action ON audit.entries (action, recorded_at, seq);
CREATE INDEX entries_trace ON audit.entries (trace_id, recorded_at, seq);
CREATE INDEX entries_session ON audit.entries (session_id, recorded_at, seq) WHERE session_id IS NOT NULL;
CREATE INDEX entries_address ON audit.entries (address, recorded_at, seq) WHERE address IS NOT NULL;
CREATE INDEX entries_outcome ON audit.entries (outcome, recorded_at, seq) WHERE outcome <> 'done';
