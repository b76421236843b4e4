import type { Queryable } from '@linggong/core';
import type { Decided } from '@linggong/studio';
import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { pastLines, pastLinesSource } from './past-lines';
import { runCheck } from './run-check';

let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

const period = { from: '2026-11-01', to: '2026-11-30' } as const;

const answerOf = (decided: unknown) => (decided as { answer: { decision: string } }).answer;

/** A batch that waits is checked, and what risk was told of it is kept as a version beside would be told it. */
async function checked(id: number): Promise<Decided[]> {
  const kept: Decided[] = [];
  const runBeside = async (_command: unknown, decided: readonly Decided[]) => kept.push(...decided);
  await runCheck({ ...world.tools, runBeside }, world.as('operator'), id);
  return kept;
}

it('replays the lines of a period as they were asked about, page by page (R13.1, R6.3)', async () => {
  const { people, workerIds } = await world.another(4);
  await world.deposit(1_000_000_000n);
  await world.task('TK-PAST', workerIds, 90_000_000n);
  const rows = (amounts: string[], remark: string) =>
    amounts.map((amount, n) => rowOf(people[n % people.length] ?? person(n), 'TK-PAST', amount, remark));
  const first = await world.upload(rows(['100.00', '200000.01', '160000.00', 'x', '30.00'], 'a'));
  const asked = await checked(first);
  expect(asked.map(({ input }) => (input as { batchCount: number }).batchCount)).toEqual([2, 1, 1, 2]);
  await world.drain();
  await world.settlement.confirm(world.as('enterprise', 1), first, 1);
  world.clock.moveTo('2026-11-22T05:00:00Z');
  const second = await world.upload(rows(['150.00', '300.00', '150000.00'], 'b'));
  asked.push(...(await checked(second)));
  await world.drain();
  await world.settlement.confirm(world.as('enterprise', 1), second, 1);

  const all = await pastLinesSource.page(world.db, { ...period, after: undefined, limit: 100 });
  expect(all.map(({ subject, input, amountFen }) => ({ subject, input, amountFen }))).toEqual(
    asked.map(({ subject, input, amountFen }) => ({ subject, input, amountFen })),
  );
  expect(all.map(({ decided }) => decided)).toMatchObject(asked.map(({ decided }) => ({ answer: answerOf(decided) })));
  expect(all.map(({ decided }) => answerOf(decided).decision).filter((one) => one === 'review').length).toBeGreaterThan(
    0,
  );
  // The line that cannot be read was never asked about: it is no part of the past.
  expect([await pastLinesSource.count(world.db, period), all.length]).toEqual([7, 7]);

  const paged = [];
  for (let after: string | undefined; ; after = paged.at(-1)?.cursor) {
    const page = await pastLinesSource.page(world.db, { ...period, after, limit: 2 });
    expect(page.length).toBeLessThanOrEqual(2);
    if (page.length === 0) break;
    paged.push(...page);
  }
  expect(paged).toEqual(all);
  expect(await pastLines(world.db, { from: '2026-10-01', to: '2026-10-31', after: undefined, limit: 10 })).toEqual([]);
});

it('reads a page by the indexes of lines and orders, and goes through neither (R13.1)', async () => {
  await world.db.query(
    `INSERT INTO settlement.lines (id, batch_id, row_no, state, identity_blind)
     SELECT 900000 * 2000000::bigint + n, 900000, n, 'blocked', sha256(n::text::bytea) FROM generate_series(1, 40000) n`,
  );
  await world.db.query('SELECT settlement.analyze_lines()');
  let asked: readonly [sql: string, values: readonly unknown[]] | undefined;
  const query: Queryable['query'] = (sql, values = []) => ((asked = [sql, values]), world.db.query(sql, values));
  await pastLines({ ...world.db, query }, { ...period, after: undefined, limit: 1_000 });
  const [sql, values] = asked ?? ['', []];
  const rows = await world.db.query<Record<string, string>>(`EXPLAIN ${sql}`, values);
  const plan = rows.map((row) => Object.values(row).join('')).join('\n');
  expect(plan).toMatch(/lines_by_batch/);
  expect(plan).toMatch(/blockers_by_line/);
  expect(plan).not.toMatch(/Seq Scan on (lines|orders)\b/);
});
