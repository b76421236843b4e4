import { adoptSeeds, type ReplaySource } from '@linggong/studio';
import { kinds, type Json } from '@linggong/studio/domain';
import { decisionSeeds } from '../../domain/decide';
import { ratingSeed } from '../../domain/ratings';
import { caseClocks, concentrationTable } from '../../domain/seeds';
import { openCases } from '../cases/open-cases';
import { decideAndKeep } from '../decisions/decide-and-keep';
import { rateEnterprises } from '../ratings/rate-enterprises';
import { ratingWorld, system, type RatingWorld } from '../ratings/ratings.fixture';
import { drawInspection } from '../inspections/draw';
import { planSeed } from '../inspections/plan-seed';
import type { PaidItem } from '../inspections/populations';
import { pastOfRisk, replayOf } from '.';
import { pastSamples } from './past-samples';

/** What risk decided is asked again as it was asked then (R13.1): the table in force comes to what was decided. */
const period = { from: '2026-11-01', to: '2026-11-30' } as const;
let world: RatingWorld;
beforeAll(async () => {
  world = await ratingWorld();
  await adoptSeeds(world.db, system, [...decisionSeeds, caseClocks, concentrationTable]);
}, 400_000);
afterAll(() => world?.stop());

const sourceOf = (key: string): ReplaySource => {
  const source = pastOfRisk.find((one) => one.key === key)?.replay ?? replayOf(key).replay;
  if (source === undefined) throw new Error(`${key} has no past`);
  return source;
};
const itemsOf = (key: string) => sourceOf(key).page(world.db, { ...period, after: undefined, limit: 100 });
/** What a table says of each item, as its consumer reads it. */
async function asked(kindName: string, key: string, content: Json): Promise<Json[]> {
  const kind = kinds.find(({ kind: name }) => name === kindName);
  const { reads = (outcome: Json) => outcome } = sourceOf(key);
  return (await itemsOf(key)).map(({ input }) => reads(kind?.evaluate(content, input).outcome ?? null));
}

it('moments: on the snapshots that were kept', async () => {
  const key = 'risk.enterprise-onboarding';
  for (const id of [await world.enterprise('draft'), await world.enterprise('draft')]) {
    const subjects = [{ id, keys: { workerId: 0, enterpriseId: id, cardId: 0, taskId: 0 }, facts: {} }];
    const request = { moment: 'enterprise-onboarding', subjectKind: 'enterprise', day: '2026-11-27' } as const;
    await world.db.transaction((tx) =>
      decideAndKeep(tx, world.tools.jobs, system, { ...request, at: system.at, subjects }),
    );
  }
  const items = await itemsOf(key);
  expect([items.length, await sourceOf(key).count(world.db, period)]).toEqual([2, 2]);
  const content = decisionSeeds.find((seed) => seed.key === key)?.content ?? null;
  expect(items.map(({ decided }) => decided)).toEqual(await asked('decision-table', key, content));
  expect(items[0]?.subject.link).toMatch(/^\/risk-decisions\/\d+\/show$/);
});

it('ratings: on the facts of their day, and the scores and classes that came of them', async () => {
  const id = await world.enterprise('active');
  await world.db.transaction((tx) =>
    rateEnterprises({ jobs: world.tools.jobs, sources: world.sources }, tx, system, [id], 'asked'),
  );
  const kept = await world.db.one<{ score: number; class: string }>(
    'SELECT score, class FROM risk.ratings WHERE enterprise_id = $1',
    [id],
  );
  const [said] = await asked('decision-table', ratingSeed.key, ratingSeed.content);
  expect(said).toMatchObject({ result: { en: expect.stringContaining(`${kept.score.toString()} points`) } });
  const inputs = async (key: string) => (await itemsOf(key)).map(({ input }) => input);
  expect(await inputs('risk.rating-classes')).toEqual([{ score: kept.score }]);
  expect(await inputs('risk.class-policy')).toEqual([{ class: kept.class }]);
});

it('cases: by when they were to be closed, with the working days after them', async () => {
  await world.db.transaction((tx) =>
    openCases(tx, { ...system, at: new Date('2026-11-26T02:00:00Z') }, [
      {
        source: 'person',
        rule: 'person.report',
        subject: { kind: 'enterprise', id: 1 },
        severity: 'high',
        title: { zh: '举报', en: 'Report' },
      },
    ]),
  );
  const [item] = await itemsOf('risk.cases');
  expect(item?.input).toMatchObject({ matter: 'risk.case.high', severity: 'high', start: '2026-11-26T02:00:00.000Z' });
  // New Year's Day of 2027 is a Friday.
  expect((item?.input as { holidays: string[] }).holidays).toContain('2027-01-01');
  const kept = await world.db.one<{ due: Date }>(`SELECT due_at AS due FROM risk.cases WHERE rule = 'person.report'`);
  expect(await asked('sla', 'risk.cases', caseClocks.content)).toMatchObject([
    { due: kept.due.toISOString(), result: { en: '8 working hours' } },
  ]);
});

it('payments of months: page by page over the months of the period', async () => {
  // Nothing was paid: nobody looks month by month through a thousand years for it.
  expect(await sourceOf(concentrationTable.key).any?.(world.db)).toBe(false);
  const paid = [
    [1, '2026-10-03', 9_000_000],
    [2, '2026-10-04', 100],
    [1, '2026-11-05', 200],
  ] as const;
  for (const [worker, day, fen] of paid)
    await world.superuser.query(
      `INSERT INTO risk.worker_days (worker_id, day, enterprise_id, task_id, card_id, orders, amount_fen) VALUES ($1, $2, 1, 1, 1, 1, $3)`,
      [worker, day, fen],
    );
  const source = sourceOf(concentrationTable.key);
  const months = { from: '2026-10-15', to: '2026-11-10' } as const;
  const seen: string[] = [];
  for (let after: string | undefined; seen.length < 10; after = seen.at(-1)) {
    const [item, ...more] = await source.page(world.db, { ...months, after, limit: 1 });
    expect(more).toEqual([]);
    if (item === undefined) break;
    seen.push(item.cursor);
  }
  expect([seen, await source.count(world.db, months)]).toEqual([['2026-10/1', '2026-10/2', '2026-11/1'], 3]);
  expect(await source.any?.(world.db)).toBe(true);
  expect(
    await source.page(world.db, { from: '2000-01-01', to: '2999-12-31', after: undefined, limit: 1 }),
  ).toMatchObject([{ cursor: '2026-10/1' }]);
});

it('samples: the payments of each inspection, by what the strata of both plans tell apart', async () => {
  const sampled: PaidItem[] = [60_000, 100, 200, 300].map((yuan, at) => ({
    ...{ id: at, number: `P${at}`, enterpriseId: 1, workerId: at, kindOfWork: 'delivery' },
    amountFen: BigInt(yuan) * 100n,
  }));
  const source = pastSamples(() => ({ of: () => () => Promise.resolve(sampled) }));
  expect(await source.any?.(world.db)).toBe(false);
  await adoptSeeds(world.db, system, [planSeed]);
  const draw = { title: '十月抽查', from: '2026-10-01', to: '2026-10-31' } as const;
  await world.db.transaction((tx) => drawInspection({ of: () => () => Promise.resolve(sampled) }, tx, system, draw));
  expect(await source.any?.(world.db)).toBe(true);
  const months = { from: '2026-10-01', to: '2026-10-31', after: undefined, limit: 2_000 } as const;
  const contents = [planSeed.content];
  const [item, ...more] = await source.page(world.db, { ...months, contents });
  expect([more.length, await source.count(world.db, months)]).toEqual([0, 1]);
  expect(item).toMatchObject({
    subject: { label: expect.stringMatching(/^RI/), link: expect.stringMatching(/^\/inspections\/\d+\/show$/) },
    amountFen: 6_060_000,
    input: {
      cells: [
        { amountFen: 6_000_000, count: 1 },
        { amountFen: 10_000, count: 3 },
      ],
    },
  });
  const kind = kinds.find(({ kind: name }) => name === 'sampling-plan');
  const { input } = item ?? { input: null };
  expect(kind?.input(planSeed.content).safeParse(input).success).toBe(true);
  expect(source.reads?.(kind?.evaluate(planSeed.content, input).outcome ?? null)).toMatchObject({
    result: { en: '4 drawn' },
    outside: 0,
  });
  expect(await source.page(world.db, { ...months, after: item?.cursor, contents })).toEqual([]);
});
