import { randomUUID } from 'node:crypto';
import type { Tx } from '@linggong/core';
import { eSignWorld, type ESignWorld } from './e-sign.fixture';
import { contractPapers } from './retention';

let world: ESignWorld;

beforeAll(async () => {
  world = await eSignWorld();
}, 300_000);
afterAll(() => world?.stop());

async function contract(tx: Tx, workerId: number, validTo: string | null): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO public.contracts (number, kind, template_id, worker_id, scenarios, valid_from, valid_to, state, text_hash, signed_at)
     VALUES ($1, 'worker-service', (SELECT min(id) FROM contract_templates), $2, '["*"]', '2015-01-01', $3, 'signed', 'x', '2015-01-01')
     RETURNING id`,
    [`R-${randomUUID()}`, workerId, validTo],
  );
  return id;
}

/** A scan in the vault that is evidence of some contracts. */
async function scanOf(tx: Tx, contractIds: readonly number[]): Promise<string> {
  const fileId = randomUUID();
  const sha256 = fileId.replaceAll('-', '').repeat(2);
  await tx.query(
    `INSERT INTO vault.files (id, kind, content_type, subject, sha256, bytes, key_number)
     VALUES ($1, 'signed-contract-scan', 'image/png', 'x', decode($2, 'hex'), 1, 1)`,
    [fileId, sha256],
  );
  const { id } = await tx.one<{ id: bigint }>(
    `INSERT INTO e_sign.signed_files (kind, file_id, content_type, sha256, bytes, stored_at, actor_name)
     VALUES ('scan', $1, 'image/png', $2, 1, now(), 'test') RETURNING id`,
    [fileId, sha256],
  );
  await tx.query(
    `INSERT INTO e_sign.signer_evidence (contract_id, method, text_hash, signed_at, file_sha256, signed_file, recorded_at, trace_id)
     SELECT unnest($1::int[]), 'paper', 'x', now(), $2, $3, now(), 'test'`,
    [contractIds, sha256, id],
  );
  return fileId;
}

it('papers of a contract are due once it is over, and a scan of several with the last of them', async () => {
  const [workerId = 0] = await world.workers(1);
  const { over, running, own, shared } = await world.test.db.transaction(async (tx) => {
    const ended = await contract(tx, workerId, '2016-12-31');
    const also = await contract(tx, workerId, '2020-12-31');
    const endless = await contract(tx, workerId, null);
    await scanOf(tx, [endless]);
    return { over: ended, running: also, own: await scanOf(tx, [ended]), shared: await scanOf(tx, [ended, also]) };
  });
  const due = (before: string) => contractPapers.due(world.test.db, { before: new Date(before), after: '', limit: 10 });
  const subjects = [`contract:${over}`, `worker:${workerId}`];
  // The last day is a day of Shanghai, and still belongs to it.
  expect(await due('2016-12-31T15:59:00Z')).toEqual([]);
  expect(await due('2016-12-31T16:01:00Z')).toEqual([{ id: String(over), fileIds: [own], subjects }]);
  const both = await due('2021-01-02T00:00:00Z');
  expect(both.map(({ id }) => id)).toEqual([String(over), String(running)]);
  expect([...(both[0]?.fileIds ?? [])].sort()).toEqual([own, shared].sort());
});
