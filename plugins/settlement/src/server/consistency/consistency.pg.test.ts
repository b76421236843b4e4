import { createDatabase, type Database } from '@linggong/core';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { agreementRegistration } from './agreement-registration';
import { businessFund } from './business-fund';
import { depositFund } from './deposit-fund';

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

it('deposits agree with the statements of the bank, both ways, by serial, day and amount (R8.2)', async () => {
  const compare = () => depositFund.compare(world.db, '2026-10-01', '2026-11-01');
  const { account } = await world.db.one<{ account: string }>(
    'SELECT sub_account_number AS account FROM parties.published_enterprise_facts WHERE enterprise_id = $1',
    [world.enterpriseId],
  );
  const received = '2026-10-09T02:00:00Z';
  const deposit = {
    subAccountNumber: account,
    bankSerial: 'DF-1',
    amountFen: 5_000,
    payerName: world.enterpriseName,
    receivedAt: received,
  };
  const depositId = await world.settlement.recordDeposit(world.as('finance-officer', 1), deposit);
  const { number } = await world.db.one<{ number: string }>('SELECT number FROM public.deposits WHERE id = $1', [
    depositId,
  ]);
  expect(await compare()).toEqual({ compared: 1, differences: 1, samples: [number] });
  const { id } = await world.db.one<{ id: number }>(
    `INSERT INTO channels.bank_files (channel, direction, kind, name, sha256, bytes, vault_file, state, lines, way, at)
     VALUES ('bank-file-iso-09', 'in', 'camt.053', 'df', sha256('df'), 1, gen_random_uuid(), 'applied', 1, 'folder', $1) RETURNING id`,
    [received],
  );
  const line = (serial: string, at: string, amountFen: number) =>
    world.db.query(
      `INSERT INTO channels.statement_lines (channel, account, bank_serial, booked_on, booked_at, direction, amount_fen, reversal, remark, file_id)
       VALUES ('bank-file-iso-09', $1, $2, ($3::timestamptz + interval '8 hours')::date, $3::timestamptz, 'credit', $4, false, '', $5)`,
      [account, serial, at, amountFen, id],
    );
  // The same serial of another day is another credit, and nobody booked it.
  await line('DF-1', '2026-10-12T02:00:00Z', 5_000);
  expect(await compare()).toEqual({ compared: 2, differences: 2, samples: [number, 'DF-1'].sort() });
  await line('DF-1', received, 5_000);
  expect(await compare()).toEqual({ compared: 2, differences: 1, samples: ['DF-1'] });
});
