/** A table whose writes need no entry of their own in the audit log, and why; looked at again when its plugin changes. */
export interface UnauditedTable {
  readonly table: string;
  readonly why: string;
  /** Day on which it was decided. */
  readonly since: string;
}

const since = '2026-11-26';

const queue =
  'the queue of jobs and events: what a job does is told where it does it, and repeats by people are entries';
const outside = 'the sandbox bank stands for an outside party, whose books are not ours';
const panel = 'the user and session behind the content panel; opening it and each write there are entries';
const copies = 'how far copies into the store of backups are; backup, drill and restore are entries';
const stages = 'a check writes stage by stage; upload, quote, edit and exclusion of a batch are entries';
const keys = 'the first keys are made by the first start, for nobody; rotation and wrapping anew are entries';
const decisions = 'decisions of the platform are their own record, appended and never changed';
const counts = 'risk counts what was paid, and what came back; each payment and each return is an entry';
const shadows = 'what an approved version would have decided beside the one in force; it decides nothing';
const bookkeeping = 'Strapi’s own bookkeeping of its start; no people write it';

/** Exceptions from "every write is an entry" (R9.5). A table that is not here must not be written without one. */
export const unauditedTables: readonly UnauditedTable[] = [
  {
    table: 'access.approval_steps',
    why: 'which steps of requests were told as events; each step is an entry',
    since,
  },
  {
    table: 'access.challenges',
    why: 'counts of tries at a code; that one was asked for, the session that comes of it and each refusal are entries',
    since,
  },
  {
    table: 'parties.self_registrations',
    why: 'how far somebody who registers by himself has come, erased within the hour; what becomes of it – worker, consents, evidence, account, refusal – are entries',
    since: '2026-11-28',
  },
  {
    table: 'access.idempotency',
    why: 'answers kept for a repeated key; what was done is told where it was done',
    since,
  },
  {
    table: 'access.lapse_tries',
    why: 'when the end of a request was tried last; that it ended is an entry',
    since,
  },
  {
    table: 'access.news',
    why: 'what came of one’s own things, and that it was read; what came of them is told where it came',
    since: '2026-11-28',
  },
  { table: 'access.rate_limits', why: 'counts of calls; a refused sign-in is an entry', since },
  { table: 'access.refresh_tokens', why: 'renewal within a session; its start, end and reuse are entries', since },
  { table: 'access.sign_in_attempts', why: 'counts of wrong passwords and codes; each refusal is an entry', since },
  { table: 'access.sessions', why: 'when a session was last used; its start and end are entries', since },
  {
    table: 'access.saved_views',
    why: 'how somebody likes to look at a list; nobody else sees it, and what he reads so is told where he reads it',
    since: '2026-11-28',
  },
  {
    table: 'access.signals',
    why: 'when a party signed in last from a device or address; each sign-in is an entry',
    since,
  },
  { table: 'channels.cursors', why: 'how far the answers of a bank were read; what they moved is an entry', since },
  { table: 'core.tallies', why: 'sums of rows; what changed the rows is an entry', since: '2026-11-28' },
  {
    table: 'core.tally_deltas',
    why: 'what a change made different in sums; the change is an entry',
    since: '2026-11-28',
  },
  { table: 'continuity.audit_runs', why: 'that an audit ran; what it finds is an entry', since },
  { table: 'continuity.backups', why: 'a backup on its way; its end is an entry', since },
  { table: 'continuity.file_copies', why: copies, since },
  {
    table: 'continuity.finding_steps',
    why: 'that an audit saw the same again; every other step of a finding is an entry',
    since,
  },
  {
    table: 'continuity.findings',
    why: 'an audit sees a finding again; its opening and what people do with it are entries',
    since,
  },
  { table: 'continuity.processes', why: 'that a process is there, and how it is reached', since },
  { table: 'continuity.wal_state', why: copies, since },
  { table: 'e_sign.batches', why: 'how far a sending or signing is; each contract, or each chunk, is an entry', since },
  { table: 'e_sign.documents', why: 'code of a paper and why it is not sealed yet; its seal is an entry', since },
  { table: 'e_sign.sandbox_flows', why: outside, since },
  { table: 'e_sign.signature_requests', why: 'how far a service is; asking, refusal and signing are entries', since },
  { table: 'e_sign.signing_codes', why: 'a code and its tries; opening the phone number for it is an entry', since },
  { table: 'jobs.events', why: queue, since },
  { table: 'jobs.heard', why: queue, since },
  { table: 'jobs.outbox', why: queue, since },
  { table: 'jobs.processes', why: queue, since },
  { table: 'jobs.runs', why: queue, since },
  { table: 'jobs.ticks', why: queue, since },
  {
    table: 'parties.locked_people',
    why: 'until when the law has somebody kept is counted again; leaving, returning, looks and erasure are entries',
    since,
  },
  { table: 'public.admin_permissions', why: bookkeeping, since },
  { table: 'public.admin_permissions_role_lnk', why: bookkeeping, since },
  { table: 'public.admin_roles', why: bookkeeping, since },
  { table: 'public.admin_users', why: panel, since },
  { table: 'public.admin_users_roles_lnk', why: panel, since },
  { table: 'public.strapi_sessions', why: panel, since },
  { table: 'public.strapi_api_tokens', why: bookkeeping, since },
  { table: 'public.strapi_core_store_settings', why: bookkeeping, since },
  { table: 'real_name.provider_days', why: 'counts of a vendor’s calls; each check is an entry', since },
  { table: 'real_name.provider_states', why: 'whether a vendor answers (熔断); each check is an entry', since },
  {
    table: 'risk.offboarding_steps',
    why: 'that the money of an enterprise was found open once more; every other step of an offboarding is an entry',
    since,
  },
  { table: 'risk.rating_heads', why: decisions, since },
  { table: 'risk.ratings', why: decisions, since },
  { table: 'risk.approvals', why: decisions, since },
  {
    table: 'risk.concentration_runs',
    why: 'that the payments of a month were looked at; each case that came of it is an entry',
    since,
  },
  { table: 'risk.counted_orders', why: counts, since },
  { table: 'risk.decisions', why: decisions, since },
  {
    table: 'risk.inspection_runs',
    why: 'that the payments of a month were drawn; the inspection that came of it is an entry',
    since,
  },
  {
    table: 'risk.limit_uses',
    why: 'what confirmed payments use of limits; confirmation, cancelling and returns are entries',
    since,
  },
  { table: 'risk.payee_days', why: counts, since },
  { table: 'risk.payees', why: counts, since },
  { table: 'risk.payer_days', why: counts, since },
  { table: 'risk.representatives', why: 'the key of a name; that it was opened is an entry', since },
  { table: 'risk.worker_days', why: counts, since },
  {
    table: 'risk.list_hits',
    why: 'that somebody listed was met by an event; listing and unlisting are entries',
    since,
  },
  { table: 'sandbox_bank.answers', why: outside, since },
  { table: 'sandbox_bank.entries', why: outside, since },
  { table: 'sandbox_bank.instructions', why: outside, since },
  { table: 'sandbox_bank.sub_accounts', why: outside, since },
  { table: 'settlement.blockers', why: stages, since },
  { table: 'settlement.lines', why: `${stages}; a change of what the sheet says is told by line, see below`, since },
  {
    table: 'vault.clear_sweeps',
    why: 'how far clear values of before are gone through; each window that sealed something, and the end, are entries',
    since,
  },
  {
    table: 'studio.form_drafts',
    why: 'what somebody types before he sends a form; the form that is handed in is an entry, and so is each look at a draft',
    since,
  },
  { table: 'studio.pins', why: 'which version a thing keeps; what was done with the thing is an entry', since },
  { table: 'studio.replays', why: 'how far a replay is; its asking and its end are entries', since },
  { table: 'studio.shadow_counts', why: shadows, since },
  { table: 'studio.shadow_examples', why: shadows, since },
  {
    table: 'studio.told_duties',
    why: 'that an account was reminded; the notice is an entry, and none is added while the one before was not seen',
    since,
  },
  { table: 'vault.data_keys', why: keys, since },
  { table: 'vault.keys', why: keys, since },
  {
    table: 'vault.retention_runs',
    why: 'that a class was gone through; what is purged, and the bytes that leave, are entries',
    since: '2026-11-27',
  },
];

/** Rows of an excepted table whose changes by people have an entry each, of that row and in that transaction. */
export interface ToldByRow {
  readonly table: string;
  /** Table of ours that notes what was changed: `line_id`-like column, and `xid`. */
  readonly changes: string;
  readonly row: string;
  /** Kind of the subject of the entries, and what their actions begin with. */
  readonly subject: string;
  readonly action: string;
}

export const toldByRow: readonly ToldByRow[] = [
  {
    table: 'settlement.lines',
    changes: 'settlement.line_changes',
    row: 'line_id',
    subject: 'settlement-line',
    action: 'settlement-line.edit',
  },
];
