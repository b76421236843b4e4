import { createDatabase, type Database } from '@linggong/core';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { agreementRegistration } from './agreement-registration';
import { businessFund } from './business-fund';

let world: SettlementWorld;
let superuser: Database;
beforeAll(async () => {
  world = await settlementWorld();
  superuser = createDatabase({ connectionString: world.test.superuserUrl, max: 1 });
}, 400_000);
afterAll(async () => {
  await superuser?.close();
  await world?.stop();
});

it('orders agree with contracts, the ledger and the bank, and what does not is told by its number (R8.2)', async () => {
  const { people, workerIds } = await world.another(2);
  await world.deposit(100_000_000n);
  await world.task('TK-C', workerIds, 100_000_000n);
  const id = await world.quoted(people.map((one, index) => rowOf(one, 'TK-C', index ? '20.00' : '10.00')));
  await world.settlement.confirm(world.as('enterprise', 1), id, 1);
  await world.drain();
  const [first, second] = await world.db.query<{ id: number; number: string; paidAt: Date | null }>(
    `SELECT id, number, paid_at AS "paidAt" FROM public.orders WHERE batch_id = $1 ORDER BY id`,
    [id],
  );
  expect(first?.paidAt).not.toBeNull();
  const fund = () => businessFund.compare(world.db, '2026-11-01', '2026-12-01');
  const agreement = () => agreementRegistration.compare(world.db, '2026-11-01', '2026-12-01');
  expect(await fund()).toEqual({ compared: 2, differences: 0, samples: [] });
  expect(await agreement()).toEqual({ compared: 2, differences: 0, samples: [] });
  // Nothing of another month is looked at.
  expect(await businessFund.compare(world.db, '2026-12-01', '2027-01-01')).toMatchObject({ compared: 0 });
  // Returned in the books of orders, and nowhere else.
  await world.db.query(
    `UPDATE public.orders SET state = 'returned', returned_at = paid_at, reason_code = 'x', reason_text = 'x' WHERE id = $1`,
    [first?.id],
  );
  expect(await fund()).toEqual({ compared: 2, differences: 1, samples: [first?.number] });
  // The contract of the other was over by then; the guards of contracts are switched off for it.
  await superuser.query('SET session_replication_role = replica');
  await superuser.query(
    `UPDATE public.contracts SET valid_to = '2026-01-31', valid_from = '2026-01-01'
      WHERE worker_id = (SELECT worker_id FROM public.orders WHERE id = $1)`,
    [second?.id],
  );
  expect(await agreement()).toEqual({ compared: 2, differences: 1, samples: [second?.number] });
});
