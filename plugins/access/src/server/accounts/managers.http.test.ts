import { systemCommand, type Database } from '@linggong/core';
import { deskOf, keyOf, type Desk } from '../approvals/approvals.fixture';
import { turnApprovals } from '../approvals/turn-approvals';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { closeTokenAccounts } from './token-for';

let platform: TestPlatform;
beforeAll(async () => (platform = await bootWith({})), 240_000);
afterAll(() => platform?.stop());

// Before there is an administrator, whose account nobody closes.
it('an account that a token was made for opens nothing any more once it is closed', async () => {
  const token = await platform.token({ role: 'operator' });
  const me = () => platform.http.get('/api/v1/me').auth(token, { type: 'bearer' });
  await me().expect(200);
  await closeTokenAccounts(platform.strapi);
  await me().expect(401);
  const { db } = platform.database;
  expect(await db.query(`SELECT 1 FROM public.up_users WHERE username LIKE 'token-%' AND NOT blocked`)).toEqual([]);
});

/** Who decides about powers: how the first one comes, that one stays, and that nobody decides about his own (R9.5). */
describe('managers', () => {
  let db: Database;
  let desk: Desk;
  let security: string;
  let system: string;

  beforeAll(async () => {
    db = platform.database.db;
    desk = deskOf(platform);
    security = await platform.token({ role: 'security-admin' });
    system = await platform.token({ role: 'system-admin' });
  });

  const idOf = async (username: string): Promise<number> =>
    (await db.one<{ id: number }>('SELECT id FROM public.up_users WHERE username = $1', [username])).id;
  /** Asks as the security administrator. @returns the number of the request */
  const asked = async (path: string, body: object): Promise<string> => {
    const answer = await desk.post(security, path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 202, undefined]);
    return answer.body.approval.id;
  };
  const block = async (account: number) =>
    (await desk.post(security, `/accounts/${account}/block`, { reason: '离职' })).body;
  let holders = 0;
  const opening = (identifier: string, role = 'institution-manager') => {
    const serial = String(8_000 + (holders += 1));
    const holder = { identityNumber: `99010119900101${serial}`, phone: `1990000${serial}` };
    return asked('/accounts', { identifier, role, holder });
  };

  it('have their first one opened on the word of the system administrator, and nothing else', async () => {
    const staff = await opening('tax-1', 'tax-officer');
    expect((await desk.approve(system, staff)).status).toBe(404);
    expect((await desk.approve(system, await opening('manager-1'))).body.state).toBe('executed');
    expect(await idOf('manager-1')).toBeGreaterThan(0);
    // Nobody else could let the only one in again; that, too, nobody does alone.
    const lost = await asked(`/accounts/${await idOf('manager-1')}/reset-password`, { reason: '密码与手机遗失' });
    expect((await desk.approve(system, lost)).body.state).toBe('executed');
    const later = await opening('manager-2');
    expect((await desk.approve(system, later)).status).toBe(404);
    const manager = await desk.token({ role: 'institution-manager' });
    expect((await desk.approve(manager, later)).body.state).toBe('executed');
    const other = await asked(`/accounts/${await idOf('manager-1')}/reset-password`, { reason: '密码遗失' });
    expect((await desk.approve(system, other)).status).toBe(404);
  });

  it('decide nothing by which they gain, nor does another account of theirs', async () => {
    const holders = [{ identityKey: keyOf(81) }, { identityKey: keyOf(81) }, { phoneKey: keyOf(83) }];
    const [gaining = '', second = '', far = ''] = await Promise.all(
      holders.map((holder, n) => desk.token({ role: 'institution-manager', serial: 81 + n }, { holder })),
    );
    // Gaining - identity - worker - phone - far.
    await db.query(
      `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
         vat_role, resident, state, real_name_state)
       VALUES (81, 'W81', 's', 'b', 's', $1, 's', $2, 'platform-files', true, 'active', 'verified')`,
      [keyOf(81), keyOf(83)],
    );
    const path = `/accounts/${await idOf('token-institution-manager-n81')}/reset-second-factor`;
    const id = await asked(path, { reason: '换机' });
    expect((await desk.get(gaining, `/v1/approvals/${id}`)).body.mayDecide).toBe(false);
    for (const token of [gaining, second, far]) expect((await desk.approve(token, id)).body.code).toBe('approval-own');
    const byDatabase = await db.query<{ outcome: string }>(
      `SELECT access.decide_approval($1, s.id, 'approve', NULL, NULL, now()) AS outcome
         FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
        WHERE u.username IN ('token-institution-manager-n81', 'token-institution-manager-n82')`,
      [id],
    );
    expect(byDatabase).toEqual([{ outcome: 'own' }, { outcome: 'own' }]);
    const manager = await desk.token({ role: 'institution-manager' });
    expect((await desk.approve(manager, id)).body.state).toBe('executed');
  });

  it('are never all blocked, and blocked ones hand no decision to an administrator', async () => {
    const last = await idOf('manager-1');
    const shut = `UPDATE public.up_users SET blocked = true WHERE account_role = 'institution-manager' AND id <> ALL ($1)`;
    await db.query(shut, [[last, await idOf('manager-2')]]);
    expect(await block(await idOf('manager-2'))).toMatchObject({ blocked: true });
    expect((await block(last)).code).toBe('last-manager');
    // Even where none is left, as a hand in the database could leave it.
    await db.query(shut, [[]]);
    expect((await desk.approve(system, await opening('manager-3'))).status).toBe(404);
  });

  describe('who are gone', () => {
    /** Three days later. */
    const late = () =>
      turnApprovals(platform.strapi, systemCommand('test', new Date(Date.now() + 72.1 * 3_600_000), 'test'));
    /** Nobody but a further role decides, and that not before its time. */
    const decidedLate = async (id: string) => {
      expect((await desk.approve(system, id)).status).toBe(404);
      await late();
      return (await desk.approve(system, id)).body.state;
    };

    it('have a successor opened, slowly, by who did not ask', async () => {
      const id = await opening('manager-4');
      expect(await decidedLate(id)).toBe('executed');
      const { notices } = (await desk.get(security, '/v1/me')).body;
      expect(notices.at(-1)).toMatchObject({ kind: 'power-escalated' });
    });

    it('leave a way back to one who lost his second factor while the other is blocked', async () => {
      const account = await idOf('manager-4');
      const id = await asked(`/accounts/${account}/reset-second-factor`, { reason: '手机遗失' });
      expect(await decidedLate(id)).toBe('executed');
      const told = await db.query<{ kind: string }>(
        'SELECT DISTINCT kind FROM access.notices WHERE account_id = $1 ORDER BY 1',
        [account],
      );
      expect(told.map(({ kind }) => kind)).toEqual(['power-escalated', 'second-factor-reset']);
    });

    it('or unknown, two of them, do not wait for each other', async () => {
      const [one = '', other = ''] = await Promise.all(
        [31, 32].map((serial) => desk.token({ role: 'institution-manager', serial }, { holder: 'none' })),
      );
      for (const [token, serial] of [
        [one, '8901'],
        [other, '8902'],
      ] as const) {
        const told = { identityNumber: `99010119900101${serial}`, phone: `1990000${serial}` };
        expect((await desk.post(token, '/me/holder', told)).status).toBe(200);
      }
      const path = `/accounts/${await idOf('token-institution-manager-n31')}/confirm-holder`;
      const id = await asked(path, { reason: '已核对证件' });
      expect((await desk.approve(other, id)).body.code).toBe('holder-unconfirmed');
      expect(await decidedLate(id)).toBe('executed');
      const next = await asked(`/accounts/${await idOf('token-institution-manager-n32')}/confirm-holder`, {
        reason: '核对',
      });
      expect((await desk.approve(one, next)).body.state).toBe('executed');
    });
  });
});
