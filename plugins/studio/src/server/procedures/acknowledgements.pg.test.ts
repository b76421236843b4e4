import type { Role } from '@linggong/config/access';
import type { Command, Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { Seed } from '../../domain';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { createTools } from '../tools';
import { acknowledge, acknowledgementsOf } from './acknowledgements';

let kit: TestDatabase;
let db: Database;
let configurationId: number;

const text = { zh: '文', en: 'text' };
const procedure: Seed = {
  kind: 'procedure',
  key: 'risk.management',
  name: text,
  description: text,
  content: {
    area: 'risk',
    purpose: text,
    basis: text,
    binds: ['risk-officer', 'operator'],
    acknowledgeDays: 7,
    reviewBy: '2027-11-30',
    sections: [{ id: '1', heading: text, body: text }],
  },
  cases: [
    {
      name: '适用',
      input: { role: 'risk-officer', inForceSince: '2026-11-20', day: '2026-11-20' },
      expect: { binds: true },
    },
  ],
};
const at = new Date('2026-11-20T01:00:00Z');
const system: Command = { actor: { kind: 'system', name: 'studio' }, at, traceId: 't' };
const as = (accountId: number, role: Role): Command => ({
  actor: { kind: 'account', name: `${role}#${accountId}`, role, accountId },
  at: new Date('2026-11-21T01:00:00Z'),
  traceId: 't',
});
const confirm = (accountId: number, role: Role) =>
  db.transaction((tx) => acknowledge(tx, as(accountId, role), configurationId, { accountId, role }));
const open = async (identifier: string, role: Role): Promise<number> => {
  const { id } = await db.one<{ id: number }>('SELECT access.open_account($1, $2, $3, NULL, NULL, $4) AS id', [
    identifier.padEnd(24, '0'),
    identifier,
    role,
    at,
  ]);
  return id;
};

beforeAll(async () => {
  kit = await testDatabase({ only: ['jobs', 'audit', 'vault', 'access', 'studio'].map((name) => `plugins/${name}`) });
  db = kit.db;
  await adoptSeeds(createTools(), db, system, [procedure]);
  ({ configurationId } = await inForce(db, 'procedure', 'risk.management'));
}, 240_000);
afterAll(() => kit?.drop());

describe('a procedure is acknowledged by whom it binds (R1.7)', () => {
  it('once each; who has not is named, with the last day', async () => {
    const [first, second] = [await open('risk-a', 'risk-officer'), await open('operator-a', 'operator')];
    await open('archive-a', 'archivist');
    await confirm(first, 'risk-officer');
    await confirm(first, 'risk-officer');
    const told = await acknowledgementsOf(db, configurationId, { accountId: second, role: 'operator' });
    expect(told).toMatchObject({
      dueBy: '2026-11-27',
      mine: { bound: true, acknowledgedAt: null },
      acknowledged: [{ name: 'risk-a', role: 'risk-officer' }],
      missing: [{ name: 'operator-a', role: 'operator' }],
    });
    expect(await db.query('SELECT 1 FROM studio.acknowledgements')).toHaveLength(1);
  });

  it('by nobody else, and what is no procedure by nobody', async () => {
    await expect(confirm(99, 'archivist')).rejects.toMatchObject({ status: 409, code: 'procedure-not-binding' });
    const nobody = { accountId: 1, role: 'operator' } as const;
    await expect(acknowledgementsOf(db, 0, nobody)).rejects.toMatchObject({ status: 404 });
  });

  it('for good: the application can take no acknowledgement back', async () => {
    await expect(db.query('DELETE FROM studio.acknowledgements')).rejects.toThrow();
    await expect(db.query('UPDATE studio.acknowledgements SET acknowledged_at = now()')).rejects.toThrow();
  });
});
