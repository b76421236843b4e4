import type { Person } from '../people.fixture';
import type { EditLineRequest } from '../../api';
import { amountTextOf } from '../read/amount-text';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';

let world: SettlementWorld;
let people: Person[];
let task = 0;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());
beforeEach(async () => {
  const crew = await world.another(1);
  ({ people } = crew);
  task += 1;
  await world.task(`TK-${task}`, crew.workerIds, 100_000_000n);
});

/** A batch of one line whose cells are changed by their place in the sheet. */
async function line(changes: Readonly<Record<number, string>>): Promise<{ batchId: number; lineId: number }> {
  const [one] = people;
  if (one === undefined) throw new Error('nobody is there');
  const cells = rowOf(one, `TK-${task}`, '100.00').map((cell, index) => changes[index] ?? cell);
  const batchId = await world.quoted([cells]);
  return { batchId, lineId: batchId * 2_000_000 + 2 };
}

const edit = async (lineId: number, cells: EditLineRequest) => {
  await world.settlement.editLine(world.as('enterprise'), lineId, cells);
  await world.drain();
  return codes(lineId);
};
const codes = async (lineId: number) =>
  (await world.db.one<{ codes: string[] }>('SELECT codes FROM settlement.lines WHERE id = $1', [lineId])).codes;

describe('an edit', () => {
  it('leaves what is wrong with other cells as it was', async () => {
    const { lineId } = await line({ 2: '=A1', 5: '1e5' });
    expect(await codes(lineId)).toEqual(['amount-format', 'cell-formula']);
    expect(await edit(lineId, { remark: '十一月' })).toEqual(['amount-format', 'cell-formula']);
    expect(await edit(lineId, { amountFen: 10_000 })).toEqual(['cell-formula']);
    expect(await edit(lineId, { phone: '13800000001' })).toEqual([]);
  });

  it('keeps an amount that cannot be read, for who corrects it and nobody else, until it is typed anew', async () => {
    const { lineId } = await line({ 5: '1e5' });
    const shown = (role: 'enterprise' | 'operator' | 'finance-officer') =>
      amountTextOf(world.db, world.tools.vault, world.as(role), lineId, { role });
    const seen = [await shown('enterprise'), await shown('operator'), await shown('finance-officer')];
    expect(seen).toEqual(['1e5', '1e5', null]);
    await edit(lineId, { remark: '十一月' });
    expect(await shown('enterprise')).toBe('1e5');
    await edit(lineId, { amountFen: 10_000 });
    expect(await shown('enterprise')).toBeNull();
  });

  it('leaves a numeric identity cell until that very cell is typed anew', async () => {
    const { lineId } = await line({ 1: '4.30102E+17' });
    expect(await edit(lineId, { taskNumber: `TK-${task}` })).toEqual(['cell-not-text']);
    expect(await edit(lineId, { identityNumber: people[0]?.identityNumber ?? '' })).toEqual([]);
  });

  it('of an excluded line is refused, and the line stays excluded', async () => {
    const { batchId, lineId } = await line({});
    await world.settlement.exclude({ ...world.as('enterprise'), reason: '重复' }, batchId, { lineIds: [lineId] });
    await world.drain();
    await expect(edit(lineId, { amountFen: 5_000 })).rejects.toMatchObject({ status: 409, code: 'line-excluded' });
    const row = await world.db.one('SELECT state, amount_fen FROM settlement.lines WHERE id = $1', [lineId]);
    expect(row).toEqual({ state: 'excluded', amount_fen: 10_000n });
  });
});

describe('lines that are named', () => {
  it.each(['exclude', 'recheck'] as const)('to %s have to be of the batch, or nothing happens', async (act) => {
    const { batchId, lineId } = await line({});
    const other = await line({});
    const before = await world.batch(batchId);
    const work = world.settlement[act]({ ...world.as('enterprise'), reason: '重复' }, batchId, {
      lineIds: [lineId, other.lineId],
    });
    await expect(work).rejects.toMatchObject({ status: 404 });
    expect(await world.batch(batchId)).toEqual(before);
  });
});

describe('a batch that stayed in `checking`', () => {
  it('may be checked again where its run has ended, and not while it waits', async () => {
    const { batchId } = await line({});
    await world.db.query(`UPDATE public.settlement_batches SET state = 'checking' WHERE id = $1`, [batchId]);
    const recheck = () => world.settlement.recheck(world.as('enterprise'), batchId, {});
    await recheck();
    await expect(recheck()).rejects.toMatchObject({ code: 'batch-in-work' });
    await world.drain();
    expect(await world.batch(batchId)).toMatchObject({ state: 'quoted', version: 2 });
  });
});
