import { blockerOf, toldBlockers } from '../../api';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { listSubject } from './listed.fixture';

/** Lists, snoozes and what they do to a batch before and at its confirmation (R6.3, 事中). */
let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world?.stop());

type People = Awaited<ReturnType<SettlementWorld['another']>>;

/** Another enterprise with so many people at work on a task of theirs, and money. */
async function fresh(count: number): Promise<People & { task: string }> {
  const made = await world.another(count);
  const task = `TK-L${world.enterpriseId}`;
  await world.task(task, made.workerIds, 100_000_000n);
  await world.deposit(100_000_000n);
  return { ...made, task };
}
const blind = (kind: 'identity-number' | 'bank-card', value: string) =>
  world.tools.vault.blind(kind, value).toString('hex');
const codes = async (batchId: number) =>
  (
    await world.db.query<{ codes: string[] }>(
      'SELECT codes FROM settlement.lines WHERE batch_id = $1 ORDER BY row_no',
      [batchId],
    )
  ).map((line) => line.codes.join());
const confirm = (batchId: number, version: number) =>
  world.settlement.confirm(world.as('enterprise'), batchId, version);
const recheck = async (batchId: number) => {
  await world.settlement.recheck(world.as('operator'), batchId, {});
  await world.drain();
};
const snooze = (rule: string, subjectKind: 'worker' | 'enterprise', subjectId: number) =>
  world.db.query(
    `INSERT INTO risk.snoozes (number, rule, subject_kind, subject_id, reason, starts_on, ends_on, state, created_at, created_name)
     VALUES ('RS-T-' || nextval('risk.snooze_serials'), $1, $2, $3, '测试', '2026-11-22', '2026-12-22', 'in-force', now(), 'test')`,
    [rule, subjectKind, subjectId],
  );

it('who is denied after the quote is found by the confirmation, which quotes anew without him', async () => {
  const { people, task } = await fresh(3);
  const id = await world.quoted(people.map((one) => rowOf(one, task, '100.00')));
  expect(await codes(id)).toEqual(['', '', '']);
  await listSubject(world.db, 'deny', 'card', blind('bank-card', people[1]?.cardNumber ?? ''));
  await expect(confirm(id, 1)).rejects.toMatchObject({ status: 409, code: 'quote-stale', extra: { cause: 'lines' } });
  expect(await codes(id)).toEqual(['', 'payee-denied', '']);
  expect(await confirm(id, 2)).toMatchObject({ orders: 2 });
});

it('who signed in on a denied device within a year is denied, and who is watched for one is held (R6.3)', async () => {
  const { people, workerIds, task } = await fresh(4);
  const [denied = 0, watched = 0, past = 0] = workerIds;
  const [lost, seen] = ['d'.repeat(32), 'e'.repeat(32)];
  await world.db.query(
    `INSERT INTO access.signals (kind, signal_key, party_kind, party_id, last_day)
     VALUES ('device', $1, 'worker', $3, '2026-06-01'), ('device', $2, 'worker', $4, '2026-11-20'), ('device', $1, 'worker', $5, '2025-10-01'),
            ('device', $1, 'enterprise', $5, '2026-11-20')`,
    [lost, seen, denied, watched, past],
  );
  await listSubject(world.db, 'deny', 'device', lost);
  await listSubject(world.db, 'watch', 'device', seen);
  const id = await world.quoted(people.map((one) => rowOf(one, task, '100.00')));
  expect(await codes(id)).toEqual(['payee-denied', 'payee-watched', '', '']);
  await snooze('list-watch', 'worker', watched);
  await recheck(id);
  expect(await codes(id)).toEqual(['payee-denied', '', '', '']);
});

it('an entry that is over, or was ended, stops nobody', async () => {
  const { people, task } = await fresh(1);
  const key = blind('identity-number', people[0]?.identityNumber ?? '');
  const entry = await listSubject(world.db, 'deny', 'identity', key);
  const id = await world.quoted(people.map((one) => rowOf(one, task, '100.00')));
  expect(await codes(id)).toEqual(['payee-denied']);
  await world.db.query(
    `UPDATE risk.list_entries SET state = 'ended', ended_at = now(), ended_name = 'test' WHERE id = $1`,
    [entry],
  );
  await recheck(id);
  expect(await codes(id)).toEqual(['']);
});

it('who is watched is held until the watching sleeps for him', async () => {
  const { people, workerIds, task } = await fresh(2);
  for (const one of people)
    await listSubject(world.db, 'watch', 'identity', blind('identity-number', one.identityNumber));
  const id = await world.quoted(people.map((one) => rowOf(one, task, '100.00')));
  expect(await world.batch(id)).toMatchObject({ held: 2, ready: 0 });
  await snooze('list-watch', 'worker', workerIds[0] ?? 0);
  await recheck(id);
  expect(await codes(id)).toEqual(['', 'payee-watched']);
});

it('a rule that sleeps for somebody holds nobody else, and the rules below it still look', async () => {
  const { people, workerIds, task } = await fresh(2);
  const id = await world.quoted(people.map((one) => rowOf(one, task, '200000.01')));
  expect(await codes(id)).toEqual(['risk-hold', 'risk-hold']);
  await snooze('single-payment-high', 'worker', workerIds[0] ?? 0);
  await recheck(id);
  expect(await codes(id)).toEqual(['', 'risk-hold']);
  expect(await confirm(id, 2)).toMatchObject({ orders: 1 });
});

it('an enterprise on the deny list settles nothing', async () => {
  const { people, task } = await fresh(1);
  const id = await world.quoted(people.map((one) => rowOf(one, task, '100.00')));
  const { uscc } = await world.db.one<{ uscc: string }>('SELECT uscc FROM public.enterprises WHERE id = $1', [
    world.enterpriseId,
  ]);
  await listSubject(world.db, 'deny', 'uscc', uscc);
  await expect(confirm(id, 1)).rejects.toMatchObject({ extra: { blockers: ['enterprise-denied'] } });
  await recheck(id);
  const { blockers } = await world.db.one<{ blockers: { code: string }[] }>(
    'SELECT blockers FROM settlement.batch_details WHERE batch_id = $1',
    [id],
  );
  expect(blockers.map(({ code }) => code)).toContain('enterprise-denied');
});

it('tells an enterprise that a payee is denied, of a watched one no more than a hold, and of a stranger nothing', () => {
  const denied = blockerOf('payee-denied', { entry: 'RL-2026-11-0001' });
  const watched = blockerOf('payee-watched', { entry: 'RL-2026-11-0002' });
  expect(toldBlockers([denied], false).map(({ code }) => code)).toEqual(['payee-denied']);
  const [told] = toldBlockers([watched], false);
  expect([told?.code, JSON.stringify(told).includes('RL-')]).toEqual(['risk-hold', false]);
  expect(toldBlockers([denied], true).map(({ code }) => code)).toEqual(['worker-not-engaged']);
});
