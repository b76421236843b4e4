import { record } from '@linggong/audit';
import { consoleResource, route, type Account } from '@linggong/access';
import { idParams, reasonText } from '@linggong/access/api';
import { databaseOf, type Command, type Database } from '@linggong/core';
import { illegalTransition, notFound, step } from '@linggong/core/domain';
import { z } from 'zod';
import { findingSteps } from '../../api';
import { findingLifecycle, findingStates, type FindingState } from '../../domain';
import { addStep } from './keep-findings';

interface FindingRow {
  readonly id: number;
  readonly audit: string;
  readonly kind: string;
  readonly owner: string;
  readonly state: FindingState;
}

type Act = 'acknowledge' | 'resolve';

/** One act of the finding's owner. @throws Problem 404 for another role's finding, 409 where its state does not allow it */
async function act(
  db: Database,
  id: number,
  what: Act,
  account: Account,
  command: Command,
): Promise<{ id: number; state: FindingState }> {
  return db.transaction(async (tx) => {
    const finding = await tx.maybeOne<FindingRow>(
      'SELECT id, audit, kind, owner, state FROM continuity.findings WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!finding || finding.owner !== account.role) throw notFound({ zh: '审计发现', en: 'finding' });
    const next = step(findingLifecycle, finding.state, what);
    if (!next.ok) throw illegalTransition(findingLifecycle, finding.state, what);
    const state = next.to;
    const reason = command.reason ?? null;
    await (what === 'acknowledge'
      ? tx.query('UPDATE continuity.findings SET state = $2, acknowledged_by = $3 WHERE id = $1', [
          id,
          state,
          account.name,
        ])
      : tx.query(
          'UPDATE continuity.findings SET state = $2, ended_at = $3, ended_by = $4, end_reason = $5 WHERE id = $1',
          [id, state, command.at, account.name, reason],
        ));
    await addStep(
      tx,
      id,
      what === 'acknowledge' ? 'acknowledged' : 'resolved',
      command,
      reason === null ? {} : { reason },
    );
    await record(tx, command, {
      action: `finding.${what}`,
      subject: { kind: 'finding', id: `${finding.audit}/${finding.kind}` },
      before: { state: finding.state },
      after: { state },
    });
    return { id, state };
  });
}

const acknowledge = route({
  method: 'POST',
  path: '/findings/:id/acknowledge',
  resource: 'finding',
  action: 'acknowledge',
  summary: { zh: '确认审计发现，着手处理', en: 'Acknowledge a finding' },
  params: idParams,
  answers: { 200: findingSteps },
  handle: async ({ strapi, params, account, command }) => ({
    status: 200,
    body: await act(databaseOf(strapi), params.id, 'acknowledge', account, command),
  }),
});

const resolve = route({
  method: 'POST',
  path: '/findings/:id/resolve',
  resource: 'finding',
  action: 'resolve',
  summary: { zh: '了结审计发现，须写明理由', en: 'Resolve a finding, with the reason' },
  params: idParams,
  body: z.strictObject({ reason: reasonText }),
  answers: { 200: findingSteps },
  handle: async ({ strapi, params, account, command }) => ({
    status: 200,
    body: await act(databaseOf(strapi), params.id, 'resolve', account, command),
  }),
});

export const findingRoutes = [acknowledge, resolve];

export const findingList = consoleResource({
  name: 'findings',
  resource: 'finding',
  from: 'continuity.findings f LEFT JOIN continuity.audit_runs r ON r.audit = f.audit',
  columns: {
    id: { sql: 'f.id', filter: 'relation', sort: true },
    audit: { sql: 'f.audit', filter: 'exact', sort: true },
    kind: { sql: 'f.kind', filter: 'exact', sort: true },
    owner: { sql: 'f.owner', filter: 'exact', sort: true },
    state: { sql: 'f.state', filter: 'enum', values: findingStates, sort: true },
    differences: { sql: 'f.differences', sort: true },
    timesSeen: { sql: 'f.times_seen' },
    samples: { sql: 'f.samples' },
    firstSeenAt: { sql: 'f.first_seen_at', filter: 'instant', sort: true },
    lastSeenAt: { sql: 'f.last_seen_at', filter: 'instant', sort: true },
    acknowledgedBy: { sql: 'f.acknowledged_by' },
    endedAt: { sql: 'f.ended_at', sort: true },
    endedBy: { sql: 'f.ended_by' },
    endReason: { sql: 'f.end_reason' },
    auditRanAt: { sql: 'r.ran_at' },
    auditCompared: { sql: 'r.compared' },
  },
  order: { column: 'lastSeenAt', direction: 'DESC' },
  // A role sees its own findings; the audit administrator, who may read all, sees them all.
  scope: ({ role }, scope) => (scope.kind === 'all' ? 'all' : { sql: 'f.owner = $1', values: [role] }),
  detail: stepsOf,
});

async function stepsOf(id: number, _account: Account, db: Database): Promise<object> {
  const steps = await db.query(
    `SELECT step, at, actor, reason, differences FROM continuity.finding_steps WHERE finding_id = $1 ORDER BY id DESC LIMIT 200`,
    [id],
  );
  return { steps };
}
