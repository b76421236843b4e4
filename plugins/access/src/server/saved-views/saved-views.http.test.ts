import { randomUUID } from 'node:crypto';
import { VIEWS_MAX } from '../../domain/saved-view';
import { bootKit, type KitPlatform } from '../http/kit.fixture';

describe('views of lists', () => {
  let platform: KitPlatform;
  let admin = '';
  let other = '';

  beforeAll(async () => {
    platform = await bootKit();
    ({ admin } = platform);
    other = await platform.token({ role: 'audit-admin' });
  }, 120_000);
  afterAll(() => platform?.stop());

  const view = { listName: 'test-rows', viewName: '八号企业', filter: '{"enterpriseId":8}' };
  const read = (as: string, listName = 'test-rows') => platform.get(`/api/v1/me/views?listName=${listName}`, as);
  const keep = (as: string, more: object = {}) =>
    platform.http
      .put('/api/v1/me/views')
      .auth(as, { type: 'bearer' })
      .set('Idempotency-Key', randomUUID())
      .send({ ...view, ...more });
  const remove = (as: string, id: string) =>
    platform.http.delete(`/api/v1/me/views/${id}`).auth(as, { type: 'bearer' }).set('Idempotency-Key', randomUUID());

  it('are kept under a name, replaced under the same, and seen by their owner alone', async () => {
    await read(admin).expect(200, { items: [] });
    await keep(admin).expect(200);
    const more = { sort: '["grossFen","DESC"]', shownColumns: { grossFen: false } };
    const { body } = await keep(admin, more).expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      viewName: '八号企业',
      filter: '{"enterpriseId": 8}',
      sort: '["grossFen", "DESC"]',
      shownColumns: { grossFen: false },
    });
    expect((await read(admin).expect(200)).body).toEqual(body);
    await read(other).expect(200, { items: [] });
    await remove(other, body.items[0].id).expect(404);
    await remove(admin, body.items[0].id).expect(200, { items: [] });
  });

  it('hold what the list knows and no more', async () => {
    const codes = [
      await keep(admin, { filter: '{"password":1}' }).expect(400),
      await keep(admin, { filter: '[]' }).expect(400),
      await keep(admin, { sort: '["password","ASC"]' }).expect(400),
      await keep(admin, { shownColumns: { password: true } }).expect(400),
      await keep(admin, { listName: 'no-such-list' }).expect(404),
    ].map(({ body }) => body.code);
    expect(codes).toEqual([
      'list-query-invalid',
      'list-query-invalid',
      'list-query-invalid',
      'view-column-unknown',
      'not-found',
    ]);
    await keep(platform.operator).expect(404);
    await read(platform.operator).expect(404);
  });

  it('have names of at most forty characters, and no number of a person anywhere', async () => {
    await keep(admin, { viewName: '名'.repeat(41) }).expect(400);
    await keep(admin, { viewName: ' ' }).expect(400);
    await keep(admin, { viewName: '找 11010519491231002X' }).expect(400);
    await keep(admin, { filter: '{"enterpriseId":"11010519491231002X"}' }).expect(400);
  });

  it(`are ${VIEWS_MAX} a list, also where they are kept at the same time`, async () => {
    const names = Array.from({ length: VIEWS_MAX + 3 }, (_, index) => `视图 ${index}`);
    const answers = await Promise.all(names.map((viewName) => keep(other, { viewName })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(VIEWS_MAX).fill(200), 409, 409, 409]);
    const { body } = await read(other).expect(200);
    expect(body.items).toHaveLength(VIEWS_MAX);
    const full = answers.find(({ status }) => status === 409);
    expect(full?.body.code).toBe('views-full');
  });
});
