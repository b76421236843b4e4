import { createBankFileChannel, profileOf, routingSeed, SANDBOX_BANK, type PaymentGroup } from '@linggong/channels';
import type { Role } from '@linggong/config/access';
import { systemCommand } from '@linggong/core';
import { adoptSeeds, type DecisionTable } from '@linggong/studio';
import { Client } from 'pg';
import { routingOfBatch } from '../read/routing-view';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';

const CHANNEL = 'bank-file-iso-09';
const profile = profileOf(CHANNEL);
if (!profile) throw new Error('the profile is gone');

let world: SettlementWorld;
let task = 0;

beforeAll(async () => {
  world = await settlementWorld(undefined, undefined, (tools) => [
    createBankFileChannel({ ...tools, profile, initiator: '灵工平台' }),
  ]);
  await adoptSeeds(world.db, systemCommand('studio', world.clock.now(), 'test'), [routingSeed]);
}, 240_000);
afterAll(() => world.stop());

/** A batch that pays one person, released and handed to its channel. */
async function paidBatch(amount: string): Promise<number> {
  const { people, workerIds } = await world.another(1);
  await world.deposit(100_000_000n);
  const number = `TK-R-${(task += 1)}`;
  await world.task(number, workerIds, 100_000_000n);
  const id = await world.quoted(people.map((one) => rowOf(one, number, amount)));
  await world.settlement.confirm(world.as('enterprise'), id, 1);
  if ((await world.batch(id)).state === 'confirmed')
    await world.settlement.release(world.as('finance-approver', 2), id);
  await world.drain();
  return id;
}

const routedOf = (batchId: number) =>
  world.db.query(
    `SELECT p.channel, f.channel AS "fileChannel", (f.routing ->> 'versionNo')::int AS version, f.routing ->> 'rowId' AS row,
            f.routing ->> 'answer' AS answer, (f.routing -> 'facts' ->> 'batchFen')::int AS fen
       FROM public.payouts p JOIN public.orders o ON o.id = p.order_id JOIN channels.files f ON f.message_id = p.instruction_file
      WHERE o.batch_id = $1`,
    [batchId],
  );

/** Puts a table in force as the Studio's own life would, with the rights of the owner: the life itself has tests of its own. */
async function nextVersion(rows: DecisionTable['rows']): Promise<void> {
  const owner = new Client({ connectionString: world.test.superuserUrl });
  await owner.connect();
  await owner.query(`SET session_replication_role = 'replica'`);
  const { rows: ended } = await owner.query(
    `UPDATE studio.versions v SET state = 'superseded', in_force_to = now() FROM studio.configurations c
      WHERE c.id = v.configuration_id AND c.key = $1 AND v.state = 'in-force' RETURNING v.id`,
    [routingSeed.key],
  );
  await owner.query(
    `INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, in_force_from, created_at,
       created_name, updated_at, updated_name, moved_at, moved_name)
     SELECT configuration_id, version_no + 1, 'in-force', jsonb_set(content, '{rows}', $2::jsonb), '[]',
            studio.sha256_of(jsonb_set(content, '{rows}', $2::jsonb), '[]'), '', now(), now(), 'x', now(), 'x', now(), 'x'
       FROM studio.versions WHERE id = $1`,
    [(ended[0] as { id: number }).id, JSON.stringify(rows)],
  );
  await owner.end();
}

const shown = (id: number, versionNo: number, row: number | null, bySetting: boolean) => ({
  routingVersionId: id,
  routingVersionNo: versionNo,
  routingRow: row,
  routingBySetting: bySetting,
});

const large = { id: 'large', cells: { 'batch-amount': { from: 100_000 }, channel: CHANNEL } };

it('the next batch leaves by the version that came into force, the one before keeps its own (R13.1)', async () => {
  const before = await paidBatch('2000.00');
  const bySetting = { channel: SANDBOX_BANK, fileChannel: SANDBOX_BANK, version: 1, row: null, answer: 'by-setting' };
  expect(await routedOf(before)).toEqual([{ ...bySetting, fen: 200_000 }]);

  await nextVersion([large]);
  const next = await paidBatch('2000.00');
  expect(await routedOf(next)).toEqual([
    { channel: CHANNEL, fileChannel: CHANNEL, version: 2, row: 'large', answer: CHANNEL, fen: 200_000 },
  ]);
  expect(await routedOf(await paidBatch('999.99'))).toEqual([{ ...bySetting, version: 2, fen: 99_999 }]);

  // The page of each batch tells it, to those who read payment files.
  const told = (id: number, role: Role) => routingOfBatch(world.db, id, role);
  const version = expect.any(Number);
  expect(await told(before, 'finance-officer')).toEqual([
    { channel: SANDBOX_BANK, files: 1, ...shown(version, 1, null, true) },
  ]);
  expect(await told(next, 'operator')).toEqual([{ channel: CHANNEL, files: 1, ...shown(version, 2, 1, false) }]);
  for (const role of ['enterprise', 'risk-officer', 'regulator'] as const) expect(await told(next, role)).toBeNull();

  // What of the first batch is sent again later goes by the version that it keeps.
  const group: PaymentGroup = { bankCode: null, batchFen: 200_000n, payments: 1, day: '2026-11-23' };
  const routed = (id: number) =>
    world.db.transaction((tx) =>
      world.tools.channels.route(tx, world.as('operator'), group, { kind: 'settlement-batch', id }),
    );
  expect([(await routed(before)).channel, (await routed(next)).channel]).toEqual([SANDBOX_BANK, CHANNEL]);
}, 120_000);

it('by what a file was routed never changes', async () => {
  await expect(world.db.query(`UPDATE channels.files SET routing = NULL`)).rejects.toThrow(/never changes/);
});
