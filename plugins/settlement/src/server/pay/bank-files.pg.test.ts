import {
  createBankFileChannel,
  profileOf,
  receiveFile,
  sandboxCard,
  sandboxFileBank,
  subAccounts,
  type SandboxCase,
  type SandboxFileBank,
} from '@linggong/channels';
import { systemCommand } from '@linggong/core';
import { accountOf, balances, trialBalance, verifyBooks } from '@linggong/ledger';
import { movePeriod } from '@linggong/tax';
import type { Person } from '../people.fixture';
import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { ordersOfPeople } from '../orders-of-people';
import { blockerGroupsOf } from '../read/blocker-groups';
import { refusalWords } from '../quote/channel-refusals';
import { bankFiles } from '../retention';
import { CATCH_UP_JOB } from './pay-job';
import { coveredRead } from '@linggong/audit';

const CHANNEL = 'bank-file-iso-09';
const FILE_BANK = '102100099996';
const profile = profileOf(CHANNEL);
if (!profile) throw new Error('the profile is gone');

let world: SettlementWorld;
let bank: SandboxFileBank;
let serial = 40_000;
const taken = new Set<number>();

beforeAll(async () => {
  world = await settlementWorld(undefined, undefined, (tools) => {
    bank = sandboxFileBank({ ...tools, profile });
    return [createBankFileChannel({ ...tools, profile, initiator: '灵工平台' })];
  });
  await world.db.query(
    `INSERT INTO channels.routes (bank_code, channel, valid_from) VALUES ('102', $1, '2026-01-01')`,
    [CHANNEL],
  );
}, 240_000);
afterAll(() => world.stop());

/** An enterprise whose sub-account is kept by a bank of files, with money there and here. */
async function enterprise(at: string): Promise<void> {
  world.clock.moveTo(at);
  await world.another(0);
  await world.deposit(1_000_000_000n);
  await keptBy(FILE_BANK);
}

const released = async (people: readonly Person[], amount?: string): Promise<number> =>
  pay(await quoted(people, amount));

async function quoted(people: readonly Person[], amount = '10000.00'): Promise<number> {
  const task = `TK-F-${(serial += 1)}`;
  await world.task(task, await workersOf(people), 100_000_000_000n);
  return world.quoted(people.map((one) => rowOf(one, task, amount)));
}

/** Confirms a quote, has it released, and works off what follows; `between` happens before the money leaves. */
async function pay(id: number, between?: () => Promise<void>): Promise<number> {
  await world.settlement.confirm(world.as('enterprise'), id, 1);
  await between?.();
  if ((await world.batch(id)).state === 'confirmed')
    await world.settlement.release(world.as('finance-approver', 2), id);
  await world.drain();
  return id;
}

/** The bank that keeps the sub-account: one of files, or by default the sandbox bank, which takes everybody. */
const keptBy = (bankCode: string | null) =>
  world.db.query('UPDATE public.enterprise_accounts SET bank_code = $2 WHERE enterprise_id = $1', [
    world.enterpriseId,
    bankCode,
  ]);

const known = new Map<Person, number>();
async function workersOf(people: readonly Person[]): Promise<number[]> {
  const fresh = people.filter((one) => !known.has(one));
  const ids = await world.workers(fresh);
  fresh.forEach((one, index) => known.set(one, ids[index] ?? 0));
  return people.map((one) => known.get(one) ?? 0);
}

const people = (...cases: SandboxCase[]): Person[] => cases.map((wanted) => person((serial += 1), wanted));

/** What we wrote goes to the bank, what it says comes back, and is booked. */
async function exchange(at: string): Promise<void> {
  world.clock.moveTo(at);
  const now = world.clock.now();
  const files = await world.db.query<{ id: number; vaultFile: string }>(
    `SELECT id, vault_file AS "vaultFile" FROM channels.bank_files WHERE direction = 'out' ORDER BY id`,
  );
  for (const { id, vaultFile } of files.filter((file) => !taken.has(file.id))) {
    taken.add(id);
    const pieces: Buffer[] = [];
    for await (const piece of world.tools.vault.getFile(vaultFile, coveredRead('restore', ['file'])))
      pieces.push(piece);
    await bank.take(Buffer.concat(pieces), now);
  }
  for (const { name, bytes } of (await bank.give(now)).files) {
    const file = {
      channel: CHANNEL,
      profile: profile as NonNullable<typeof profile>,
      name,
      bytes,
      way: 'console',
    } as const;
    await receiveFile({ db: world.db, vault: world.tools.vault }, file, systemCommand('test', now, 'test'));
  }
  await world.drain();
}

const reasons = async (id: number): Promise<(string | null)[]> =>
  (
    await world.db.query<{ code: string | null }>(
      'SELECT reason_code AS code FROM public.orders WHERE batch_id = $1 ORDER BY row_no',
      [id],
    )
  ).map(({ code }) => code);
const taxStates = async (id: number): Promise<string[]> =>
  (
    await world.db.query<{ state: string }>(
      'SELECT t.state FROM public.tax_records t JOIN public.orders o ON o.id = t.order_id WHERE o.batch_id = $1 ORDER BY o.row_no',
      [id],
    )
  ).map(({ state }) => state);
const yearOf = (one: Person) =>
  world.db.query(
    `SELECT year, gross_fen AS gross, income_tax_fen AS tax FROM tax.worker_years WHERE worker_id = $1 ORDER BY year`,
    [known.get(one)],
  );
const corrections = (one: Person) =>
  world.db.query(
    `SELECT month, income_before_fen AS "incomeBefore", income_after_fen AS "incomeAfter", tax_before_fen AS "taxBefore",
            tax_after_fen AS "taxAfter" FROM tax.corrections WHERE worker_id = $1 ORDER BY month`,
    [known.get(one)],
  );

/** Somebody whose card is of a bank that nobody knows, and one whose name no bank takes. */
const stranger = (): Person => ({ ...person((serial += 1)), cardNumber: sandboxCard('settles', serial, '699999') });
const digits = (): Person => ({ ...person((serial += 1)), name: '张三2' });

/** The bank's own books and ours say the same of the sub-account, and ours balance. */
async function booksBalance(): Promise<void> {
  const { number } = await world.db.one<{ number: string }>(
    'SELECT sub_account_number AS number FROM public.enterprise_accounts WHERE enterprise_id = $1',
    [world.enterpriseId],
  );
  const [theirs] = await subAccounts(world.db, [number]);
  const [ours] = await balances(world.db, { accounts: [accountOf('bank', world.enterpriseId)] });
  expect(ours?.balanceFen).toBe(theirs?.balanceFen);
  expect((await trialBalance(world.db, world.clock.now())).totals.balanceFen).toBe(0n);
  expect(await verifyBooks(world.db)).toEqual([]);
}

describe('an enterprise whose bank takes files (R5.1, R5.5)', () => {
  it('shows before anybody confirms what the bank would refuse, each with its reason, and pays the others', async () => {
    await enterprise('2026-11-20T02:00:00Z');
    const [good, closed] = people('settles', 'closed');
    const id = await quoted([good, closed, stranger(), digits()] as Person[]);
    expect(await world.batch(id)).toMatchObject({ ready: 2, blocked: 2 });
    const { groups } = await blockerGroupsOf(world.db, id, 'exact');
    const told = groups.flatMap(({ code, sample }) => sample.map(({ explain }) => [code, explain.zh, explain.en]));
    expect(told.sort()).toEqual(
      (['payee-bank-unknown', 'payee-name-characters'] as const)
        .map((code) => ['channel-refused', refusalWords(code).zh, refusalWords(code).en])
        .sort(),
    );
    await pay(id);
    expect(await world.orderStates(id)).toEqual(['paying', 'paying']);
    await exchange('2026-11-20T03:00:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'failed']);
    expect(await reasons(id)).toEqual([null, 'AC04']);
    await booksBalance();
    // Holds on the batch, its enterprise and each of its people keep the files to and from the bank.
    await world.db.query(
      `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ('worker', $1, '仲裁', 'test', now())`,
      [known.get(good as Person)],
    );
    const due = await bankFiles.due(world.db, { before: new Date('2099-01-01T00:00:00Z'), after: '', limit: 100 });
    const about = [`settlement-batch:${id}`, `enterprise:${world.enterpriseId}`, `worker:${known.get(good as Person)}`];
    expect(due.length).toBeGreaterThan(1);
    expect(due.map(({ subjects }) => subjects)).toEqual(due.map((file) => [`bank-file:${file.id}`, ...about].sort()));
    // And a hold on a file keeps everybody whose order stands in it, and nobody else.
    const [inFile, alsoIn, elsewhere] = await workersOf([good, closed, ...people('settles')] as Person[]);
    const heldWith = () => ordersOfPeople.heldWith?.(world.db, [inFile, alsoIn, elsewhere].map(Number));
    expect(await heldWith()).toEqual([]);
    await world.db.query(
      `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ('bank-file', $1, '仲裁', 'test', now())`,
      [due[0]?.id],
    );
    const named = [inFile, alsoIn].map((workerId) => ({ workerId, subject: `bank-file:${due[0]?.id}` }));
    expect((await heldWith())?.toSorted((a, b) => a.workerId - b.workerId)).toEqual(named);
  });

  it('what became unfit for the bank after the preview fails before it is sent, and the others go', async () => {
    await enterprise('2026-11-20T02:00:00Z');
    await keptBy(null);
    const [good, closed] = people('settles', 'closed');
    const id = await quoted([good, closed, stranger(), digits()] as Person[]);
    expect(await world.batch(id)).toMatchObject({ ready: 4, blocked: 0 });
    await pay(id, async () => void (await keptBy(FILE_BANK)));
    expect(await world.orderStates(id)).toEqual(['paying', 'paying', 'failed', 'failed']);
    expect(await reasons(id)).toEqual([null, null, 'payee-bank-unknown', 'payee-name-characters']);
    expect((await world.money()).heldFen).toBe(2_120_000n);
    await exchange('2026-11-20T03:00:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'failed', 'failed', 'failed']);
    expect(await reasons(id)).toEqual([null, 'AC04', 'payee-bank-unknown', 'payee-name-characters']);
    expect((await world.batch(id)).state).toBe('completed');
    expect(await world.money()).toEqual({ availableFen: 1_000_000_000n - 1_060_000n, heldFen: 0n });
    expect(await taxStates(id)).toEqual(['paid', 'voided', 'voided', 'voided']);
    await booksBalance();
  });

  it('a batch of which nothing may leave any more is completed at once, its money free', async () => {
    await enterprise('2026-11-20T02:00:00Z');
    await keptBy(null);
    const id = await pay(await quoted([digits()]), async () => void (await keptBy(FILE_BANK)));
    expect(await world.orderStates(id)).toEqual(['failed']);
    expect((await world.batch(id)).state).toBe('completed');
    expect(await world.money()).toEqual({ availableFen: 1_000_000_000n, heldFen: 0n });
    await booksBalance();
  });
});

describe('a return a day later (退汇, domain.md 1.2)', () => {
  it('before filing: income and tax are void, ledger, order and year are unwound, nothing is to be corrected', async () => {
    await enterprise('2026-11-20T02:00:00Z');
    const [back, stays] = people('returned', 'settles') as [Person, Person];
    const id = await released([back, stays]);
    await exchange('2026-11-20T03:00:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
    const [paid] = await yearOf(back);
    expect(paid).toMatchObject({ year: 2026, gross: 1_000_000n, tax: 9_000n });
    await exchange('2026-11-21T03:00:00Z');
    expect(await world.orderStates(id)).toEqual(['returned', 'paid']);
    expect(await taxStates(id)).toEqual(['voided', 'paid']);
    expect(await yearOf(back)).toEqual([]);
    expect(await yearOf(stays)).toMatchObject([{ gross: 1_000_000n }]);
    expect(await corrections(back)).toEqual([]);
    expect(await world.money()).toEqual({ availableFen: 1_000_000_000n - 1_060_000n, heldFen: 0n });
    const entries = await world.db.query(
      `SELECT count(*)::int AS entries, count(t.reverses_key)::int AS reversals FROM ledger.transactions t JOIN public.orders o
          ON t.reference = 'order:' || o.id WHERE o.batch_id = $1 AND o.row_no = (SELECT min(row_no) FROM public.orders WHERE batch_id = $1)`,
      [id],
    );
    expect(entries).toEqual([{ entries: 2, reversals: 1 }]);
    await booksBalance();
  });

  it('after filing: the filed month gets its correction, and the months after it are computed anew', async () => {
    await enterprise('2026-10-30T02:00:00Z');
    const [back, stays] = people('returned', 'settles') as [Person, Person];
    const october = await released([back, stays], '20000.00');
    await exchange('2026-10-30T03:00:00Z');
    expect(await world.orderStates(october)).toEqual(['paid', 'paid']);
    // November: filed before the money of October came back.
    world.clock.moveTo('2026-11-02T01:00:00Z');
    const { id: period } = await world.db.one<{ id: number }>(
      `SELECT id FROM public.tax_periods WHERE month = '2026-10'`,
    );
    for (const action of ['close', 'file'] as const) {
      await world.db.transaction((tx) => movePeriod(tx, period, action, world.as('finance-officer')));
    }
    const november = await released([back], '20000.00');
    world.clock.moveTo('2026-11-02T01:30:00Z');
    await exchange('2026-11-02T01:30:00Z');
    expect(await world.orderStates(october)).toEqual(['returned', 'paid']);
    expect(await world.orderStates(november)).toEqual(['paid']);
    // One month of 20,000: 3 % of 20,000 − 4,000 − 5,000 = 330.00.
    expect(await corrections(back)).toEqual([
      { month: '2026-10', incomeBefore: 2_000_000n, incomeAfter: 0n, taxBefore: 33_000n, taxAfter: 0n },
    ]);
    expect(await corrections(stays)).toEqual([]);
    const live = await world.db.query(
      `SELECT c.month, c.months, c.run_gross_fen AS gross, c.run_income_tax_fen AS tax, c.withheld_fen AS withheld FROM tax.cumulations c
        WHERE c.worker_id = $1`,
      [known.get(back)],
    );
    // November now stands alone, as the first month of a run.
    expect(live).toEqual([{ month: '2026-11', months: 1, gross: 2_000_000n, tax: 33_000n, withheld: 33_000n }]);
    await booksBalance();
  });
});

describe('limits and windows', () => {
  const setLimits = (values: string) =>
    world.db.query(
      `INSERT INTO channels.limits (channel, line_max_fen, small_max_fen, day_max_fen, large_from, large_to, valid_from, reference)
       VALUES ('${CHANNEL}', ${values}, 'test')`,
    );

  it('a payment above the small limit waits for the hours of large ones, the others leave at once', async () => {
    await setLimits(`100000000, 1500000, NULL, '08:30', '17:15', '2026-11-25'`);
    // 20:00 in Shanghai on a Friday; Monday 8:30 is the next hour of large payments.
    await enterprise('2026-11-27T12:00:00Z');
    const [small] = people('settles') as [Person];
    const [large] = people('settles') as [Person];
    const task = `TK-L-${(serial += 1)}`;
    await world.task(task, await workersOf([small, large]), 100_000_000_000n);
    const id = await world.quoted([rowOf(small, task, '10000.00'), rowOf(large, task, '20000.00')]);
    await world.settlement.confirm(world.as('enterprise'), id, 1);
    await world.drain();
    await exchange('2026-11-27T12:10:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'paying']);
    const waiting = await world.db.query(
      `SELECT waits_for AS reason, waits_until AS until FROM channels.files WHERE state = 'prepared' AND waits_until IS NOT NULL`,
    );
    expect(waiting).toEqual([{ reason: 'large-window', until: new Date('2026-11-30T00:30:00Z') }]);
    world.clock.moveTo('2026-11-28T02:00:00Z');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await exchange('2026-11-28T02:00:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'paying']);
    world.clock.moveTo('2026-11-30T00:31:00Z');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await world.drain();
    await exchange('2026-11-30T00:40:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
    await booksBalance();
  });

  it('settings that leave large payments no time refuse that one, and the others go', async () => {
    await setLimits(`100000000, 1500000, NULL, '17:00', '09:00', '2026-11-30'`);
    await enterprise('2026-11-30T02:00:00Z');
    const [small, large] = people('settles', 'settles') as [Person, Person];
    const task = `TK-W-${(serial += 1)}`;
    await world.task(task, await workersOf([small, large]), 100_000_000_000n);
    const id = await world.quoted([rowOf(small, task, '10000.00'), rowOf(large, task, '20000.00')]);
    await world.settlement.confirm(world.as('enterprise'), id, 1);
    await world.drain();
    await exchange('2026-11-30T02:10:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'failed']);
    expect(await reasons(id)).toEqual([null, 'window-missing']);
  });

  it('what is above the limit of a line is a blocker with that reason; what is above the day goes the next day', async () => {
    await setLimits(`1500000, 1500000, 2500000, NULL, NULL, '2026-12-01'`);
    await enterprise('2026-12-02T02:00:00Z');
    const [one, two, three] = people('settles', 'settles', 'settles') as [Person, Person, Person];
    const task = `TK-D-${(serial += 1)}`;
    await world.task(task, await workersOf([one, two, three]), 100_000_000_000n);
    const id = await world.quoted([
      rowOf(one, task, '14000.00'),
      rowOf(two, task, '14000.00'),
      rowOf(three, task, '30000.00'),
    ]);
    const { groups } = await blockerGroupsOf(world.db, id, 'exact');
    expect(groups).toMatchObject([
      { code: 'channel-refused', count: 1, explain: refusalWords('amount-over-line-limit') },
    ]);
    await world.settlement.confirm(world.as('enterprise'), id, 1);
    await world.drain();
    await exchange('2026-12-02T02:10:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'paying']);
    world.clock.moveTo('2026-12-02T16:05:00Z');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await world.drain();
    await exchange('2026-12-02T16:10:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
    await booksBalance();
  });
});
