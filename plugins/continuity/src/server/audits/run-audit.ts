import type { Command } from '@linggong/core';
import type { JobInHand } from '@linggong/jobs';
import { keepFindings, type Kept } from '../findings/keep-findings';
import type { Keeper } from '../keeper';
import { auditLogAudit } from './audit-log';
import { backupsAudit } from './backups';
import { booksAudit } from './books';
import { contractsAudit } from './contracts';
import type { Audit } from './difference';
import { holdsAudit } from './holds';
import { identitiesAudit } from './identities';
import { outboxAudit } from './outbox';
import { requestsAudit } from './requests';
import { talliesAudit } from './tallies';
import { taxesAudit } from './taxes';

/** Audits by the schedule that runs them. */
export const auditJobs: Readonly<Record<string, readonly Audit[]>> = {
  'continuity.audit-books': [booksAudit, taxesAudit],
  'continuity.audit-holds': [holdsAudit],
  'continuity.audit-outbox': [outboxAudit],
  'continuity.audit-identities': [identitiesAudit],
  'continuity.audit-contracts': [contractsAudit],
  'continuity.audit-requests': [requestsAudit],
  'continuity.audit-backups': [backupsAudit],
  'continuity.audit-log': [auditLogAudit],
  'continuity.audit-tallies': [talliesAudit],
};

type Counts = Kept & { readonly compared: number };

/**
 * Runs audits one after the other, each over one snapshot: books and orders are read by several statements, and a payment that is
 * booked in between would look like a difference.
 */
export async function runAudits(
  { db, jobs }: Pick<Keeper, 'db' | 'jobs'>,
  audits: readonly Audit[],
  command: Command,
  job?: Pick<JobInHand, 'progress'>,
): Promise<Counts> {
  let counts: Counts = { compared: 0, found: 0, opened: 0, recurred: 0, closed: 0 };
  for (const [index, audit] of audits.entries()) {
    await job?.progress({ stage: 'audit', done: index, total: audits.length });
    const outcome = await db.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return audit.look(tx, command.at);
    });
    const kept = await db.transaction((tx) => keepFindings(tx, jobs, audit.name, outcome, command));
    if (audit.note) await db.transaction(async (tx) => audit.note?.(tx, command));
    counts = {
      compared: counts.compared + Number(outcome.compared),
      found: counts.found + kept.found,
      opened: counts.opened + kept.opened,
      recurred: counts.recurred + kept.recurred,
      closed: counts.closed + kept.closed,
    };
  }
  await job?.progress({ stage: 'audit', done: audits.length, total: audits.length });
  return counts;
}
