import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';

let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 400_000);
afterAll(() => world?.stop());

it('keeps what was decided about every line, with the version of the batch: approvals together, others in rows of their own (R6.4)', async () => {
  const { people, workerIds } = await world.another(4);
  await world.deposit(1_000_000_000n);
  await world.task('TK-KEPT', workerIds, 90_000_000n);
  await world.db.query(
    `INSERT INTO risk.snoozes (number, rule, subject_kind, subject_id, reason, starts_on, ends_on, state, created_at, created_name)
     VALUES ('RS-T-1', 'single-payment-high', 'worker', $1, '测试', '2026-11-22', '2026-12-22', 'in-force', now(), 'test')`,
    [workerIds[2]],
  );
  const amounts = ['100.00', '200000.01', '200000.01', '250.00'];
  const id = await world.quoted(people.map((one, index) => rowOf(one, 'TK-KEPT', amounts[index] ?? '1')));
  const [first = 0n, held = 0n, letOff = 0n, last = 0n] = (
    await world.db.query<{ id: bigint }>('SELECT id FROM settlement.lines WHERE batch_id = $1 ORDER BY row_no', [id])
  ).map((line) => line.id);

  const stopped = await world.db.query(`SELECT * FROM risk.decisions WHERE run_id = $1 AND moment = 'line'`, [id]);
  expect(stopped).toMatchObject([
    {
      moment: 'line',
      subject_kind: 'settlement-line',
      subject_id: held,
      worker_id: workerIds[1],
      enterprise_id: world.enterpriseId,
      run_kind: 'settlement-batch',
      run_no: 1,
      outcome: 'review',
      hits: ['single-payment-high'],
      input: { amountFen: 20_000_001, batchCount: 1 },
    },
  ]);
  const approvals = await world.db.query('SELECT * FROM risk.approvals WHERE run_id = $1', [id]);
  expect(approvals).toMatchObject([{ subject_ids: [first, letOff, last], version_id: stopped[0]?.['version_id'] }]);
  expect(approvals[0]?.['fields']).toContain('rulesLetOff');
  const pinned = await world.db.query<{ version: bigint }>(
    `SELECT p.version_id::bigint AS version FROM studio.pins p JOIN studio.configurations c ON c.id = p.configuration_id
      WHERE p.subject_kind = 'settlement-batch' AND p.subject_id = $1::text AND c.key = 'risk.line'`,
    [id],
  );
  expect(pinned).toEqual([{ version: stopped[0]?.['version_id'] }]);
});
