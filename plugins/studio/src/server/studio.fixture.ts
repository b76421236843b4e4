import { z } from 'zod';
import type { Command, Database } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { defineKind, type Seed } from '../domain';
import { askReplay } from './replay/ask-replay';
import { runReplay } from './replay/run-replay';
import { createTools, type StudioTools } from './tools';

/** A kind of the tests: an amount up to a limit passes. */
export const limitKind = defineKind({
  kind: 'limit-set',
  name: { zh: '限额', en: 'Limits' },
  content: z.strictObject({ maxFen: z.int().min(0) }),
  input: () => z.strictObject({ amountFen: z.int() }),
  blank: () => ({ maxFen: 0 }),
  faults: ({ maxFen }) =>
    maxFen === 13 ? [{ path: 'maxFen', code: 'unlucky', text: { zh: '不能是 13', en: 'Not 13' } }] : [],
  hints: () => [],
  changes: (before, after) =>
    before?.maxFen === after.maxFen
      ? []
      : [
          {
            change: 'changed',
            where: { zh: '单笔上限', en: 'Limit a line' },
            ...(before === undefined ? {} : { before: { zh: String(before.maxFen), en: String(before.maxFen) } }),
            after: { zh: String(after.maxFen), en: String(after.maxFen) },
          },
        ],
  evaluate: ({ maxFen }, { amountFen }) => ({
    outcome: { decision: amountFen <= maxFen ? 'approve' : 'review' },
    trace: [{ zh: `上限 ${maxFen}`, en: `limit ${maxFen}` }],
  }),
});

export const limitCases = [{ name: '限额以内', input: { amountFen: 1 }, expect: { decision: 'approve' } }];

export const limitSeed: Seed = {
  kind: 'limit-set',
  key: 'risk.limits',
  name: { zh: '风控限额', en: 'Limits of risk' },
  description: { zh: '单笔金额上限', en: 'How much a line may be' },
  content: { maxFen: 50_000 },
  cases: limitCases,
};

/** An account as it acts at an instant; accounts of the tests are numbers that nobody signs in with. */
export function by(accountId: number, at: string, reason?: string): Command {
  return {
    actor: { kind: 'account', name: `config-operator#${accountId}`, role: 'config-operator', accountId },
    at: new Date(at),
    traceId: 'studio-test',
    ...(reason === undefined ? {} : { reason }),
  };
}

export interface StudioKit {
  readonly kit: TestDatabase;
  readonly db: Database;
  readonly tools: StudioTools;
}

export async function studioKit(): Promise<StudioKit> {
  const kit = await testDatabase({
    only: ['jobs', 'audit', 'vault', 'access', 'studio'].map((name) => `plugins/${name}`),
  });
  return { kit, db: kit.db, tools: createTools([limitKind]) };
}

/** Replays a checked version on its past of the last months, as its job would. */
export async function replayed(db: Database, tools: StudioTools, command: Command, versionId: number): Promise<void> {
  const jobs = { enqueue: async () => '6f1d3a52-0000-4000-8000-000000000001', run: async () => undefined };
  const { consumers } = tools;
  const day = shanghaiDay(command.at);
  await askReplay({ db, consumers, jobs }, command, versionId, { from: addDays(day, -300), to: day });
  const { id } = await db.one<{ id: number }>('SELECT max(id) AS id FROM studio.replays WHERE version_id = $1', [
    versionId,
  ]);
  await runReplay({ db, tools, consumers }, command, id, async () => undefined);
}
