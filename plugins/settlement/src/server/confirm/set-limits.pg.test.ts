import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';

/** Limits of Studio: told by the check, reserved by the confirmation, given back by what is not paid (R6.2, R6.3). */
let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
  const every = { classes: [], kindsOfWork: [], maxCount: null, maxFen: null, basis: { zh: '', en: '' } };
  const limit = (id: string, zh: string, change: object) => ({ ...every, id, name: { zh, en: id }, ...change });
  await inForce([
    limit('payment', '单笔', { subject: 'worker', window: 'line', maxFen: 5_000_000 }),
    limit('worker-day', '灵工每日笔数', { subject: 'worker', window: 'day', maxCount: 3 }),
    limit('worker-year', '灵工年度', { subject: 'worker', window: 'year', maxFen: 80_000_000 }),
    limit('enterprise-day', '企业每日', { subject: 'enterprise', window: 'day', maxFen: 10_000_000 }),
    limit('work-month', '配送每月', {
      subject: 'kind-of-work',
      window: 'month',
      kindsOfWork: ['delivery'],
      maxCount: 40,
    }),
  ]);
}, 120_000);
afterAll(() => world?.stop());

/** A set of limits as Studio has it in force; how it came there is Studio's own test. */
async function inForce(limits: readonly object[]): Promise<void> {
  const { id } = await world.db.one<{ id: number }>(
    `INSERT INTO studio.configurations (kind, key, name_zh, name_en, description_zh, description_en, created_at, created_name)
     VALUES ('limit-set', 'risk.test', '限额', 'Limits', '', '', now(), 'test') RETURNING id`,
  );
  await world.db.query(
    `INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, check_report, in_force_from,
       created_at, created_name, updated_at, updated_name, moved_at, moved_name)
     SELECT $1, 1, 'in-force', $2::jsonb, '[]', '', '', jsonb_build_object('passed', true, 'sha256', studio.sha256_of($2::jsonb, '[]'::jsonb)),
            now(), now(), 'test', now(), 'test', now(), 'test'`,
    [id, JSON.stringify({ limits })],
  );
}

async function fresh(count: number) {
  const made = await world.another(count);
  const task = `TK-S${world.enterpriseId}`;
  await world.task(task, made.workerIds, 100_000_000n);
  await world.deposit(1_000_000_000n);
  return { ...made, task, enterpriseId: world.enterpriseId };
}
const codes = async (batchId: number) =>
  (
    await world.db.query<{ codes: string[] }>(
      'SELECT codes FROM settlement.lines WHERE batch_id = $1 ORDER BY row_no',
      [batchId],
    )
  ).map((line) => line.codes.join());
const confirm = (batchId: number, version = 1) =>
  world.settlement.confirm(world.as('enterprise'), batchId, version).then(
    () => 'confirmed',
    (error: { code?: string }) => error.code ?? String(error),
  );
const uses = (subject: string, key: string | number) =>
  world.db.maybeOne<{ dayFen: bigint; dayCount: number; monthFen: bigint; yearFen: bigint }>(
    `SELECT day_fen AS "dayFen", day_count AS "dayCount", month_fen AS "monthFen", year_fen AS "yearFen" FROM risk.limit_uses
      WHERE subject = $1 AND key = $2 AND year = 2026`,
    [subject, String(key)],
  );

it('a payment above the limit of one, and the rows that an enterprise has no room for, are told with what is left', async () => {
  const { people, task } = await fresh(4);
  const amounts = ['50000.01', '40000.00', '50000.00', '20000.00'];
  const id = await world.quoted(people.map((one, index) => rowOf(one, task, amounts[index] ?? '')));
  expect(await codes(id)).toEqual(['limit-payment', '', 'limit-enterprise', 'limit-enterprise']);
  const [told] = await world.db.query<{ params: object }>(
    `SELECT params FROM settlement.blockers WHERE batch_id = $1 AND code = 'limit-enterprise' ORDER BY line_id LIMIT 1`,
    [id],
  );
  expect(told?.params).toMatchObject({ limit: '企业每日', bound: '100,000.00 元', rest: '100,000.00 元' });
});

it('is reserved when a batch is confirmed, counted by the next check, and free again when it is cancelled', async () => {
  const { people, workerIds, task, enterpriseId } = await fresh(2);
  const first = await world.quoted(people.map((one) => rowOf(one, task, '47500.00')));
  expect(await confirm(first)).toBe('confirmed');
  expect(await uses('enterprise', enterpriseId)).toEqual({
    ...{ dayFen: 9_500_000n, dayCount: 2, monthFen: 9_500_000n, yearFen: 9_500_000n },
  });
  expect(await uses('worker', workerIds[0] ?? 0)).toMatchObject({ dayFen: 4_750_000n, dayCount: 1 });
  expect(await uses('kind-of-work', `${enterpriseId}:delivery`)).toMatchObject({ dayCount: 2 });
  const second = await world.quoted([rowOf(people[0] as never, task, '5000.01')]);
  expect(await codes(second)).toEqual(['limit-enterprise']);
  await world.settlement.cancel({ ...world.as('finance-approver', 9), reason: '金额有误' }, first);
  expect(await uses('enterprise', enterpriseId)).toEqual({ dayFen: 0n, dayCount: 0, monthFen: 0n, yearFen: 0n });
  await world.settlement.recheck(world.as('operator'), second, {});
  await world.drain();
  expect(await codes(second)).toEqual(['']);
});

it('the payments of a worker wait together where there are too many of them in a day', async () => {
  const { people, task } = await fresh(2);
  const [one, other] = people as [never, never];
  const rows = ['1.00', '2.00', '3.00', '4.00'].map((amount) => rowOf(one, task, amount));
  const id = await world.quoted([...rows, rowOf(other, task, '5.00')]);
  expect(await codes(id)).toEqual([...rows.map(() => 'limit-worker'), '']);
});

it('batches that are confirmed at once cannot pass a limit together', async () => {
  const { people, task, enterpriseId } = await fresh(6);
  const ids: number[] = [];
  // Each fits by itself; of ten thousand yuan a day for all of them only two times 40,000 do.
  for (let batch = 0; batch < 4; batch += 1) {
    ids.push(await world.quoted([rowOf(people[batch] as never, task, '40000.00')]));
  }
  const ends = await Promise.all(ids.map((id) => confirm(id)));
  expect(ends.filter((end) => end === 'confirmed')).toHaveLength(2);
  expect(await uses('enterprise', enterpriseId)).toMatchObject({ dayFen: 8_000_000n, dayCount: 2 });
  const { fen } = await world.db.one<{ fen: bigint }>(
    `SELECT sum(amount_fen)::bigint AS fen FROM public.orders WHERE enterprise_id = $1 AND state = 'confirmed'`,
    [enterpriseId],
  );
  expect(fen).toBe(8_000_000n);
});
