import { newEnterprise, newTask, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { lineFacts } from './risk-facts';
import { RISK_BAND_FEN } from './month-bands';

let world: SettlementWorld;
const month = '2026-11';

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

/** States of a payment of each of these amounts, one batch after another, to somebody who gets `elsewhereFen` elsewhere. */
async function tried(elsewhereFen: bigint, amounts: readonly string[]): Promise<string[]> {
  const { people, workerIds } = await world.another(1);
  const [one] = people;
  const [workerId = 0] = workerIds;
  if (!one) throw new Error('nobody');
  const number = `TK-B${workerId}`;
  await world.task(number, [workerId], 100_000_000n);
  await world.deposit(1_000_000_00n);
  await world.db.query('INSERT INTO settlement.worker_months (worker_id, month, gross_fen) VALUES ($1, $2, $3)', [
    workerId,
    month,
    elsewhereFen,
  ]);
  const states: string[] = [];
  for (const amount of amounts) {
    const id = await world.quoted([rowOf(one, number, amount)]);
    const { state } = await world.db.one<{ state: string }>('SELECT state FROM settlement.lines WHERE batch_id = $1', [
      id,
    ]);
    states.push(state);
  }
  return states;
}

it('gives the same answer to every amount within a band: changing it in place does not read off what others pay', async () => {
  const amounts = ['0.01', '1000.00', '49999.99', '149999.99', '150000.00'];
  expect(new Set(await tried(25_000_000n, amounts))).toEqual(new Set(['ready']));
  // 300,000 yuan elsewhere, so that the line of 416,666.66 lies within the band: not one amount shows where.
  expect(new Set(await tried(30_000_000n, amounts))).toEqual(new Set(['held']));
  expect(new Set(await tried(33_333_333n, amounts))).toEqual(new Set(['held']));
});

it('says nothing at all of who gets less elsewhere than the bands leave', async () => {
  const amounts = ['100.00', '199999.99'];
  expect(await tried(11_666_666n, amounts)).toEqual(await tried(0n, amounts));
});

it('counts the own orders of the month into the own part, so that paying in pieces tells no more', async () => {
  const { people, workerIds } = await world.another(1);
  const [one] = people;
  const [workerId = 0] = workerIds;
  if (!one) throw new Error('nobody');
  await world.task('TK-OWN', [workerId], 100_000_000n);
  await world.deposit(1_000_000_00n * 10n);
  await world.db.query('INSERT INTO settlement.worker_months (worker_id, month, gross_fen) VALUES ($1, $2, 20000000)', [
    workerId,
    month,
  ]);
  const first = await world.quoted([rowOf(one, 'TK-OWN', '70000.00')]);
  await world.settlement.confirm(world.as('enterprise'), first, 1);
  const second = await world.upload([rowOf(one, 'TK-OWN', '79999.99')]);
  const run = { batchId: second, enterpriseId: world.enterpriseId, checkNo: 1, day: '2026-11-22' as const };
  await world.drain();
  const { state } = await world.db.one<{ state: string }>('SELECT state FROM settlement.lines WHERE batch_id = $1', [
    second,
  ]);
  expect(state).toBe('ready');
  const [facts] = await lineFacts(world.db, run);
  expect(facts?.monthFen).toBe(20_000_000n + RISK_BAND_FEN);
});

it('holds every line of the worker, not the one that fills the limit', async () => {
  const { people, workerIds } = await world.another(2);
  const other = await newEnterprise(world.db, world.as('operator'), 'E-77');
  const [one, two] = people;
  if (!one || !two) throw new Error('nobody');
  await world.task('TK-MANY', workerIds, 100_000_000n);
  await newTask(world.db, other, 'TK-ELSE', workerIds, 1n);
  await world.db.query('INSERT INTO settlement.worker_months (worker_id, month, gross_fen) VALUES ($1, $2, $3)', [
    workerIds[0],
    month,
    119_000_000n,
  ]);
  const id = await world.quoted([
    ...['100.00', '200.00', '20000.00'].map((amount) => rowOf(one, 'TK-MANY', amount)),
    rowOf(two, 'TK-MANY', '300.00'),
  ]);
  const lines = await world.db.query('SELECT state, codes FROM settlement.lines WHERE batch_id = $1 ORDER BY id', [id]);
  const held = { state: 'held', codes: ['limit-worker-month'] };
  expect(lines).toEqual([held, held, held, { state: 'ready', codes: [] }]);
});
