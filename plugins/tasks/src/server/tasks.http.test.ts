import { databaseOf } from '@linggong/core';
import { bootStrapi, type BootedStrapi, reviewBody } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';

let app: BootedStrapi;
let operator: string;
let enterprise: string;
let stranger: string;
let worker: string;

beforeAll(async () => {
  app = await bootStrapi();
  const db = databaseOf(app.strapi);
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (901, 'E901', '甲', '901', 'active'), (902, 'E902', '乙', '902', 'active')`,
  );
  await db.query(
    `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
       vat_role, resident, state, real_name_state)
     SELECT 900 + n, 'W9' || n, 's', 'b', 's', 'b9' || n, 's', 'b', 'platform-files', true, 'active', 'verified' FROM generate_series(1, 3) n`,
  );
  [operator, enterprise, stranger, worker] = await Promise.all([
    app.token('operator'),
    app.token('enterprise', { enterpriseId: 901 }),
    app.token('enterprise', { enterpriseId: 902 }),
    app.token('worker', { workerId: 901 }),
  ]);
}, 240_000);
afterAll(() => app.stop());

const send = (token: string, path: string, body: object = {}, key?: string) => {
  const request = app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`);
  return (key ? request.set('Idempotency-Key', key) : request).send(body);
};
const get = (token: string, path: string) => app.http.get(path).set('Authorization', `Bearer ${token}`);

const task = {
  enterpriseId: 901,
  title: '同城配送',
  scenario: 'delivery',
  headcount: 3,
  unitPriceFen: 500,
  budgetFen: 1_000_000,
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
};

async function publishedTask(): Promise<number> {
  const { body } = await send(enterprise, '/tasks', task);
  await send(enterprise, `/tasks/${body.id}/submit`);
  await send(operator, `/tasks/${body.id}/publish`, reviewBody('publish'));
  return body.id;
}

it.each([
  ['title', '配送，联系17799000077'],
  ['description', `${'说明'.repeat(900)} 负责人 430102197707100016`],
  ['place', '长沙，卡 6222029907799000010'],
])('a task whose %s holds a number of a person is refused, and the answer does not repeat it', async (field, text) => {
  const { status, text: said } = await send(enterprise, '/tasks', { ...task, [field]: text });
  expect([status, said]).toEqual([400, expect.stringContaining('不能填写证件号码、手机号或银行卡号')]);
  expect(said).not.toMatch(/17799000077|430102197707100016|6222029907799000010/);
});

it('a task goes from the enterprise to the reviewer and to workers, and is paid only after acceptance', async () => {
  const created = await send(enterprise, '/tasks', task);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({ state: 'draft', allowed: ['submit', 'cancel'], budgetFen: 1_000_000 });
  const { id } = created.body;
  expect((await send(enterprise, `/tasks/${id}/submit`)).body.state).toBe('submitted');
  expect((await send(operator, `/tasks/${id}/publish`, reviewBody('publish'))).body.state).toBe('published');
  const workers = [901, 902, 903].map((workerId) => ({ workerId, agreedFen: 100_00 }));
  expect((await send(operator, `/tasks/${id}/engagements`, { workers })).body).toEqual({ engaged: 3, already: 0 });

  const list = await get(worker, `/api/console/engagements?filter={"taskId":${id}}`);
  expect(list.body).toHaveLength(1);
  const engagements = [{ id: list.body[0].id }];
  // What a settlement waits for is opened by its numbers, whatever else there is.
  const picked = await get(enterprise, `/api/console/engagements?filter={"id":[${list.body[0].id},999999]}`);
  expect(picked.body.map((row: { id: number }) => row.id)).toEqual([list.body[0].id]);
  expect((await send(worker, '/engagements/accept', { engagements })).status).toBe(403);
  const { body: form } = await get(worker, '/api/v1/forms/tasks.delivery').expect(200);
  const extra = { formVersionId: form.versionId, values: { 'done-on': '2026-11-20', amount: 2.5 } };
  const wrong = { ...extra, values: { 'done-on': '2026-11-20' } };
  expect((await send(worker, '/engagements/deliver', { engagements, extra: wrong })).status).toBe(422);
  expect((await send(worker, '/engagements/deliver', { engagements, extra })).body).toEqual({
    changed: 1,
    state: 'delivered',
  });
  const told = `/api/console/form-records?filter={"form":"tasks.delivery","subjectId":${list.body[0].id}}`;
  for (const party of [worker, enterprise])
    expect((await get(party, told)).body).toMatchObject([{ values: extra.values }]);
  expect((await send(enterprise, '/engagements/accept', { engagements, ...reviewBody('accept') })).body).toEqual({
    changed: 1,
    state: 'accepted',
  });
  const detail = await get(worker, `/api/console/engagements/${list.body[0].id}`);
  expect(detail.body).toMatchObject({ state: 'accepted', acceptedFen: 10_000, settledFen: 0 });
  expect(detail.body.review.citations).toMatchObject([{ act: 'accept', together: 1, versionNo: 1 }]);
  const { body: reviewed } = await get(enterprise, `/api/v1/tasks/${id}/reviews`);
  expect(reviewed).toMatchObject({ key: 'tasks.authenticity', versionNo: 1, citations: [{ act: 'publish' }] });
  expect((await get(stranger, `/api/v1/tasks/${id}/reviews`)).status).toBe(404);
  expect((await get(enterprise, '/api/v1/engagement-criteria')).body.criteria).toHaveLength(3);
  expect(detail.body.certificateNumber).toMatch(/^CC-/);
});

it('refuses what the budget does not hold, and an engagement named twice', async () => {
  const id = await publishedTask();
  const engage = (agreedFen: number) =>
    send(enterprise, `/tasks/${id}/engagements`, { workers: [{ workerId: 902, agreedFen }] });
  const { status, body } = await engage(900_000_000);
  expect([status, body.code, body.leftFen]).toEqual([409, 'budget-exceeded', 1_000_000]);
  expect((await engage(1_000_000)).status).toBe(201);
  const twice = { engagements: [{ id: 1 }, { id: 1, acceptedFen: 5 }] };
  expect((await send(enterprise, '/engagements/accept', twice)).status).toBe(400);
});

it('an illegal transition is a 409 that says what is allowed', async () => {
  const id = await publishedTask();
  const { status, body } = await send(operator, `/tasks/${id}/publish`);
  expect([status, body.code, body.allowed]).toEqual([409, 'illegal-transition', ['close']]);
});

it('the reviewer’s actions are not the enterprise’s, and what is returned says why', async () => {
  const { body } = await send(enterprise, '/tasks', task);
  await send(enterprise, `/tasks/${body.id}/submit`);
  expect((await send(enterprise, `/tasks/${body.id}/publish`)).status).toBe(403);
  expect((await send(operator, `/tasks/${body.id}/return`)).body.code).toBe('reason-required');
  const returned = await send(operator, `/tasks/${body.id}/return`, {
    reason: '缺少计量方式',
    ...reviewBody('return'),
  });
  expect(returned.body.state).toBe('returned');
  const detail = await get(enterprise, `/api/console/tasks/${body.id}`);
  expect(detail.body).toMatchObject({ stateReason: '缺少计量方式', allowed: ['submit', 'cancel'], openedAt: null });
  // The timeline of the console: when it was drafted and submitted.
  const instant = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) as unknown;
  expect(detail.body).toMatchObject({ createdAt: instant, submittedAt: instant, closedAt: null });
});

it('an enterprise engages whom it knows, and learns nothing of a number that it does not', async () => {
  const id = await publishedTask();
  const engage = (workerId: number) =>
    send(enterprise, `/tasks/${id}/engagements`, { workers: [{ workerId, agreedFen: 100 }] });
  const db = databaseOf(app.strapi);
  const strangers = await db.query<{ id: number; state: string }>(
    `INSERT INTO public.workers (number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
       vat_role, resident, state, real_name_state)
     SELECT 'W-' || s, 's', 'b', 's', 'b-' || s, 's', 'b', 'platform-files', true, s, 'verified' FROM unnest($1::text[]) AS s
     RETURNING id, state`,
    [['active', 'suspended']],
  );
  const answers = await Promise.all([...strangers.map((row) => row.id), 2_000_000_000].map(engage));
  for (const { status, body } of answers) {
    const { traceId: _, ...rest } = body;
    expect([status, rest]).toEqual([409, { ...answers[0]?.body, traceId: undefined }]);
    expect(body.code).toBe('worker-not-known');
  }
  const contract = { template: 'tax-agency', enterpriseId: 901, validFrom: '2026-01-01' };
  for (const workerId of [...strangers.map((row) => row.id), 2_000_000_000]) {
    const { status, body } = await send(enterprise, '/contracts/batches', { ...contract, workerIds: [902, workerId] });
    expect([status, body.code]).toEqual([409, 'worker-not-known']);
  }
  expect((await engage(902)).status).toBe(201);
  const [active] = strangers;
  const workers = [{ workerId: active?.id, agreedFen: 100 }];
  expect((await send(operator, `/tasks/${id}/engagements`, { workers })).status).toBe(201);
});

it('its enterprise changes a draft; a stranger and a worker do not, and what stands under review stays (R4.1)', async () => {
  const { body: made } = await send(enterprise, '/tasks', task);
  const patch = (token: string, change: object) =>
    app.http.patch(`/api/v1/tasks/${made.id}`).set('Authorization', `Bearer ${token}`).send(change);
  expect((await patch(enterprise, { title: '同城即时配送' })).body).toMatchObject({
    title: '同城即时配送',
    headcount: 3,
  });
  expect((await patch(stranger, { title: '别人的' })).status).toBe(404);
  expect((await patch(worker, { title: '别人的' })).status).toBe(403);
  expect((await patch(enterprise, { enterpriseId: 902 })).status).toBe(400);
  await send(enterprise, `/tasks/${made.id}/submit`);
  const late = await patch(enterprise, { title: '太晚了' });
  expect([late.status, late.body.code]).toEqual([409, 'task-not-changeable']);
});

it('what an operator submitted himself does not wait for him: a reviewer publishes it (四眼原则)', async () => {
  const { body } = await send(operator, '/tasks', task);
  expect((await send(operator, `/tasks/${body.id}/submit`)).body.state).toBe('submitted');
  const reviewer = await app.token('task-reviewer');
  const told = async (token: string) => {
    const { isOwn } = (await get(token, `/api/v1/tasks/${body.id}/reviews`)).body;
    const { items } = (await get(token, '/api/v1/me/waiting')).body;
    const waits = items.filter((item: { kind: string }) => item.kind === 'submittedTasks');
    return [isOwn, waits.map((item: { id: string }) => Number(item.id)).includes(body.id)];
  };
  expect(await told(operator)).toEqual([true, false]);
  expect(await told(reviewer)).toEqual([false, true]);
  const refused = await send(operator, `/tasks/${body.id}/publish`, reviewBody('publish'));
  expect([refused.status, refused.body.code]).toEqual([409, 'review-own']);
  expect((await send(reviewer, `/tasks/${body.id}/publish`, reviewBody('publish'))).body.state).toBe('published');
});

it('another enterprise neither sees nor touches it', async () => {
  const id = await publishedTask();
  expect((await send(stranger, `/tasks/${id}/close`)).status).toBe(404);
  expect((await get(stranger, `/api/console/tasks/${id}`)).status).toBe(404);
  expect((await get(stranger, '/api/console/tasks')).headers['content-range']).toMatch(/\/0$/);
  expect((await send(stranger, '/tasks', task)).status).toBe(404);
});

it('a task reviewer sees what waits for him and what he decided, with its engagements, and nothing else (待办)', async () => {
  const reviewer = await app.token('task-reviewer');
  const submitted = async (): Promise<number> => {
    const { body } = await send(enterprise, '/tasks', task);
    await send(enterprise, `/tasks/${body.id}/submit`);
    return body.id;
  };
  const [waiting, decided, others] = [await submitted(), await submitted(), await publishedTask()];
  const { body: draft } = await send(enterprise, '/tasks', task);
  const statusOf = async (id: number) => (await get(reviewer, `/api/console/tasks/${id}`)).status;
  expect((await send(reviewer, `/tasks/${decided}/publish`, reviewBody('publish'))).status).toBe(200);
  expect(await Promise.all([waiting, decided, others, draft.id].map(statusOf))).toEqual([200, 200, 404, 404]);
  const listed = (await get(reviewer, '/api/console/tasks?range=[0,99]')).body.map((row: { id: number }) => row.id);
  expect(listed).toEqual(expect.arrayContaining([waiting, decided]));
  expect(listed).not.toContain(others);
  expect((await send(reviewer, `/tasks/${others}/return`, { reason: '重新提交' })).status).toBe(404);
  for (const id of [decided, others]) {
    expect(
      (await send(enterprise, `/tasks/${id}/engagements`, { workers: [{ workerId: 903, agreedFen: 100 }] })).status,
    ).toBe(201);
  }
  const engaged = (await get(reviewer, '/api/console/engagements')).body;
  expect(engaged.map((row: { taskId: number }) => row.taskId)).toEqual([decided]);
});

it('the same key makes the same task', async () => {
  const first = await send(enterprise, '/tasks', task, 'task-key-1');
  const again = await send(enterprise, '/tasks', task, 'task-key-1');
  expect(again.body.id).toBe(first.body.id);
  expect((await send(enterprise, '/tasks', { ...task, headcount: 4 }, 'task-key-1')).status).toBe(409);
});

it.each([
  [{ headcount: 0 }, 'headcount'],
  [{ unitPriceFen: 1.5 }, 'unitPriceFen'],
  [{ startsOn: '2026-02-30' }, 'startsOn'],
  [{ startsOn: '2026-11-30', endsOn: '2026-11-29' }, 'endsOn'],
  [{ enterpriseId: 'abc' }, 'enterpriseId'],
  [{ enterpriseId: 99_999_999_999 }, 'enterpriseId'],
])('refuses %j with the field', async (change, field) => {
  const { status, body } = await send(operator, '/tasks', { ...task, ...change });
  expect([status, body.field]).toEqual([400, field]);
});

it('refuses a scenario outside of the catalogue, and an action that is none', async () => {
  expect((await send(operator, '/tasks', { ...task, scenario: 'secretary' })).body.code).toBe('scenario-not-permitted');
  expect((await send(operator, `/tasks/1/explode`)).status).toBe(404);
  expect((await send(operator, `/tasks/abc/submit`)).status).toBe(400);
});

it('hands the titles of kinds of work to the contracts, which print them in words', async () => {
  const applicant = { name: '张三', identityNumber: '110101199003079999', phone: '13812340002' };
  const { body: registered } = await send(operator, '/workers', applicant).expect(201);
  await jobsOf(app.strapi).drain();
  const sending = { template: 'worker-service', scenarios: ['delivery', 'sorting'], validFrom: '2026-01-01' };
  await send(operator, '/contracts/batches', { ...sending, workerIds: [registered.id] }).expect(202);
  await jobsOf(app.strapi).drain();
  const signer = await app.token('worker', { workerId: registered.id });
  const { body: contracts } = await get(signer, '/api/v1/contracts').expect(200);
  const { body } = await get(signer, `/api/v1/contracts/${contracts.items[0].id}/text`).expect(200);
  expect(body.text).toContain('同城配送、仓内分拣');
  expect(body.text).toContain('City delivery, Warehouse sorting');
  expect(body.text).not.toMatch(/\b(delivery|sorting)、/);
});
