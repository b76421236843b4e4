import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { turnDelegations } from '../delegations/delegate';
import { turnElevations } from '../elevations/close-elevation';
import { NEWS_MAX, tellNews } from '../news/tell-news';
import { tellEscalated } from '../notices/tell-escalated';
import { executeApproval } from './execute-approval';
import { lapseNatively, nativeLapsesOf } from './native-lapses';
import { tellSteps } from './tell-steps';

/** Approved requests that one round takes up; the next round takes the rest. */
const ROUND_MAX = 50;

export interface Turned {
  readonly expired: number;
  readonly escalated: number;
  readonly taken: number;
  readonly elevationsEnded: number;
  readonly delegationsEnded: number;
  /** Steps of requests that were told as events. */
  readonly told: number;
}

/** What time does to requests: it ends them, gives them to a further role, and goes on with what broke off. */
export async function turnApprovals(strapi: Core.Strapi, command: Command): Promise<Turned> {
  const turned = await databaseOf(strapi).transaction(async (tx) => {
    const rows = await tx.query<{ id: string; turned: 'expire' | 'escalate' }>(
      'SELECT id, turned FROM access.turn_approvals($1)',
      [command.at],
    );
    const entries = rows.map((row) => ({
      action: `approval.${row.turned}`,
      subject: { kind: 'approval', id: row.id },
      ...turns[row.turned],
    }));
    await record(tx, command, entries);
    const escalated = rows.filter((row) => row.turned === 'escalate').map(({ id }) => id);
    await tellEscalated(tx, escalated, command);
    const expired = rows.filter((row) => row.turned === 'expire').map(({ id }) => id);
    await tellExpired(tx, expired, command);
    return rows;
  });
  const tools = { db: databaseOf(strapi), lapses: nativeLapsesOf(strapi), log: strapi.log };
  const lapsed = await lapseNatively(tools, command);
  const elevationsEnded = await databaseOf(strapi).transaction((tx) => turnElevations(tx, command));
  const delegationsEnded = await databaseOf(strapi).transaction((tx) => turnDelegations(tx, command));
  const { taken } = await takeUpApproved(strapi, command.at);
  const told = await tellSteps(databaseOf(strapi), jobsOf(strapi), command);
  const count = (what: string): number => turned.filter((row) => row.turned === what).length;
  return {
    expired: count('expire') + lapsed,
    escalated: count('escalate'),
    taken,
    elevationsEnded,
    delegationsEnded,
    told,
  };
}

/** Whoever asked is told that nobody decided in time, or that he did not use what he was given. */
async function tellExpired(tx: Queryable, ids: readonly string[], command: Command): Promise<void> {
  const rows = await tx.query<{ id: string; maker: number; what: string }>(
    `SELECT id, maker, resource || '.' || action AS what FROM access.approvals WHERE id = ANY ($1::uuid[]) AND maker IS NOT NULL LIMIT ${NEWS_MAX}`,
    [ids],
  );
  const news = rows.map(({ id, maker, what }) => ({
    kind: 'approval-expired' as const,
    to: { accountId: maker },
    page: 'approvals',
    id,
    number: what,
  }));
  await tellNews(tx, command, news);
}

/** Also an approval that was given and never used ends; what it was is told by the entry before. */
const turns = {
  expire: { before: { open: true }, after: { open: false, state: 'expired' } },
  escalate: { before: { escalated: false }, after: { escalated: true } },
} as const;

/** Goes on with what was approved and not done, because the process that should have done it died. */
export async function takeUpApproved(strapi: Core.Strapi, at: Date): Promise<{ taken: number }> {
  const waiting = await databaseOf(strapi).query<{ id: string }>(
    `SELECT id FROM access.approvals
      WHERE mode = 'replay' AND state IN ('approved', 'executing') AND coalesce(claimed_at, decided_at) < $1::timestamptz - interval '60 seconds'
      ORDER BY decided_at LIMIT $2`,
    [at, ROUND_MAX],
  );
  for (const { id } of waiting) await executeApproval(strapi, id, at, randomUUID());
  return { taken: waiting.length };
}
