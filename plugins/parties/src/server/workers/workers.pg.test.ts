import { createDatabase } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createPartiesRig, operatorAt, type PartiesRig } from '../../testing/parties-rig';
import { recordPaperAgency } from './authorize-agency';
import { searchWorkers } from './search-workers';
import { cardsOfWorker, workerById } from './worker-rows';

const at = new Date('2026-11-22T03:00:00Z');
const command = operatorAt(at, '测试');

let kit: TestDatabase;
let rig: PartiesRig;

beforeAll(async () => {
  kit = await testDatabase();
  rig = await createPartiesRig(kit, { now: () => at });
}, 120_000);
afterAll(async () => {
  await rig?.stop();
  await kit?.drop();
});

const person = (serial: number, more = {}) => ({
  name: '张三',
  identityNumber: `1101011990030${String(7000 + serial)}9`.slice(0, 17).padEnd(17, '0') + '9',
  phone: `138123${String(40_000 + serial)}`,
  cardNumber: `62220288729467${String(80_000 + serial)}`,
  address: '北京市东城区某路1号',
  ...more,
});

function register(serial: number, more = {}): Promise<number> {
  return kit.db.transaction((tx) => rig.parties.registerWorker(tx, command, person(serial, more), 'staff'));
}

function markAll(ids: number[], state: 'verified' | 'mismatch' | 'no-record' | 'error'): Promise<void> {
  const marks = ids.map((workerId) => ({ workerId, state, evidenceCode: `RN-${workerId}` }));
  return kit.db.transaction((tx) => rig.parties.markRealName(tx, command, marks));
}

function markCards(ids: number[], state: 'verified' | 'refused' | 'error'): Promise<{ id: number; state: string }[]> {
  const marks = ids.map((cardId) => ({ cardId, state, evidenceCode: `RN-${cardId}` }));
  return kit.db.transaction((tx) => rig.parties.markCards(tx, command, marks));
}

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('registration', () => {
  it('stores nothing in clear, and opens what it sealed', async () => {
    const id = await register(1);
    const worker = await workerById(kit.db, id);
    expect(worker).toMatchObject({
      number: expect.stringMatching(/^W-2026-11-\d{4}$/),
      name: '张*',
      identity: expect.stringMatching(/^110101\*{8}\d{4}$/),
      phone: '138****0001',
      state: 'registered',
      realNameState: 'pending',
      registeredAt: at,
    });
    const row = await kit.db.one<{ text: string }>(
      `SELECT w::text || (SELECT string_agg(c::text, '') FROM public.bank_cards c WHERE c.worker_id = w.id) AS text
       FROM public.workers w WHERE id = $1`,
      [id],
    );
    for (const clear of ['张三', person(1).identityNumber, person(1).phone, person(1).cardNumber, '某路']) {
      expect(row.text).not.toContain(clear);
    }
    expect(await rig.parties.openIdentities(kit.db, command, [id], 'identity-check')).toEqual([
      {
        workerId: id,
        identityKind: 'resident-id',
        identityNumber: person(1).identityNumber,
        name: '张三',
        phone: person(1).phone,
      },
    ]);
    expect(await kit.db.query('SELECT FROM parties.worker_staging')).toEqual([]);
  });

  it('refuses the same identity twice, and leaves an audit row that names nobody', async () => {
    expect(await refusal(register(1))).toMatchObject({ status: 409, code: 'already-registered' });
    const owner = createDatabase({ connectionString: kit.superuserUrl, max: 1 });
    const entries = await owner.query<{ after: object }>(
      `SELECT after FROM audit.entries WHERE action = 'worker.register'`,
    );
    await owner.close();
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toMatch(/张三|110101199003|1381234/);
  });

  it('lists every fault of a form', async () => {
    expect(await refusal(register(2, { phone: '1', cardHolder: '李四' }))).toMatchObject({
      status: 422,
      code: 'registration-refused',
      extra: { faults: [{ field: 'phone' }, { field: 'cardHolder', code: 'holder-mismatch' }] },
    });
  });
});

describe('real-name marks', () => {
  it('make verified workers active and block the others, and move nobody back for an error', async () => {
    const [one, two] = [await register(11), await register(12)];
    await markAll([one], 'verified');
    await markAll([two], 'mismatch');
    expect(await workerById(kit.db, one)).toMatchObject({
      state: 'active',
      realNameState: 'verified',
      realNameCode: `RN-${one}`,
    });
    expect(await workerById(kit.db, two)).toMatchObject({ state: 'blocked', realNameState: 'mismatch' });
    await markAll([one], 'error');
    expect(await workerById(kit.db, one)).toMatchObject({ state: 'active', realNameState: 'verified' });
    await markAll([two], 'verified');
    expect(await workerById(kit.db, two)).toMatchObject({ state: 'active' });
  });

  it('keep a suspended worker suspended, and out while his identity is in doubt', async () => {
    const id = await register(13);
    await markAll([id], 'verified');
    const act = (action: 'suspend' | 'resume'): Promise<void> =>
      kit.db.transaction((tx) => rig.parties.actOnWorker(tx, command, id, action));
    await act('suspend');
    await markAll([id], 'no-record');
    expect(await workerById(kit.db, id)).toMatchObject({ state: 'suspended', realNameState: 'no-record' });
    expect(await refusal(act('resume'))).toMatchObject({ status: 409, code: 'not-verified' });
    await markAll([id], 'verified');
    await act('resume');
    expect(await workerById(kit.db, id)).toMatchObject({ state: 'active' });
    expect(await refusal(act('resume'))).toMatchObject({
      status: 409,
      extra: { allowed: ['block', 'suspend', 'deregister', 'correct'] },
    });
  });

  it('cannot be gone around in SQL: nobody is active without a verified identity', async () => {
    const id = await register(14);
    await expect(kit.db.query(`UPDATE public.workers SET state = 'active' WHERE id = $1`, [id])).rejects.toThrow(
      'workers_active_verified',
    );
  });
});

describe('cards', () => {
  it('are versions that never change', async () => {
    const id = await register(21);
    const [first] = await cardsOfWorker(kit.db, id);
    const added = await kit.db.transaction((tx) =>
      rig.parties.addCard(tx, command, id, { cardNumber: '6217008791156692428', replaces: first?.id }),
    );
    const cards = await cardsOfWorker(kit.db, id);
    expect(cards.map(({ id: cardId, cardVersion, state }) => [cardId, cardVersion, state])).toEqual([
      [added, 2, 'pending'],
      [first?.id, 1, 'replaced'],
    ]);
    const change = (sql: string): Promise<unknown> => kit.db.query(sql, [added]);
    await expect(change(`UPDATE public.bank_cards SET card_blind = 'x' WHERE id = $1`)).rejects.toThrow('immutable');
    await expect(change(`UPDATE public.bank_cards SET worker_id = 1 WHERE id = $1`)).rejects.toThrow('immutable');
  });

  it('are held once each, and may be taken up again', async () => {
    const id = await register(22);
    const own = { cardNumber: person(22).cardNumber };
    const add = (input: { cardNumber: string; replaces?: number }): Promise<number> =>
      kit.db.transaction((tx) => rig.parties.addCard(tx, command, id, input));
    expect(await refusal(add(own))).toMatchObject({ status: 409, code: 'card-already-held' });
    const [first] = await cardsOfWorker(kit.db, id);
    const second = await add({ cardNumber: '6228487771815905814', replaces: first?.id ?? 0 });
    await add({ ...own, replaces: second });
    expect((await cardsOfWorker(kit.db, id)).map(({ cardVersion }) => cardVersion)).toEqual([3, 2, 1]);
    expect(await refusal(add({ cardNumber: '6216617617689832527', replaces: second }))).toMatchObject({
      code: 'card-not-held',
    });
  });

  it('belong to one person: the second who claims a card is refused', async () => {
    const shared = { cardNumber: '6225885786146241' };
    const [one, two, three] = [await register(23, shared), await register(24, shared), await register(25, shared)];
    const ids = await Promise.all([one, two, three].map(async (id) => (await cardsOfWorker(kit.db, id))[0]?.id ?? 0));
    const states = await markCards(ids.slice(0, 2), 'verified');
    expect(states.map(({ state }) => state).sort()).toEqual(['refused', 'verified']);
    expect(await markCards(ids.slice(2), 'verified')).toEqual([{ id: ids[2], state: 'refused' }]);
    const usable = await kit.db.query(
      'SELECT FROM parties.published_card_facts WHERE card_id = ANY($1) AND is_usable',
      [ids],
    );
    expect(usable).toHaveLength(1);
  });

  it('open for the check of a card, and the log tells who did', async () => {
    const id = await register(26);
    const [card] = await cardsOfWorker(kit.db, id);
    expect(await rig.parties.openCards(kit.db, command, [card?.id ?? 0])).toMatchObject([
      { cardNumber: person(26).cardNumber, holder: '张三', owner: { workerId: id } },
    ]);
    const told = await kit.db.one(
      `SELECT actor_name, count, after FROM audit.published_entries
        WHERE action = 'sensitive.read' AND subject_kind = 'bank-card' AND subject_id = $1`,
      [String(card?.id)],
    );
    const kinds = ['bank-card', 'identity-number', 'name', 'phone'];
    expect(told).toEqual({ actor_name: command.actor.name, count: 1n, after: { purpose: 'card-check', kinds } });
  });
});

describe('search', () => {
  it.each(['identityNumber', 'phone', 'cardNumber'] as const)('finds by %s', async (by) => {
    const id = await register(31 + by.length);
    const value = person(31 + by.length)[by];
    const found = await kit.db.transaction((tx) => searchWorkers(rig.tools, tx, command, { [by]: ` ${value}` }));
    expect(found.map((worker) => worker.id)).toEqual([id]);
  });

  it('refuses a masked value', async () => {
    const masked = kit.db.transaction((tx) => searchWorkers(rig.tools, tx, command, { phone: '138****0001' }));
    expect(await refusal(masked)).toMatchObject({ status: 422, field: 'phone' });
  });
});

it('notes tax agency authorizations, set-based', async () => {
  const ids = [await register(51), await register(52)];
  const grants = ids.map((workerId, index) => ({
    workerId,
    contractId: 100 + index,
    method: 'click' as const,
    from: '2026-11-01',
    to: null,
  }));
  await kit.db.transaction((tx) => rig.parties.authorizeAgency(tx, command, grants));
  const facts = await kit.db.query(
    `SELECT agency_from, agency_to, vat_role, resident FROM parties.published_worker_facts WHERE worker_id = ANY($1)`,
    [ids],
  );
  const fact = { agency_from: '2026-11-01', agency_to: null, vat_role: 'platform-files', resident: true };
  expect(facts).toEqual([fact, fact]);
  const unknown = kit.db.transaction((tx) =>
    rig.parties.authorizeAgency(tx, command, [
      { workerId: 999_999, contractId: 200, method: 'click', from: '2026-11-01', to: null },
    ]),
  );
  expect(await refusal(unknown)).toMatchObject({ status: 404 });
});

describe('tax agency authorizations on paper', () => {
  const facts = (id: number) =>
    kit.db.one('SELECT agency_from, agency_to FROM parties.published_worker_facts WHERE worker_id = $1', [id]);
  const paper = (workerId: number, from: string, to: string | null) =>
    kit.db.transaction((tx) => recordPaperAgency(rig.tools, tx, command, { workerId, from, to }));

  it('are a source of their own, with who recorded them, and end by a later paper', async () => {
    const id = await register(61);
    await paper(id, '2026-01-01', '2026-12-31');
    await paper(id, '2027-01-01', '2027-12-31');
    expect(await facts(id)).toEqual({ agency_from: '2026-01-01', agency_to: '2027-12-31' });
    await paper(id, '2026-01-01', '2026-11-30');
    expect(await facts(id)).toEqual({ agency_from: '2026-01-01', agency_to: '2026-11-30' });
    const rows = await kit.db.query(
      'SELECT consent_method, contract_id, actor_name FROM parties.agency_authorizations WHERE worker_id = $1',
      [id],
    );
    expect(rows).toEqual(Array(3).fill({ consent_method: 'paper', contract_id: null, actor_name: 'operator#1' }));
    const audited = await kit.db.query(
      `SELECT FROM audit.published_entries WHERE action = 'worker.record-paper-agency' AND subject_id = $1`,
      [String(id)],
    );
    expect(audited).toHaveLength(3);
  });

  it('touch no signed one, and none of theirs is changed or removed', async () => {
    const id = await register(62);
    const signed = { workerId: id, contractId: 300, method: 'click', from: '2026-01-01', to: '2026-12-31' } as const;
    await kit.db.transaction((tx) => rig.parties.authorizeAgency(tx, command, [signed]));
    await paper(id, '2026-01-01', '2026-06-30');
    expect(await facts(id)).toEqual({ agency_from: '2026-01-01', agency_to: '2026-12-31' });
    for (const sql of [
      `UPDATE parties.agency_authorizations SET to_day = '2099-01-01' WHERE worker_id = ${id}`,
      `UPDATE parties.agency_authorizations SET ended_on = NULL WHERE worker_id = ${id}; DELETE FROM parties.agency_authorizations`,
    ]) {
      await expect(kit.db.query(sql)).rejects.toThrow();
    }
  });

  it('come with a registration as well', async () => {
    const id = await kit.db.transaction((tx) =>
      rig.parties.registerWorker(tx, command, { ...person(63), agencyFrom: '2026-03-01' }, 'staff'),
    );
    expect(await facts(id)).toEqual({ agency_from: '2026-03-01', agency_to: null });
    await paper(id, '2026-03-01', '2026-04-30');
    expect(await facts(id)).toEqual({ agency_from: '2026-03-01', agency_to: '2026-04-30' });
  });

  it('hold at a day: the time that runs, else the next, else the last', async () => {
    const id = await register(64);
    await paper(id, '2026-01-01', '2026-03-31');
    await paper(id, '2026-02-01', '2026-06-30');
    await paper(id, '2026-09-01', null);
    const at = (day: string) =>
      kit.db.one('SELECT first_day, last_day FROM parties.agency_time(ARRAY[$1::int], $2::date)', [id, day]);
    expect(await at('2025-12-31')).toEqual({ first_day: '2026-01-01', last_day: '2026-06-30' });
    expect(await at('2026-06-30')).toEqual({ first_day: '2026-01-01', last_day: '2026-06-30' });
    expect(await at('2026-07-01')).toEqual({ first_day: '2026-09-01', last_day: null });
    expect(await at('2030-01-01')).toEqual({ first_day: '2026-09-01', last_day: null });
  });
});
