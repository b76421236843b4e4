import { subAccounts } from '@linggong/channels';
import { Problem } from '@linggong/core/domain';
import { accountOf, balancesAt, trialBalance } from '@linggong/ledger';
import { settlementWorld, type SettlementWorld } from '../settlement.fixture';

let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

const account = async (enterpriseId: number): Promise<string> => {
  const { number } = await world.db.one<{ number: string }>(
    'SELECT sub_account_number AS number FROM public.enterprise_accounts WHERE enterprise_id = $1',
    [enterpriseId],
  );
  return number;
};

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Problem ? error.code : String(error);
}

it('books a bank serial once, however often and at once it is told', async () => {
  await world.another(0);
  const request = { enterpriseId: world.enterpriseId, bankSerial: 'B-1', amountFen: 12_345, payerName: '甲' };
  const record = () => world.settlement.recordDeposit(world.as('finance-officer'), request);
  const ids = await Promise.all(Array.from({ length: 20 }, record));
  expect(new Set(ids).size).toBe(1);
  expect((await world.money()).availableFen).toBe(12_345n);
  const [bank] = await subAccounts(world.db, [await account(world.enterpriseId)]);
  expect(bank?.balanceFen).toBe(12_345n);
  expect(await codeOf(world.settlement.recordDeposit(world.as('finance-officer'), { ...request, amountFen: 1 }))).toBe(
    'deposit-serial-reused',
  );
});

it('books a serial again on another day, and not on the same one: banks begin anew every day', async () => {
  await world.another(0);
  const request = { enterpriseId: world.enterpriseId, bankSerial: '000017', amountFen: 400, payerName: '甲' };
  const on = (receivedAt: string) =>
    world.settlement.recordDeposit(world.as('finance-officer'), { ...request, receivedAt });
  const first = await on('2026-11-19T15:59:00Z');
  const next = await on('2026-11-19T16:01:00Z');
  expect(next).not.toBe(first);
  expect(await on('2026-11-20T15:00:00Z')).toBe(next);
  expect((await world.money()).availableFen).toBe(800n);
  const [bank] = await subAccounts(world.db, [await account(world.enterpriseId)]);
  expect(bank?.balanceFen).toBe(800n);
  // Told without its day it is the receipt that stands; another enterprise's bank may use the number the same day.
  expect(await world.settlement.recordDeposit(world.as('finance-officer'), request)).toBe(next);
  await world.another(0);
  const other = { ...request, enterpriseId: world.enterpriseId, receivedAt: '2026-11-20T15:00:00Z' };
  expect(await world.settlement.recordDeposit(world.as('finance-officer'), other)).not.toBe(next);
  expect((await world.money()).availableFen).toBe(400n);
});

it('finds the enterprise by its sub-account, and refuses an account that is not its own', async () => {
  await world.another(0);
  const first = world.enterpriseId;
  const subAccountNumber = await account(first);
  await world.settlement.recordDeposit(world.as('finance-officer'), {
    subAccountNumber,
    bankSerial: 'B-2',
    amountFen: 500,
    payerName: '甲',
  });
  expect((await world.money()).availableFen).toBe(500n);
  await world.another(0);
  const wrong = {
    enterpriseId: world.enterpriseId,
    subAccountNumber,
    bankSerial: 'B-3',
    amountFen: 500,
    payerName: '乙',
  };
  expect(await codeOf(world.settlement.recordDeposit(world.as('finance-officer'), wrong))).toBe(
    'deposit-account-mismatch',
  );
  const unknown = { subAccountNumber: '000000000000', bankSerial: 'B-4', amountFen: 500, payerName: '乙' };
  expect(await codeOf(world.settlement.recordDeposit(world.as('finance-officer'), unknown))).toBe(
    'deposit-account-mismatch',
  );
});

it.each([
  '2099-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '2026-11-22T03:05:01Z',
])('refuses money that arrived at %s: not yet, or in books that are closed', async (receivedAt) => {
  await world.another(0);
  const partitions = () =>
    world.db.one<{ count: bigint }>(`SELECT count(*) FROM pg_inherits WHERE inhparent = 'ledger.postings'::regclass`);
  const before = await partitions();
  const request = { enterpriseId: world.enterpriseId, bankSerial: `R-${receivedAt}`, amountFen: 1, payerName: '甲' };
  const refused = world.settlement.recordDeposit(world.as('finance-officer'), { ...request, receivedAt });
  await expect(refused).rejects.toMatchObject({ status: 422, code: 'deposit-received-at', field: 'receivedAt' });
  expect(await partitions()).toEqual(before);
});

it('books what arrived by a clock ahead of ours as of now: available money is in the trial balance of now', async () => {
  await world.another(0);
  const request = { enterpriseId: world.enterpriseId, bankSerial: 'R-ahead', amountFen: 700, payerName: '甲' };
  const ahead = { ...request, receivedAt: '2026-11-22T03:04:59Z' };
  await world.settlement.recordDeposit(world.as('finance-officer'), ahead);
  const filter = { accounts: [accountOf('deposit', world.enterpriseId)] };
  const [now] = await balancesAt(world.db, world.clock.now(), filter);
  expect([now?.availableFen, (await world.money()).availableFen]).toEqual([700n, 700n]);
  expect((await trialBalance(world.db, world.clock.now())).totals.balanceFen).toBe(0n);
});
