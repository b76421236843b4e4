-- By what the channel of a file was chosen (路由依据, R13.1): version and row of the table `channels.routing`, its answer and the facts it was asked
-- with, so that it is explained later and a draft is replayed on it. Numbers of banks, sums and days; nothing of people. Files of before have none.
ALTER TABLE channels.files ADD COLUMN routing jsonb CHECK (jsonb_typeof(routing) = 'object' AND pg_column_size(routing) <= 4096);

CREATE FUNCTION channels.refuse_routing_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'channels.routed: by what a file was routed never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER files_keep_routing BEFORE UPDATE OF routing ON channels.files
  FOR EACH STATEMENT EXECUTE FUNCTION channels.refuse_routing_change();
