-- What second persons were shown of a worker who is erased (PIPL art. 47), beyond requests about himself: a field of his or of a card of
-- his that somebody wanted to see in clear, and his account, by its number and – of an opening – by its name. Called before the account is
-- erased, whose name is gone thereafter. Only for those who stand in a certificate of destruction.
CREATE FUNCTION access.forget_shown_people(worker_ids integer[]) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
DECLARE
  people integer[];
  forgotten integer;
BEGIN
  SELECT coalesce(array_agg(DISTINCT p.worker_id), '{}') INTO people FROM vault.published_destroyed_people p
   WHERE p.worker_id = ANY (worker_ids);
  UPDATE access.approvals a SET before = NULL, after = NULL, payload_sealed = NULL
   WHERE a.state NOT IN ('pending', 'approved', 'executing')
     AND (a.before IS NOT NULL OR a.after IS NOT NULL OR a.payload_sealed IS NOT NULL)
     AND ((a.subject_kind = 'sensitive-field'
           AND (split_part(a.subject_id, ':', 1), split_part(a.subject_id, ':', 2)) IN (
             SELECT 'worker', w.id::text FROM unnest(people) w (id)
             UNION ALL SELECT 'bank-card', c.card_id::text FROM parties.published_card_facts c WHERE c.worker_id = ANY (people)))
       OR (a.subject_kind = 'account' AND a.subject_id IN (
             SELECT named FROM public.up_users u, LATERAL (VALUES (u.id::text), (lower(u.username))) s (named)
              WHERE u.account_role = 'worker' AND u.worker_id = ANY (people))));
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END
$function$;
REVOKE ALL ON FUNCTION access.forget_shown_people(integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.forget_shown_people(integer[]) TO linggong_app;
