-- The timeline of a person (人员时间线) tells what he did himself beside what was done to him.
SET LOCAL ROLE linggong_audit;
CREATE INDEX entries_worker ON audit.entries (worker_id, recorded_at, seq) WHERE worker_id IS NOT NULL;
