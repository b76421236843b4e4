-- Batches that were confirmed before releases became requests wait for their second person as the new ones do.
SELECT access.ask_approval(jsonb_build_object(
    'mode', 'native', 'resource', 'settlement-batch', 'action', 'release', 'subject_kind', 'settlement-batch',
    'subject_id', b.id::text, 'subject_label', b.number, 'maker', b.confirmed_by,
    'maker_name', coalesce('enterprise#' || b.confirmed_by, 'settlement'), 'maker_role', 'enterprise',
    'enterprise_id', b.enterprise_id, 'before', jsonb_build_object('state', 'confirmed'),
    'after', jsonb_build_object('state', 'released'), 'view_sha256', encode(sha256(convert_to(b.number, 'UTF8')), 'hex'),
    'deciders', jsonb_build_array('finance-approver'), 'asked_at', b.confirmed_at,
    'escalate_at', b.confirmed_at + interval '24 hours', 'escalate_to', 'institution-manager'), NULL)
  FROM public.settlement_batches b WHERE b.state = 'confirmed';
