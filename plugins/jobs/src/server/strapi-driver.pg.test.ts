import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { types } from 'pg';
import { createBullCarrier } from './bull-carrier';
import { postgresConnection } from './bull-connection';
import type { Parcel } from './carrier';
import { silentLog } from './log';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase({ only: ['plugins/jobs'] });
});
afterAll(() => test.drop());

const parse = types.getTypeParser(types.builtins.JSONB, 'text');
afterEach(() => types.setTypeParser(types.builtins.JSONB, 'text', parse));

it('hands parcels over whole in a process where Strapi has told the driver to leave JSONB as text', async () => {
  types.setTypeParser(types.builtins.JSONB, 'text', (text: string) => text);
  const carrier = createBullCarrier(postgresConnection(test.url), silentLog);
  const parcel: Parcel = { kind: 'tick', schedule: 'a schedule' };
  const opened = new Promise<unknown>((resolve) => {
    carrier.work('maintenance', 1, async (arrived) => resolve(arrived));
  });
  try {
    await carrier.ship([{ id: 'one', queue: 'maintenance', parcel }]);
    expect(await opened).toEqual(parcel);
  } finally {
    await carrier.close();
  }
});
