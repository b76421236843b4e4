import { systemCommand } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { declareHolder } from './declare-holder';

const command = systemCommand('access', new Date('2026-11-22T03:00:00Z'), 'test');
let kit: TestDatabase;
beforeAll(async () => {
  kit = await testDatabase();
}, 120_000);
afterAll(() => kit?.drop());

it('tells an administrator who stands behind another of the three that they are different persons', async () => {
  const declared = (role: string): Promise<void> =>
    kit.db.transaction(async (tx) => {
      const { id } = await tx.one<{ id: number }>(`SELECT access.open_account($1, $1, $2, NULL, NULL, now()) AS id`, [
        `one-${role}`,
        role,
      ]);
      await declareHolder(tx, command, id, { identityKey: 'a'.repeat(64), identityMasked: '1***1' });
    });
  await declared('system-admin');
  await expect(declared('security-admin')).rejects.toMatchObject({
    status: 409,
    code: 'administrators-one-person',
    field: 'identityNumber',
  });
});
