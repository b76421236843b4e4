-- Evidence for controls of MLPS level 3 (等保控制点的佐证): what no machine can show, dated, with the day on which it ends. Entries are
-- never changed; a wrong one is withdrawn, and both stay.
CREATE TABLE continuity.control_evidence (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  control    smallint NOT NULL CHECK (control BETWEEN 1 AND 30),
  dated_on   date NOT NULL,
  until      date NOT NULL,
  text       text NOT NULL CHECK (length(trim(text)) BETWEEN 2 AND 1000),
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL,
  CHECK (until >= dated_on AND until <= dated_on + 400)
);
CREATE INDEX control_evidence_of ON continuity.control_evidence (control, id DESC);

CREATE TABLE continuity.evidence_withdrawals (
  evidence_id  integer PRIMARY KEY REFERENCES continuity.control_evidence,
  withdrawn_by text NOT NULL,
  withdrawn_at timestamptz NOT NULL,
  reason       text NOT NULL CHECK (length(trim(reason)) > 0)
);

CREATE TRIGGER control_evidence_stays BEFORE UPDATE OR DELETE ON continuity.control_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION continuity.refuse_change();
CREATE TRIGGER evidence_withdrawals_stay BEFORE UPDATE OR DELETE ON continuity.evidence_withdrawals
  FOR EACH STATEMENT EXECUTE FUNCTION continuity.refuse_change();

-- Processes of the platform and how they are reached: the nightly look runs in a worker, which serves nobody and cannot know it. One
-- row a machine, role and port; what is no longer there stops being seen.
CREATE TABLE continuity.processes (
  machine    text NOT NULL,
  role       text NOT NULL CHECK (role IN ('all', 'web', 'worker')),
  port       integer NOT NULL,
  -- only this machine reaches it
  loopback   boolean NOT NULL,
  tls        boolean NOT NULL,
  -- behind a proxy of ours that people reach by https
  proxied    boolean NOT NULL,
  started_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  PRIMARY KEY (machine, role, port)
);

GRANT SELECT, INSERT ON continuity.control_evidence, continuity.evidence_withdrawals TO linggong_app;
GRANT SELECT, INSERT, UPDATE ON continuity.processes TO linggong_app;
GRANT USAGE ON SEQUENCE continuity.control_evidence_id_seq TO linggong_app;
