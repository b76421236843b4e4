import { databaseOf } from '@linggong/core';
import { bootStrapi, reviewBody, type BootedStrapi } from '@linggong/database/testing';

/** How rules did, as the page of rules asks it (R6.4), and tasks that risk holds or declines as the reviewer meets them (R4.2, R6.3). */
let app: BootedStrapi;
let officer = '';
let enterprise = '';
let reviewer = '';

beforeAll(async () => {
  app = await bootStrapi();
  await databaseOf(app.strapi).query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (951, 'E951', '甲', '951', 'active'), (952, 'E952', '乙', '952', 'active')`,
  );
  [officer, enterprise, reviewer] = await Promise.all([
    app.token('risk-officer'),
    app.token('enterprise', { enterpriseId: 951 }),
    app.token('operator'),
  ]);
}, 240_000);
afterAll(() => app?.stop());

const get = (token: string, path: string) => app.http.get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`);
const post = (token: string, path: string, body: object = {}) =>
  app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);

interface Rule {
  rule: string;
  versionNo: number;
  isInForce: boolean;
  hits: number;
  trend: number[];
}
const rulesIn = async (query: string): Promise<Rule[]> => (await get(officer, `/risk-rules${query}`)).body.rules;
const publicationHits = async (): Promise<number> =>
  (await rulesIn(''))
    .filter(({ rule }) => rule.startsWith('task-publication.'))
    .reduce((sum, one) => sum + one.hits, 0);

async function submitted(unitPriceFen: number): Promise<number> {
  const task = {
    ...{
      enterpriseId: 951,
      title: '品牌设计',
      scenario: 'design',
      headcount: 1,
      unitPriceFen,
      budgetFen: unitPriceFen,
    },
    ...{ startsOn: '2026-12-01', endsOn: '2026-12-20' },
  };
  const { body } = await post(enterprise, '/tasks', task);
  await post(enterprise, `/tasks/${body.id}/submit`);
  return body.id;
}
const publish = async (id: number, more: object = {}) =>
  post(reviewer, `/tasks/${id}/publish`, { ...reviewBody('publish'), ...more });

it('rules in force are told with their version and trend, those that hit nothing too; others may not ask', async () => {
  const rules = await rulesIn('?from=2026-01-01&to=2026-12-31');
  const lines = rules.filter(({ rule }) => rule.startsWith('line.'));
  expect(lines.length).toBeGreaterThan(3);
  for (const one of lines) {
    expect(one).toMatchObject({ versionNo: 1, isInForce: true });
    expect(one.trend).toHaveLength(12);
    expect(one.trend.reduce((sum, count) => sum + count, 0)).toBe(one.hits);
  }
  for (const query of ['?from=2024-01-01&to=2026-12-31', '?from=2026-12-31&to=2026-12-01']) {
    const refused = await get(officer, `/risk-rules${query}`);
    expect([refused.status, refused.body.code]).toEqual([422, 'risk-rules-period']);
  }
  expect((await get(officer, '/risk-rules?from=2026-02-30')).status).toBe(400);
  expect((await get(enterprise, '/risk-rules')).status).toBe(403);
});

it('a task that is held is published with a reason alone, one that is declined is not; both count for their rules', async () => {
  const before = await publicationHits();
  const held = await submitted(60_000_000);
  const refused = await publish(held, { reason: undefined });
  expect([refused.status, refused.body.code]).toEqual([422, 'publication-held']);
  expect((await publish(held, { reason: '已核实合同与报价' })).body.state).toBe('published');
  const declined = await submitted(100_000_001);
  const never = await publish(declined, { reason: '已核实合同与报价' });
  expect([never.status, never.body.code]).toEqual([422, 'publication-declined']);
  expect(await publicationHits()).toBeGreaterThanOrEqual(before + 3);
});

it('a task of a class that is looked at closer is published with a reason alone (R6.2)', async () => {
  const db = databaseOf(app.strapi);
  await db.query(
    `WITH made AS (
       INSERT INTO risk.ratings (enterprise_id, class, computed_class, score, facts, table_version, classes_version, cause, rated_at)
       VALUES (951, 'D', 'D', 50, '{}', 1, 1, 'asked', '2026-11-20T00:00:00Z') RETURNING id)
     INSERT INTO risk.rating_heads (enterprise_id, rating_id, class, since, looked_at) SELECT 951, id, 'D', '2026-11-20', now() FROM made
     ON CONFLICT (enterprise_id) DO UPDATE SET rating_id = excluded.rating_id, class = excluded.class`,
  );
  const id = await submitted(100_000);
  const refused = await publish(id, { reason: undefined });
  expect([refused.status, refused.body.code]).toEqual([422, 'publication-held']);
  expect(refused.body.detail ?? refused.text).toContain('D');
  expect((await publish(id, { reason: '已核对业务真实' })).body.state).toBe('published');
  const moves = await get(officer, '/rating-migration?from=2026-11-01&to=2026-11-30');
  expect([moves.status, moves.body.moves]).toEqual([200, [{ before: null, after: 'D', enterprises: 1, ids: [951] }]]);
  expect((await get(enterprise, '/rating-migration?from=2026-11-01&to=2026-11-30')).status).toBe(403);
});
