import { testDatabase, type TestDatabase } from '../testing';
import { checkExternalServer } from './external-server';

describe('a server of the operator (DATABASE_URL, DATABASE_OWNER_URL)', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await testDatabase({ only: [] });
  });
  afterAll(() => test.drop());

  it('is taken with the roles of roles.sql', async () => {
    await expect(checkExternalServer(test.url, test.ownerUrl)).resolves.toBeUndefined();
  });

  it.each(['ownerUrl', 'superuserUrl'] as const)(
    'is refused where DATABASE_URL is the %s: the platform runs with rows only',
    async (url) => {
      await expect(checkExternalServer(test[url], test.ownerUrl)).rejects.toThrow(/linggong_app/);
    },
  );

  it('is refused where DATABASE_OWNER_URL cannot migrate', async () => {
    await expect(checkExternalServer(test.url, test.url)).rejects.toThrow(/CREATE ON DATABASE/);
  });

  it('is named by its variable, never by its address, where it cannot be reached', async () => {
    const nowhere = 'postgres://linggong_owner:secret@127.0.0.1:1/linggong';
    await expect(checkExternalServer(test.url, test.ownerUrl, nowhere)).rejects.toThrow(/DATABASE_BACKUP_URL/);
    const check = checkExternalServer(test.url, nowhere);
    await expect(check).rejects.toThrow(/DATABASE_OWNER_URL/);
    await expect(check).rejects.not.toThrow(/secret/);
  });
});
