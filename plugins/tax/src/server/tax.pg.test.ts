import type { Command, Database, Tx } from '@linggong/core';
import { systemCommand } from '@linggong/core';
import { parseYuan, yuanText, type Fen } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { ensureEnterpriseAccounts } from '@linggong/ledger';
import { adoptSeeds } from '@linggong/studio';
import { INITIAL_TABLES } from '../domain';
import {
  finalizeTaxes,
  PLATFORM_GROUP,
  quoteTaxes,
  reserveTaxes,
  voidTaxes,
  type Reservation,
  type ReserveLine,
  type TaxLine,
  type TaxQuote,
} from '../index';
import { parameterSeed } from './parameters/parameter-seed';
import { storedValue } from './parameters/parameter-values';
import { readTables } from './parameters/read-tables';

const command: Command = systemCommand('test', new Date('2026-03-10T02:00:00Z'), 'trace-test');
const yuan = (text: string): Fen => {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.fen;
};
const line = (workerId: number, gross: string, more: Partial<TaxLine> = {}): TaxLine => ({
  lineKey: `${workerId}:${gross}`,
  workerId,
  grossFen: yuan(gross),
  vatRole: 'platform-files',
  urbanMaintenanceRate: 70_000n,
  ...more,
});

const [A, B] = [1, 2];

describe('taxes of settlement batches', () => {
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

  const newWorkers = async (count: number): Promise<number[]> => {
    const sql = `INSERT INTO public.workers (number) SELECT 'W' || n FROM generate_series(1, $1) n RETURNING id`;
    return (await db.query<{ id: number }>(sql, [count])).map(({ id }) => id);
  };
  const newWorker = async (): Promise<number> => (await newWorkers(1))[0] ?? 0;
  const newOrders = async (tx: Tx, count: number): Promise<number[]> => {
    const sql = `INSERT INTO public.orders (state) SELECT 'confirmed' FROM generate_series(1, $1) RETURNING id`;
    return (await tx.query<{ id: number }>(sql, [count])).map(({ id }) => id);
  };
  const quote = (day: string, lines: readonly TaxLine[], enterpriseId = A): Promise<TaxQuote> =>
    quoteTaxes(db, { groupCode: PLATFORM_GROUP, enterpriseId, day, lines });

  interface Confirmed {
    readonly reservation: Reservation;
    readonly orderIds: readonly number[];
  }

  /** `reserved` is called while the locks are held: batches that share workers are told in the order of their commits. */
  async function confirm(
    day: string,
    lines: readonly TaxLine[],
    quoted: TaxQuote,
    reserved: () => void = () => undefined,
    enterpriseId = A,
  ): Promise<Confirmed> {
    return db.transaction(async (tx) => {
      const orderIds = await newOrders(tx, lines.length);
      const orders = lines.map((each, index): ReserveLine => {
        const answer = quoted.lines[index];
        if (!answer?.ok) throw new Error('quoted line');
        const { figures, stateVersion } = answer;
        return { ...each, orderId: orderIds[index] ?? 0, quoted: figures, stateVersion };
      });
      const request = { groupCode: PLATFORM_GROUP, day, lines: orders, enterpriseId };
      const reservation = await reserveTaxes(tx, request, command);
      if (!reservation.ok) throw new Stale(reservation.stale);
      reserved();
      return { reservation, orderIds };
    });
  }

  class Stale extends Error {
    constructor(readonly lines: readonly string[]) {
      super('stale');
    }
  }

  const payBy = async (enterpriseId: number, day: string, ...lines: TaxLine[]): Promise<number[]> => {
    const quoted = await quote(day, lines, enterpriseId);
    return [...(await confirm(day, lines, quoted, undefined, enterpriseId)).orderIds];
  };
  const pay = (day: string, ...lines: TaxLine[]): Promise<number[]> => payBy(A, day, ...lines);
  const voidOf = (...orderIds: number[]) => db.transaction((tx) => voidTaxes(tx, orderIds, command));

  interface Totals {
    version: bigint;
    run_no: number;
    months: number;
    income_fen: bigint;
    withheld_fen: bigint;
  }
  const totals = (workerId: number): Promise<Totals> =>
    db.one<Totals>(
      `SELECT version, run_no, months, income_fen, withheld_fen FROM tax.cumulations
        WHERE worker_id = $1`,
      [workerId],
    );
  /** What a worker owes an enterprise, below zero what is due back to him. */
  const owed = async (workerId: number, enterpriseId = A): Promise<string> => {
    const sql = `SELECT owed_fen AS fen FROM tax.balances WHERE worker_id = $1 AND enterprise_id = $2`;
    return yuanText((await db.maybeOne<{ fen: bigint }>(sql, [workerId, enterpriseId]))?.fen ?? 0n);
  };
  const recordsOf = (workerId: number) =>
    db.query<{ state: string; sequence: number; tax: bigint; net: bigint; months: number }>(
      `SELECT state, sequence, income_tax_fen AS tax, net_fen AS net, months FROM public.tax_records WHERE worker_id = $1
        ORDER BY sequence`,
      [workerId],
    );

  const figuresOf = (orderId = 0) =>
    db.one<{ vat: bigint; tax: bigint; receivable: bigint; collected: bigint; net: bigint }>(
      `SELECT vat_fen AS vat, income_tax_fen AS tax, receivable_fen AS receivable, collected_fen AS collected, net_fen AS net
         FROM public.tax_records WHERE order_id = $1`,
      [orderId],
    );

  it('seeds the parameter tables of the domain', async () => {
    const { tables, version } = await readTables(db);
    expect(tables).toEqual(INITIAL_TABLES);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    // The same values in Studio are the same tables by the same name: nothing that was quoted before is stale.
    const before = version;
    await adoptSeeds(db, command, [parameterSeed]);
    expect(await readTables(db)).toEqual({ tables: INITIAL_TABLES, version: before });
    expect(storedValue(INITIAL_TABLES.labourAllowance[0]?.value ?? 0n)).toBe(
      '{"flatUpToFen":"400000","flatFen":"80000"}',
    );
  });

  it('keeps parameters, records and corrections from being changed', async () => {
    const worker = await newWorker();
    await pay('2026-03-10', line(worker, '1000.00'));
    await expect(db.query('UPDATE public.tax_records SET net_fen = 1')).rejects.toThrow(/never changed/);
    await expect(db.query('DELETE FROM public.tax_records')).rejects.toThrow(/permission denied|never changed/);
    await expect(db.query(`UPDATE tax.parameters SET value = '1'`)).rejects.toThrow(/permission denied/);
  });

  it('quotes the lines of one worker in their order and reads only', async () => {
    const worker = await newWorker();
    const quoted = await quote('2026-03-10', [
      line(worker, '40000.00'),
      line(worker, '2000.00'),
      line(worker, '70000.00'),
    ]);
    const shown = quoted.lines.map((each) => (each.ok ? yuanText(each.figures.vatFen) : each.problem.code));
    // 112,000 / 1.01 = 110,891.09: the third line carries 1,108.91 of VAT and the surcharges of the whole month.
    expect(shown).toEqual(['0.00', '0.00', '1108.91']);
    expect(await db.query('SELECT FROM tax.cumulations WHERE worker_id = $1', [worker])).toEqual([]);
  });

  it('answers a line that cannot be computed as a value and computes the others', async () => {
    const worker = await newWorker();
    await pay('2026-04-10', line(worker, '1000.00'));
    const other = await newWorker();
    const quoted = await quote('2026-03-10', [line(worker, '1000.00'), line(other, '1000.00')]);
    expect(quoted.lines.map((each) => each.ok || each.problem.code)).toEqual(['tax-month-passed', true]);
  });

  it('reserves, makes final, and repeats neither', async () => {
    const worker = await newWorker();
    const [first] = await pay('2026-01-10', line(worker, '10000.00'));
    const [second] = await pay('2026-02-10', line(worker, '10000.00'));
    expect(await totals(worker)).toMatchObject({ version: 2n, run_no: 1, months: 2, withheld_fen: 18_000n });
    expect(await finalizeTaxes(db, [first ?? 0, second ?? 0], command)).toBe(2);
    expect(await finalizeTaxes(db, [first ?? 0], command)).toBe(0);
    expect((await recordsOf(worker)).map(({ state, tax, months }) => [state, tax, months])).toEqual([
      ['paid', 9_000n, 1],
      ['paid', 9_000n, 2],
    ]);
  });

  it('refuses a stale quote as a typed conflict and leaves nothing behind', async () => {
    const [worker = 0, other = 0] = await newWorkers(2);
    const lines = [line(worker, '10000.00'), line(other, '10000.00')];
    const quoted = await quote('2026-03-10', lines);
    await pay('2026-03-10', line(worker, '500.00'));
    await expect(confirm('2026-03-10', lines, quoted)).rejects.toMatchObject({ lines: [`${worker}:10000.00`] });
    expect(await recordsOf(other)).toEqual([]);
    const again = await quote('2026-03-10', lines);
    expect((await confirm('2026-03-10', lines, again)).reservation.ok).toBe(true);
  });

  it('voids a payment with its withholding, as vector E10', async () => {
    const worker = await newWorker();
    await pay('2026-01-10', line(worker, '20000.00'));
    const [returned] = await pay('2026-02-10', line(worker, '20000.00'));
    const before = await db.transaction((tx) => voidTaxes(tx, [returned ?? 0], command));
    expect(before).toEqual([{ orderId: returned, refundDueFen: 0n, correctedMonths: [] }]);
    expect(await db.transaction((tx) => voidTaxes(tx, [returned ?? 0], command))).toEqual([]);
    expect(await totals(worker)).toMatchObject({ months: 1, withheld_fen: 33_000n, income_fen: yuan('20000.00') });
    await pay('2026-02-15', line(worker, '5000.00'));
    await pay('2026-03-10', line(worker, '20000.00'));
    const live = (await recordsOf(worker)).filter(({ state }) => state !== 'voided');
    expect(live.map(({ tax }) => yuanText(tax))).toEqual(['330.00', '0.00', '300.00']);
    expect(await totals(worker)).toMatchObject({ months: 3, withheld_fen: 63_000n });
  });

  it('breaks the run at a month that a void left empty', async () => {
    const worker = await newWorker();
    await pay('2026-01-10', line(worker, '20000.00'));
    const [middle] = await pay('2026-02-10', line(worker, '20000.00'));
    await pay('2026-03-10', line(worker, '20000.00'));
    await db.transaction((tx) => voidTaxes(tx, [middle ?? 0], command));
    expect(await totals(worker)).toMatchObject({ run_no: 2, months: 1, income_fen: yuan('20000.00') });
    const years = await db.query(
      'SELECT run_no, first_month, income_fen FROM tax.worker_years WHERE worker_id = $1 ORDER BY run_no',
      [worker],
    );
    expect(years).toEqual([
      { run_no: 1, first_month: '2026-01', income_fen: yuan('20000.00') },
      { run_no: 2, first_month: '2026-03', income_fen: yuan('20000.00') },
    ]);
  });

  it('writes corrections when the month was filed, and pays nothing into a closed month', async () => {
    const worker = await newWorker();
    const [first] = await pay('2025-10-10', line(worker, '40000.00'));
    await pay('2025-10-20', line(worker, '40000.00'));
    await db.query(`UPDATE public.tax_periods SET state = 'filed' WHERE month = '2025-10'`);
    await expect(pay('2025-10-30', line(worker, '1.00'))).rejects.toMatchObject({ code: 'tax-period-closed' });
    const [voided] = await db.transaction((tx) => voidTaxes(tx, [first ?? 0], command));
    expect(voided?.correctedMonths).toEqual(['2025-10']);
    const [correction] = await db.query(
      'SELECT month, tax_before_fen, tax_after_fen, vat_before_fen, surcharge_after_fen FROM tax.corrections WHERE worker_id = $1',
      [worker],
    );
    expect(correction).toEqual({
      month: '2025-10',
      tax_before_fen: yuan('3380.00'),
      tax_after_fen: yuan('810.00'),
      vat_before_fen: 0n,
      surcharge_after_fen: 0n,
    });
    expect([await owed(worker), await totals(worker)]).toMatchObject(['-1760.00', { withheld_fen: yuan('810.00') }]);
  });

  it('keeps a receivable across years and says what is due back', async () => {
    const worker = await newWorker();
    await pay('2025-12-30', line(worker, '101000.00'));
    const [crossing] = await pay('2025-12-31', line(worker, '0.02'));
    await pay('2026-02-10', line(worker, '500.00'));
    expect(await owed(worker)).toBe('559.98');
    const [voided] = await voidOf(crossing ?? 0);
    expect([await owed(worker), voided?.refundDueFen]).toEqual(['-500.00', yuan('500.00')]);
    expect(await totals(worker)).toMatchObject({ months: 1 });
    // 6,500.00 in the second month of the run is below the deduction: no tax, and the 500.00 come on top.
    const [given] = await pay('2026-03-10', line(worker, '6000.00'));
    expect(await figuresOf(given)).toMatchObject({ collected: -yuan('500.00'), net: yuan('6500.00') });
    expect(await owed(worker)).toBe('0.00');
  });

  it('gives concurrent batches the totals of the serial order of their confirmations', async () => {
    const workers = await newWorkers(12);
    const batches = Array.from({ length: 8 }, (_, batch) =>
      workers.flatMap((worker, index) =>
        (index + batch) % 3 === 0 ? [] : [line(worker, `${(batch + 1) * 4000 + index}.37`)],
      ),
    );
    const order: number[] = [];
    const confirmUntilDone = async (batch: number): Promise<void> => {
      const lines = batch % 2 === 0 ? batches[batch] : [...(batches[batch] ?? [])].reverse();
      for (;;) {
        const quoted = await quote('2026-05-10', lines ?? []);
        try {
          await confirm('2026-05-10', lines ?? [], quoted, () => order.push(batch));
          return;
        } catch (error) {
          if (!(error instanceof Stale)) throw error;
        }
      }
    };
    await Promise.all(batches.map((_, batch) => confirmUntilDone(batch)));
    const concurrent = await Promise.all(workers.map(recordsOf));
    const serial = await newWorkers(12);
    const twin = new Map(workers.map((worker, index) => [worker, serial[index] ?? 0]));
    for (const batch of order) {
      await pay(
        '2026-05-10',
        ...(batches[batch] ?? []).map((each) => ({ ...each, workerId: twin.get(each.workerId) ?? 0 })),
      );
    }
    expect(await Promise.all(serial.map(recordsOf))).toEqual(concurrent);
  }, 60_000);

  it('takes a batch of thousands of workers and gives it back, to the fen', async () => {
    const workers = await newWorkers(6_000);
    const lines = workers.map((worker, index) =>
      line(worker, `${(index % 9000) + 1000}.00`, { lineKey: String(index) }),
    );
    const quoted = await quote('2026-06-10', lines);
    const { orderIds } = await confirm('2026-06-10', lines, quoted);
    const quotedTax = quoted.lines.reduce((sum, each) => sum + (each.ok ? each.figures.incomeTaxFen : 0n), 0n);
    const withheld = (): Promise<{ tax: bigint; gross: bigint }> =>
      db.one(
        `SELECT sum(withheld_fen)::bigint AS tax, sum(run_gross_fen)::bigint AS gross FROM tax.cumulations
          WHERE worker_id = ANY($1::integer[])`,
        [workers],
      );
    const gross = lines.reduce((sum, { grossFen }) => sum + grossFen, 0n);
    expect(await withheld()).toEqual({ tax: quotedTax, gross });
    expect(await db.transaction((tx) => voidTaxes(tx, orderIds, command))).toHaveLength(6_000);
    expect(await withheld()).toEqual({ tax: 0n, gross: 0n });
  }, 120_000);
});
