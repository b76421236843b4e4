-- Second persons (审批, R9.5). The application reads these tables and writes none of them: what it may do to a request are the
-- functions below, which run as the owner and look again at what must hold – who asks, in which session, with which role.

-- The person behind an account, by keyed hashes of the identity and telephone number, so that two accounts of one person are
-- known for what they are. Told once; hashes and masks only.
CREATE TABLE access.holders (
  account_id int PRIMARY KEY,
  identity_key text CHECK (identity_key ~ '^[0-9a-f]{64}$'),
  phone_key text CHECK (phone_key ~ '^[0-9a-f]{64}$'),
  identity_masked text CHECK (length(identity_masked) <= 40),
  phone_masked text CHECK (length(phone_masked) <= 40),
  is_administrator boolean NOT NULL,
  declared_by int,
  at timestamptz NOT NULL,
  CHECK (identity_key IS NOT NULL OR phone_key IS NOT NULL)
);
CREATE INDEX holders_identity ON access.holders (identity_key);
CREATE INDEX holders_phone ON access.holders (phone_key);
-- One person is not two of the three administrators (三权分立).
CREATE UNIQUE INDEX holders_one_administrator ON access.holders (identity_key) WHERE is_administrator;
GRANT SELECT ON access.holders TO linggong_app;

CREATE FUNCTION access.declare_holder(of_account int, holder jsonb, by_account int, asked_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
DECLARE
  role_of text;
BEGIN
  SELECT account_role INTO STRICT role_of FROM public.up_users WHERE id = of_account;
  INSERT INTO access.holders (account_id, identity_key, phone_key, identity_masked, phone_masked, is_administrator, declared_by, at)
  VALUES (of_account, holder ->> 'identityKey', holder ->> 'phoneKey', holder ->> 'identityMasked', holder ->> 'phoneMasked',
          role_of IN ('system-admin', 'security-admin', 'audit-admin'), by_account, asked_at)
  ON CONFLICT (account_id) DO NOTHING;
  RETURN FOUND;
END
$function$;

CREATE TABLE access.approvals (
  id uuid PRIMARY KEY,
  mode text NOT NULL CHECK (mode IN ('native', 'replay')),
  resource text NOT NULL,
  action text NOT NULL,
  -- The operation to be done, `POST /api/v1/…`; empty where the business decides by an operation of its own.
  route text,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  subject_label text NOT NULL CHECK (length(subject_label) <= 200),
  state text NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'approved', 'executing', 'executed', 'rejected', 'withdrawn', 'expired', 'failed')),
  -- Empty where the platform itself asked.
  maker int,
  maker_name text NOT NULL,
  maker_role text,
  enterprise_id int,
  -- The request, sealed; gone as soon as it has served.
  payload_sealed bytea,
  before jsonb,
  after jsonb,
  view_sha256 text NOT NULL CHECK (view_sha256 ~ '^[0-9a-f]{64}$'),
  reason text,
  deciders text[] NOT NULL CHECK (cardinality(deciders) > 0),
  asked_at timestamptz NOT NULL,
  expires_at timestamptz,
  escalate_at timestamptz,
  escalate_to text,
  escalated_at timestamptz,
  decided_by int,
  decided_name text,
  decided_session uuid,
  decided_at timestamptz,
  decision_reason text,
  attempt int NOT NULL DEFAULT 0,
  claimed_at timestamptz,
  ended_at timestamptz,
  result_status int,
  problem jsonb,
  CHECK (decided_by <> maker),
  CHECK (state NOT IN ('approved', 'executing', 'executed', 'rejected') OR decided_by IS NOT NULL),
  CHECK ((mode = 'replay') = (route IS NOT NULL)),
  CHECK (mode <> 'replay' OR expires_at IS NOT NULL),
  CHECK ((escalate_at IS NULL) = (escalate_to IS NULL))
);
-- One open request a thing and action.
CREATE UNIQUE INDEX approvals_open ON access.approvals (resource, action, subject_kind, subject_id)
  WHERE state IN ('pending', 'approved', 'executing');
CREATE INDEX approvals_asked ON access.approvals (asked_at);
CREATE INDEX approvals_pending ON access.approvals (asked_at) WHERE state IN ('pending', 'approved', 'executing');
CREATE INDEX approvals_maker ON access.approvals (maker, asked_at);
GRANT SELECT ON access.approvals TO linggong_app;

-- Gives the id, or NULL where the same is asked for already.
CREATE FUNCTION access.ask_approval(asked jsonb, payload bytea) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
  INSERT INTO access.approvals (id, mode, resource, action, route, subject_kind, subject_id, subject_label, maker, maker_name,
    maker_role, enterprise_id, payload_sealed, before, after, view_sha256, reason, deciders, asked_at, expires_at, escalate_at, escalate_to)
  SELECT coalesce(a.id, gen_random_uuid()), a.mode, a.resource, a.action, a.route, a.subject_kind, a.subject_id, a.subject_label,
    a.maker, a.maker_name, a.maker_role, a.enterprise_id, payload, a.before, a.after, a.view_sha256, a.reason, a.deciders,
    a.asked_at, a.expires_at, a.escalate_at, a.escalate_to
  FROM jsonb_populate_record(NULL::access.approvals, asked) a
  ON CONFLICT (resource, action, subject_kind, subject_id) WHERE state IN ('pending', 'approved', 'executing') DO NOTHING
  RETURNING id
$function$;

-- Takes a decision, or says why it is none. Who decides is the account of the session, and nobody else's word.
CREATE FUNCTION access.decide_approval(approval uuid, of_session uuid, verdict text, said text, seen text, now_at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
DECLARE
  item access.approvals;
  decider record;
  next_state text;
BEGIN
  SELECT * INTO item FROM access.approvals WHERE id = approval FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not-found'; END IF;
  IF item.state <> 'pending' THEN RETURN 'not-pending'; END IF;
  IF item.expires_at <= now_at THEN RETURN 'not-pending'; END IF;
  SELECT u.id, u.account_role, u.worker_id, s.second_factor_at, h.identity_key, h.phone_key INTO decider
    FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id LEFT JOIN access.holders h ON h.account_id = u.id
   WHERE s.id = of_session AND s.ended_at IS NULL AND s.ends_at > now_at AND u.blocked IS NOT TRUE;
  IF NOT FOUND OR NOT decider.account_role = ANY (item.deciders) THEN RETURN 'not-decider'; END IF;
  IF decider.id = item.maker THEN RETURN 'own'; END IF;
  IF decider.second_factor_at IS NULL THEN RETURN 'second-factor'; END IF;
  IF decider.identity_key IS NULL AND decider.phone_key IS NULL THEN RETURN 'holder-missing'; END IF;
  IF EXISTS (SELECT FROM access.holders m WHERE m.account_id = item.maker
              AND (m.identity_key = decider.identity_key OR m.phone_key = decider.phone_key)) THEN RETURN 'own'; END IF;
  IF seen IS NOT NULL AND seen <> item.view_sha256 THEN RETURN 'not-seen'; END IF;
  IF verdict NOT IN ('approve', 'reject') THEN RAISE EXCEPTION 'no such verdict'; END IF;
  next_state := CASE WHEN verdict = 'reject' THEN 'rejected' WHEN item.mode = 'native' THEN 'executed' ELSE 'approved' END;
  UPDATE access.approvals
     SET state = next_state, decided_by = decider.id, decided_name = decider.account_role || '#' || decider.id,
         decided_session = of_session, decided_at = now_at, decision_reason = said,
         payload_sealed = CASE WHEN next_state = 'approved' THEN payload_sealed END,
         ended_at = CASE WHEN next_state <> 'approved' THEN now_at END
   WHERE id = approval;
  RETURN 'done';
END
$function$;

-- Ends a request that nobody decided: taken back, out of date, or past its time.
CREATE FUNCTION access.close_approval(approval uuid, next_state text, said text, closed_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
BEGIN
  IF next_state NOT IN ('withdrawn', 'expired', 'failed') THEN RAISE EXCEPTION 'a request is not closed as %', next_state; END IF;
  UPDATE access.approvals SET state = next_state, decision_reason = said, ended_at = closed_at, payload_sealed = NULL
   WHERE id = approval AND state = 'pending';
  RETURN FOUND;
END
$function$;

-- Takes an approved request in hand; a hand that was lost a minute ago is replaced. Gives the number of the attempt.
CREATE FUNCTION access.claim_approval(approval uuid, taken_at timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
  UPDATE access.approvals SET state = 'executing', attempt = attempt + 1, claimed_at = taken_at
   WHERE id = approval AND (state = 'approved' OR (state = 'executing' AND claimed_at < taken_at - interval '60 seconds'))
  RETURNING attempt
$function$;

-- Ends the attempt that holds it, in the transaction of the effect.
CREATE FUNCTION access.end_approval(approval uuid, held int, next_state text, status int, refusal jsonb, done_at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access AS $function$
BEGIN
  IF next_state NOT IN ('executed', 'failed') THEN RAISE EXCEPTION 'an attempt does not end as %', next_state; END IF;
  UPDATE access.approvals
     SET state = next_state, result_status = status, problem = refusal, ended_at = done_at, payload_sealed = NULL
   WHERE id = approval AND state = 'executing' AND attempt = held;
  RETURN FOUND;
END
$function$;

REVOKE EXECUTE ON FUNCTION access.declare_holder, access.ask_approval, access.decide_approval, access.close_approval,
  access.claim_approval, access.end_approval FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.declare_holder, access.ask_approval, access.decide_approval, access.close_approval,
  access.claim_approval, access.end_approval TO linggong_app;
