import { createDatabase, type Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createPartiesRig, operatorAt, type PartiesRig } from '../../testing/parties-rig';
import { changeEnterprise } from '../enterprises/create-enterprise';
import { contactsOf, withdrawContact } from './contact-consents';

const at = new Date('2026-11-22T03:00:00Z');
const operator = operatorAt(at);
const enterprise: Command = {
  ...operator,
  actor: { kind: 'account', name: 'enterprise#7', role: 'enterprise', accountId: 7 },
};

let kit: TestDatabase;
let rig: PartiesRig;
let id = 0;

beforeAll(async () => {
  kit = await testDatabase();
  rig = await createPartiesRig(kit, { now: () => at });
  const given = {
    name: '甲公司',
    uscc: '91110101MA00ABCD40',
    legalRepresentative: '王五',
    contactName: '赵六',
    contactPhone: '13812340001',
  };
  id = await kit.db.transaction((tx) => rig.parties.createEnterprise(tx, operator, given));
}, 120_000);
afterAll(async () => {
  await rig?.stop();
  await kit?.drop();
});

const stand = async () =>
  (await contactsOf(kit.db, id, at)).map(({ contact, named, act, actVersion, method, withdrawable }) => [
    contact,
    named,
    act,
    actVersion,
    method,
    withdrawable,
  ]);
const change = (fields: object, by = enterprise) =>
  kit.db.transaction((tx) => changeEnterprise(rig.tools, tx, by, id, fields));
const withdraw = (contact: 'handler' | 'representative') =>
  kit.db.transaction((tx) => withdrawContact(tx, enterprise, id, contact));

describe('the people whom an enterprise names (PIPL art. 13, 15, 17)', () => {
  it('are told when it applies: on record with version, time and by whose word', async () => {
    expect(await stand()).toEqual([
      ['handler', true, 'given', 1, 'operator', true],
      ['representative', true, 'noted', 1, 'operator', false],
    ]);
    const [handler] = await contactsOf(kit.db, id, at);
    expect(handler).toMatchObject({ at, version: 1 });
    expect(Math.min(handler?.text.zh.length ?? 0, handler?.text.en.length ?? 0)).toBeGreaterThan(20);
  });

  it('and again when it names another, and not when it changes anything else', async () => {
    await change({ industry: '物流' });
    expect((await stand())[0]).toEqual(['handler', true, 'given', 1, 'operator', true]);
    await change({ contactName: '孙七' });
    expect((await stand())[0]).toEqual(['handler', true, 'given', 1, 'declared', true]);
    expect((await stand())[1]).toEqual(['representative', true, 'noted', 1, 'operator', false]);
  });

  it('take it back as the law lets: the handler is deleted at once, the name of the representative is public', async () => {
    await expect(withdraw('representative')).rejects.toMatchObject({ code: 'contact-kept-by-law' });
    await withdraw('handler');
    expect((await stand())[0]).toEqual(['handler', false, 'withdrawn', 1, 'declared', false]);
    expect(
      await kit.db.query(
        `SELECT num_nonnulls(contact_name_sealed, contact_name_masked, contact_phone_sealed, contact_phone_blind, contact_phone_masked) AS left
         FROM public.enterprises WHERE id = $1`,
        [id],
      ),
    ).toEqual([{ left: 0 }]);
    await expect(withdraw('handler')).rejects.toMatchObject({ code: 'contact-absent' });
  });

  it('have a successor, also of an enterprise that works already, which changes nothing else then', async () => {
    await kit.db.query(`UPDATE public.enterprises SET state = 'active' WHERE id = $1`, [id]);
    await expect(change({ contactName: '周八', industry: '餐饮' })).rejects.toMatchObject({
      code: 'enterprise-not-editable',
    });
    await change({ contactName: '周八', contactPhone: '13812340008' });
    expect((await stand())[0]).toEqual(['handler', true, 'given', 1, 'declared', true]);
    await kit.db.query(`UPDATE public.enterprises SET state = 'offboarded' WHERE id = $1`, [id]);
    await expect(change({ contactName: '吴九' })).rejects.toMatchObject({ code: 'enterprise-not-editable' });
  });

  it('are on a record that can be neither changed nor removed', async () => {
    const dba = createDatabase({ connectionString: kit.superuserUrl });
    for (const sql of [`UPDATE parties.contact_consents SET act = 'given'`, 'DELETE FROM parties.contact_consents']) {
      await expect(kit.db.query(sql)).rejects.toThrow(/permission denied/);
      await expect(dba.query(sql)).rejects.toThrow(/only added/);
    }
    await dba.close();
  });
});
