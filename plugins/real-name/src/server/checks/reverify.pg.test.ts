import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createRealNameRig, rigReverification, type RealNameRig } from '../../testing/real-name-rig';
import { seedVerifiedPeople } from '../../testing/verified-people';
import { reverify } from './reverify';

const at = new Date('2026-11-22T03:00:00Z');
const command: Command = { actor: { kind: 'system', name: 'real-name.reverify' }, at, traceId: 'test' };
const daysAgo = (days: number): Date => new Date(at.getTime() - days * 86_400_000);

let kit: TestDatabase;
let rig: RealNameRig;
beforeAll(async () => {
  kit = await testDatabase();
  rig = createRealNameRig(kit, { now: () => at });
}, 120_000);
afterAll(async () => {
  await rig?.stop();
  await kit?.drop();
});

const statesOf = (ids: readonly number[]) =>
  kit.db.query<{ state: string; realName: string; checkedAt: Date; code: string | null }>(
    `SELECT state, real_name_state AS "realName", real_name_checked_at AS "checkedAt", real_name_code AS code
     FROM public.workers WHERE id = ANY($1::int[]) ORDER BY id`,
    [ids],
  );

it('asks about whoever was verified too long ago, oldest first and so many a day; a failed answer blocks, an error takes nothing', async () => {
  const answers = ['100', '440', '442', '448'];
  const old = await seedVerifiedPeople(kit.db, rig.tools.vault, {
    count: 4,
    checkedAt: daysAgo(181),
    answerOf: (index) => answers[index],
  });
  await kit.db.query('UPDATE public.workers SET number = number || $1', ['-old']);
  const young = await seedVerifiedPeople(kit.db, rig.tools.vault, { count: 50, checkedAt: daysAgo(179) });
  await kit.db.query(`UPDATE public.workers SET number = number || '-young' WHERE id = ANY($1::int[])`, [young]);

  expect(await reverify(rig.tools, command, { ...rigReverification, dailyMax: 3 })).toMatchObject({ workers: 3 });
  expect(await reverify(rig.tools, command, rigReverification)).toMatchObject({ workers: 4 });
  await rig.jobs.drain(new Date(at.getTime() + 86_400_000));
  expect(await statesOf(old)).toMatchObject([
    { state: 'active', realName: 'verified', checkedAt: at, code: expect.stringMatching(/^RN-/) },
    { state: 'blocked', realName: 'mismatch' },
    { state: 'blocked', realName: 'no-record' },
    // The register refused the question: he stays who he was, and on the evidence and the day of the answer before.
    { state: 'active', realName: 'verified', checkedAt: daysAgo(181), code: null },
  ]);
  expect((await statesOf(young)).every(({ checkedAt }) => checkedAt.getTime() === daysAgo(179).getTime())).toBe(true);
  const told = await kit.db.query(`SELECT payload FROM jobs.events WHERE type = 'parties.worker.blocked'`);
  expect(told).toEqual([{ payload: { workerIds: [old[1], old[2]] } }]);
  const audited = await kit.db.query<{ after: unknown }>(
    `SELECT after FROM audit.published_entries WHERE action = 'worker.block' AND subject_id = $1`,
    [String(old[1])],
  );
  expect(audited).toMatchObject([
    { after: { state: 'blocked', realNameState: 'mismatch', evidenceCode: expect.any(String) } },
  ]);

  // Who was asked about this week is left in peace, whatever was said.
  expect(await reverify(rig.tools, command, rigReverification)).toMatchObject({ workers: 0 });
}, 120_000);

it('asks about companies too, and tells when an entry is lost', async () => {
  const { parties } = rig.tools;
  const create = (uscc: string): Promise<number> =>
    kit.db.transaction(async (tx) => {
      const input = {
        name: '甲公司',
        uscc,
        legalRepresentative: '王五',
        contactName: '赵六',
        contactPhone: '13812340001',
      };
      const id = await parties.createEnterprise(tx, command, input);
      await parties.markEnterprise(tx, command, { enterpriseId: id, state: 'match', evidenceCode: 'RN-1' });
      return id;
    });
  const good = await create('91110101MA00ABCD40');
  await kit.db.query(`UPDATE parties.enterprise_verifications SET checked_at = $1`, [daysAgo(91)]);
  // The register changes its mind about a company that does business: the sandbox answers by its number.
  await kit.db.query(`UPDATE public.enterprises SET state = 'active', uscc = '91110101MA440BCD40' WHERE id = $1`, [
    good,
  ]);
  await kit.db.query('UPDATE public.enterprises SET legal_representative_sealed = NULL WHERE id = $1', [good]);
  expect(await reverify(rig.tools, command, rigReverification)).toMatchObject({ enterprises: 1 });
  await rig.jobs.drain(new Date(at.getTime() + 86_400_000));
  const facts = await kit.db.query(
    'SELECT verification FROM parties.published_enterprise_facts WHERE enterprise_id = $1',
    [good],
  );
  expect(facts).toEqual([{ verification: 'mismatch' }]);
  const told = await kit.db.query(
    `SELECT payload FROM jobs.events WHERE type = 'parties.enterprise.verification-lost'`,
  );
  expect(told).toEqual([{ payload: { enterpriseId: good } }]);
  await kit.db.transaction(async (tx) => {
    await parties.markEnterprise(tx, command, { enterpriseId: good, state: 'match', evidenceCode: 'RN-2' });
    await parties.markEnterprise(tx, command, { enterpriseId: good, state: 'error', evidenceCode: 'RN-3' });
  });
  expect(
    await kit.db.query(
      'SELECT state, evidence_code AS code FROM parties.enterprise_verifications WHERE enterprise_id = $1',
      [good],
    ),
  ).toEqual([{ state: 'match', code: 'RN-2' }]);
}, 120_000);
