import { createDatabase, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { consentsOf, giveConsent, giveConsents, withdrawConsent } from '@linggong/vault';
import { consentPurposes, neededPurposes } from '@linggong/vault/domain';
import { createPartiesRig, operatorAt, type PartiesRig } from '../../testing/parties-rig';
import type { WorkerCorrection } from '../../domain';
import { correctWorker } from '../workers/correct-worker';
import { workerById } from '../workers/worker-rows';
import { hearConsents } from './suspend-withdrawn';

const at = new Date('2026-11-22T03:00:00Z');
const command = operatorAt(at, '测试');

let kit: TestDatabase;
let rig: PartiesRig;
let dba: Database;

beforeAll(async () => {
  kit = await testDatabase();
  rig = await createPartiesRig(kit, { now: () => at });
  dba = createDatabase({ connectionString: kit.superuserUrl });
  hearConsents(rig.jobs, () => rig.tools);
}, 300_000);
afterAll(async () => {
  await rig?.stop();
  await dba?.close();
  await kit?.drop();
});

async function register(serial: number): Promise<number> {
  const person = { name: '张三', identityNumber: `11010119900307${7000 + serial}`, phone: `1381234${1000 + serial}` };
  return kit.db.transaction((tx) => rig.parties.registerWorker(tx, command, person, 'staff'));
}

async function verify(workerId: number): Promise<void> {
  const mark = { workerId, state: 'verified', evidenceCode: `RN-${workerId}` } as const;
  await kit.db.transaction((tx) => rig.parties.markRealName(tx, command, [mark]));
  await rig.jobs.drain();
}

const said = (workerId: number, purpose: (typeof consentPurposes)[number]) =>
  ({ workerId, purpose, method: 'click' }) as const;
const withdraw = (workerId: number, purpose: (typeof consentPurposes)[number]) =>
  kit.db.transaction((tx) => withdrawConsent(tx, rig.jobs, command, said(workerId, purpose)));
const give = (workerId: number, purpose: (typeof consentPurposes)[number]) =>
  kit.db.transaction((tx) => giveConsent(tx, rig.jobs, command, said(workerId, purpose)));
const stateOf = async (id: number): Promise<string> => (await workerById(kit.db, id)).state;

describe('consents (PIPL art. 13–16, 29)', () => {
  it('come with a registration: those that the service needs, with the version of the text', async () => {
    const id = await register(1);
    const consents = await consentsOf(kit.db, id, at);
    expect(consents.map(({ purpose }) => purpose)).toEqual([...consentPurposes]);
    for (const { purpose, state, method, actVersion, text } of consents) {
      const needed = neededPurposes.some((one) => one === purpose);
      expect([purpose, state, method, actVersion]).toEqual(
        needed ? [purpose, 'given', 'operator', 1] : [purpose, 'none', null, null],
      );
      expect(Math.min(text.zh.length, text.en.length)).toBeGreaterThan(20);
    }
  });

  it('end the service when a needed one is taken back, and it goes on only with a new one', async () => {
    const id = await register(2);
    await verify(id);
    expect(await stateOf(id)).toBe('active');
    await withdraw(id, 'marketing');
    await rig.jobs.drain();
    expect(await stateOf(id)).toBe('active');
    await withdraw(id, 'share-with-bank');
    await rig.jobs.drain();
    expect(await stateOf(id)).toBe('suspended');
    const resume = () => kit.db.transaction((tx) => rig.parties.actOnWorker(tx, command, id, 'resume'));
    await expect(resume()).rejects.toMatchObject({ code: 'consent-missing' });
    await give(id, 'share-with-bank');
    await resume();
    expect(await stateOf(id)).toBe('active');
  });

  it('are not overtaken by a check that was under way', async () => {
    const id = await register(3);
    await withdraw(id, 'sensitive-data');
    await rig.jobs.drain();
    expect(await stateOf(id)).toBe('registered');
    await verify(id);
    expect(await stateOf(id)).toBe('suspended');
    const refusals = await kit.db.query('SELECT worker_id FROM parties.published_check_refusals WHERE worker_id = $1', [
      id,
    ]);
    expect(refusals).toHaveLength(1);
  });

  it('are said once: what stands is not said again', async () => {
    const id = await register(4);
    await expect(give(id, 'service')).rejects.toMatchObject({ code: 'consent-stands' });
    await withdraw(id, 'e-sign-provider');
    await expect(withdraw(id, 'e-sign-provider')).rejects.toMatchObject({ code: 'consent-withdrawn' });
  });

  it('name the text that was in force, and can be neither changed nor removed', async () => {
    const id = await register(5);
    await dba.query(
      `INSERT INTO vault.consent_texts VALUES ('marketing', 2, 'x', 'x', '2026-12-01'), ('marketing', 3, 'x', 'x', '2027-12-01')`,
    );
    const later = { ...command, at: new Date('2026-12-02T00:00:00Z') };
    const about = { workerIds: [id], purposes: ['marketing'], method: 'click' } as const;
    await kit.db.transaction((tx) => giveConsents(tx, later, about));
    const one = (await consentsOf(kit.db, id, later.at)).find(({ purpose }) => purpose === 'marketing');
    expect(one).toMatchObject({ state: 'given', actVersion: 2, version: 2 });
    for (const sql of [
      `UPDATE vault.consents SET act = 'withdrawn'`,
      'DELETE FROM vault.consents',
      `UPDATE vault.consent_texts SET zh = ''`,
    ]) {
      await expect(kit.db.query(sql)).rejects.toThrow(/permission denied/);
      await expect(dba.query(sql)).rejects.toThrow(/only added/);
    }
  });
});

describe('a correction (PIPL art. 46)', () => {
  const correct = (id: number, correction: WorkerCorrection) =>
    kit.db.transaction((tx) => correctWorker(rig.tools, tx, command, id, correction));

  it('of the name is asked about anew; of phone and address it is not', async () => {
    const id = await register(6);
    await verify(id);
    await correct(id, { phone: '13900000006', address: '北京市西城区某街2号' });
    expect(await workerById(kit.db, id)).toMatchObject({
      state: 'active',
      realNameState: 'verified',
      phone: '139****0006',
      name: '张*',
    });
    await correct(id, { name: '李四' });
    expect(await workerById(kit.db, id)).toMatchObject({ state: 'registered', realNameState: 'pending', name: '李*' });
    const [clear] = await rig.parties.openIdentities(kit.db, command, [id], 'identity-check');
    expect(clear).toMatchObject({ name: '李四', phone: '13900000006' });
    const told = await kit.db.query(
      `SELECT 1 FROM jobs.events WHERE type = 'parties.worker.registered' AND payload @> jsonb_build_object('workerIds', jsonb_build_array($1::int))`,
      [id],
    );
    expect(told).toHaveLength(2);
  });

  it('of the name has his cards verified anew under it, and leaves the version that was paid as it was', async () => {
    const id = await register(8);
    const input = { cardNumber: '6222028872000000080', bankName: '建设银行' };
    const cardId = await kit.db.transaction((tx) => rig.parties.addCard(tx, command, id, input));
    await verify(id);
    const mark = (one: number) => ({ cardId: one, state: 'verified', evidenceCode: 'RN-1' }) as const;
    await kit.db.transaction((tx) => rig.parties.markCards(tx, command, [mark(cardId)]));
    const cards = () =>
      kit.db.query<{ id: number; state: string; version: number; holder: string }>(
        `SELECT id, state, card_version AS version, holder_masked AS holder FROM public.bank_cards WHERE worker_id = $1 ORDER BY id`,
        [id],
      );
    await correct(id, { phone: '13900000008' });
    expect(await cards()).toMatchObject([{ state: 'verified', version: 1 }]);
    await correct(id, { name: '李四' });
    const [former, renewed] = await cards();
    expect(former).toEqual({ id: cardId, state: 'replaced', version: 1, holder: '张*' });
    expect(renewed).toMatchObject({ state: 'pending', version: 2, holder: '李*' });
    const usable = () =>
      kit.db.query('SELECT card_id AS id FROM parties.published_card_facts WHERE worker_id = $1 AND is_usable', [id]);
    expect(await usable()).toEqual([]);
    const [clear] = await rig.parties.openCards(kit.db, command, [renewed?.id ?? 0]);
    expect(clear).toMatchObject({ cardNumber: input.cardNumber, holder: '李四', bankName: '建设银行' });
    await kit.db.transaction((tx) => rig.parties.markCards(tx, command, [mark(renewed?.id ?? 0)]));
    expect(await usable()).toEqual([{ id: renewed?.id }]);
    // The same name once more asks nothing of the bank.
    await correct(id, { name: '李四' });
    expect(await cards()).toHaveLength(2);
  });

  it('refuses what a registration refuses, one of our own masks too, and who has left', async () => {
    const id = await register(7);
    await expect(correct(id, { name: '张*' })).rejects.toMatchObject({ code: 'registration-refused' });
    await expect(correct(id, { phone: '1380013' })).rejects.toMatchObject({ code: 'registration-refused' });
    await kit.db.transaction((tx) => rig.parties.actOnWorker(tx, command, id, 'deregister'));
    await expect(correct(id, { address: '北京' })).rejects.toMatchObject({ code: 'illegal-transition' });
  });
});
