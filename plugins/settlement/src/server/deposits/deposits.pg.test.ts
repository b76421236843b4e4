import { subAccounts } from '@linggong/channels';
import { Problem } from '@linggong/core/domain';
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
