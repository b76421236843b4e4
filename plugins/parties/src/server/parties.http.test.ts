import { connect, type AddressInfo } from 'node:net';
import { databaseOf } from '@linggong/core';
import { approveAs, bootStrapi, type BootedStrapi, reviewBody } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';

let booted: BootedStrapi;
let operator: string;

beforeAll(async () => {
  booted = await bootStrapi();
  operator = await booted.token('operator');
}, 120_000);
afterAll(() => booted?.stop());

/** Works off what is due, and what that asks for in its turn within the next second. */
function drain(): Promise<void> {
  return jobsOf(booted.strapi).drain(new Date(Date.now() + 20_000));
}

function post(path: string, body: object, token = operator) {
  return booted.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);
}
function get(path: string, token = operator) {
  return booted.http.get(`/api${path}`).set('Authorization', `Bearer ${token}`);
}

const application = {
  name: '甲科技有限公司',
  uscc: '91110101MA00ABCD40',
  legalRepresentative: '王五',
  contactName: '赵六',
  contactPhone: '13812340001',
};
const worker = {
  name: '张三',
  identityNumber: '110101199003079999',
  phone: '+86 138-1234-0001',
  cardNumber: '6222 0288 7294 6788 639',
};

describe('enterprises', () => {
  let id: number;

  it('go from draft to active, one action at a time', async () => {
    const created = await post('/enterprises', application).expect(201);
    id = created.body.id;
    expect(created.body).toMatchObject({ state: 'draft', contactPhone: '138****0001', allowedActions: ['submit'] });
    const refused = await post(`/enterprises/${id}/sign`, {}).expect(409);
    expect(refused.headers['content-type']).toMatch('application/problem+json');
    expect(refused.body).toMatchObject({ code: 'illegal-transition', allowed: ['submit'] });
    // The enterprise submits it, and so an operator may approve it.
    const own = await booted.token('enterprise', { enterpriseId: id });
    for (const [action, by] of [
      ['submit', own],
      ['approve', operator],
      ['sign', operator],
    ] as const) {
      await post(`/enterprises/${id}/${action}`, reviewBody(action), by).expect(200);
    }
    const read = await get(`/v1/enterprises/${id}`).expect(200);
    expect(read.body).toMatchObject({ state: 'active', verification: 'match', account: { state: 'open' } });
  });

  it('answer the same to a repeated key, and 409 to another body', async () => {
    const body = { name: '乙公司', uscc: '91440300MA5TETT02M' };
    const first = await post('/enterprises', body).set('Idempotency-Key', 'create-2').expect(201);
    const again = await post('/enterprises', body).set('Idempotency-Key', 'create-2').expect(201);
    expect(again.body).toEqual(first.body);
    await post('/enterprises', { ...body, name: '丙' })
      .set('Idempotency-Key', 'create-2')
      .expect(409);
  });

  it('see themselves only', async () => {
    const own = await booted.token('enterprise', { enterpriseId: id });
    expect((await get('/v1/enterprises', own).expect(200)).body.items).toHaveLength(1);
    await get(`/v1/enterprises/${id + 1}`, own).expect(404);
    await post(`/enterprises/${id}/suspend`, { reason: '试试' }, own).expect(403);
    const listed = await get('/console/enterprises', own).expect(200);
    expect(listed.headers['content-range']).toBe('enterprises 0-0/1');
    await get(`/console/enterprises/${id}`, own).expect(200);
    expect((await get('/console/workers', own)).status).toBe(403);
  });

  it('need a reason to be suspended', async () => {
    expect((await post(`/enterprises/${id}/suspend`, {}).expect(400)).body).toMatchObject({ code: 'reason-required' });
    await post(`/enterprises/${id}/suspend`, { reason: '经营异常' }).expect(200);
    expect((await post(`/enterprises/${id}/resume`, {}).expect(200)).body.state).toBe('active');
  });

  it.each([
    ['an unknown field', { ...application, secret: 1 }],
    ['a number for a text', { ...application, name: 5 }],
    ['nothing', {}],
    ['a list', []],
  ])('refuse %s with a field', async (_name, body) => {
    expect((await post('/enterprises', body)).status).toBe(400);
  });

  it.each(['abc', '0', '-1', '99999999999', '1%00'])('answer 4xx to id %s', async (bad) => {
    const { status } = await get(`/v1/enterprises/${bad}`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

describe('the queue of a merchant reviewer (待办)', () => {
  const steps: Record<string, string[]> = {
    draft: [],
    waiting: ['submit'],
    decided: ['submit'],
    others: ['submit', 'approve'],
  };
  const numbers = ['91110101MA00ABCF0M', '91110101MA00ABCG9J', '91110101MA00ABCH7D', '91110101MA00ABCJ32'];
  const ids = new Map<string, number>();
  let reviewer: string;

  beforeAll(async () => {
    for (const [index, [name, actions]] of Object.entries(steps).entries()) {
      const uscc = numbers[index];
      const created = await post('/enterprises', { ...application, name: `待审${name}`, uscc }).expect(201);
      ids.set(name, created.body.id);
      // Enterprises apply by themselves here: it is the operator, and no reviewer, who approves one of them.
      const own = await booted.token('enterprise', { enterpriseId: created.body.id });
      for (const action of actions) {
        const by = action === 'submit' ? own : operator;
        await post(`/enterprises/${created.body.id}/${action}`, reviewBody(action), by).expect(200);
      }
    }
    reviewer = await booted.token('merchant-reviewer');
  });

  it('holds what waits for him and what he decided, in lists, details, steps and actions', async () => {
    const seen = async () => {
      const listed = (await get('/console/enterprises?range=[0,99]', reviewer).expect(200)).body;
      const paged = (await get('/v1/enterprises?limit=100', reviewer).expect(200)).body.items;
      const [one, other] = [listed, paged].map((rows) => rows.map((row: { id: number }) => row.id).sort());
      expect(one).toEqual(other);
      return one as number[];
    };
    expect(await seen()).toEqual([ids.get('waiting'), ids.get('decided')]);
    await post(
      `/enterprises/${ids.get('decided')}/reject`,
      { reason: '资料不全', ...reviewBody('reject') },
      reviewer,
    ).expect(200);
    expect(await seen()).toEqual([ids.get('waiting'), ids.get('decided')]);
    for (const name of ['waiting', 'decided']) {
      await get(`/v1/enterprises/${ids.get(name)}/steps`, reviewer).expect(200);
      await get(`/console/enterprises/${ids.get(name)}`, reviewer).expect(200);
    }
    // What another one decided, and what nobody has sent in yet, is as if it were not there.
    for (const name of ['draft', 'others']) {
      const absent = await get('/v1/enterprises/2000000000', reviewer).expect(404);
      const hidden = await get(`/v1/enterprises/${ids.get(name)}`, reviewer).expect(404);
      expect({ ...hidden.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' });
      await get(`/console/enterprises/${ids.get(name)}`, reviewer).expect(404);
      await post(`/enterprises/${ids.get(name)}/approve`, {}, reviewer).expect(404);
    }
  });

  it('is another one for another reviewer, and no part of it shows a person', async () => {
    const checks = async (token: string): Promise<number[]> => {
      await drain();
      const { body } = await get('/console/real-name-checks?range=[0,99]', token).expect(200);
      return [...new Set<number>(body.map((row: { enterpriseId: number }) => row.enterpriseId))].sort();
    };
    expect(await checks(reviewer)).toEqual([ids.get('waiting'), ids.get('decided')]);
    // One account stands for a role in these tests; the role's other reviewers are told apart by their accounts alone.
    const db = databaseOf(booted.strapi);
    await db.query(
      `INSERT INTO parties.enterprise_steps (enterprise_id, action, to_state, actor, at)
      VALUES ($1, 'approve', 'approved', 'merchant-reviewer#999999', now())`,
      [ids.get('others')],
    );
    expect(await checks(reviewer)).toEqual([ids.get('waiting'), ids.get('decided')]);
  });
});

describe('an application (四眼原则)', () => {
  it('is approved by somebody else than who submitted it, for whom it does not wait', async () => {
    const own = { ...application, name: '丁科技有限公司', uscc: '91110101MA00ABCK1W' };
    const { body: made } = await post('/enterprises', own).expect(201);
    await post(`/enterprises/${made.id}/submit`, {}).expect(200);
    const reviewer = await booted.token('merchant-reviewer');
    const told = async (token: string) => {
      const review = (await get(`/v1/enterprises/${made.id}/reviews`, token).expect(200)).body;
      const { items, kinds } = (await get('/v1/me/waiting', token).expect(200)).body;
      // The list that all of them stand in is still the one of what is submitted.
      expect(kinds).toContainEqual(
        expect.objectContaining({ kind: 'submittedEnterprises', filter: { state: 'submitted' } }),
      );
      const waits = items.filter((item: { kind: string }) => item.kind === 'submittedEnterprises');
      return [review.isOwn, waits.map((item: { id: string }) => Number(item.id)).includes(made.id)];
    };
    expect(await told(operator)).toEqual([true, false]);
    expect(await told(reviewer)).toEqual([false, true]);
    const refused = await post(`/enterprises/${made.id}/approve`, reviewBody('approve')).expect(409);
    expect(refused.body).toMatchObject({ code: 'review-own', detail: expect.stringContaining('自己提交') });
    await post(`/enterprises/${made.id}/approve`, reviewBody('approve'), reviewer).expect(200);
  });
});

describe('workers', () => {
  let id: number;

  it('are registered, checked on the queue and found again, masked', async () => {
    const created = await post('/workers', worker).expect(201);
    id = created.body.id;
    expect(created.body).toMatchObject({ name: '张*', identity: '110101********9999', state: 'registered' });
    expect(JSON.stringify(created.body)).not.toMatch(/张三|110101199003079999|13812340001/);
    await drain();
    const read = await get(`/v1/workers/${id}`).expect(200);
    expect(read.body).toMatchObject({ state: 'active', realNameState: 'verified', cards: [{ state: 'verified' }] });
    for (const body of [
      { identityNumber: worker.identityNumber },
      { phone: '13812340001' },
      { cardNumber: worker.cardNumber },
    ]) {
      expect((await post('/workers/search', body).expect(200)).body.items).toMatchObject([{ id }]);
    }
    await post('/workers/search', { phone: '1', cardNumber: '2' }).expect(400);
  });

  it('give every fault of a form with its field', async () => {
    const { body } = await post('/workers', {
      ...worker,
      identityNumber: '110101199003079990',
      phone: '15412340002',
    }).expect(422);
    expect(body).toMatchObject({ code: 'registration-refused', field: 'identityNumber' });
    expect(body.faults.map((fault: { code: string }) => fault.code)).toEqual(['check-digit', 'range']);
  });

  it('add and replace cards as versions', async () => {
    const { body } = await post(`/workers/${id}/cards`, { cardNumber: '6217008791156692428' }).expect(201);
    expect(body).toMatchObject({ workerId: id, cardVersion: 2, card: '621700*********2428', state: 'pending' });
    await post(`/workers/${id}/cards`, { cardNumber: '6217008791156692428' }).expect(409);
  });

  it('see themselves only', async () => {
    const own = await booted.token('worker', { workerId: id });
    await get(`/v1/workers/${id}`, own).expect(200);
    await get(`/v1/workers/${id + 1}`, own).expect(404);
    expect((await get('/console/bank-cards', own).expect(200)).body).toHaveLength(2);
    await post('/workers', worker, own).expect(403);
  });

  it('suspend and resume with a reason', async () => {
    await post(`/workers/${id}/suspend`, {}).expect(400);
    expect((await post(`/workers/${id}/suspend`, { reason: '冒用嫌疑' }).expect(200)).body.state).toBe('suspended');
    expect((await post(`/workers/${id}/resume`, { reason: '已澄清' }).expect(200)).body.state).toBe('active');
  });
});

describe('a worker who left', () => {
  it('is taken back as the same person, and is active only when verified anew (R3.2)', async () => {
    const { items } = (await post('/workers/search', { phone: '13812340001' }).expect(200)).body;
    const { id } = items[0];
    const asked = await post(`/workers/${id}/deregister`, { reason: '失联' }).expect(202);
    expect((await get(`/v1/workers/${id}`).expect(200)).body.state).toBe('active');
    await approveAs(booted, 'institution-manager', asked.body.approval.id);
    expect((await post('/workers', worker).expect(409)).body).toMatchObject({ code: 'already-registered' });
    const own = await booted.token('worker', { workerId: id });
    await post(`/workers/${id}/return`, { reason: '再次合作' }, own).expect(403);
    const { body } = await post(`/workers/${id}/return`, { reason: '再次合作' }).expect(200);
    expect(body).toMatchObject({ id, state: 'registered', realNameState: 'pending' });
    await drain();
    expect((await get(`/v1/workers/${id}`).expect(200)).body).toMatchObject({
      state: 'active',
      realNameState: 'verified',
    });
    expect((await post(`/workers/${id}/return`, { reason: '再次' }).expect(409)).body.code).toBe('illegal-transition');
  });
});

describe('imports of workers', () => {
  it('answers a repeated key with the first answer, and another sheet under it with a conflict', async () => {
    const send = (serial: number) =>
      booted.http
        .post('/api/v1/workers/imports')
        .set('Authorization', `Bearer ${operator}`)
        .set('Idempotency-Key', 'import-1')
        .attach('file', Buffer.from(`姓名,证件号码,手机号\n甲,1101011990030${serial},13812340001\n`), 'a.csv');
    const first = await send(1).expect(202);
    expect((await send(1).expect(202)).body).toEqual(first.body);
    expect((await send(2).expect(409)).body).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('refuse a mapping of a title that no column can hold, which an escape of its JSON hides from the query', async () => {
    const mapping = String.raw`{"\u0000":null}`;
    const { body } = await booted.http
      .post(`/api/v1/workers/imports?mapping=${encodeURIComponent(mapping)}`)
      .set('Authorization', `Bearer ${operator}`)
      .attach('file', Buffer.from('姓名,证件号码,手机号\n甲,110101199003079999,13812340001\n'), 'a.csv')
      .expect(400);
    expect(body.code).toBe('text-not-storable');
  });

  const upload = (bytes: Buffer, name = 'workers.csv') =>
    booted.http.post('/api/v1/workers/imports').set('Authorization', `Bearer ${operator}`).attach('file', bytes, name);

  it('answer 202 with a job, and tell rows and reasons', async () => {
    const sheet =
      '姓名,证件号码,手机号,银行卡号\n李四,310115200001019977,15012340002,6217008791156692428\n王五,1,2,3\n';
    const { body } = await upload(Buffer.from(sheet)).expect(202);
    await drain();
    expect((await get(`/v1/workers/imports/${body.id}`).expect(200)).body).toMatchObject({
      state: 'done',
      rowsRead: 2,
      rowsRegistered: 1,
      rowsRefused: 1,
    });
    const faults = await get(`/v1/workers/imports/${body.id}/faults`).expect(200);
    expect(faults.body.items.map((fault: { rowNo: number; field: string }) => [fault.rowNo, fault.field])).toEqual([
      [3, 'identityNumber'],
      [3, 'phone'],
      [3, 'cardNumber'],
    ]);
  });

  it('refuse what is no sheet, no file, no form', async () => {
    expect((await upload(Buffer.from('a,b\n1,2\n')).expect(422)).body.code).toMatch(/^sheet-/);
    const bare = booted.http.post('/api/v1/workers/imports').set('Authorization', `Bearer ${operator}`);
    expect((await bare.field('note', 'x')).body).toMatchObject({ code: 'file-missing' });
    await post('/workers/imports', { file: 'x' }).expect(415);
    await booted.http.post('/api/v1/workers/imports').attach('file', Buffer.from('x'), 'x.csv').expect(401);
  });

  it('survive a client who goes away in the middle of the file', async () => {
    const { httpServer } = booted.strapi.server;
    if (!httpServer.listening) await new Promise<void>((listening) => httpServer.listen(0, listening));
    const { port } = httpServer.address() as AddressInfo;
    // Koa prints every connection that breaks off.
    const printed = jest.spyOn(console, 'error').mockImplementation();
    for (const field of ['file', 'photo']) {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      socket.write(
        `POST /api/v1/workers/imports HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer ${operator}\r\n` +
          'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n' +
          `--b\r\nContent-Disposition: form-data; name="${field}"; filename="w.csv"\r\n\r\n${'x'.repeat(100_000)}`,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      socket.resetAndDestroy();
    }
    await get('/v1/workers').expect(200);
    printed.mockRestore();
  });
});

describe('whom a form is about', () => {
  const find = (kind: string, text: string, token: string) => post('/subjects/search', { kind, text }, token);

  it('is found by who may not see the register: a worker by what is known of him whole, and masked', async () => {
    const colleague = await booted.token('config-operator');
    expect((await get('/v1/workers', colleague)).status).toBe(403);
    const whole = [worker.identityNumber, '13812340001', '+86 138-1234-0001'];
    for (const text of whole) {
      const { items } = (await find('worker', text, colleague).expect(200)).body;
      expect(items).toContainEqual({
        id: expect.any(Number),
        number: expect.any(String),
        name: '张*',
        hint: '138****0001',
      });
    }
    const [{ number }] = (await find('worker', worker.identityNumber, colleague)).body.items;
    expect((await find('worker', number.toLowerCase(), colleague)).body.items).toHaveLength(1);
    for (const text of [worker.name, '1381234', '110101199003', '138****0001'])
      expect([text, (await find('worker', text, colleague)).body.items]).toEqual([text, []]);
    const [entry] = await databaseOf(booted.strapi).query<{ text: string }>(
      `SELECT to_jsonb(e)::text AS text FROM audit.published_entries e WHERE action = 'subject.find' LIMIT 1`,
    );
    for (const clear of [worker.identityNumber, '13812340001']) expect(entry?.text).not.toContain(clear);
  });

  it('is an enterprise by a part of its name, its number or code, and nothing by a wildcard', async () => {
    const security = await booted.token('security-admin');
    const { items } = (await find('enterprise', '甲科技', security).expect(200)).body;
    expect(items).toMatchObject([{ name: application.name, hint: application.uscc }]);
    expect((await find('enterprise', application.uscc.toLowerCase(), security)).body.items).toEqual(items);
    expect((await find('enterprise', '%%', security)).body.items).toEqual([]);
    await find('enterprise', '甲', security).expect(400);
    await find('enterprise', '甲科技', await booted.token('regulator')).expect(403);
    await find('worker', worker.identityNumber, await booted.token('worker', { workerId: 1 })).expect(403);
  });
});
