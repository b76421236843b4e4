import { bootWith, type TestPlatform } from '../platform.fixture';
import { closeTokenAccounts } from './token-for';

let platform: TestPlatform;
beforeAll(async () => (platform = await bootWith({})), 120_000);
afterAll(() => platform?.stop());

it('opens nothing any more once its accounts are closed', async () => {
  const token = await platform.token({ role: 'operator' });
  const me = () => platform.http.get('/api/v1/me').auth(token, { type: 'bearer' });
  await me().expect(200);
  await closeTokenAccounts(platform.strapi);
  await me().expect(401);
  const { db } = platform.database;
  expect(await db.query(`SELECT 1 FROM public.up_users WHERE username LIKE 'token-%' AND NOT blocked`)).toEqual([]);
});
