import type { Role } from '@linggong/config/access';
import { readWaiting, type Account } from '@linggong/access';
import { blockerCodes, blockerOf } from '../api';
import type { Person } from './people.fixture';
import { rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';
import { stuckBy, waitingKinds } from './waiting';

let world: SettlementWorld;
let people: Person[];
let workerIds: number[];

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());
beforeEach(async () => {
  world.clock.moveTo('2026-11-22T03:00:00Z');
  ({ people, workerIds } = await world.another(3));
  await world.deposit(50_000_000n);
});

const account = (role: Role, enterpriseId?: number): Account => ({
  id: 1,
  role,
  name: `${role}#1`,
  sessionId: 's',
  locale: 'zh',
  ...(enterpriseId === undefined ? {} : { enterpriseId }),
});

const waiting = (role: Role, enterpriseId?: number) =>
  readWaiting(
    world.db,
    waitingKinds.filter(({ roles }) => roles.includes(role)),
    account(role, enterpriseId),
    { at: world.clock.now(), today: '2026-11-22' },
  );

let tasks = 0;

async function batch(...rows: string[][]): Promise<number> {
  const task = `TK-W-${(tasks += 1)}`;
  await world.task(task, workerIds, 100_000_000n);
  return world.quoted(
    rows.map(([person = '0', amount = '1000.00']) => {
      const one = people[Number(person)];
      if (one === undefined) throw new Error(`no person ${person}`);
      return rowOf(one, task, amount);
    }),
  );
}

describe('what waits at batches', () => {
  it('tells an enterprise of its own quote with its money and its clock, and nobody else’s', async () => {
    const id = await batch(['0', '1000.00'], ['1', '2000.00']);
    const mine = await waiting('enterprise', world.enterpriseId);
    const quoted = mine.items.filter((item) => item.kind === 'quotedBatches' && item.id === id.toString());
    expect(quoted).toMatchObject([{ fen: expect.any(BigInt), dueAt: expect.any(Date), dueOn: null }]);
    expect(mine.kinds.find(({ kind }) => kind === 'quotedBatches')).toMatchObject({
      list: 'settlement-batches',
      filter: { state: 'quoted' },
      fenField: 'netFen',
    });
    // R9.5: what is not one's own does not exist; an account without an enterprise sees nothing at all.
    expect((await waiting('enterprise', world.enterpriseId + 1)).items).toEqual([]);
    expect((await waiting('enterprise')).items).toEqual([]);
  });

  it('says why a batch is stuck to whom clears the reason', async () => {
    const id = (await batch(['0', 'not an amount'], ['1', '2000.00'])).toString();
    const own = (await waiting('enterprise', world.enterpriseId)).items.filter((item) => item.id === id);
    const reasons = own.find(({ kind }) => kind === 'ownLines')?.reasons;
    expect(reasons).toContainEqual({ count: 1, title: blockerOf('amount-format').title });
    const operator = (await waiting('operator')).items.filter((item) => item.id === id);
    expect(operator.map(({ kind }) => kind)).not.toContain('ownLines');
    expect(operator.map(({ kind }) => kind)).not.toContain('blockedLines');
  });

  it('asks nobody to confirm what would pay nobody: it waits for its lines alone', async () => {
    const id = (await batch(['0', 'not an amount'])).toString();
    const own = (await waiting('enterprise', world.enterpriseId)).items.filter((item) => item.id === id);
    expect(own.map(({ kind }) => kind)).toEqual(['ownLines']);
  });

  it('leaves out kinds of which nothing waits, and roles that have no work here', async () => {
    expect((await waiting('operator')).kinds.every(({ count }) => count > 0)).toBe(true);
    expect(await waiting('archivist')).toMatchObject({ kinds: [], items: [] });
  });

  it('gives every reason to exactly one of the four', () => {
    const kinds = blockerCodes.map(stuckBy);
    expect(new Set(kinds)).toEqual(new Set(['blockedLines', 'heldLines', 'unsentContracts', 'ownLines']));
    expect(stuckBy('worker-unknown')).toBe('blockedLines');
    expect(stuckBy('risk-hold')).toBe('heldLines');
    expect(stuckBy('contract-missing')).toBe('unsentContracts');
    expect(stuckBy('amount-format')).toBe('ownLines');
  });

  it('counts beyond the fifty that it shows, the most urgent of them', async () => {
    const { db, enterpriseId } = world;
    const like = await batch(['0', '1000.00']);
    await db.query(
      `INSERT INTO public.settlement_batches
       SELECT (jsonb_populate_record(b, jsonb_build_object('id', 900000 + n, 'document_id', 'w' || n, 'number', 'PB-W-' || n, 'state', 'expired',
                'uploaded_at', timestamp '2026-11-01' + n * interval '1 hour'))).*
         FROM public.settlement_batches b, generate_series(1, 60) n WHERE b.id = $1`,
      [like],
    );
    const { kinds, items } = await waiting('enterprise', enterpriseId);
    expect(kinds.find(({ kind }) => kind === 'expiredBatches')?.count).toBe(60);
    const shown = items.filter(({ kind }) => kind === 'expiredBatches');
    expect([shown.length, shown[0]?.title, shown.at(-1)?.title]).toEqual([50, 'PB-W-1', 'PB-W-50']);
  });
});
