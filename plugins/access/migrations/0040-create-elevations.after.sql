-- A look beyond one's role for a while (提权, R9.5). The application reads these tables; it opens, ends and reviews an elevation by the
-- functions below, which look again at the approval that it stands on. Looks are written by the application and altered by nobody.
CREATE TABLE access.elevations (
  id uuid PRIMARY KEY,
  account_id int NOT NULL REFERENCES public.up_users (id),
  account_name text NOT NULL,
  -- An account that is given another role keeps no elevation of the former one.
  role text NOT NULL,
  resource text NOT NULL,
  actions text[] NOT NULL CHECK (cardinality(actions) > 0),
  -- Whose rows: everybody's where both are empty.
  enterprise_id int,
  worker_id int,
  reason text NOT NULL,
  approval_id uuid NOT NULL UNIQUE REFERENCES access.approvals (id),
  granted_name text NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_because text CHECK (ended_because IN ('term', 'by-holder', 'by-superior', 'blocked', 'role-changed')),
  reviewed_by int,
  reviewed_name text,
  reviewed_at timestamptz,
  review text,
  CHECK (until_at > from_at AND until_at <= from_at + interval '72 hours'),
  CHECK (enterprise_id IS NULL OR worker_id IS NULL),
  CHECK ((ended_at IS NULL) = (ended_because IS NULL)),
  CHECK (reviewed_at IS NULL OR (ended_at IS NOT NULL AND reviewed_by IS NOT NULL AND review IS NOT NULL)),
  CHECK (reviewed_by <> account_id)
);
-- One at a time for a resource, so that a request is under one scope; and the look-up where the matrix refuses.
CREATE UNIQUE INDEX elevations_open ON access.elevations (account_id, resource) WHERE ended_at IS NULL;
CREATE INDEX elevations_until ON access.elevations (until_at) WHERE ended_at IS NULL;
CREATE INDEX elevations_unreviewed ON access.elevations (ended_at) WHERE reviewed_at IS NULL;
GRANT SELECT ON access.elevations TO linggong_app;

CREATE TABLE access.elevation_looks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  elevation_id uuid NOT NULL REFERENCES access.elevations (id),
  at timestamptz NOT NULL,
  -- The pattern of the address, never the address.
  route text NOT NULL,
  subject_id text,
  status int NOT NULL,
  -- Rows that were shown, and a hash over their sorted numbers: which ones they were can be checked, not read.
  rows int NOT NULL CHECK (rows >= 0),
  ids_sha256 text CHECK (ids_sha256 ~ '^[0-9a-f]{64}$'),
  trace_id text NOT NULL
);
CREATE INDEX elevation_looks_elevation ON access.elevation_looks (elevation_id, id);
GRANT SELECT, INSERT ON access.elevation_looks TO linggong_app;

-- Opens what an approved request asks for, in the transaction that ends the request.
CREATE FUNCTION access.open_elevation(wanted jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  item access.elevations;
  given access.approvals;
BEGIN
  item := jsonb_populate_record(NULL::access.elevations, wanted);
  SELECT * INTO given FROM access.approvals a WHERE a.id = item.approval_id;
  -- What is opened is what the superior was shown.
  IF NOT FOUND OR given.state <> 'executing' OR given.resource <> 'elevation' OR given.action <> 'ask'
     OR given.maker IS DISTINCT FROM item.account_id OR given.maker_role IS DISTINCT FROM item.role
     OR given.after ->> 'lookAt' IS DISTINCT FROM item.resource
     OR given.after ->> 'looks' IS DISTINCT FROM array_to_string(item.actions, ', ')
     OR (given.after ->> 'enterpriseId')::int IS DISTINCT FROM item.enterprise_id
     OR (given.after ->> 'workerId')::int IS DISTINCT FROM item.worker_id
     OR item.until_at > item.from_at + (given.after ->> 'hours')::int * interval '1 hour' THEN
    RAISE EXCEPTION 'an elevation takes an approval of its own (提权须经审批)' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE access.elevations e SET ended_at = e.until_at, ended_because = 'term'
   WHERE e.account_id = item.account_id AND e.ended_at IS NULL AND e.until_at <= item.from_at;
  INSERT INTO access.elevations (id, account_id, account_name, role, resource, actions, enterprise_id, worker_id, reason, approval_id,
                                 granted_name, from_at, until_at)
  VALUES (item.id, item.account_id, item.account_name, item.role, item.resource, item.actions, item.enterprise_id, item.worker_id,
          item.reason, item.approval_id, given.decided_name, item.from_at, item.until_at);
END
$function$;

-- Ends one before its time.
CREATE FUNCTION access.end_elevation(elevation uuid, because text, instant timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  UPDATE access.elevations SET ended_at = least(instant, until_at), ended_because = because
   WHERE id = elevation AND ended_at IS NULL;
  RETURN FOUND;
END
$function$;

-- Marks those whose time is over; they open nothing from that instant on, marked or not. Gives them, so that it is written down.
CREATE FUNCTION access.turn_elevations(turned_at timestamptz) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
  WITH due AS (
    SELECT e.id FROM access.elevations e WHERE e.ended_at IS NULL AND e.until_at <= turned_at
     ORDER BY e.until_at LIMIT 1000 FOR UPDATE SKIP LOCKED
  )
  UPDATE access.elevations e SET ended_at = e.until_at, ended_because = 'term' FROM due WHERE e.id = due.id RETURNING e.id
$function$;

-- The superior's word on what was looked at. Who reviews is the account of the session, of a role that decided on the elevation.
CREATE FUNCTION access.review_elevation(elevation uuid, of_session uuid, said text, now_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
DECLARE
  item access.elevations;
  reviewer record;
BEGIN
  SELECT * INTO item FROM access.elevations WHERE id = elevation FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not-found'; END IF;
  IF item.reviewed_at IS NOT NULL THEN RETURN 'reviewed'; END IF;
  IF item.ended_at IS NULL THEN RETURN 'live'; END IF;
  SELECT u.id, u.account_role, s.second_factor_at INTO reviewer
    FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
   WHERE s.id = of_session AND s.ended_at IS NULL AND s.ends_at > now_at AND u.blocked IS NOT TRUE;
  IF NOT FOUND OR NOT reviewer.account_role = ANY (SELECT unnest(a.deciders) FROM access.approvals a WHERE a.id = item.approval_id) THEN
    RETURN 'not-decider';
  END IF;
  IF reviewer.id = item.account_id THEN RETURN 'own'; END IF;
  IF reviewer.second_factor_at IS NULL THEN RETURN 'second-factor'; END IF;
  UPDATE access.elevations
     SET reviewed_by = reviewer.id, reviewed_name = reviewer.account_role || '#' || reviewer.id, reviewed_at = now_at, review = said
   WHERE id = elevation;
  RETURN 'done';
END
$function$;

-- Whoever is blocked or given another role has no elevation any more, whatever statement did it; unblocking brings none back.
CREATE FUNCTION access.end_elevations_of_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access, pg_temp AS $function$
BEGIN
  UPDATE access.elevations
     SET ended_at = greatest(from_at, least(until_at, NEW.updated_at AT TIME ZONE 'UTC')),
         ended_because = CASE WHEN NEW.blocked IS TRUE THEN 'blocked' ELSE 'role-changed' END
   WHERE account_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END
$function$;
CREATE TRIGGER up_users_end_elevations AFTER UPDATE OF blocked, account_role ON public.up_users
  FOR EACH ROW WHEN (NEW.blocked IS TRUE OR NEW.account_role IS DISTINCT FROM OLD.account_role)
  EXECUTE FUNCTION access.end_elevations_of_account();

REVOKE EXECUTE ON FUNCTION access.open_elevation, access.end_elevation, access.turn_elevations, access.review_elevation,
  access.end_elevations_of_account FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.open_elevation, access.end_elevation, access.turn_elevations, access.review_elevation TO linggong_app;
