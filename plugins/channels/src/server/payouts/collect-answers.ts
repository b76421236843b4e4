import { record } from '@linggong/audit';
import type { Command, Database, Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import {
  payoutLifecycle,
  type AnswerPage,
  type AnswerStatus,
  type ChannelAnswer,
  type PayoutChannel,
} from '../../domain';
import { applyAnswers } from './apply-answers';
import { emitPayouts, EVENT_ORDERS_MAX } from './payout-events';
import { keepUnmatched } from './unmatched-answers';

export type Collected = Record<AnswerStatus, number> & { unmatched: number };

/** In this order: one page may settle and return the same payout. */
const statuses = ['settled', 'rejected', 'returned'] as const satisfies readonly AnswerStatus[];

/**
 * Reads what the bank has to say since last time and applies it, a page a transaction: answers, events and cursor are one
 * commit, so that a kill loses nothing and applies nothing twice.
 * @throws ChannelFault where the bank is away
 */
export async function collectAnswers(
  db: Database,
  jobs: Pick<Jobs, 'emitAll'>,
  channel: PayoutChannel,
  command: Command,
): Promise<Collected> {
  const collected: Collected = { settled: 0, rejected: 0, returned: 0, unmatched: 0 };
  for (;;) {
    const cursor = await cursorOf(db, channel.name);
    const page = await channel.answers(cursor, EVENT_ORDERS_MAX, command.at);
    if (page.answers.length > 0) {
      await db.transaction((tx) => applyPage(tx, jobs, channel.name, cursor, page, command, collected));
    }
    if (!page.more) return collected;
  }
}

async function cursorOf(db: Queryable, channel: string): Promise<string | undefined> {
  const row = await db.maybeOne<{ cursor: string }>('SELECT cursor FROM channels.cursors WHERE channel = $1', [
    channel,
  ]);
  return row?.cursor;
}

async function applyPage(
  tx: Queryable,
  jobs: Pick<Jobs, 'emitAll'>,
  channel: string,
  cursor: string | undefined,
  page: AnswerPage,
  command: Command,
  collected: Collected,
): Promise<void> {
  if (!(await moveCursor(tx, channel, cursor, page.cursor, command))) return;
  const unmatched: ChannelAnswer[] = [];
  for (const status of statuses) {
    const answers = page.answers.filter((answer) => answer.status === status);
    if (answers.length === 0) continue;
    const from = payoutLifecycle.transitions[verbOf[status]].from;
    const { moved, left } = await applyAnswers(tx, channel, status, from, answers, command);
    await emitPayouts(tx, jobs, command, { verb: status, channel, key: `${channel}:${page.cursor}`, orders: moved });
    await recordMoved(tx, command, channel, status, moved);
    collected[status] += moved.length;
    unmatched.push(...left);
  }
  const kept = await keepUnmatched(tx, channel, unmatched, command);
  if (kept > 0) {
    const subject = { kind: 'channel', id: channel };
    await record(tx, command, { action: 'unmatched-answer.receive', subject, count: kept, after: { unmatched: kept } });
  }
  collected.unmatched += kept;
}

/** One entry a page and kind of answer; what it does to an order is told at the order. */
async function recordMoved(
  tx: Queryable,
  command: Command,
  channel: string,
  status: (typeof statuses)[number],
  moved: readonly { orderId: number }[],
): Promise<void> {
  if (moved.length === 0) return;
  await record(tx, command, {
    action: `payout.${verbOf[status]}`,
    subject: { kind: 'channel', id: channel },
    ids: moved.map(({ orderId }) => orderId),
    // What the bank may answer to, as the lifecycle has it: nothing else was moved.
    before: { payoutState: payoutLifecycle.transitions[verbOf[status]].from },
    after: { payoutState: status },
  });
}

const verbOf = { settled: 'settle', rejected: 'reject', returned: 'return' } as const;

/** False where another process was quicker: it has applied this page, or a later one. */
async function moveCursor(
  tx: Queryable,
  channel: string,
  from: string | undefined,
  to: string,
  command: Command,
): Promise<boolean> {
  await tx.query(
    "INSERT INTO channels.cursors (channel, cursor, read_at) VALUES ($1, '', $2) ON CONFLICT (channel) DO NOTHING",
    [channel, command.at],
  );
  const moved = await tx.query(
    'UPDATE channels.cursors SET cursor = $3, read_at = $4 WHERE channel = $1 AND cursor = $2 RETURNING 1',
    [channel, from ?? '', to, command.at],
  );
  return moved.length === 1;
}
