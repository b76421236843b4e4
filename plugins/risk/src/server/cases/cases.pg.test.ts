import type { Command } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { createParties, createPorts, type Parties } from '@linggong/parties';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { RecordFacts } from '@linggong/studio';
import { createKeyring, createVault } from '@linggong/vault';
import type { NewMeasure } from '../../api';
import { caseLifecycle, type CaseAction, type NewCase } from '../../domain';
import { hearOthers } from '../hearings';
import { stoppingMeasure } from '../measures/measure-rows';
import { liftMeasure, takeMeasure } from '../measures/take-measure';
import { actOnCase, gradeCase } from './act-on-case';
import { addTask, comment, finishTask } from './case-parts';
import { openByPerson } from './open-by-person';
import { complaintCase } from './complaint-case';
import { openCases } from './open-cases';
import { readBoard } from './read-board';
import { caseAnswer } from './read-case';

const at = new Date('2026-11-23T02:00:00Z');
const approvalId = '11111111-1111-4111-8111-111111111111';
const officer = (accountId: number, reason?: string): Command => ({
  actor: { kind: 'account', name: `risk-officer#${accountId}`, role: 'risk-officer', accountId },
  at,
  traceId: 'test',
  ...(reason === undefined ? {} : { reason }),
});

let kit: TestDatabase;
let jobs: JobsEngine;
let parties: Parties;

beforeAll(async () => {
  const needed = ['jobs', 'audit', 'vault', 'access', 'parties', 'studio', 'risk'];
  kit = await testDatabase({ only: needed.map((name) => `plugins/${name}`) });
  jobs = createJobs({ connectionString: kit.url, clock: { now: () => at }, random: () => 0 });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) });
  const ports = createPorts();
  ports.addResumingGuard(async (tx, subject) => {
    const number = await stoppingMeasure(tx, subject);
    if (number !== undefined) throw new Error(`stopped by ${number}`);
  });
  const vault = createVault({ keyring, root: '/nowhere', db: () => kit.db });
  parties = createParties({ database: kit.db, vault, jobs, ports });
  hearOthers(jobs);
  await kit.db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) SELECT n, 'E' || n, 'E' || n, n::text, 'active' FROM generate_series(1, 9) n`,
  );
}, 300_000);
afterAll(async () => {
  await jobs?.stop();
  await kit?.drop();
});

const about = (enterpriseId: number, more: Partial<NewCase> = {}): NewCase => ({
  source: 'check',
  rule: 'test.rule',
  subject: { kind: 'enterprise', id: enterpriseId },
  enterpriseId,
  severity: 'low',
  title: { zh: '试验', en: 'A test' },
  ...more,
});
const open = (...cases: NewCase[]) => kit.db.transaction((tx) => openCases(tx, officer(1), cases));
const act = (id: number, action: CaseAction, by = officer(1, '理由充分')) =>
  kit.db.transaction((tx) => actOnCase(tx, by, id, action, action === 'close' ? 'confirmed' : undefined));
async function opened(enterpriseId: number, rule: string): Promise<number> {
  const [row] = await open(about(enterpriseId, { rule }));
  if (!row) throw new Error('nothing was opened');
  return row.id;
}

describe('opening (R8.2)', () => {
  it('is one case a matter, seen again and graded up with a shorter clock', async () => {
    const [first] = await open(about(1));
    const before = await caseAnswer(kit.db, first?.id ?? 0);
    expect([first?.opened, before.number.startsWith('RC-2026-11-'), before.subjectLabel]).toEqual([true, true, 'E1']);
    const again = await open(about(1, { severity: 'critical', facts: { amountFen: 5 } }), about(1, { times: 3 }));
    expect(again).toEqual([{ ...first, opened: false }]);
    const after = await caseAnswer(kit.db, before.id);
    expect([after.timesSeen, after.severity, after.facts]).toEqual([5, 'critical', { amountFen: 5 }]);
    expect(new Date(after.dueAt).getTime()).toBeLessThan(new Date(before.dueAt).getTime());
    expect(after.steps.map(({ step }) => step)).toEqual(['graded', 'opened']);
    // Seen less grave, it stays as grave as it was.
    await open(about(1));
    expect((await caseAnswer(kit.db, before.id)).severity).toBe('critical');
  });

  it('in parallel and in any order opens once, and waits for nobody in a ring', async () => {
    const cases = Array.from({ length: 20 }, (_, index) => about(2, { rule: `parallel.r${index}` }));
    const turns = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => open(...(turn % 2 ? cases : [...cases].reverse()))),
    );
    expect(turns.flat().filter((one) => one.opened)).toHaveLength(20);
    const rows = await kit.db.query<{ seen: number }>(
      `SELECT times_seen AS seen FROM risk.cases WHERE rule LIKE 'parallel.%'`,
    );
    expect(rows.map(({ seen }) => seen)).toEqual(Array.from({ length: 20 }, () => 6));
  });

  it('anew where the same matter was closed', async () => {
    const id = await opened(3, 'anew');
    await act(id, 'take');
    await act(id, 'close');
    expect(await opened(3, 'anew')).not.toBe(id);
  });

  it('of a complaint is a matter of its own, with the clock of complaints (R6.3)', async () => {
    const asked: NonNullable<RecordFacts['content']>['fields'] = [
      {
        ...{ id: 'about', section: 'main', required: true, label: { zh: '事项', en: 'About' } },
        type: 'choice',
        choices: [{ value: 'pay', label: { zh: '报酬发放', en: 'Pay' } }],
      },
    ];
    const told = (number: string, data: RecordFacts['data']): RecordFacts => ({
      ...{ number, form: 'service.complaint', enterpriseId: 6, workerId: null, about: null, data },
      content: { sections: [], fields: asked },
    });
    const both = await open(
      complaintCase(told('FR-1', { about: 'pay', amount: 5_000 })),
      complaintCase(told('FR-2', { about: 'weather' })),
    );
    expect(both.map(({ opened: isNew }) => isNew)).toEqual([true, true]);
    const [pay, other] = [await caseAnswer(kit.db, both[0]?.id ?? 0), await caseAnswer(kit.db, both[1]?.id ?? 0)];
    expect(pay).toMatchObject({
      source: 'complaint',
      rule: 'complaint.pay',
      severity: 'high',
      title: { zh: '投诉：报酬发放' },
      facts: { record: 'FR-1', amountFen: 5_000 },
    });
    expect(other).toMatchObject({ rule: 'complaint.weather', severity: 'medium', title: { zh: '投诉：其他' } });
    expect(pay.dueAt).toEqual(other.dueAt);
    // Nobody is worse off for having complained.
    expect(pay).toMatchObject({ subjectKind: 'enterprise', subjectId: '6', enterpriseId: null });
  });

  it.each([
    [{ kind: 'worker' as const, id: 8 }, { enterpriseId: 6, workerId: null }, { workerId: 8 }],
    [
      { kind: 'enterprise' as const, id: 9 },
      { enterpriseId: null, workerId: 7 },
      { workerId: 7, enterpriseId: 9 },
    ],
  ])('of a complaint is about whom it means: %p', (about, teller, touches) => {
    const one = complaintCase({
      number: 'FR-3',
      form: 'service.complaint',
      ...teller,
      about,
      data: {},
      content: undefined,
    });
    const { subject, enterpriseId, workerId } = one;
    expect({ subject, enterpriseId, workerId }).toEqual({ subject: about, ...touches });
  });

  it('of a complaint is read by its core fields, whatever the fields of its form are called (R13.1)', () => {
    const label = { zh: '事项', en: 'About' };
    const told = { section: 'main', required: true, label };
    const one = complaintCase({
      ...{ number: 'FR-4', form: 'service.complaint', enterpriseId: 6, workerId: null, about: null },
      data: { matter: 'tax', 'in-question': 7_000 },
      content: {
        sections: [],
        fields: [
          { ...told, id: 'matter', core: 'about', type: 'choice', choices: [{ value: 'tax', label }] },
          { ...told, id: 'in-question', core: 'amount', type: 'money' },
        ],
      },
    });
    expect(one).toMatchObject({ rule: 'complaint.tax', severity: 'high', facts: { amountFen: 7_000 } });
  });

  it('by a person is about somebody who is there; told again it is a comment', async () => {
    const told = {
      subjectKind: 'enterprise',
      subjectId: 4,
      severity: 'high',
      title: '疑似虚假业务',
      text: '三个月无验收',
    } as const;
    const tell = (subjectId: number) =>
      kit.db.transaction((tx) => openByPerson(tx, officer(1), { ...told, subjectId }));
    await expect(tell(99)).rejects.toMatchObject({ status: 404 });
    const { id } = await tell(4);
    expect(await tell(4)).toMatchObject({ id, opened: false });
    const { steps } = await caseAnswer(kit.db, id);
    expect(steps.map(({ step }) => step)).toEqual(['commented', 'commented', 'opened']);
  });

  it('follows what others tell: a lost register, a finding of the books, nothing of the machine (R3.2)', async () => {
    const finding = (audit: string) => ({ audit, kind: 'net-of-orders', owner: 'finance-officer' });
    await kit.db.transaction(async (tx) => {
      const payload = { enterpriseId: 5 };
      await jobs.emit(tx, { type: 'parties.enterprise.verification-lost', key: 'enterprise-5', payload }, officer(1));
      await jobs.emit(tx, { type: 'continuity.finding.found', key: 'books', payload: finding('books') }, officer(1));
      await jobs.emit(tx, { type: 'continuity.finding.recurred', key: 'books', payload: finding('books') }, officer(1));
      await jobs.emit(tx, { type: 'continuity.finding.found', key: 'outbox', payload: finding('outbox') }, officer(1));
    });
    await jobs.drain();
    const rows = await kit.db.query(
      `SELECT rule, times_seen AS seen FROM risk.cases WHERE source IN ('real-name', 'finding') ORDER BY rule`,
    );
    expect(rows).toEqual([
      { rule: 'finding.books.net-of-orders', seen: 2 },
      { rule: 'real-name.company-failed', seen: 1 },
    ]);
  });
});

describe('the life of a case', () => {
  it('is the same in the database as in the domain', async () => {
    const rows = await kit.db.query<{ from: string; to: string }>(
      'SELECT from_state AS "from", to_state AS "to" FROM risk.case_moves()',
    );
    const moves = Object.values(caseLifecycle.transitions).flatMap(({ from, to }) =>
      from.filter((state) => state !== to).map((state) => `${state} > ${to}`),
    );
    expect(rows.map(({ from, to }) => `${from} > ${to}`).sort()).toEqual([...new Set(moves)].sort());
  });

  it('goes from hand to hand, and is closed once its tasks are done', async () => {
    const id = await opened(6, 'life');
    await act(id, 'take', officer(7));
    await act(id, 'wait', officer(7, '等企业答复'));
    await act(id, 'take', officer(8));
    expect(await caseAnswer(kit.db, id)).toMatchObject({ state: 'in-hand', ownerName: 'risk-officer#8' });
    const due = (dueOn: Day) => kit.db.transaction((tx) => addTask(tx, officer(8), id, { text: '核对验收单', dueOn }));
    await expect(due('2026-11-22')).rejects.toMatchObject({ code: 'risk-task-due-past', field: 'dueOn' });
    const task = await due('2026-11-23');
    await expect(act(id, 'close')).rejects.toMatchObject({ status: 409, code: 'risk-case-tasks-open' });
    await kit.db.transaction((tx) => finishTask(tx, officer(8), id, task, '一致'));
    const twice = kit.db.transaction((tx) => finishTask(tx, officer(8), id, task, '一致'));
    await expect(twice).rejects.toMatchObject({ code: 'risk-task-done' });
    await act(id, 'close');
    await expect(act(id, 'take')).rejects.toMatchObject({ code: 'illegal-transition' });
    for (const work of [
      kit.db.transaction((tx) => comment(tx, officer(8), id, '再说一句')),
      kit.db.transaction((tx) => addTask(tx, officer(8), id, { text: '再查' })),
      kit.db.transaction((tx) => gradeCase(tx, officer(8), id, 'low')),
    ])
      await expect(work).rejects.toMatchObject({ code: 'risk-case-closed' });
    await act(id, 'reopen', officer(9, '新证据'));
    expect(await caseAnswer(kit.db, id)).toMatchObject({
      state: 'in-hand',
      ownerName: 'risk-officer#9',
      outcome: null,
    });
  });

  it('two officers who take it at once both end with one owner', async () => {
    const id = await opened(6, 'both');
    await Promise.all([act(id, 'take', officer(7)), act(id, 'take', officer(8))]);
    expect((await caseAnswer(kit.db, id)).steps.filter(({ step }) => step === 'taken')).toHaveLength(2);
  });

  it.each([
    ['a state that does not follow', `UPDATE risk.cases SET state = 'waiting' WHERE id = $1`],
    ['another subject', `UPDATE risk.cases SET subject_id = '1' WHERE id = $1`],
    ['another key', `UPDATE risk.cases SET dedupe_key = 'else' WHERE id = $1`],
    ['closing without an outcome', `UPDATE risk.cases SET state = 'closed', closed_at = now() WHERE id = $1`],
    ['deleting', 'DELETE FROM risk.cases WHERE id = $1'],
    ['changing a step', `UPDATE risk.case_steps SET text = 'x' WHERE case_id = $1`],
    ['deleting steps', 'DELETE FROM risk.case_steps WHERE case_id = $1'],
  ])('lets nobody past it: %s', async (_what, sql) => {
    const id = await opened(7, 'guards');
    await expect(kit.db.query(sql, [id])).rejects.toThrow(/restrict|denied|never|does not follow|check constraint/);
  });

  it('shows on the board what is due first, with counts', async () => {
    await open(about(8, { rule: 'board.low' }), about(8, { rule: 'board.critical', severity: 'critical' }));
    const { columns } = await readBoard(kit.db, new Date('2026-11-24T02:00:00Z'));
    expect(columns.map(({ state }) => state)).toEqual(['open', 'in-hand', 'waiting', 'closed']);
    const [column] = columns;
    const due = (column?.cards ?? []).map(({ dueAt }) => new Date(dueAt).getTime());
    expect([...due].sort((a, b) => a - b)).toEqual(due);
    expect(column?.late).toBe(column?.cards.filter(({ isLate }) => isLate).length);
    expect(column?.late).toBeGreaterThan(0);
  });
});

describe('a measure', () => {
  const terms = (enterpriseId: number, more: Partial<NewMeasure> = {}): NewMeasure => ({
    kind: 'suspend-enterprise',
    subjectKind: 'enterprise',
    subjectId: enterpriseId,
    reason: '涉嫌虚假交易',
    ...more,
  });
  const approved = (reason?: string): Command => ({ ...officer(1, reason), approvalId });
  const take = (id: number, given: NewMeasure, by = approved('涉嫌虚假交易')) =>
    kit.db.transaction((tx) => takeMeasure(parties, tx, by, id, given));
  const lift = (id: number, by = approved('已查清')) => kit.db.transaction((tx) => liftMeasure(parties, tx, by, id));
  const stateOf = async (id: number) =>
    (await kit.db.one<{ state: string }>('SELECT state FROM public.enterprises WHERE id = $1', [id])).state;

  it('is carried out, keeps its enterprise from coming back past it, and is taken back', async () => {
    const id = await opened(1, 'measure');
    await act(id, 'take');
    const measure = await take(id, terms(1));
    expect([measure.state, await stateOf(1)]).toEqual(['in-force', 'suspended']);
    const past = kit.db.transaction((tx) => parties.moveEnterprise(tx, officer(1), 1, 'resume'));
    await expect(past).rejects.toThrow(`stopped by ${measure.number}`);
    await expect(take(id, terms(1))).rejects.toMatchObject({ code: 'risk-measure-in-force' });
    const alarm = kit.db.transaction((tx) => actOnCase(tx, officer(1, '误会一场'), id, 'close', 'false-alarm'));
    await expect(alarm).rejects.toMatchObject({ code: 'risk-case-measures-in-force' });
    expect((await lift(measure.id)).state).toBe('lifted');
    expect(await stateOf(1)).toBe('active');
    await expect(lift(measure.id)).rejects.toMatchObject({ code: 'risk-measure-lifted' });
  });

  it('does not commit without an approval, taken or lifted', async () => {
    const id = await opened(2, 'alone');
    await expect(take(id, terms(2), officer(1, '独自'))).rejects.toThrow('nobody approved it');
    expect(await stateOf(2)).toBe('active');
    const { id: measure } = await take(id, terms(2));
    await expect(lift(measure, officer(1, '独自'))).rejects.toThrow('nobody approved it');
    expect(await stateOf(2)).toBe('suspended');
  });

  it('fits its subject, and stands in what payers ask', async () => {
    const id = await opened(3, 'terms');
    await expect(take(id, terms(3, { kind: 'freeze-worker' }))).rejects.toMatchObject({ code: 'risk-measure-unfit' });
    await expect(take(id, terms(3, { kind: 'lower-limit' }))).rejects.toMatchObject({ code: 'risk-measure-unfit' });
    await expect(take(id, terms(77, { kind: 'hold-orders' }))).rejects.toMatchObject({ status: 404 });
    const { number } = await take(id, terms(3, { kind: 'lower-limit', lineLimitFen: 100n }));
    expect(await kit.db.query('SELECT * FROM risk.published_measures WHERE number = $1', [number])).toEqual([
      {
        number,
        kind: 'lower-limit',
        subject_kind: 'enterprise',
        subject_id: 3,
        line_limit_fen: 100n,
        month_limit_fen: null,
      },
    ]);
    const changed = kit.db.query('UPDATE risk.measures SET line_limit_fen = 9 WHERE number = $1', [number]);
    await expect(changed).rejects.toThrow('never changed');
  });
});

it('are opened of what was held or declined, one a rule and subject, and of whom a list names (R6.3)', async () => {
  const decided = await kit.db.query<{ id: bigint }>(
    `INSERT INTO risk.decisions (day, at, moment, subject_kind, subject_id, enterprise_id, version_id, outcome, score, hits, input, microseconds)
     SELECT '2026-11-23', $1::timestamptz, d.moment, d.kind, d.id, 7, 1, d.outcome, 10, d.hits, '{}', 5
       FROM (VALUES ('task-publication', 'task', 71, 'hold', ARRAY['price-very-high']),
                    ('task-publication', 'task', 72, 'decline', ARRAY['price-beyond-work', 'contact-shared']),
                    ('task-publication', 'task', 71, 'hold', ARRAY['price-very-high']),
                    ('enterprise-signing', 'enterprise', 7, 'review', ARRAY['contact-shared']),
                    ('line', 'settlement-line', 73, 'decline', ARRAY['amount-high'])) AS d (moment, kind, id, outcome, hits)
     RETURNING id`,
    [at],
  );
  const { id: entryId } = await kit.db.one<{ id: number }>(
    `INSERT INTO risk.list_entries (number, kind, subject_kind, subject_key, value_masked, source, reason, state, created_at, created_name, approval_id)
     VALUES ('RL-T-1', 'watch', 'uscc', 'x', 'x', 'platform', '测试', 'in-force', $1, 'test', gen_random_uuid()) RETURNING id`,
    [at],
  );
  await kit.db.transaction(async (tx) => {
    const decisionIds = decided.map(({ id }) => id.toString());
    const events = [
      { type: 'risk.decision.stopped', key: 'd', payload: { moment: 'task-publication', decisionIds } },
      {
        type: 'risk.list.hit',
        key: 'l',
        payload: { entryId, moment: 'enterprise-submitted', subjectKind: 'enterprise', subjectId: 7 },
      },
    ];
    for (const event of events) await jobs.emit(tx, event, officer(1));
  });
  await jobs.drain();
  const opened = await kit.db.query(
    `SELECT rule, subject_kind AS kind, subject_id AS id, severity, times_seen AS times, source FROM risk.cases
      WHERE (source = 'decision' OR rule LIKE 'list.%') AND enterprise_id = 7 ORDER BY rule, subject_id`,
  );
  expect(opened).toEqual([
    { rule: 'list.watch', kind: 'enterprise', id: '7', severity: 'medium', times: 1, source: 'check' },
    { rule: 'task-publication.contact-shared', kind: 'task', id: '72', severity: 'high', times: 1, source: 'decision' },
    {
      rule: 'task-publication.price-beyond-work',
      kind: 'task',
      id: '72',
      severity: 'high',
      times: 1,
      source: 'decision',
    },
    {
      rule: 'task-publication.price-very-high',
      kind: 'task',
      id: '71',
      severity: 'medium',
      times: 2,
      source: 'decision',
    },
  ]);
});
