import { record } from '@linggong/audit';
import { auditOwners, type AuditName } from '@linggong/config';
import type { Command, Tx } from '@linggong/core';
import type { JobsEngine } from '@linggong/jobs';
import type { AuditOutcome, Difference } from '../audits/difference';

/** What a run of an audit changed among its findings. */
export interface Kept {
  readonly found: number;
  readonly opened: number;
  readonly recurred: number;
  readonly closed: number;
}

interface FindingRow {
  readonly id: number;
  readonly kind: string;
  readonly state: string;
  readonly differences: bigint;
}

/**
 * Takes what an audit found into the findings (发现): new ones open with the owner's role, known ones are seen again, settled ones
 * recur, and those that the run no longer finds close by themselves and say so. The outcome and its effect are one transaction.
 */
export async function keepFindings(
  tx: Tx,
  jobs: Pick<JobsEngine, 'emit'>,
  audit: AuditName,
  { compared, differences, incomplete }: AuditOutcome,
  command: Command,
): Promise<Kept> {
  await tx.query(
    `INSERT INTO continuity.audit_runs (audit, ran_at, compared, found) VALUES ($1, $2, $3, $4)
     ON CONFLICT (audit) DO UPDATE SET ran_at = excluded.ran_at, compared = excluded.compared, found = excluded.found`,
    [audit, command.at, compared, differences.length],
  );
  const known = new Map(
    (
      await tx.query<FindingRow>(
        'SELECT id, kind, state, differences FROM continuity.findings WHERE audit = $1 FOR UPDATE',
        [audit],
      )
    ).map((row) => [row.kind, row]),
  );
  const kept = { found: differences.length, opened: 0, recurred: 0, closed: 0 };
  for (const difference of differences) {
    const before = known.get(difference.kind);
    const step = await take(tx, audit, difference, before, command);
    if (step === 'found') kept.opened += 1;
    if (step === 'recurred') kept.recurred += 1;
    if (step !== 'seen') await tell(tx, jobs, audit, difference, { step, before: before?.state }, command);
  }
  const gone = [...known.values()].filter(
    ({ kind, state }) => !incomplete && isUnsettled(state) && !differences.some((one) => one.kind === kind),
  );
  for (const finding of gone) await close(tx, audit, finding, command);
  return { ...kept, closed: gone.length };
}

const isUnsettled = (state: string): boolean => state !== 'resolved' && state !== 'closed';

async function take(
  tx: Tx,
  audit: AuditName,
  { kind, count, samples }: Difference,
  before: FindingRow | undefined,
  command: Command,
): Promise<'found' | 'seen' | 'recurred'> {
  const step = before === undefined ? 'found' : isUnsettled(before.state) ? 'seen' : 'recurred';
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO continuity.findings AS f (audit, kind, owner, state, first_seen_at, last_seen_at, differences, samples)
     VALUES ($1, $2, $3, 'open', $4, $4, $5, $6::jsonb)
     ON CONFLICT (audit, kind) DO UPDATE SET last_seen_at = excluded.last_seen_at, times_seen = f.times_seen + 1,
       differences = excluded.differences, samples = excluded.samples, owner = excluded.owner,
       state = CASE WHEN $7 THEN 'recurring' ELSE f.state END,
       acknowledged_by = CASE WHEN $7 THEN NULL ELSE f.acknowledged_by END,
       ended_at = CASE WHEN $7 THEN NULL ELSE f.ended_at END, ended_by = CASE WHEN $7 THEN NULL ELSE f.ended_by END,
       end_reason = CASE WHEN $7 THEN NULL ELSE f.end_reason END
     RETURNING id`,
    [audit, kind, auditOwners[audit], command.at, count, JSON.stringify(samples), step === 'recurred'],
  );
  // Seen again and again with the same count is a number, not a story.
  if (step !== 'seen' || before?.differences !== count) await addStep(tx, id, step, command, { differences: count });
  return step;
}

async function tell(
  tx: Tx,
  jobs: Pick<JobsEngine, 'emit'>,
  audit: AuditName,
  { kind, count }: Difference,
  { step, before }: { readonly step: 'found' | 'recurred'; readonly before: string | undefined },
  command: Command,
): Promise<void> {
  await record(tx, command, {
    action: `finding.${step}`,
    subject: { kind: 'finding', id: `${audit}/${kind}` },
    ...(before === undefined ? {} : { before: { state: before } }),
    after: { state: step === 'found' ? 'open' : 'recurring', differences: count },
  });
  const payload = { audit, kind, owner: auditOwners[audit] };
  await jobs.emit(tx, { type: `continuity.finding.${step}`, key: `${audit}/${kind}`, payload }, command);
}

async function close(tx: Tx, audit: AuditName, { id, kind, state }: FindingRow, command: Command): Promise<void> {
  await tx.query(
    `UPDATE continuity.findings SET state = 'closed', ended_at = $2, ended_by = $3, end_reason = NULL WHERE id = $1`,
    [id, command.at, command.actor.name],
  );
  await addStep(tx, id, 'closed', command);
  await record(tx, command, {
    action: 'finding.close',
    subject: { kind: 'finding', id: `${audit}/${kind}` },
    before: { state },
    after: { state: 'closed' },
  });
}

/** One step of a finding's life, kept for good. */
export async function addStep(
  tx: Tx,
  findingId: number,
  step: 'found' | 'seen' | 'recurred' | 'acknowledged' | 'resolved' | 'closed',
  command: Command,
  { differences, reason }: { differences?: bigint; reason?: string } = {},
): Promise<void> {
  await tx.query(
    `INSERT INTO continuity.finding_steps (finding_id, step, at, actor, reason, differences) VALUES ($1, $2, $3, $4, $5, $6)`,
    [findingId, step, command.at, command.actor.name, reason ?? null, differences ?? null],
  );
}
