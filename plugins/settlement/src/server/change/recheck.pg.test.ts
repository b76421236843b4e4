import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';

let world: SettlementWorld;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

const suspend = (ids: readonly (number | undefined)[], state: 'suspended' | 'active') =>
  world.db.query('UPDATE public.workers SET state = $2 WHERE id = ANY ($1::int[])', [ids, state]);

const statesOf = async (batchId: number) =>
  (
    await world.db.query<{ state: string }>('SELECT state FROM settlement.lines WHERE batch_id = $1 ORDER BY row_no', [
      batchId,
    ])
  ).map(({ state }) => state);

/** A batch of three whose second and third workers cannot be paid, then all changed about: only who is looked at again shows it. */
async function changedAbout(task: string) {
  const { people, workerIds } = await world.another(3);
  await world.deposit(50_000_000n);
  await world.task(task, workerIds, 100_000_000n);
  const [first, second, third] = workerIds;
  await suspend([second, third], 'suspended');
  const batchId = await world.quoted(people.map((one) => rowOf(one, task, '1000.00')));
  await suspend([second, third], 'active');
  await suspend([first], 'suspended');
  const rows = await world.db.query<{ id: bigint }>(
    'SELECT id FROM settlement.lines WHERE batch_id = $1 ORDER BY row_no',
    [batchId],
  );
  return { batchId, lineIds: rows.map(({ id }) => Number(id)) };
}

describe('checking again (design 4.2)', () => {
  it('looks at the chosen lines and at no other, and quotes the batch anew', async () => {
    const { batchId, lineIds } = await changedAbout('TK-CHOSEN');
    expect(await statesOf(batchId)).toEqual(['ready', 'blocked', 'blocked']);
    await world.settlement.recheck(world.as('enterprise'), batchId, { lineIds: lineIds.slice(1, 2) });
    await world.drain();
    expect(await statesOf(batchId)).toEqual(['ready', 'ready', 'blocked']);
    expect(await world.batch(batchId)).toMatchObject({ state: 'quoted', version: 2, ready: 2, blocked: 1 });
  });

  it('of one reason looks at all lines that it stops, and at no other', async () => {
    const { batchId } = await changedAbout('TK-REASON');
    const [{ codes } = { codes: [] }] = await world.db.query<{ codes: string[] }>(
      `SELECT codes FROM settlement.lines WHERE batch_id = $1 AND state = 'blocked' LIMIT 1`,
      [batchId],
    );
    await world.settlement.recheck(world.as('operator'), batchId, { blocker: codes[0] as 'worker-inactive' });
    await world.drain();
    expect(await statesOf(batchId)).toEqual(['ready', 'ready', 'ready']);
  });
});
