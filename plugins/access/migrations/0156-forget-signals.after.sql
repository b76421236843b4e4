-- From which device and address an erased worker signed in is forgotten with the rest of his account (PIPL art. 47).
CREATE OR REPLACE FUNCTION access.erase_accounts(worker_ids integer[], now_at timestamptz) RETURNS integer[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
DECLARE
  erased integer[];
BEGIN
  SELECT coalesce(array_agg(u.id ORDER BY u.id), '{}') INTO erased FROM public.up_users u
   WHERE u.account_role = 'worker' AND u.worker_id = ANY (worker_ids)
     AND EXISTS (SELECT FROM vault.published_destroyed_people p WHERE p.worker_id = u.worker_id);
  UPDATE public.up_users u SET username = 'erased-' || u.id, email = NULL, blocked = true, updated_at = now_at AT TIME ZONE 'UTC'
   WHERE u.id = ANY (erased);
  DELETE FROM access.credentials c WHERE c.account_id = ANY (erased);
  DELETE FROM access.former_passwords f WHERE f.account_id = ANY (erased);
  DELETE FROM access.second_factors f WHERE f.account_id = ANY (erased);
  DELETE FROM access.used_codes u WHERE u.account_id = ANY (erased);
  DELETE FROM access.recovery_codes r WHERE r.account_id = ANY (erased);
  DELETE FROM access.challenges c WHERE c.account_id = ANY (erased);
  DELETE FROM access.holder_contacts h WHERE h.account_id = ANY (erased);
  DELETE FROM access.holders h WHERE h.account_id = ANY (erased);
  UPDATE access.sessions s SET address = NULL, device_number = NULL, ended_at = coalesce(s.ended_at, now_at) WHERE s.account_id = ANY (erased);
  DELETE FROM access.signals g WHERE g.party_kind = 'worker' AND g.party_id IN
    (SELECT p.worker_id FROM vault.published_destroyed_people p WHERE p.worker_id = ANY (worker_ids));
  UPDATE access.password_resets r SET address = NULL WHERE r.account_id = ANY (erased);
  -- What second persons were shown of him was masked; it goes as well.
  UPDATE access.approvals a SET before = NULL, after = NULL, payload_sealed = NULL
   WHERE a.subject_kind = 'worker' AND a.state NOT IN ('pending', 'approved', 'executing')
     AND a.subject_id IN (SELECT p.worker_id::text FROM vault.published_destroyed_people p WHERE p.worker_id = ANY (worker_ids));
  RETURN erased;
END
$function$;
