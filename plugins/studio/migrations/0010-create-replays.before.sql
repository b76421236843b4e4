-- Replays (回放, R13.1): a draft run on what was decided in a past period. A row is written page by page, so that a killed one goes on
-- where it was; once it has ended it stays as it is. Labels of things are business numbers; no input is kept.
CREATE TABLE studio.replays (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id  integer NOT NULL REFERENCES studio.versions,
  -- of the content that is replayed, and the version in force that it is compared with where the past does not say what was decided
  sha256      text NOT NULL,
  against_id  integer REFERENCES studio.versions,
  from_day    date NOT NULL,
  to_day      date NOT NULL CHECK (to_day >= from_day),
  source_zh   text NOT NULL,
  source_en   text NOT NULL,
  state       text NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
  run_id      uuid,
  after_cursor text,
  total       bigint NOT NULL CHECK (total >= 0),
  tally       jsonb NOT NULL,
  asked_at    timestamptz NOT NULL,
  asked_by    integer,
  asked_name  text NOT NULL,
  finished_at timestamptz,
  CHECK ((state = 'running') = (finished_at IS NULL))
);
CREATE UNIQUE INDEX replays_one_running ON studio.replays (version_id) WHERE state = 'running';
CREATE INDEX replays_by_version ON studio.replays (version_id, id DESC);
GRANT SELECT, INSERT ON studio.replays TO linggong_app;
GRANT UPDATE (state, run_id, after_cursor, tally, finished_at) ON studio.replays TO linggong_app;

CREATE FUNCTION studio.guard_replay() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.state <> 'running' THEN
    RAISE EXCEPTION 'a replay that has ended stays as it is' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER replays_guard BEFORE UPDATE ON studio.replays FOR EACH ROW EXECUTE FUNCTION studio.guard_replay();
CREATE TRIGGER replays_stay BEFORE DELETE ON studio.replays FOR EACH ROW EXECUTE FUNCTION studio.refuse();
CREATE TRIGGER replays_never_emptied BEFORE TRUNCATE ON studio.replays FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse();

-- What a scheduled version would have decided beside the one in force (影子运行), by day and by what each of the two decided.
CREATE TABLE studio.shadow_counts (
  version_id   integer NOT NULL REFERENCES studio.versions,
  day          date NOT NULL,
  before_word  text NOT NULL CHECK (length(before_word) <= 80),
  after_word   text NOT NULL CHECK (length(after_word) <= 80),
  changed      boolean NOT NULL,
  count        bigint NOT NULL CHECK (count > 0),
  amount_fen   bigint NOT NULL,
  PRIMARY KEY (version_id, day, before_word, after_word, changed)
);
GRANT SELECT, INSERT ON studio.shadow_counts TO linggong_app;
GRANT UPDATE (count, amount_fen) ON studio.shadow_counts TO linggong_app;

CREATE TABLE studio.shadow_examples (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id integer NOT NULL REFERENCES studio.versions,
  day        date NOT NULL,
  example    jsonb NOT NULL
);
CREATE INDEX shadow_examples_by_day ON studio.shadow_examples (version_id, day);
GRANT SELECT, INSERT ON studio.shadow_examples TO linggong_app;

CREATE FUNCTION studio.guard_shadow() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.count < OLD.count THEN RAISE EXCEPTION 'what ran beside is counted up' USING ERRCODE = 'P0001'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shadow_counts_guard BEFORE UPDATE ON studio.shadow_counts FOR EACH ROW EXECUTE FUNCTION studio.guard_shadow();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['shadow_counts', 'shadow_examples'] LOOP
    EXECUTE format('CREATE TRIGGER %I_stay BEFORE DELETE ON studio.%I FOR EACH ROW EXECUTE FUNCTION studio.refuse()', name, name);
    EXECUTE format('CREATE TRIGGER %I_never_emptied BEFORE TRUNCATE ON studio.%I FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse()', name, name);
  END LOOP;
END $$;
