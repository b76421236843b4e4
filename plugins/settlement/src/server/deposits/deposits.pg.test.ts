import { Readable } from 'node:stream';
import { subAccounts } from '@linggong/channels';
import { createDatabase } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { accountOf, balancesAt, trialBalance } from '@linggong/ledger';
import type { DepositRequest } from '../../api';
import { settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { readDepositFile } from './deposit-rows';
import { demandSmall, needsNobody } from './small-deposits';

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
  const request = {
    enterpriseId: world.enterpriseId,
    bankSerial: 'B-1',
    amountFen: 12_345,
    payerName: world.enterpriseName,
  };
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
  const request = {
    enterpriseId: world.enterpriseId,
    bankSerial: '000017',
    amountFen: 400,
    payerName: world.enterpriseName,
  };
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
  const payer = { enterpriseId: world.enterpriseId, payerName: world.enterpriseName };
  const other = { ...request, ...payer, receivedAt: '2026-11-20T15:00:00Z' };
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
    payerName: world.enterpriseName,
  });
  expect((await world.money()).availableFen).toBe(500n);
  await world.another(0);
  const wrong = {
    enterpriseId: world.enterpriseId,
    subAccountNumber,
    bankSerial: 'B-3',
    amountFen: 500,
    payerName: world.enterpriseName,
  };
  expect(await codeOf(world.settlement.recordDeposit(world.as('finance-officer'), wrong))).toBe(
    'deposit-account-mismatch',
  );
  const unknown = {
    subAccountNumber: '000000000000',
    bankSerial: 'B-4',
    amountFen: 500,
    payerName: world.enterpriseName,
  };
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
  const request = {
    enterpriseId: world.enterpriseId,
    bankSerial: `R-${receivedAt}`,
    amountFen: 1,
    payerName: world.enterpriseName,
  };
  const refused = world.settlement.recordDeposit(world.as('finance-officer'), { ...request, receivedAt });
  await expect(refused).rejects.toMatchObject({ status: 422, code: 'deposit-received-at', field: 'receivedAt' });
  expect(await partitions()).toEqual(before);
});

it('books what arrived by a clock ahead of ours as of now: available money is in the trial balance of now', async () => {
  await world.another(0);
  const request = {
    enterpriseId: world.enterpriseId,
    bankSerial: 'R-ahead',
    amountFen: 700,
    payerName: world.enterpriseName,
  };
  const ahead = { ...request, receivedAt: '2026-11-22T03:04:59Z' };
  await world.settlement.recordDeposit(world.as('finance-officer'), ahead);
  const filter = { accounts: [accountOf('deposit', world.enterpriseId)] };
  const [now] = await balancesAt(world.db, world.clock.now(), filter);
  expect([now?.availableFen, (await world.money()).availableFen]).toEqual([700n, 700n]);
  expect((await trialBalance(world.db, world.clock.now())).totals.balanceFen).toBe(0n);
});

describe('money that another than the enterprise paid', () => {
  const foreign = (bankSerial: string) => ({
    enterpriseId: world.enterpriseId,
    bankSerial,
    amountFen: 900,
    payerName: '长沙他人有限公司',
  });
  const tell = (request: DepositRequest) => world.settlement.recordDeposit(world.as('finance-officer'), request);
  beforeEach(() => world.another(0));

  it('is refused without a reason, and books nothing', async () => {
    const refused = tell(foreign('P-1'));
    await expect(refused).rejects.toMatchObject({ status: 422, code: 'deposit-payer-differs', field: 'reason' });
    expect((await world.money()).availableFen).toBe(0n);
    expect(await world.db.query(`SELECT 1 FROM public.deposits WHERE bank_serial = 'P-1'`)).toEqual([]);
  });

  it('is booked with a reason, which the deposit and the log keep; the second notice needs none', async () => {
    const id = await tell({ ...foreign('P-2'), reason: '母公司代付，代付说明已存档' });
    expect(await tell(foreign('P-2'))).toBe(id);
    const [stored] = await world.db.query('SELECT payer_reason AS reason FROM public.deposits WHERE id = $1', [id]);
    expect(stored).toEqual({ reason: '母公司代付，代付说明已存档' });
    const owner = createDatabase({ connectionString: world.test.ownerUrl, max: 1 });
    const [logged] = await owner.query<{ reason: string }>(
      `SELECT reason FROM audit.published_entries WHERE action = 'deposit.record' AND subject_id = $1`,
      [String(id)],
    );
    await owner.close();
    expect(logged).toEqual({ reason: '母公司代付，代付说明已存档' });
  });

  it('keeps no reason where the enterprise paid itself, however the bank writes its name', async () => {
    const id = await tell({
      ...foreign('P-3'),
      payerName: ` ${world.enterpriseName.replace('E', 'Ｅ')}`,
      reason: '多写',
    });
    const [stored] = await world.db.query('SELECT payer_reason AS reason FROM public.deposits WHERE id = $1', [id]);
    expect(stored).toEqual({ reason: null });
  });

  it('refuses a file of receipts that says no reason, with the row named, and takes one that does', async () => {
    const sheet = async (reason: string) => {
      const row = `${await account(world.enterpriseId)},P-4,9.00,长沙他人有限公司,2026-11-20 09:30,${reason}`;
      const text = `收款账号,银行流水号,到账金额,付款人,到账时间,代付理由\n${row}\n`;
      return readDepositFile(Readable.from([Buffer.from(text)]), '入金.csv');
    };
    const book = async (reason: string) =>
      world.settlement.importDeposits(world.as('finance-officer'), {
        ...(await sheet(reason)),
        enterpriseId: undefined,
      });
    await expect(book('')).rejects.toMatchObject({
      code: 'deposit-rows-refused',
      extra: { rows: [{ rowNo: 2, code: 'deposit-payer-differs' }] },
    });
    expect((await world.money()).availableFen).toBe(0n);
    await expect(book('经办 13800138000')).rejects.toMatchObject({
      extra: { rows: [{ rowNo: 2, code: 'reason-personal' }] },
    });
    expect(await book('母公司代付')).toMatchObject({ recorded: 1 });
    expect((await world.money()).availableFen).toBe(900n);
  });
});

describe('money above the small amounts, by one person alone', () => {
  const LARGE = 20_000_000;
  const [MORNING, NEXT_DAY, TODAY] = ['2026-11-20T02:00:00Z', '2026-11-21T02:00:00Z', '2026-11-22T02:00:00Z'];
  const needed = 'deposit-second-person-needed';
  let subAccountNumber: string;
  beforeEach(async () => {
    await world.another(0);
    subAccountNumber = await account(world.enterpriseId);
  });

  const told = (bankSerial: string, receivedAt?: string): DepositRequest => ({
    subAccountNumber,
    bankSerial,
    amountFen: LARGE,
    payerName: world.enterpriseName,
    ...(receivedAt === undefined ? {} : { receivedAt }),
  });
  /** A file with that one credit: laid down by the bank's host, or brought through the console by an account (null: before that was kept). */
  const line = async (serial: string, at: string, broughtBy?: number | null): Promise<void> => {
    const { id } = await world.db.one<{ id: number }>(
      `INSERT INTO channels.bank_files (channel, direction, kind, name, sha256, bytes, vault_file, state, lines, way, brought_by, at)
       VALUES ('bank-file-iso-09', 'in', 'camt.053', $1, sha256(convert_to($1, 'UTF8')), 1, gen_random_uuid(), 'applied', 1, $2, $3, $4) RETURNING id`,
      [`${subAccountNumber}-${serial}`, broughtBy === undefined ? 'folder' : 'console', broughtBy ?? null, at],
    );
    await world.db.query(
      `INSERT INTO channels.statement_lines (channel, account, bank_serial, booked_on, booked_at, direction, amount_fen, reversal, remark, file_id)
       VALUES ('bank-file-iso-09', $1, $2, ($3::timestamptz + interval '8 hours')::date, $3::timestamptz, 'credit', $4, false, '', $5)`,
      [subAccountNumber, serial, at, LARGE, id],
    );
  };
  const imports = (request: DepositRequest, accountId = 1) => {
    const command = world.as('finance-officer', accountId);
    const file = { rows: [{ rowNo: 2, request }], enterpriseId: undefined };
    return world.settlement.importDeposits(command, file, (tx, { depositIds }) => demandSmall(tx, depositIds, command));
  };
  const alone = (request: DepositRequest, accountId = 1) =>
    needsNobody(world.db, request, world.as('finance-officer', accountId));

  it('is backed by a line of its own day once: the same serial of a later day is one person’s word', async () => {
    await line('L-1', MORNING);
    expect(await alone(told('L-1', MORNING))).toBe(true);
    expect(await imports(told('L-1', MORNING))).toMatchObject({ recorded: 1 });
    expect(await alone(told('L-1', NEXT_DAY))).toBe(false);
    expect(await codeOf(imports(told('L-1', NEXT_DAY)))).toBe(needed);
    expect((await world.money()).availableFen).toBe(BigInt(LARGE));
  });

  it('is of today where no time is told: no line of another day backs it', async () => {
    await line('L-2', NEXT_DAY);
    await line('L-3', TODAY);
    expect([await alone(told('L-2')), await alone(told('L-3'))]).toEqual([false, true]);
  });

  it('is not backed by a statement that the same account brought, nor by one that nobody knows who brought', async () => {
    await line('L-4', TODAY, 1);
    await line('L-5', TODAY, null);
    expect([await alone(told('L-4', TODAY)), await alone(told('L-5', TODAY))]).toEqual([false, false]);
    expect(await codeOf(imports(told('L-4', TODAY)))).toBe(needed);
    expect(await codeOf(imports(told('L-5', TODAY)))).toBe(needed);
    expect((await world.money()).availableFen).toBe(0n);
    expect(await alone(told('L-4', TODAY), 2)).toBe(true);
    expect(await imports(told('L-4', TODAY), 2)).toMatchObject({ recorded: 1 });
  });
});

it('says the times of a deposit in Beijing time', async () => {
  await world.another(0);
  const request = { enterpriseId: world.enterpriseId, bankSerial: 'R-old', amountFen: 1, payerName: '甲' };
  const refused = world.settlement.recordDeposit(world.as('finance-officer'), {
    ...request,
    receivedAt: '2024-01-01T00:00:00Z',
  });
  await expect(refused).rejects.toMatchObject({
    text: {
      zh: '到账时间应在北京时间 2024-11-22 00:00 与 2026-11-22 11:05 之间',
      en: 'A deposit is received between 2024-11-22 00:00 and 2026-11-22 11:05 (Beijing time)',
    },
    extra: { from: '2024-11-21T16:00:00.000Z', to: '2026-11-22T03:05:00.000Z' },
  });
});
