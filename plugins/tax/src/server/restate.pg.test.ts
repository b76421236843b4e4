/** What a void does to the months, to the books of the enterprises, and to periods that are being closed and filed. */
import { systemCommand, type Command, type Database } from '@linggong/core';
import { parseYuan, yuanText, type Fen } from '@linggong/core/domain';
import { accountOf, balances, ensureEnterpriseAccounts } from '@linggong/ledger';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { finalizeTaxes, PLATFORM_GROUP, quoteTaxes, reserveTaxes, voidTaxes, type TaxLine } from '../index';
import type { PeriodAction } from '../domain';
import { workerTaxYear } from './read/tax-year';
import { readTwelveMonths } from './read/twelve-months';
import { movePeriod } from './settle/move-period';

const command: Command = systemCommand('test', new Date('2026-03-10T02:00:00Z'), 'trace-test');
const [A, B] = [1, 2];
const yuan = (text: string): Fen => {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.fen;
};

describe('months after a void', () => {
  let test: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    test = await testDatabase({
      only: ['plugins/access', 'plugins/jobs', 'plugins/audit', 'plugins/ledger', 'plugins/studio', 'plugins/tax'],
    });
    db = test.db;
    await db.query(`INSERT INTO public.enterprises (name) VALUES ('甲'), ('乙')`);
    await db.transaction((tx) => ensureEnterpriseAccounts(tx, command, [A, B]));
  }, 180_000);
  afterAll(() => test.drop());

  const idOf = async (sql: string): Promise<number> => (await db.one<{ id: number }>(`${sql} RETURNING id`)).id;
  const newWorker = (): Promise<number> => idOf(`INSERT INTO public.workers (number) VALUES (gen_random_uuid())`);

  /** Quotes and reserves one payment; gives its order. */
  async function reserve(
    workerId: number,
    day: string,
    gross: string,
    more: Partial<TaxLine> = {},
    enterpriseId = A,
  ): Promise<number> {
    const orderId = await idOf(`INSERT INTO public.orders (state) VALUES ('confirmed')`);
    const line: TaxLine = {
      lineKey: String(orderId),
      workerId,
      grossFen: yuan(gross),
      vatRole: 'platform-files',
      urbanMaintenanceRate: 70_000n,
      ...more,
    };
    const frame = { groupCode: PLATFORM_GROUP, enterpriseId, day };
    const [quoted] = (await quoteTaxes(db, { ...frame, lines: [line] })).lines;
    if (!quoted?.ok) throw new Error('quoted');
    const lines = [{ ...line, orderId, quoted: quoted.figures }];
    const reserved = await db.transaction((tx) => reserveTaxes(tx, { ...frame, lines }, command));
    expect(reserved).toEqual({ ok: true });
    return orderId;
  }

  async function pay(...payment: Parameters<typeof reserve>): Promise<number> {
    const orderId = await reserve(...payment);
    await finalizeTaxes(db, [orderId], command);
    return orderId;
  }

  const undo = (...orderIds: number[]) => db.transaction((tx) => voidTaxes(tx, orderIds, command));
  const owed = async (workerId: number, enterpriseId = A): Promise<string> => {
    const sql = `SELECT owed_fen AS fen FROM tax.balances WHERE worker_id = $1 AND enterprise_id = $2`;
    return yuanText((await db.maybeOne<{ fen: bigint }>(sql, [workerId, enterpriseId]))?.fen ?? 0n);
  };
  const figuresOf = (orderId: number) =>
    db.one<Record<'vat' | 'tax' | 'collected' | 'net', bigint>>(
      `SELECT vat_fen AS vat, income_tax_fen AS tax, collected_fen AS collected, net_fen AS net FROM public.tax_records
        WHERE order_id = $1`,
      [orderId],
    );
  const ledger = async (
    kind: 'receivable' | 'tax-vat' | 'tax-surcharge' | 'tax-iit',
    enterpriseId = A,
  ): Promise<Fen> => {
    const [row] = await balances(db, { accounts: [accountOf(kind, enterpriseId)] });
    return row?.balanceFen ?? 0n;
  };
  const move = async (month: string, action: PeriodAction) => {
    const { id } = await db.one<{ id: number }>('SELECT id FROM public.tax_periods WHERE month = $1', [month]);
    return db.transaction((tx) => movePeriod(tx, id, action, command));
  };
  const corrections = (workerId: number) =>
    db.query(
      `SELECT month, income_after_fen AS income, tax_before_fen AS "taxBefore", tax_after_fen AS "taxAfter",
              vat_before_fen AS "vatBefore", vat_after_fen AS "vatAfter", surcharge_before_fen AS "surchargeBefore",
              surcharge_after_fen AS "surchargeAfter" FROM tax.corrections WHERE worker_id = $1 ORDER BY month`,
      [workerId],
    );

  it('close with the figures of an exempt month, and what was charged too much is booked as due back', async () => {
    const worker = await newWorker();
    const first = await pay(worker, '2025-10-10', '60000.00');
    await pay(worker, '2025-10-11', '50000.00');
    const before = [await ledger('receivable'), await ledger('tax-vat'), await ledger('tax-iit')];
    const [voided] = await undo(first);
    // VAT 1,089.11 with surcharges 65.35 (domain.md 2.2), and income tax 3,912.87 − 1,050.00.
    expect(yuanText(voided?.refundDueFen ?? 0n)).toBe('4017.33');
    expect(await owed(worker)).toBe('-4017.33');
    expect(await ledger('receivable')).toBe((before[0] ?? 0n) - yuan('4017.33'));
    expect(await ledger('tax-vat')).toBe((before[1] ?? 0n) + yuan('1089.11'));
    expect(await ledger('tax-iit')).toBe((before[2] ?? 0n) + yuan('2862.87'));
    expect(await move('2025-10', 'close')).toMatchObject({
      grossFen: yuan('50000.00'),
      incomeFen: yuan('50000.00'),
      vatFen: 0n,
      surchargeFen: 0n,
      incomeTaxFen: yuan('1050.00'),
    });
    const next = await pay(worker, '2025-11-10', '1000.00');
    expect(await figuresOf(next)).toMatchObject({ collected: -yuan('4017.33'), net: yuan('5017.33') });
    expect(await owed(worker)).toBe('0.00');
  });

  it('name VAT and surcharges in the correction of a filed month', async () => {
    const worker = await newWorker();
    const first = await pay(worker, '2025-12-10', '60000.00');
    await pay(worker, '2025-12-11', '50000.00');
    await move('2025-12', 'close');
    await move('2025-12', 'file');
    await undo(first);
    expect(await corrections(worker)).toEqual([
      {
        month: '2025-12',
        income: yuan('50000.00'),
        taxBefore: yuan('5692.87'),
        taxAfter: yuan('1050.00'),
        vatBefore: yuan('1089.11'),
        vatAfter: 0n,
        surchargeBefore: yuan('65.35'),
        surchargeAfter: 0n,
      },
    ]);
  });

  it('are filed as they stand at filing, though a payment was voided after closing', async () => {
    const worker = await newWorker();
    const first = await pay(worker, '2026-01-10', '60000.00');
    await pay(worker, '2026-01-11', '50000.00');
    expect(await move('2026-01', 'close')).toMatchObject({ grossFen: yuan('110000.00') });
    await undo(first);
    expect(await corrections(worker)).toEqual([]);
    expect(await move('2026-01', 'file')).toMatchObject({
      state: 'filed',
      recordCount: 1,
      grossFen: yuan('50000.00'),
      vatFen: 0n,
      incomeTaxFen: yuan('1050.00'),
    });
  });

  it('are never filed beside a void: it is in what is filed, or it has a correction', async () => {
    for (let round = 0; round < 12; round += 1) {
      const month = `2031-${String(round + 1).padStart(2, '0')}`;
      const worker = await newWorker();
      // No VAT threshold is known for 2031: the worker declares it himself.
      const first = await pay(worker, `${month}-10`, '60000.00', { vatRole: 'self' });
      await pay(worker, `${month}-11`, '50000.00', { vatRole: 'self' });
      await move(month, 'close');
      const [, filed] = await Promise.all(
        round % 2 === 0
          ? [undo(first), move(month, 'file')]
          : [undo(first), delayed(round).then(() => move(month, 'file'))],
      );
      const corrected = await corrections(worker);
      const inReturn = (filed as { grossFen: bigint }).grossFen === yuan('50000.00');
      expect([inReturn, corrected.length]).toEqual(inReturn ? [true, 0] : [false, 1]);
    }
  }, 60_000);
  const delayed = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

  it('correct filed months only, and the next month withholds what the bureau’s client computes', async () => {
    const worker = await newWorker();
    await pay(worker, '2026-06-10', '40000.00');
    const second = await pay(worker, '2026-06-20', '40000.00');
    await pay(worker, '2026-07-10', '40000.00');
    await move('2026-06', 'close');
    await move('2026-06', 'file');
    const [voided] = await undo(second);
    expect(voided?.correctedMonths).toEqual(['2026-06']);
    expect(await corrections(worker)).toMatchObject([
      { month: '2026-06', taxBefore: yuan('3380.00'), taxAfter: yuan('810.00') },
    ]);
    expect(await owed(worker)).toBe('-630.00');
    const sums = await db.one<{ withheld: bigint; sum: bigint }>(
      'SELECT withheld_fen AS withheld, run_income_tax_fen AS sum FROM tax.cumulations WHERE worker_id = $1',
      [worker],
    );
    expect(sums).toEqual({ withheld: yuan('2880.00'), sum: yuan('2880.00') });
    const august = await pay(worker, '2026-08-10', '40000.00');
    expect(await figuresOf(august)).toMatchObject({ tax: yuan('2700.00'), net: yuan('37930.00') });
  });

  it('keep the money of two enterprises apart: a receivable is collected by the enterprise it is owed to', async () => {
    const worker = await newWorker();
    await pay(worker, '2026-09-01', '100900.00');
    await pay(worker, '2026-09-02', '200.00');
    expect(await owed(worker)).toBe('861.04');
    const other = await pay(worker, '2026-09-03', '5000.00', {}, B);
    expect(await figuresOf(other)).toMatchObject({ collected: 0n });
    expect([await owed(worker), await owed(worker, B)]).toEqual(['861.04', '0.00']);
    const own = await pay(worker, '2026-09-04', '2000.00');
    expect(await figuresOf(own)).toMatchObject({ collected: yuan('861.04') });
    expect(await owed(worker)).toBe('0.00');
  });

  it('give back what a later payment collected for a batch that was cancelled', async () => {
    const worker = await newWorker();
    await pay(worker, '2026-10-01', '100900.00');
    const reserved = await reserve(worker, '2026-10-02', '200.00');
    await pay(worker, '2026-11-03', '2000.00');
    expect(await owed(worker)).toBe('0.00');
    const [voided] = await undo(reserved);
    expect(yuanText(voided?.refundDueFen ?? 0n)).toBe('861.04');
    const next = await pay(worker, '2026-11-04', '1000.00');
    expect(await figuresOf(next)).toMatchObject({ collected: -yuan('861.04') });
    expect(await owed(worker)).toBe('0.00');
  });

  it('tax a non-resident by the month: ten payments of 3,000 withhold 3,390.00', async () => {
    const worker = await newWorker();
    for (let day = 10; day < 20; day += 1) {
      await pay(worker, `2026-11-${day}`, '3000.00', { regime: 'non-resident-labor' });
    }
    const { tax } = await db.one<{ tax: bigint }>(
      'SELECT sum(income_tax_fen)::bigint AS tax FROM public.tax_records WHERE worker_id = $1',
      [worker],
    );
    expect(yuanText(tax)).toBe('3390.00');
  });

  it('add the payments of a day whose VAT the payer withholds, and restate the day', async () => {
    const worker = await newWorker();
    const terms = { vatRole: 'payer-withholds' } as const;
    const first = await pay(worker, '2026-11-20', '900.00', terms);
    const second = await pay(worker, '2026-11-20', '900.00', terms, B);
    expect([(await figuresOf(first)).vat, (await figuresOf(second)).vat]).toEqual([0n, yuan('17.82')]);
    const before = await ledger('tax-vat', B);
    await undo(first);
    // 17.82 and urban maintenance tax 0.62 stand on the books of the enterprise whose payment carried them.
    expect([await owed(worker), await owed(worker, B)]).toEqual(['0.00', '-18.44']);
    expect(await ledger('tax-vat', B)).toBe(before + yuan('17.82'));
    await undo(second);
    expect([await owed(worker, B), await ledger('tax-vat', B)]).toEqual(['0.00', before]);
  });

  it('are added up to 12 consecutive ones: above 5,000,000 a worker must be guided to register', async () => {
    const [worker, other] = [await newWorker(), await newWorker()];
    const terms = { vatRole: 'self' } as const;
    for (const month of ['2028-03', '2029-01', '2029-02', '2029-03']) {
      await pay(worker, `${month}-10`, '1300000.00', terms);
      await pay(other, `${month}-10`, '1000000.00', terms);
    }
    const read = (fromMonth: string, throughMonth: string) =>
      readTwelveMonths(db, { workerIds: [worker, other], fromMonth, throughMonth });
    // March 2028 is out of the 12 months to March 2029, and in those to February.
    expect(await read('2029-01', '2029-12')).toEqual([
      { workerId: worker, throughMonth: '2029-02', grossFen: yuan('3900000.00') },
      { workerId: other, throughMonth: '2029-02', grossFen: yuan('3000000.00') },
    ]);
    await pay(worker, '2029-04-10', '1300000.00', terms);
    expect((await workerTaxYear(db, worker, 2029)).twelveMonths).toEqual({
      throughMonth: '2029-04',
      grossFen: yuan('5200000.00'),
      limitFen: yuan('5000000.00'),
      mustGuide: true,
    });
    expect((await workerTaxYear(db, other, 2029)).twelveMonths).toMatchObject({ mustGuide: false });
    expect((await workerTaxYear(db, other, 2027)).twelveMonths).toBeNull();
  });

  it('are cleared when they are closed, should a void have left them uncleared', async () => {
    const worker = await newWorker();
    const first = await pay(worker, '2027-01-10', '60000.00');
    await pay(worker, '2027-01-11', '50000.00');
    // As voids of earlier versions did: the record alone.
    await db.query(`UPDATE public.tax_records SET state = 'voided', voided_at = now() WHERE order_id = $1`, [first]);
    expect(await move('2027-01', 'close')).toMatchObject({ incomeFen: yuan('50000.00'), vatFen: 0n });
    expect(await owed(worker)).toBe('-4017.33');
  });
});
