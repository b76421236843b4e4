import { createDatabase, systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { payeesOfPeople } from './payees-of-people';

/** What a bank wrote is evidence: the application masks it for those alone who stand in a certificate of destruction. */
let test: TestDatabase;
let db: Database;
let superuser: Database;

beforeAll(async () => {
  test = await testDatabase();
  db = createDatabase({ connectionString: test.url, max: 1 });
  superuser = createDatabase({ connectionString: test.superuserUrl, max: 1 });
  await superuser.query(`
    SET session_replication_role = replica;
    INSERT INTO public.orders (id, number, batch_id, enterprise_id, worker_id, task_id, engagement_id, bank_card_id, row_no, confirmed_at, state,
        amount_fen, fee_mode, fee_timing, tax_bearer, returned_fee, gross_fen, fee_fen, vat_fen, surcharge_fen, income_tax_fen,
        receivable_fen, collected_fen, net_fen)
      SELECT n, 'O-' || n, 1, 1, n, 1, 1, 1, n, now(), 'paying', 1, 'on-top', 'with-payment', 'worker', 'give-back', 1, 0, 0, 0, 0, 0, 0, 1
        FROM generate_series(1, 2) n;
    INSERT INTO public.payouts (number, order_id, channel, amount_fen, state, attempt, instruction_file, prepared_at)
      SELECT 'P-' || n, n, 'sandbox-bank', 1, 'prepared', 1, 'F-1', now() FROM generate_series(1, 2) n;
    INSERT INTO channels.payees (payout_number, payer_account, subject, card_sealed, name_sealed, remark)
      SELECT 'P-' || n, 'SUB-1', 'subject-' || n, '\\x01', '\\x02', '劳务报酬' FROM generate_series(1, 2) n;
    INSERT INTO channels.statement_lines (channel, account, bank_serial, booked_on, booked_at, direction, amount_fen, reversal, end_to_end_id,
        remark, file_id)
      SELECT 'sandbox-bank', 'SUB-1', 'S-' || n, '2026-11-20', '2026-11-20', 'debit', 100, false, 'P-' || n, '劳务报酬', 1
        FROM generate_series(1, 2) n;
    INSERT INTO channels.statement_lines (channel, account, bank_serial, booked_on, booked_at, direction, amount_fen, reversal, payer_name,
        remark, file_id, payer_sealed, payer_blind)
      VALUES ('sandbox-bank', 'SUB-1', 'OLD-1', '2026-01-20', '2026-01-20', 'credit', 100, false, ' 钱付款', '钱付款 货款', 1, NULL, NULL),
             ('sandbox-bank', 'SUB-1', 'NEW-1', '2026-01-21', '2026-01-21', 'credit', 100, false, '钱**', '钱** 货款', 1, '\\x01', '\\x02');
    SET session_replication_role = origin;
    INSERT INTO sandbox_bank.entries (serial, account, direction, amount_fen, balance_after_fen, end_to_end_id, remark, entered_at)
      SELECT 'S-' || n, 'SUB-1', 'debit', 100, 100, 'P-' || n, '劳务报酬', '2026-11-20' FROM generate_series(1, 2) n;
    SET session_replication_role = replica;
    WITH certificate AS (
      INSERT INTO vault.destructions (number, class, people, actor_name, trace_id, at)
      VALUES ('DC-1', 'person', 1, 'system', 't', now()) RETURNING id)
    INSERT INTO vault.destroyed_people (worker_id, destruction_id, subject_number, locked_at, terms)
      SELECT 1, id, 'W-1', now(), '[]' FROM certificate;
    SET session_replication_role = origin`);
}, 300_000);
afterAll(async () => {
  await db?.close();
  await superuser?.close();
  await test?.drop();
});

const remarks = () =>
  db.query(
    `SELECT p.remark AS payee, l.remark AS line, e.remark AS entry FROM channels.payees p
       JOIN channels.statement_lines l ON l.end_to_end_id = p.payout_number
       JOIN sandbox_bank.entries e ON e.end_to_end_id = p.payout_number ORDER BY p.payout_number`,
  );
const erase = (workerId: number) =>
  db.transaction(async (tx) =>
    payeesOfPeople.erase?.(tx, systemCommand('channels-test', new Date('2026-11-26T02:00:00Z'), 'trace-1'), [
      { workerId, subject: `subject-${workerId}` },
    ]),
  );

const sealOld = String.raw`UPDATE channels.statement_lines SET payer_sealed = '\x01', payer_blind = '\x02',`;

it.each([
  `UPDATE channels.statement_lines SET remark = '***' WHERE end_to_end_id = 'P-2'`,
  `UPDATE sandbox_bank.entries SET remark = '***' WHERE end_to_end_id = 'P-2'`,
  `UPDATE channels.statement_lines SET remark = '退款' WHERE end_to_end_id = 'P-1'`,
  `UPDATE sandbox_bank.entries SET remark = '退款' WHERE end_to_end_id = 'P-1'`,
  `UPDATE channels.payees SET remark = '退款' WHERE payout_number = 'P-1'`,
  `UPDATE channels.payees SET subject = 'subject-1' WHERE payout_number = 'P-2'`,
  `UPDATE channels.payees SET card_sealed = NULL WHERE payout_number = 'P-2'`,
  // A payer of before is sealed once, by his own mask, and what he wrote is starred with him; nothing else is said of him.
  `UPDATE channels.statement_lines SET payer_name = '钱**' WHERE bank_serial = 'OLD-1'`,
  `UPDATE channels.statement_lines SET remark = '*** 货款' WHERE bank_serial = 'OLD-1'`,
  `${sealOld} payer_name = '李**' WHERE bank_serial = 'OLD-1'`,
  `${sealOld} payer_name = '钱**', remark = '钱** 退款' WHERE bank_serial = 'OLD-1'`,
  `${sealOld} payer_name = '钱**', remark = '_____*' WHERE bank_serial = 'OLD-1'`,
  `UPDATE channels.statement_lines SET payer_name = '李**' WHERE bank_serial = 'NEW-1'`,
  `UPDATE channels.statement_lines SET payer_name = '钱付款', payer_sealed = NULL, payer_blind = NULL WHERE bank_serial = 'NEW-1'`,
])('refuses %s', async (sql) => {
  await expect(db.query(sql)).rejects.toThrow(/不可更改/);
});

it('masks what is of a person in a certificate, and of nobody else', async () => {
  await expect(erase(2)).rejects.toThrow(/不可更改/);
  expect(await erase(1)).toEqual({ payees: 1, 'statement-lines': 1 });
  expect(await remarks()).toEqual([
    { payee: '***', line: '***', entry: '***' },
    { payee: '劳务报酬', line: '劳务报酬', entry: '劳务报酬' },
  ]);
});

it('lets a payer of before be sealed, once', async () => {
  await db.query(`${sealOld} payer_name = '钱**', remark = '钱** 货款' WHERE bank_serial = 'OLD-1'`);
  await expect(db.query(`${sealOld} payer_name = '***' WHERE bank_serial = 'OLD-1'`)).rejects.toThrow(/不可更改/);
});

it('lets a deposit be noted on a line, and a payee be sealed anew', async () => {
  await db.query(`UPDATE channels.statement_lines SET deposit_number = 'D-1' WHERE end_to_end_id = 'P-2'`);
  await db.query(`UPDATE channels.payees SET card_sealed = '\\x03' WHERE payout_number = 'P-2'`);
});
