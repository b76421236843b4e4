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

describe('the log', () => {
  const told = (subject: string, id: number, action: string) =>
    world.db.query(
      `SELECT before, after, count FROM audit.published_entries WHERE subject_kind = $1 AND subject_id = $2 AND action = $3
        ORDER BY recorded_at`,
      [subject, String(id), action],
    );

  it('has the figure that was and the one that is, what people typed masked, and no cell that was not changed', async () => {
    const { lineId } = await line({});
    await edit(lineId, { amountFen: 900_000, phone: '13800000002', taskNumber: '13800138000' });
    expect(await told('settlement-line', lineId, 'settlement-line.edit')).toEqual([
      {
        count: 1n,
        before: { phone: expect.stringMatching(/^138\*+/), amountFen: '10000', taskNumber: `TK-${task}` },
        after: { phone: '138****0002', amountFen: '900000', taskNumber: '*******8000' },
      },
    ]);
  });

  it('has what lines were before they were taken out or looked at again, one entry whatever their number', async () => {
    const { batchId, lineId } = await line({});
    await world.settlement.exclude({ ...world.as('enterprise'), reason: '重复' }, batchId, { lineIds: [lineId] });
    await world.drain();
    await world.settlement.recheck(world.as('enterprise'), batchId, { lineIds: [lineId] });
    await world.drain();
    const one = { count: 1n, before: { amountFen: '10000' }, after: { amountFen: '10000' } };
    expect(await told('settlement-batch', batchId, 'settlement-batch.exclude-lines')).toEqual([
      { ...one, before: { ...one.before, readyLines: 1 }, after: { ...one.after, excludedLines: 1 } },
    ]);
    expect(await told('settlement-batch', batchId, 'settlement-batch.recheck')).toEqual([
      { ...one, before: { ...one.before, excludedLines: 1 }, after: { ...one.after, readLines: 1 } },
    ]);
    const states = await told('settlement-batch', batchId, 'settlement-batch.quote');
    expect(states.map(({ before, after }) => [before, after])).toMatchObject([
      [
        { state: 'checking', version: 0 },
        { state: 'quoted', version: 1, ready: 1 },
      ],
      [
        { state: 'checking', version: 1 },
        { state: 'quoted', version: 2, ready: 0 },
      ],
      [
        { state: 'checking', version: 2 },
        { state: 'quoted', version: 3, ready: 1 },
      ],
    ]);
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
