import { createDatabase, databaseOf, type Database } from '@linggong/core';
import { bootStrapi, type BootedStrapi, type TokenOwner } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { company, worker } from './unmask.fixture';

/** 查看明文 (R9.8, GB/T 35273-2020 6.3): one value, with a reason and a second person, written down before it is opened. */
describe('unmasking', () => {
  let booted: BootedStrapi;
  let superuser: Database;
  let workerId: number;
  let cardId: number;
  let enterpriseId: number;
  const reason = '客户来电核对';

  beforeAll(async () => {
    booted = await bootStrapi();
    superuser = createDatabase({ connectionString: booted.database.superuserUrl, max: 1 });
    const operator = await booted.token('operator');
    workerId = (await post(operator, '/workers', worker)).body.id;
    enterpriseId = (await post(operator, '/enterprises', company)).body.id;
    const [card] = (await get(operator, `/console/workers/${workerId}`)).body.cards;
    cardId = card.id;
  }, 240_000);
  afterAll(async () => {
    await superuser?.close();
    await booted?.stop();
  });

  const post = (token: string, path: string, body: object, headers: Record<string, string> = {}) =>
    booted.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).set(headers).send(body);
  const get = (token: string, path: string) => booted.http.get(`/api${path}`).auth(token, { type: 'bearer' });
  const tokenOf = (role: string, own: TokenOwner & { serial?: number } = {}) => booted.token(role, own);

  function look(token: string, kind: string, id: number, field: string, headers: Record<string, string> = {}) {
    return post(token, '/sensitive-fields/unmask', { subject: { kind, id }, field, reason }, headers);
  }

  async function approve(token: string, id: string): Promise<void> {
    const { body } = await get(token, `/v1/approvals/${id}`);
    await post(token, `/approvals/${id}/approve`, { seenSha256: body.seenSha256 }).expect(200);
  }

  async function looksOf(where: string): Promise<Record<string, unknown>[]> {
    return superuser.query(`SELECT * FROM vault.unmaskings WHERE ${where} ORDER BY id`);
  }

  /** So many looks within the hour of the account that made a request. */
  async function lookedBefore(approval: string, count: number): Promise<void> {
    await databaseOf(booted.strapi).query(
      `INSERT INTO vault.unmaskings (account_id, actor_name, role, subject_kind, subject_id, subject_label, field, field_kind,
         reason, in_hour, at, until)
       SELECT a.maker, a.maker_name, a.maker_role, 'worker', 1, 'W', 'name', 'name', 'reason', 1, now() - interval '59 minutes',
              now() - interval '58 minutes'
         FROM access.approvals a, generate_series(1, $2) n WHERE a.id = $1`,
      [approval, count],
    );
  }

  it('asks a second person of staff, shows the value once, and wrote it down first', async () => {
    const officer = await tokenOf('tax-officer');
    const manager = await tokenOf('institution-manager');
    const asked = await look(officer, 'worker', workerId, 'phone').expect(202);
    const { id } = asked.body.approval;
    expect(await looksOf('TRUE')).toEqual([]);
    const early = await look(officer, 'worker', workerId, 'phone', { Approval: id });
    expect([early.status, early.body.code]).toEqual([409, 'approval-not-approved']);
    const shown = (await get(manager, `/v1/approvals/${id}`)).body;
    expect([shown.deciders, JSON.stringify(shown).includes(worker.phone)]).toEqual([['institution-manager'], false]);
    expect(shown.after).toMatchObject({ field: 'phone', masked: '138****0001', seen: true });
    await approve(manager, id);
    const before = Date.now();
    const seen = await look(officer, 'worker', workerId, 'phone', { Approval: id }).expect(200);
    expect(seen.body.clear).toBe(worker.phone);
    expect(Date.parse(seen.body.until) - before).toBeGreaterThan(50_000);
    expect(Date.parse(seen.body.until) - before).toBeLessThan(70_000);
    expect(await looksOf('TRUE')).toMatchObject([
      { role: 'tax-officer', subject_kind: 'worker', subject_id: workerId, field: 'phone', reason, approval_id: id },
    ]);
    const [entry] = await superuser.query(
      `SELECT reason, approval_id AS approval, subject_kind || ' ' || subject_id AS subject FROM audit.entries WHERE action = 'sensitive-field.read'`,
    );
    expect(entry).toEqual({ reason, approval: id, subject: `worker ${workerId}` });
    const again = await look(officer, 'worker', workerId, 'phone', { Approval: id });
    expect([again.status, again.body.code]).toEqual([409, 'approval-used']);
  });

  it('shows for an approval what was approved, and nothing else', async () => {
    const officer = await tokenOf('operator');
    const { id } = (await look(officer, 'worker', workerId, 'name').expect(202)).body.approval;
    await approve(await tokenOf('institution-manager'), id);
    const other = await look(officer, 'worker', workerId, 'identity', { Approval: id });
    expect([other.status, other.body.code]).toEqual([403, 'approval-unfit']);
    const stranger = await look(await tokenOf('finance-officer'), 'worker', workerId, 'name', { Approval: id });
    expect([stranger.status, stranger.body.code]).toEqual([403, 'approval-unfit']);
    expect((await look(officer, 'worker', workerId, 'name', { Approval: 'x' })).status).toBe(403);
  });

  it('is redeemed in the role in which it was asked, on what still stands as it was shown, or given back', async () => {
    const manager = await tokenOf('institution-manager');
    const officer = await tokenOf('tax-officer', { serial: 7 });
    const ask = async (field: string): Promise<string> => {
      const { id } = (await look(officer, 'worker', workerId, field).expect(202)).body.approval;
      await approve(manager, id);
      return id;
    };
    const use = (field: string, id: string) => look(officer, 'worker', workerId, field, { Approval: id });
    const state = async (id: string) => (await get(manager, `/v1/approvals/${id}`)).body.state;
    const role = (given: string) =>
      superuser.query(`UPDATE public.up_users SET account_role = $1 WHERE username = 'token-tax-officer-n7'`, [given]);

    const moved = await ask('phone');
    // Another role that may look at the same, with the same session.
    await role('risk-officer');
    expect((await use('phone', moved)).body.code).toBe('approval-unfit');
    await role('tax-officer');
    const mask = (masked: string) =>
      superuser.query('UPDATE public.workers SET phone_masked = $2 WHERE id = $1', [workerId, masked]);
    await mask('139****0009');
    const outdated = await use('phone', moved);
    expect([outdated.status, outdated.body.code, await state(moved)]).toEqual([409, 'approval-outdated', 'failed']);
    await mask('138****0001');
    expect((await use('phone', moved)).body.code).toBe('approval-not-approved');

    // What is void, and what was given back, is asked for anew.
    const kept = await ask('phone');
    const withdrawn = await post(officer, `/approvals/${kept}/withdraw`, {}).expect(200);
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', mayWithdraw: false, mayRedeem: false });
    expect((await use('phone', kept)).body.code).toBe('approval-not-approved');
    const late = await ask('phone');
    await superuser.query(`UPDATE access.approvals SET decided_at = decided_at - interval '24 hours' WHERE id = $1`, [
      late,
    ]);
    expect((await use('phone', late)).body.code).toBe('approval-not-approved');
  });

  it('lets finance decide about cards', async () => {
    const officer = await tokenOf('finance-officer');
    const { id } = (await look(officer, 'bank-card', cardId, 'card').expect(202)).body.approval;
    const manager = await tokenOf('institution-manager');
    expect((await get(manager, `/v1/approvals/${id}`)).status).toBe(404);
    await approve(await tokenOf('finance-approver'), id);
    const seen = await look(officer, 'bank-card', cardId, 'card', { Approval: id }).expect(200);
    expect(seen.body.clear).toBe(worker.cardNumber);
  });

  it('is one 404 for a row that is not there, not in scope, not readable, without the field or without a value', async () => {
    const own = await tokenOf('enterprise', { enterpriseId });
    const [service, operator] = [await tokenOf('customer-service'), await tokenOf('operator')];
    const answers = [
      await look(operator, 'worker', 2_000_000, 'phone'),
      await look(operator, 'worker', workerId, 'email'),
      await look(operator, 'worker', workerId, 'constructor'),
      await look(operator, 'worker', workerId, 'address'),
      await look(operator, 'order', 1, 'phone'),
      await look(service, 'bank-card', cardId, 'card'),
      await look(own, 'worker', workerId, 'phone'),
      await look(own, 'enterprise', enterpriseId + 1, 'contactName'),
      await look(await tokenOf('worker', { workerId: workerId + 1 }), 'worker', workerId, 'phone'),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ body }) => body.detail)).size).toBe(1);
  });

  it('takes a reason and no more from those whose rows they are, and tells a worker who looked', async () => {
    const own = await tokenOf('worker', { workerId });
    expect((await look(own, 'worker', workerId, 'identity').expect(200)).body.clear).toBe(worker.identityNumber);
    expect((await look(own, 'bank-card', cardId, 'holder').expect(200)).body.clear).toBe(worker.name);
    const company1 = await tokenOf('enterprise', { enterpriseId });
    const contact = await look(company1, 'enterprise', enterpriseId, 'contactPhone').expect(200);
    expect(contact.body.clear).toBe(company.contactPhone);
    const short = { subject: { kind: 'worker', id: workerId }, field: 'phone', reason: '看' };
    await post(own, '/sensitive-fields/unmask', short).expect(400);
    const told = await post(own, '/sensitive-fields/unmask', { ...short, reason: `电话 ${worker.phone}` }).expect(400);
    expect(told.body.code).toBe('reason-personal');
    const rows: { role: string; field: string }[] = (await get(own, '/console/unmaskings').expect(200)).body;
    expect(rows.map(({ role, field }) => `${role} ${field}`)).toEqual([
      'worker holder',
      'worker identity',
      'finance-officer card',
      'tax-officer phone',
    ]);
    const another = await tokenOf('worker', { workerId: workerId + 1 });
    expect((await get(another, '/console/unmaskings').expect(200)).body).toEqual([]);
    expect((await get(await tokenOf('audit-admin'), '/console/unmaskings').expect(200)).body).toHaveLength(5);
  });

  it('keeps no clear value anywhere, whatever key comes with the question', async () => {
    const own = await tokenOf('worker', { workerId });
    const key = { 'Idempotency-Key': 'look-once' };
    const seen = await look(own, 'worker', workerId, 'phone', key).expect(200);
    expect([seen.body.clear, seen.headers['cache-control']]).toEqual([
      worker.phone,
      expect.stringContaining('no-store'),
    ]);
    await look(own, 'worker', workerId, 'phone', key).expect(200);
    const tables = await superuser.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const clear = [worker.phone, worker.identityNumber, worker.cardNumber, worker.name, company.contactPhone];
    const found: string[] = [];
    for (const { name } of tables) {
      const { hits } = await superuser.one<{ hits: number }>(
        `SELECT count(*)::int AS hits FROM ${name} t WHERE EXISTS (SELECT FROM unnest($1::text[]) c WHERE position(c IN t::text) > 0)`,
        [clear],
      );
      if (hits > 0) found.push(name);
    }
    expect([tables.length > 100, found]).toEqual([true, []]);
  });

  it('has written the look down where the value then does not open', async () => {
    const own = await tokenOf('worker', { workerId });
    const { sealed } = await superuser.one<{ sealed: string }>(
      'SELECT name_sealed AS sealed FROM public.workers WHERE id = $1',
      [workerId],
    );
    await superuser.query('UPDATE public.workers SET name_sealed = phone_sealed WHERE id = $1', [workerId]);
    const failed = await look(own, 'worker', workerId, 'name');
    expect([failed.status, JSON.stringify(failed.body).includes(worker.phone)]).toEqual([500, false]);
    await superuser.query('UPDATE public.workers SET name_sealed = $2 WHERE id = $1', [workerId, sealed]);
    expect(await looksOf(`field = 'name' AND role = 'worker'`)).toHaveLength(1);
  });

  it('stops at twenty values an hour, tells of more than ten, and spends no approval on a refusal', async () => {
    const officer = await tokenOf('risk-officer');
    const { id } = (await look(officer, 'worker', workerId, 'name').expect(202)).body.approval;
    await approve(await tokenOf('institution-manager'), id);
    await lookedBefore(id, 19);
    await look(officer, 'worker', workerId, 'name', { Approval: id }).expect(200);
    const events = await superuser.query(`SELECT payload FROM jobs.events WHERE type = 'vault.unmask.unusual'`);
    expect(events).toEqual([{ payload: { unmaskingId: expect.any(String), inHour: 20 } }]);
    const refused = await look(officer, 'worker', workerId, 'phone');
    expect([refused.status, refused.body.code]).toEqual([429, 'unmask-limit']);
    const own = await tokenOf('operator', {});
    const mine = (await look(own, 'worker', workerId, 'identity').expect(202)).body.approval.id;
    await approve(await tokenOf('institution-manager'), mine);
    await lookedBefore(mine, 20);
    await look(own, 'worker', workerId, 'identity', { Approval: mine }).expect(429);
    expect((await get(own, `/v1/approvals/${mine}`)).body.state).toBe('approved');
    await jobsOf(booted.strapi).drain();
  });

  it('lets nobody change or remove what was written', async () => {
    const app = databaseOf(booted.strapi);
    await expect(app.query('UPDATE vault.unmaskings SET reason = reason')).rejects.toThrow(/permission denied/);
    await expect(app.query('DELETE FROM vault.unmaskings')).rejects.toThrow(/permission denied/);
    for (const change of [
      'UPDATE vault.unmaskings SET reason = reason',
      'DELETE FROM vault.unmaskings',
      'TRUNCATE vault.unmaskings',
    ]) {
      await expect(superuser.query(change)).rejects.toThrow(/never changed or removed/);
    }
  });

  describe('under an elevation', () => {
    let serial = 50;
    /** A live elevation of an account of its own, granted by the manager. */
    async function elevated(role: string, body: object): Promise<{ token: string; id: string; approvalId: string }> {
      serial += 1;
      const token = await tokenOf(role, { serial });
      const asked = await post(token, '/elevations', { hours: 1, reason: '争议处理需要核对', ...body }).expect(202);
      const approvalId: string = asked.body.approval.id;
      const manager = await tokenOf('institution-manager');
      const { body: seen } = await get(manager, `/v1/approvals/${approvalId}`);
      await post(manager, `/approvals/${approvalId}/approve`, { seenSha256: seen.seenSha256 }).expect(200);
      const [row] = (await get(token, '/console/elevations').expect(200)).body;
      return { token, id: row.id, approvalId };
    }
    const looksUnder = async (id: string): Promise<Record<string, unknown>[]> => {
      const filter = encodeURIComponent(JSON.stringify({ elevationId: id }));
      return (
        await get(await tokenOf('institution-manager'), `/console/elevation-looks?filter=${filter}`)
      ).body.reverse();
    };
    const end = (token: string, id: string) => post(token, `/elevations/${id}/end`, { reason: '处理完毕' }).expect(200);

    it('that says clear values nobody is asked for each, within its scope alone, and who granted it sees each', async () => {
      const other = { name: '雀探乙', identityNumber: '110101199003079964', phone: '13812340002' };
      const registered = await post(await tokenOf('operator'), '/workers', {
        ...worker,
        ...other,
        cardNumber: '6222028872946788621',
      });
      expect([registered.status, registered.body.code]).toEqual([201, undefined]);
      const stranger = registered.body.id;
      const { token, id, approvalId } = await elevated('customer-service', {
        resource: 'worker',
        actions: ['unmask'],
        workerId,
      });
      const seen = await look(token, 'worker', workerId, 'phone').expect(200);
      expect(seen.body.clear).toBe(worker.phone);
      expect(await looksOf(`elevation_id = '${id}'`)).toMatchObject([{ field: 'phone', approval_id: approvalId }]);
      // Beside it everything is as ever: somebody else's values, and another kind of row.
      await look(token, 'worker', stranger, 'phone').expect(202);
      await look(token, 'enterprise', enterpriseId, 'contactPhone').expect(202);
      await look(token, 'worker', workerId, 'address').expect(404);
      expect(await looksUnder(id)).toMatchObject([
        {
          route: 'POST /api/v1/sensitive-fields/unmask',
          subjectId: `${workerId}`,
          clearField: 'phone',
          status: 200,
          rows: 1,
        },
      ]);
      const [entry] = await superuser.query<{ after: string }>(
        `SELECT after::text FROM audit.entries WHERE action = 'elevation.look' AND subject_id = $1`,
        [id],
      );
      expect(entry?.after).toContain('phone');
      await end(token, id);
      await look(token, 'worker', workerId, 'phone').expect(202);
    });

    it('shows nothing of a worker who has left: he sees himself alone', async () => {
      const { token, id } = await elevated('customer-service', { resource: 'worker', actions: ['unmask'], workerId });
      await superuser.query(`INSERT INTO parties.locked_people (worker_id, locked_at) VALUES ($1, now())`, [workerId]);
      await superuser.query(`UPDATE public.workers SET state = 'deregistered' WHERE id = $1`, [workerId]);
      for (const [kind, row, field] of [
        ['worker', workerId, 'phone'],
        ['worker', workerId, 'name'],
      ] as const)
        await look(token, kind, row, field).expect(404);
      await look(await tokenOf('worker', { workerId }), 'worker', workerId, 'phone').expect(200);
      await end(token, id);
      await superuser.query(`SET session_replication_role = replica; DELETE FROM parties.locked_people WHERE worker_id = ${workerId};
        UPDATE public.workers SET state = 'registered' WHERE id = ${workerId}; SET session_replication_role = origin`);
    });

    it('that opens rows a second person is asked as ever, and the look says under which', async () => {
      const bare = await tokenOf('risk-officer', { serial: 49 });
      await look(bare, 'bank-card', cardId, 'card').expect(404);
      const rows = { resource: 'bank-card', actions: ['list', 'read'], workerId };
      const { token, id } = await elevated('risk-officer', rows);
      const { id: approval } = (await look(token, 'bank-card', cardId, 'card').expect(202)).body.approval;
      await approve(await tokenOf('finance-approver'), approval);
      const seen = await look(token, 'bank-card', cardId, 'card', { Approval: approval }).expect(200);
      expect(seen.body.clear).toBe(worker.cardNumber);
      expect(await looksOf(`elevation_id = '${id}'`)).toMatchObject([{ field: 'card', approval_id: approval }]);
      expect((await looksUnder(id)).map(({ status, rows: shown, clearField }) => [status, shown, clearField])).toEqual([
        [202, 0, 'card'],
        [200, 1, 'card'],
      ]);
      const next = (await look(token, 'bank-card', cardId, 'holder').expect(202)).body.approval.id;
      await approve(await tokenOf('institution-manager'), next);
      const late = (await look(token, 'bank-card', cardId, 'card').expect(202)).body.approval.id;
      await end(token, id);
      await look(token, 'bank-card', cardId, 'holder', { Approval: next }).expect(404);
      // What he may look at no longer is approved for nobody.
      const approver = await tokenOf('finance-approver');
      const { seenSha256 } = (await get(approver, `/v1/approvals/${late}`)).body;
      const decided = await post(approver, `/approvals/${late}/approve`, { seenSha256 });
      expect([decided.status, decided.body.code]).toEqual([409, 'approval-outdated']);
    });

    it('is offered to who may unmask, and stands for nobody who would not decide himself', async () => {
      const operator = await tokenOf('operator', { serial: 48 });
      const { items } = (await get(operator, '/v1/elevations/offers').expect(200)).body;
      expect(items).toEqual([
        { resource: 'enterprise', actions: ['unmask'], reaches: ['all', 'enterprise'] },
        { resource: 'worker', actions: ['unmask'], reaches: ['all', 'worker'] },
      ]);
      const archivist = await tokenOf('archivist', { serial: 48 });
      const wish = { resource: 'worker', actions: ['unmask'], hours: 1, reason: '试一试' };
      expect((await post(archivist, '/elevations', wish)).body.code).toBe('elevation-not-offered');
      expect((await post(operator, '/elevations', { ...wish, resource: 'bank-card' })).body.code).toBe(
        'elevation-not-offered',
      );
    });

    it('is named by no row of the application that it does not open', async () => {
      const { id } = await elevated('tax-officer', { resource: 'worker', actions: ['unmask'], workerId });
      const app = databaseOf(booted.strapi);
      const forged = [
        ['worker_id', 'worker_id + 1'],
        ['account_id', 'account_id + 1'],
        ['resource', `'bank-card'`],
        ['approval_id', 'NULL::uuid'],
        ['at', `until_at + interval '1 second'`],
      ] as const;
      for (const [column, value] of forged) {
        const columns = ['account_id', 'account_name', 'role', 'resource', 'worker_id', 'approval_id', 'id'].filter(
          (one) => one !== column,
        );
        const from = `SELECT ${columns.join(', ')}${column === 'at' ? '' : ', now() AS at'}, ${value} AS ${column} FROM access.elevations WHERE id = $1`;
        const forge = app.query(
          `INSERT INTO vault.unmaskings (account_id, actor_name, role, subject_kind, subject_id, subject_label, worker_id, field, field_kind,
             reason, approval_id, in_hour, at, until, elevation_id)
           SELECT account_id, account_name, role, resource, 1, 'W', worker_id, 'name', 'name', 'test', approval_id, 1, at, at + interval '1 minute', id
             FROM (${from}) e`,
          [id],
        );
        await expect(forge).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});
