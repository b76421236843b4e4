import { createHash } from 'node:crypto';
import { span, type Command, type Queryable } from '@linggong/core';
import { missingState, reasonOf, stateText, type AuditEntry } from '../domain';

/**
 * Appends entries in the caller's transaction: what is rolled back was not done, and is not in the log. One statement for
 * any number. Small writes give one entry a subject; set commands of thousands give one entry with `ids`
 * (`singleEntriesMax` says why).
 * @throws Error where a state is too large, or where a state or the reason shows personal data in clear; under test also where the
 *   action changes an object (`toldStates`) and the entry does not say what it was and what it is
 */
export async function record(
  tx: Queryable,
  command: Command,
  entries: AuditEntry | readonly AuditEntry[],
): Promise<void> {
  // Array.isArray does not narrow a readonly array; the union has no other array member.
  const list = Array.isArray(entries) ? (entries as readonly AuditEntry[]) : [entries as AuditEntry];
  if (list.length === 0) return;
  await span('audit', async () => {
    const rows = list.map((entry) => rowOf(entry, command));
    await tx.query('SELECT audit.append($1::jsonb)', [`[${rows.join(',')}]`]);
  });
}

/** Under test an entry that owes a state is a fault; in service a payment must not fail for the want of a word in the log. */
function demandStates(entry: AuditEntry): void {
  if (process.env['NODE_ENV'] !== 'test') return;
  const missing = missingState(entry);
  if (missing) throw new Error(`audit ${entry.action}: the entry does not tell the state ${missing} it`);
}

/** The entry as JSON text. States are spliced in as the text that was checked, not parsed and written again. */
function rowOf(entry: AuditEntry, command: Command): string {
  demandStates(entry);
  const { actor, at, traceId, address, sessionId, approvalId, reason } = command;
  const fields = JSON.stringify({
    at,
    actor_kind: actor.kind,
    actor_name: actor.name,
    actor_role: actor.role,
    account_id: actor.accountId,
    enterprise_id: actor.enterpriseId,
    worker_id: actor.workerId,
    trace_id: traceId,
    address,
    action: entry.action,
    subject_kind: entry.subject.kind,
    subject_id: String(entry.subject.id),
    count: entry.count ?? entry.ids?.length ?? 1,
    ids_sha256: entry.ids && idsHash(entry.ids),
    reason: reasonOf(entry.reason ?? reason, entry.action),
    session_id: sessionId,
    approval_id: approvalId,
    outcome: entry.outcome,
  });
  const before = stateText(entry.before, entry.action);
  const after = stateText(entry.after, entry.action);
  const states = `${before === undefined ? '' : `,"before":${before}`}${after === undefined ? '' : `,"after":${after}`}`;
  return `${fields.slice(0, -1)}${states}}`;
}

/** sha256 (hex) over the ids as decimal text, sorted, one a line: anybody with the list can check it. */
export function idsHash(ids: readonly (number | bigint | string)[]): string {
  return createHash('sha256').update(ids.map(String).sort().join('\n')).digest('hex');
}
