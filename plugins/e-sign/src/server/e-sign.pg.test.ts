import { Client } from 'pg';
import { at, command, eSignWorld, type ESignWorld } from './e-sign.fixture';
import { cooperationCovers } from './coverage';
import type { WorkerContractRequest } from './sending/contract-request';

const service: WorkerContractRequest = {
  templateCode: 'worker-service',
  enterpriseId: null,
  scenarios: ['*'],
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
};
const agency: WorkerContractRequest = { ...service, templateCode: 'tax-agency', scenarios: [], validTo: null };

describe('contracts', () => {
  let world: ESignWorld;

  beforeAll(async () => {
    world = await eSignWorld();
  }, 180_000);
  afterAll(() => world.stop());

  const send = (request: WorkerContractRequest, workerIds: readonly number[]) =>
    world.test.db.transaction((tx) => world.eSign.sendToWorkers(tx, command, request, workerIds));
  const sign = (contractIds: readonly number[]) =>
    world.test.db.transaction((tx) => world.eSign.sign(tx, command, contractIds, 'click'));
  const contract = (id: number) => world.test.db.one('SELECT * FROM public.contracts WHERE id = $1', [id]);

  async function signed(request: WorkerContractRequest): Promise<{ workerId: number; contractId: number }> {
    const [workerId = 0] = await world.workers(1);
    const { sent } = await send(request, [workerId]);
    const [{ contractId } = { contractId: 0 }] = sent;
    expect((await sign([contractId])).signed).toEqual([contractId]);
    return { workerId, contractId };
  }

  it('sends, shows and signs a service agreement', async () => {
    const { workerId, contractId } = await signed({ ...service, scenarios: ['delivery', 'mystery'] });
    expect(await contract(contractId)).toMatchObject({
      number: expect.stringMatching(/^HT-2026-11-\d{4}$/),
      kind: 'worker-service',
      worker_id: workerId,
      state: 'signed',
      signed_at: at,
      consent_method: 'click',
      consent_address: '203.0.113.9',
    });
    const own = await world.eSign.text(world.test.db, command, contractId, 'party');
    expect(own.masked).toBe(false);
    expect(own.text).toMatch(/乙方（灵活用工人员）：张三\d+，证件号码：110101/);
    expect(own.text).toContain('同城配送、mystery');
    expect(own.text).toContain('every enterprise that publishes tasks');
    const staff = await world.eSign.text(world.test.db, command, contractId, 'staff');
    expect(staff.masked).toBe(true);
    expect(staff.text).not.toMatch(/张三|11010119900101/);
    expect(staff.sha256).toBe(own.sha256);
    const reads = await world.test.db.query(
      `SELECT actor_name, after FROM audit.published_entries WHERE action = 'sensitive.read' AND subject_kind = 'contract'
         AND subject_id = $1 ORDER BY seq`,
      [String(contractId)],
    );
    const kinds = ['identity-number', 'name'];
    expect(reads).toEqual([
      { actor_name: command.actor.name, after: { purpose: 'contract-text', kinds } },
      { actor_name: command.actor.name, after: { purpose: 'contract-masking', kinds } },
    ]);
    const consent = await world.test.db.one('SELECT * FROM e_sign.consents WHERE contract_id = $1', [contractId]);
    expect(consent).toMatchObject({
      party: 'worker',
      act: 'sign',
      method: 'click',
      at,
      address: '203.0.113.9',
      text_hash: own.sha256,
      actor_name: 'operator#1',
      account_id: 1,
    });
  });

  it('keeps no personal data in clear', async () => {
    const { contractId } = await signed(service);
    const tables = [
      'public.contracts WHERE id',
      'e_sign.contract_texts WHERE contract_id',
      'e_sign.consents WHERE contract_id',
    ];
    for (const table of tables) {
      const rows = await world.test.db.query(`SELECT t::text AS text FROM (SELECT * FROM ${table} = $1) t`, [
        contractId,
      ]);
      expect(JSON.stringify(rows)).not.toMatch(/张三|11010119900101/);
    }
    const told = await world.test.db.query('SELECT payload::text, key FROM jobs.events');
    expect(JSON.stringify(told)).not.toMatch(/张三|11010119900101/);
  });

  it('notes the party of a contract, and finds that he is no longer the person registered (R6.1)', async () => {
    const { workerId, contractId } = await signed(service);
    const isRegisteredPerson = () =>
      world.test.db.one(
        'SELECT is_registered_person AS is FROM e_sign.published_contract_parties WHERE contract_id = $1',
        [contractId],
      );
    expect(await isRegisteredPerson()).toEqual({ is: true });
    await world.test.db.query(`UPDATE public.workers SET name_blind = repeat('0', 64) WHERE id = $1`, [workerId]);
    expect(await isRegisteredPerson()).toEqual({ is: false });
    await expect(
      world.test.db.query('UPDATE e_sign.contract_parties SET name_blind = $1 WHERE contract_id = $2', [
        '0',
        contractId,
      ]),
    ).rejects.toThrow();
  });

  it('says why a worker is sent nothing', async () => {
    const [fresh = 0, standing = 0, waiting = 0] = await world.workers(3);
    const [left = 0] = await world.workers(1, { state: 'deregistered' });
    const { sent } = await send(service, [standing, waiting]);
    await sign([sent[0]?.contractId ?? 0]);
    const again = await send(service, [fresh, fresh, standing, waiting, left, 999_999]);
    expect(again.sent.map(({ workerId }) => workerId)).toEqual([fresh]);
    expect(again.refused).toEqual([
      { workerId: standing, reason: 'already-signed' },
      { workerId: waiting, reason: 'already-sent' },
      { workerId: left, reason: 'worker-inactive' },
      { workerId: 999_999, reason: 'worker-unknown' },
    ]);
  });

  it('sends again for a longer time, another enterprise or other work', async () => {
    const enterpriseId = await world.enterprise();
    const { workerId } = await signed({ ...service, scenarios: ['delivery'] });
    for (const more of [{ validTo: '2028-12-31' }, { enterpriseId }, { scenarios: ['design'] }]) {
      const { sent } = await send({ ...service, scenarios: ['delivery'], ...more }, [workerId]);
      expect(sent).toHaveLength(1);
    }
    expect((await send({ ...service, scenarios: ['delivery'] }, [workerId])).refused[0]?.reason).toBe('already-signed');
  });

  it('says why a contract is not signed', async () => {
    const [unverified = 0] = await world.workers(1, { state: 'registered', realName: 'pending' });
    const [late = 0, ended = 0] = await world.workers(2);
    const { sent } = await send(service, [unverified]);
    const past = await send({ ...service, validTo: '2026-11-21' }, [late]);
    const { sent: revoked } = await send(service, [ended]);
    const ids = [sent, past.sent, revoked].map(([one]) => one?.contractId ?? 0);
    const taken = { ...command, reason: '发错对象' };
    await world.test.db.transaction((tx) => world.eSign.revoke(tx, taken, ids[2] ?? 0));
    expect(await sign([...ids, 999_999])).toEqual({
      signed: [],
      refused: [
        { contractId: ids[0], reason: 'not-verified' },
        { contractId: ids[1], reason: 'term-over' },
        { contractId: ids[2], reason: 'not-sent' },
        { contractId: 999_999, reason: 'contract-unknown' },
      ],
    });
  });

  it.each(['suspended', 'deregistered', 'blocked'])('is not signed by a worker who is %s', async (state) => {
    const [workerId = 0] = await world.workers(1);
    const { sent } = await send(service, [workerId]);
    const id = sent[0]?.contractId ?? 0;
    await world.test.db.query('UPDATE public.workers SET state = $2 WHERE id = $1', [workerId, state]);
    expect(await sign([id])).toEqual({ signed: [], refused: [{ contractId: id, reason: 'worker-inactive' }] });
  });

  it('signs a contract once, even when two ask at the same time', async () => {
    const [workerId = 0] = await world.workers(1);
    const { sent } = await send(service, [workerId]);
    const id = sent[0]?.contractId ?? 0;
    const both = await Promise.all([sign([id]), sign([id])]);
    expect(both.flatMap(({ signed: done }) => done)).toEqual([id]);
    expect(await world.test.db.query('SELECT FROM e_sign.consents WHERE contract_id = $1', [id])).toHaveLength(1);
  });

  const authorized = (workerId: number) =>
    world.test.db.one('SELECT agency_from, agency_to FROM parties.published_worker_facts WHERE worker_id = $1', [
      workerId,
    ]);

  it('authorizes by a signed tax authorization, up to the day of its withdrawal', async () => {
    const { workerId, contractId } = await signed(agency);
    expect(await authorized(workerId)).toEqual({ agency_from: '2026-01-01', agency_to: null });
    const withdrawn = { ...command, reason: '本人撤回' };
    await world.test.db.transaction((tx) => world.eSign.revoke(tx, withdrawn, contractId));
    expect(await authorized(workerId)).toEqual({ agency_from: '2026-01-01', agency_to: '2026-11-22' });
    expect(await contract(contractId)).toMatchObject({ state: 'revoked', state_reason: '本人撤回' });
  });

  it('renews a tax authorization without a gap, and ends the one that is withdrawn only (R3.4)', async () => {
    const { workerId, contractId } = await signed({ ...agency, validTo: '2026-12-31' });
    const renewal = { ...agency, validFrom: '2027-01-01', validTo: '2027-12-31' };
    const [{ contractId: next } = { contractId: 0 }] = (await send(renewal, [workerId])).sent;
    expect((await sign([next])).signed).toEqual([next]);
    expect(await authorized(workerId)).toEqual({ agency_from: '2026-01-01', agency_to: '2027-12-31' });
    const withdraw = (id: number) =>
      world.test.db.transaction((tx) => world.eSign.revoke(tx, { ...command, reason: '本人撤回' }, id));
    await withdraw(next);
    expect(await authorized(workerId)).toEqual({ agency_from: '2026-01-01', agency_to: '2026-12-31' });
    const [{ contractId: third } = { contractId: 0 }] = (await send(renewal, [workerId])).sent;
    await sign([third]);
    await withdraw(contractId);
    // Today is the last day of the first; the renewal begins after a gap, and is turned to when today is over.
    expect(await authorized(workerId)).toEqual({ agency_from: '2026-01-01', agency_to: '2026-11-22' });
    const tomorrow = { ...command, at: new Date('2026-11-22T16:00:00Z') };
    await world.parties.turnAgencyTimes(tomorrow);
    expect(await authorized(workerId)).toEqual({ agency_from: '2027-01-01', agency_to: '2027-12-31' });
  });

  it('loses no authorization of two that are signed and withdrawn at the same time', async () => {
    const { workerId, contractId } = await signed({ ...agency, validTo: '2026-12-31' });
    const renewal = { ...agency, validTo: '2027-12-31' };
    const [{ contractId: next } = { contractId: 0 }] = (await send(renewal, [workerId])).sent;
    const withdraw = world.test.db.transaction((tx) =>
      world.eSign.revoke(tx, { ...command, reason: '本人撤回' }, contractId),
    );
    await Promise.all([withdraw, sign([next])]);
    expect(await authorized(workerId)).toEqual({ agency_from: '2026-01-01', agency_to: '2027-12-31' });
  });

  it('revokes with a reason only, and nothing that has ended', async () => {
    const { contractId } = await signed(service);
    const revoke = (reason?: string) =>
      world.test.db.transaction((tx) => world.eSign.revoke(tx, reason ? { ...command, reason } : command, contractId));
    await expect(revoke()).rejects.toMatchObject({ code: 'reason-required' });
    await revoke('双方协商解除');
    await expect(revoke('再次')).rejects.toMatchObject({ code: 'illegal-transition', status: 409 });
  });

  it('expires what is past its last day', async () => {
    const { contractId } = await signed({ ...service, validTo: '2026-11-30' });
    const december = { ...command, at: new Date('2026-11-30T16:00:00Z') };
    await world.eSign.expire(command);
    expect(await contract(contractId)).toMatchObject({ state: 'signed' });
    expect(await world.eSign.expire(december)).toBeGreaterThanOrEqual(1);
    expect(await contract(contractId)).toMatchObject({ state: 'expired' });
    expect(await world.eSign.expire(december)).toBe(0);
  });

  it('signs the newest cooperation agreement of an enterprise', async () => {
    const enterpriseId = await world.enterprise('approved');
    const request = { enterpriseId, validFrom: '2026-11-22', validTo: '2028-11-21' };
    const ask = () => world.test.db.transaction((tx) => world.eSign.sendToEnterprise(tx, command, request));
    const older = await ask();
    const id = await ask();
    expect(await contract(older)).toMatchObject({ state: 'revoked' });
    const { text } = await world.eSign.text(world.test.db, command, id, 'staff');
    expect(text).toMatch(/甲方（企业）：湖南测试企业\d+，统一社会信用代码：91430100/);
    expect(await cooperationCovers(world.test.db, enterpriseId, '2026-11-22')).toBe(false);
    expect((await sign([id])).signed).toEqual([id]);
    expect(await world.test.db.one('SELECT party FROM e_sign.consents WHERE contract_id = $1', [id])).toEqual({
      party: 'enterprise',
    });
    const days = ['2026-11-21', '2026-11-22', '2028-11-21', '2028-11-22'];
    const covered = await Promise.all(days.map((day) => cooperationCovers(world.test.db, enterpriseId, day)));
    expect(covered).toEqual([false, true, true, false]);
    await expect(ask()).rejects.toMatchObject({ code: 'contract-already-signed', status: 409 });
  });

  it.each([
    `UPDATE public.contracts SET valid_to = '2099-01-01'`,
    `UPDATE public.contracts SET scenarios = '["*"]', worker_id = 1`,
    'UPDATE public.contracts SET signed_at = now() WHERE signed_at IS NOT NULL',
    `UPDATE public.contracts SET state = 'signed' WHERE state = 'revoked'`,
    `UPDATE public.contract_templates SET title_zh = 'x'`,
    'DELETE FROM public.contracts',
    'DELETE FROM public.contract_templates',
    `UPDATE e_sign.consents SET address = 'x'`,
    'DELETE FROM e_sign.consents',
    'TRUNCATE e_sign.consents',
    `UPDATE e_sign.contract_texts SET facts = '{}'`,
  ])('refuses even the owner of the database: %s', async (statement) => {
    await signed(service);
    const owner = new Client({ connectionString: world.test.ownerUrl });
    await owner.connect();
    await expect(owner.query(statement)).rejects.toThrow(/不可更改|已终止/);
    await owner.end();
  });

  it('does not show a text that was tampered with', async () => {
    const { contractId } = await signed(service);
    const dba = new Client({ connectionString: world.test.superuserUrl });
    await dba.connect();
    await dba.query(`SET session_replication_role = 'replica'`);
    await dba.query(
      `UPDATE e_sign.contract_texts SET facts = jsonb_set(facts, '{validTo,zh}', '"2099-12-31"') WHERE contract_id = $1`,
      [contractId],
    );
    await dba.end();
    await expect(world.eSign.text(world.test.db, command, contractId, 'party')).rejects.toThrow(
      /not the one that was sent/,
    );
  });

  it('writes an audit row for every act', async () => {
    const { contractId } = await signed(service);
    const rows = await world.test.db.query(
      `SELECT action FROM audit.published_entries WHERE subject_kind = 'contract' AND subject_id = $1 ORDER BY seq`,
      [String(contractId)],
    );
    expect(rows).toEqual([{ action: 'contract.send' }, { action: 'contract.sign' }]);
  });

  it('sends and signs ten thousand on the queue', async () => {
    const workerIds = await world.workers(10_000);
    const started = performance.now();
    const sending = await world.test.db.transaction((tx) => world.eSign.placeSending(tx, command, service, workerIds));
    await world.jobs.drain();
    expect(await world.jobs.run(sending.jobId)).toMatchObject({ state: 'done', result: { done: 10_000, refused: 0 } });
    const rows = await world.test.db.query<{ contract_id: number }>(
      'SELECT contract_id FROM e_sign.batch_members WHERE batch_id = $1 ORDER BY place',
      [sending.batchId],
    );
    const ids = rows.map(({ contract_id }) => contract_id);
    const signing = await world.test.db.transaction((tx) => world.eSign.placeSigning(tx, command, ids, 'paper'));
    await world.jobs.drain();
    expect(await world.jobs.run(signing.jobId)).toMatchObject({ state: 'done', result: { done: 10_000, refused: 0 } });
    const seconds = (performance.now() - started) / 1_000;
    const pairs = workerIds.map((workerId) => [workerId, 'delivery'] as const);
    const covered = await world.eSign.coveredWorkers(world.test.db, { enterpriseId: 1, day: '2026-11-22', pairs });
    expect(covered).toEqual(ids);
    expect(seconds).toBeLessThan(60);
  }, 120_000);

  it('goes on where a killed batch stopped', async () => {
    const workerIds = await world.workers(700);
    const { batchId, jobId } = await world.test.db.transaction((tx) =>
      world.eSign.placeSending(tx, command, service, workerIds),
    );
    // The first five hundred were done and committed, then the process died: here, by doing them by hand.
    const { sent } = await send(service, workerIds.slice(0, 500));
    await world.test.db.query(
      `UPDATE e_sign.batch_members m SET done_at = now(), contract_id = s.contract_id
       FROM unnest($2::int[], $3::int[]) AS s(worker_id, contract_id) WHERE m.batch_id = $1 AND m.worker_id = s.worker_id`,
      [batchId, sent.map(({ workerId }) => workerId), sent.map(({ contractId }) => contractId)],
    );
    await world.jobs.drain();
    expect(await world.jobs.run(jobId)).toMatchObject({ state: 'done', result: { done: 700, refused: 0 } });
    const { count } = await world.test.db.one<{ count: bigint }>(
      'SELECT count(*) FROM public.contracts WHERE worker_id = ANY($1::int[])',
      [workerIds],
    );
    expect(count).toBe(700n);
  });
});
