import { noteSignals } from '@linggong/access';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { FeatureValues } from '../../domain/features';
import { featureNamed, signalBounds } from '../../domain/features';
import { countOrders } from './count-orders';
import { statementFor } from './feature-statement';
import { readFeatures } from './read-features';

const TODAY = '2026-11-27';
const hash = (kind: string, clear: string): Buffer => Buffer.from(`${kind}:${clear}`.padEnd(32, '.')).subarray(0, 32);

/** Devices and network addresses of people (R6.3): one for many, and one with the payer. */
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
}, 120_000);
afterAll(() => test?.drop());

interface From {
  readonly device?: string;
  readonly address?: string;
  readonly day?: string;
}
const enters = (
  party: { workerId: number } | { enterpriseId: number },
  { device, address, day = TODAY }: From,
): Promise<void> =>
  test.db.transaction((tx) =>
    noteSignals(tx, { blind: hash }, { workerId: null, enterpriseId: null, ...party }, device, {
      at: new Date(`${day}T04:00:00Z`),
      address,
    }),
  );
let orders = 0;
const paid = (workerId: number, day = TODAY): Promise<unknown> =>
  test.db.transaction((tx) =>
    countOrders(tx, [
      { orderId: ++orders, workerId, enterpriseId: 9, taskId: 1, cardId: 1, amountFen: 100n, day, isReturned: false },
    ]),
  );
async function told(workerId: number, names: readonly string[], enterpriseId = 9): Promise<(number | undefined)[]> {
  const wanted = names.flatMap((name) => featureNamed(name) ?? []);
  const asked = [{ workerId, enterpriseId, cardId: 0, taskId: 0 }];
  const [values]: (FeatureValues | undefined)[] = await readFeatures(test.db, TODAY, asked, wanted);
  return names.map((name) => values?.[name]);
}

it('counts two people on one device, and what either was paid before he ever signed in there', async () => {
  const device = '1'.repeat(32);
  await enters({ workerId: 11 }, { device });
  await paid(12, '2026-11-20');
  await paid(11);
  const names = ['deviceWorkersDay', 'deviceWorkersWeek', 'deviceOrdersMonth', 'deviceAmountFenMonth'];
  expect(await told(11, names)).toEqual([1, 1, 1, 100]);
  await enters({ workerId: 12 }, { device, day: '2026-11-25' });
  expect(await told(11, names)).toEqual([1, 2, 2, 200]);
  // Seen there two days ago: today he has no device, and nothing is told of one.
  expect(await told(12, names)).toEqual([0, 2, 2, 200]);
  expect(await told(13, names)).toEqual([0, 0, 0, 0]);
});

it('takes the addresses of one IPv6 network for one, and keeps none of them', async () => {
  await enters({ workerId: 21 }, { address: '2001:db8:7:7::1' });
  await enters({ workerId: 22 }, { address: '2001:db8:7:7:aaaa::2' });
  await enters({ workerId: 23 }, { address: '2001:db8:7:8::1' });
  await enters({ workerId: 24 }, { address: 'not an address' });
  expect(await told(21, ['addressWorkersDay'])).toEqual([2]);
  expect(await told(23, ['addressWorkersDay'])).toEqual([1]);
  expect(await told(24, ['addressWorkersDay'])).toEqual([0]);
  const kept = await test.db.query<{ key: string }>(
    `SELECT signal_key AS key FROM access.signals WHERE kind = 'address'`,
  );
  for (const { key } of kept) expect(key).toMatch(/^[0-9a-f]{64}$/);
});

it('sees a payee who signs in where an account of his payer does, and of no other enterprise', async () => {
  const names = ['payeeOnPayerDevice', 'payeeAtPayerAddress'];
  await enters({ workerId: 31 }, { device: '3'.repeat(32), address: '198.51.100.3' });
  await enters({ enterpriseId: 9 }, { device: '3'.repeat(32), address: '198.51.100.4', day: '2026-01-02' });
  expect(await told(31, names)).toEqual([1, 0]);
  expect(await told(31, names, 8)).toEqual([0, 0]);
  await enters({ enterpriseId: 8 }, { address: '198.51.100.3', day: '2025-11-27' });
  expect(await told(31, names, 8)).toEqual([0, 0]);
  await enters({ enterpriseId: 8 }, { address: '198.51.100.3', day: '2025-11-28' });
  expect(await told(31, names, 8)).toEqual([0, 1]);
  // The enterprise itself is nobody who is paid.
  expect(await told(31, ['deviceWorkersYear'])).toEqual([1]);
});

it('follows so many people of an exit that a whole network shares, those seen last, and reads them by an index', async () => {
  const key = hash('sign-in-address', '192.0.2.1').toString('hex');
  await test.db.query(
    `INSERT INTO access.signals (kind, signal_key, party_kind, party_id, last_day)
     SELECT 'address', $1, 'worker', 1000 + n, date '2026-11-27' - (n / 100)::int FROM generate_series(1, 5000) n
     UNION ALL SELECT 'address', md5(n::text) || md5(n::text), 'worker', 10000 + n, date '2026-11-20' FROM generate_series(1, 20000) n`,
    [key],
  );
  await paid(1001);
  await paid(1250);
  const names = ['addressWorkersYear', 'addressOrdersYear'];
  expect(await told(1001, names)).toEqual([signalBounds.people, 1]);
  // Among the people are those of the last two days; whoever was last here three days ago asks about them too.
  expect(await told(1250, names)).toEqual([signalBounds.people, 1]);
  await test.db.query('ANALYZE access.signals');
  const statement = statementFor(
    names.flatMap((name) => featureNamed(name) ?? []),
    true,
  );
  const plan = await test.db.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN ${statement.sql.replaceAll('$1', `'${TODAY}'`).replaceAll('$2', '1001')}`,
  );
  const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(lines).toMatch(/Index Only Scan using signals_of_party/);
  expect(lines).toMatch(/Index Only Scan using signals_parties/);
  expect(lines).not.toMatch(/Seq Scan on signals/);
});
