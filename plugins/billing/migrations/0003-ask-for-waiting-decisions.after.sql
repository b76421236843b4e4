-- Plans that were proposed and bills that were issued before these became requests wait for their second person as the new ones do.
SELECT access.ask_approval(jsonb_build_object(
    'mode', 'native', 'resource', 'fee-plan', 'action', 'decide', 'subject_kind', 'fee-plan', 'subject_id', p.id::text,
    'subject_label', p.number, 'maker', p.proposed_by, 'maker_name', coalesce('account#' || p.proposed_by, 'billing'),
    'before', NULL, 'after', jsonb_build_object('state', 'in-force'),
    'view_sha256', encode(sha256(convert_to(p.number, 'UTF8')), 'hex'), 'deciders', jsonb_build_array('finance-approver'),
    'asked_at', coalesce(p.created_at, p.updated_at, now())), NULL)
  FROM public.fee_plans p WHERE p.state = 'proposed';

SELECT access.ask_approval(jsonb_build_object(
    'mode', 'native', 'resource', 'fee-bill', 'action', 'settle', 'subject_kind', 'fee-bill', 'subject_id', b.id::text,
    'subject_label', b.number, 'maker', b.issued_by, 'maker_name', coalesce('account#' || b.issued_by, 'billing'),
    'before', jsonb_build_object('state', 'open'), 'after', jsonb_build_object('state', 'settled'),
    'view_sha256', encode(sha256(convert_to(b.number, 'UTF8')), 'hex'), 'deciders', jsonb_build_array('finance-approver'),
    'asked_at', b.issued_at), NULL)
  FROM billing.bills b WHERE b.state = 'open';
