import { createDatabase, type Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { NewEvent } from '@linggong/jobs';
import type { Seed } from '@linggong/studio/domain';
import { decisionSeeds } from '../../domain/decide';
import { policySeed } from '../../domain/ratings';
import { appendDecisions } from './append-decisions';
import { decide, type DecisionRequest } from './decide';
import { decideAndKeep } from './decide-and-keep';
import { decisionById, decisionsAbout } from './decision-rows';
import { explainDecision } from './explain-decision';
import { keepLineDecisions } from './keep-lines';
import { decidePublication } from './decide-publication';
import { decideAboutParties, type HearingTools } from './hear-parties';
import { putInForce } from './policy.fixture';
import { ruleFigures } from './rule-figures';

const at = new Date('2026-11-27T04:00:00Z');
const day = '2026-11-27';
const command: Command = { actor: { kind: 'system', name: 'risk' }, at, traceId: 'test' };

/** Amounts above 500.00 are held, above 900.00 refused. */
const lineTable: Seed = {
  kind: 'decision-table',
  key: 'risk.line',
  name: { zh: '付款', en: 'Payments' },
  description: { zh: '付款', en: 'Payments' },
  content: {
    hitPolicy: 'collect',
    columns: [
      { id: 'amount', role: 'input', field: 'amountFen', label: { zh: '单笔金额', en: 'Amount' }, type: 'money' },
      {
        id: 'today',
        role: 'input',
        field: 'workerOrdersDay',
        label: { zh: '当日笔数', en: 'Payments today' },
        type: 'number',
      },
      {
        id: 'outcome',
        role: 'output',
        field: 'outcome',
        label: { zh: '决定', en: 'Outcome' },
        type: 'choice',
        choices: ['approve', 'review', 'hold', 'decline'].map((value) => ({ value, label: { zh: '决定', en: value } })),
      },
      { id: 'score', role: 'output', field: 'score', label: { zh: '分值', en: 'Score' }, type: 'number' },
      { id: 'reason', role: 'output', field: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'text2' },
    ],
    rows: [
      {
        id: 'large',
        cells: {
          amount: { above: 50_000 },
          outcome: 'hold',
          score: 40,
          reason: { zh: '金额较大', en: 'A large amount' },
        },
      },
      {
        id: 'huge',
        cells: {
          amount: { above: 90_000 },
          outcome: 'decline',
          score: 50,
          reason: { zh: '金额过大', en: 'Far too large' },
        },
      },
    ],
    otherwise: { outcome: 'approve', score: 0 },
  },
  cases: [{ name: '大额', input: { amountFen: 60_000 }, expect: { rows: ['large'] } }],
};

let test: TestDatabase;
let versionId: number;
beforeAll(async () => {
  test = await testDatabase();
  versionId = await putInForce(test.db, lineTable);
  for (const seed of decisionSeeds) await putInForce(test.db, seed);
  await register();
});
afterAll(() => test.drop());

async function register(): Promise<void> {
  await test.db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state, contact_phone_blind, registered_address)
     VALUES (1, 'E-1', '甲', '1', 'active', 'phone-1', '长沙市 1 号'), (2, 'E-2', '乙', '2', 'submitted', 'phone-1', '长沙市1号'),
            (3, 'E-3', '丙', '3', 'active', 'phone-9', NULL)`,
  );
  await test.db.query(
    `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
       state, real_name_state, vat_role, resident)
     SELECT n, 'W-' || n, 'x', 'name-' || n, 'x', 'identity-' || n, 'x', 'phone-' || n, 'active', 'verified', 'platform-files', true
       FROM generate_series(1, 3) n`,
  );
}

const line = (id: number, amountFen: number, workerId = 1): DecisionRequest['subjects'][number] => ({
  id,
  keys: { workerId, enterpriseId: 3, cardId: 0, taskId: 0 },
  facts: { amountFen },
});
const request = (subjects: DecisionRequest['subjects'], no = 1): DecisionRequest => ({
  moment: 'line',
  subjectKind: 'settlement-line',
  day,
  at,
  run: { kind: 'settlement-batch', id: 7, no },
  subjects,
});
const kept = (asked: DecisionRequest) =>
  test.db.transaction(async (tx) => {
    const decided = await decide(tx, asked);
    return { decided, ids: await appendDecisions(tx, decided) };
  });

describe('decisions (R6.3, R6.4)', () => {
  it('decide each subject by the table in force, the severest row first, with features that the table asks', async () => {
    const { verdicts, inputs, policy } = await decide(
      test.db,
      request([line(1, 50_000), line(2, 50_001), line(3, 90_001)]),
    );
    expect(verdicts.map(({ outcome, score, hits }) => [outcome, score, hits])).toEqual([
      ['approve', 0, []],
      ['hold', 40, ['large']],
      ['decline', 90, ['large', 'huge']],
    ]);
    expect(inputs[0]).toEqual({ amountFen: 50_000, workerOrdersDay: 0 });
    expect(policy.versionId).toBe(versionId);
  });

  it('are explained from the version that decided and the snapshot, and come to the same', async () => {
    const { ids } = await kept(request([line(11, 95_000)]));
    const stored = await decisionById(test.db, ids[0] ?? 0n);
    if (stored === undefined) throw new Error('not kept');
    const told = await explainDecision(test.db, stored);
    expect(told).toMatchObject({
      outcome: 'decline',
      score: 90,
      hits: ['large', 'huge'],
      reasons: [
        { zh: '金额较大', en: 'A large amount' },
        { zh: '金额过大', en: 'Far too large' },
      ],
      isReproduced: true,
      policy: { versionId, versionNo: 1, key: 'risk.line' },
      run: { kind: 'settlement-batch', id: '7', no: 1 },
    });
    expect(told.input).toContainEqual({ name: 'amountFen', label: { zh: '单笔金额', en: 'Amount' }, value: 95_000 });
    expect(told.trace[0]?.zh).toContain('单笔金额 950.00');
  });

  it('of thousands at once keep one row for a thousand approvals, each found again with what it stood on', async () => {
    const subjects = Array.from({ length: 2_500 }, (_, index) =>
      line(100_000 + index, index === 1_234 ? 60_000 : 100 + index),
    );
    const { ids } = await kept(request(subjects.toReversed(), 2));
    expect(ids).toHaveLength(1);
    const [{ rows }] = (await test.db.query<{ rows: number }>(
      'SELECT count(*)::int AS rows FROM risk.approvals WHERE run_no = 2',
    )) as [{ rows: number }];
    expect(rows).toBe(3);
    for (const index of [0, 999, 1_000, 2_499]) {
      const [found] = await decisionsAbout(test.db, 'settlement-line', BigInt(100_000 + index));
      expect(found).toMatchObject({
        outcome: 'approve',
        input: { amountFen: 100 + index, workerOrdersDay: 0 },
        runNo: 2,
      });
      expect(await explainDecision(test.db, found as NonNullable<typeof found>)).toMatchObject({ isReproduced: true });
    }
    const [held] = await decisionsAbout(test.db, 'settlement-line', 101_234n);
    expect(held).toMatchObject({ id: ids[0], outcome: 'hold' });
  });

  it('of lines name the rows that they were let off, and are explained without them', async () => {
    const policy = (await decide(test.db, request([]))).policy;
    const facts = { amountFen: 60_000n, monthFen: 60_000n, batchCount: 1, registeredDays: 9, enterpriseCount: 1 };
    const approve = { decision: 'approve', ruleId: 'otherwise', reason: 'none' } as const;
    await test.db.transaction((tx) =>
      keepLineDecisions(
        tx,
        { batchId: 8, checkNo: 1, enterpriseId: 3, day, at, policy, microseconds: 5 },
        [51n, 52n].map((id) => ({ id, workerId: 1, facts, decision: approve, letOff: id === 51n ? ['large'] : [] })),
      ),
    );
    const told = [];
    for (const id of [51n, 52n])
      for (const found of await decisionsAbout(test.db, 'settlement-line', id))
        told.push(await explainDecision(test.db, found));
    // The second was let off nothing: the table says otherwise, and that is seen.
    expect(told).toMatchObject([
      { outcome: 'approve', isReproduced: true },
      { outcome: 'approve', isReproduced: false },
    ]);
    expect(told[0]?.input).toContainEqual({
      name: 'rulesLetOff',
      label: { zh: '豁免或静默的规则', en: 'Rules let off' },
      value: 'large',
    });
  });

  it('are never changed and never removed, by whomever', async () => {
    await kept(request([line(21, 95_000)]));
    const owner = createDatabase({ connectionString: test.ownerUrl, max: 1 });
    try {
      for (const statement of [
        "UPDATE risk.decisions SET outcome = 'approve'",
        'DELETE FROM risk.decisions',
        'TRUNCATE risk.decisions',
        'TRUNCATE risk.decisions_2026_11',
        'UPDATE risk.approvals SET fields = fields',
        'DELETE FROM risk.approvals_2026_11',
        'TRUNCATE risk.approvals_2026_11',
      ]) {
        await expect(owner.query(statement)).rejects.toThrow(/never changed/);
        await expect(test.db.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      }
    } finally {
      await owner.close();
    }
  });

  it('tell what they did not approve', async () => {
    const told: NewEvent[] = [];
    const jobs = { emit: async (_tx: unknown, event: NewEvent): Promise<void> => void told.push(event) };
    await test.db.transaction((tx) => decideAndKeep(tx, jobs, command, request([line(31, 1), line(32, 60_000)], 3)));
    expect(told).toEqual([
      expect.objectContaining({
        type: 'risk.decision.stopped',
        payload: { moment: 'line', decisionIds: [expect.any(String)] },
      }),
    ]);
  });
});

describe('what parties tells (R6.3, 事前)', () => {
  const hearers = new Map<string, Parameters<HearingTools['jobs']['on']>[2]>();
  const representatives: Record<number, string> = { 1: '测试法人', 2: '测试法人', 3: '另一法人' };
  beforeAll(() => {
    decideAboutParties({
      jobs: { on: (type, _hearer, handler) => void hearers.set(type, handler), emit: async () => undefined },
      parties: {
        openCompany: async (_db, _command, enterpriseId) => ({
          enterpriseId,
          name: '甲',
          uscc: '1',
          legalRepresentative: representatives[enterpriseId] ?? null,
        }),
      },
      vault: { blind: (_kind, clear) => Buffer.alloc(32, clear.length) },
    });
  });
  const hear = (type: string, payload: Record<string, number | number[]>): Promise<void> =>
    test.db.transaction(async (tx) => hearers.get(type)?.({ id: '1', type, key: 'k', payload, at }, command, tx));

  it('of an enterprise that applies: who shares its contact and its address', async () => {
    await hear('parties.enterprise.submitted', { enterpriseId: 2 });
    const [decision] = await decisionsAbout(test.db, 'enterprise', 2n);
    expect(decision).toMatchObject({
      moment: 'enterprise-onboarding',
      outcome: 'review',
      hits: ['contact-shared'],
      input: { enterpriseContactShared: 1, enterpriseRepresentativeShared: 0, enterpriseAddressShared: 1 },
    });
  });

  it('of an enterprise that signed, and nothing is tied: approved, in a row of its own', async () => {
    await hear('parties.enterprise.signed', { enterpriseId: 3 });
    const [decision] = await decisionsAbout(test.db, 'enterprise', 3n);
    expect(decision).toMatchObject({ moment: 'enterprise-signing', outcome: 'approve', hits: [] });
    expect(decision?.id).toBeDefined();
  });

  it('of workers: the contact of an enterprise is looked at, the others are approved together', async () => {
    await hear('parties.worker.registered', { workerIds: [1, 2, 3] });
    const outcomes = [];
    for (const id of [1n, 2n, 3n]) outcomes.push((await decisionsAbout(test.db, 'worker', id))[0]?.outcome);
    expect(outcomes).toEqual(['review', 'approve', 'approve']);
  });
});

describe('how rules did (R6.4)', () => {
  it('counts hits, and what became of the cases, by version; rules that stopped nothing are there', async () => {
    await kept(request([line(61, 60_000), line(62, 95_000)], 4));
    await test.db.query(
      `INSERT INTO risk.cases (number, source, rule, subject_kind, subject_id, title, facts, severity, dedupe_key, opened_at, last_seen_at, due_at,
         state, outcome, outcome_reason, closed_at, closed_by)
       SELECT 'RC-R-' || n, 'settlement', 'line.large', 'settlement-batch', n::text, '{"zh":"试","en":"t"}', jsonb_build_object('versionId', $1::int),
              'low', 'rule-test:' || n, $2, $2, $2, 'closed', o, '已核查', $2, 'test'
         FROM unnest(ARRAY['confirmed', 'false-alarm', 'false-alarm']) WITH ORDINALITY AS c (o, n)`,
      [versionId, at],
    );
    const figures = await ruleFigures(test.db, '2026-11-01', day);
    const large = figures.find(({ rule }) => rule === 'line.large');
    const stored = await test.db.one<{ hits: number }>(
      `SELECT count(*)::int AS hits FROM risk.decisions WHERE moment = 'line' AND 'large' = ANY (hits) AND outcome <> 'approve'`,
    );
    expect(large).toMatchObject({
      row: 'large',
      text: { zh: '金额较大', en: 'A large amount' },
      versionId,
      versionNo: 1,
      isInForce: true,
      hits: stored.hits,
      cases: 3,
      confirmed: 1,
      falseAlarms: 2,
      unclear: 0,
    });
    expect(figures.find(({ rule }) => rule === 'worker-registration.phone-of-many')).toMatchObject({
      hits: 0,
      cases: 0,
    });
    const before = await ruleFigures(test.db, '2026-10-01', '2026-10-31');
    expect(before.every(({ hits, cases }) => hits === 0 && cases === 0)).toBe(true);
  });
});

describe('a task that is published (R4.2, R6.3)', () => {
  const task = {
    id: 70,
    enterpriseId: 3,
    scenario: 'design',
    headcount: 3,
    unitPriceFen: 1_000_00n,
    budgetFen: 3_000_00n,
    startsOn: '2026-12-01',
    endsOn: '2026-12-10',
  } as const;
  const told: NewEvent[] = [];
  const guard = decidePublication(() => test.db, {
    emit: async (_tx: unknown, event: NewEvent): Promise<void> => void told.push(event),
  });
  const published = (change: Partial<typeof task>, reason?: string): Promise<string> =>
    test.db
      .transaction((tx) => guard(tx, reason ? { ...command, reason } : command, { ...task, ...change }))
      .then(
        () => 'published',
        (error: { code?: string }) => error.code ?? String(error),
      );
  const outcomeOf = async (id: number) => (await decisionsAbout(test.db, 'task', BigInt(id)))[0];

  it('passes where nothing speaks against it, on what is known of it', async () => {
    expect(await published({})).toBe('published');
    expect(await outcomeOf(70)).toMatchObject({
      moment: 'task-publication',
      outcome: 'approve',
      input: { unitPriceFen: 100_000, taskDays: 10, enterpriseContactShared: 0 },
    });
  });

  it('is held until the reviewer says why, and declined whatever he says; what stopped it is kept and told', async () => {
    const high = { id: 71, unitPriceFen: 60_000_000n } as never;
    expect(await published(high)).toBe('publication-held');
    expect(await outcomeOf(71)).toMatchObject({ outcome: 'hold', hits: ['price-very-high'] });
    expect(await published(high, '已核实合同')).toBe('published');
    const beyond = { id: 72, unitPriceFen: 100_000_001n } as never;
    expect(await published(beyond, '已核实合同')).toBe('publication-declined');
    expect(await outcomeOf(72)).toMatchObject({ outcome: 'decline', hits: ['price-beyond-work'] });
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { moment: 'task-publication' },
      { moment: 'task-publication' },
      { moment: 'task-publication' },
    ]);
  });

  it('of a class that is looked at closer is published with a reason alone (R6.2)', async () => {
    await putInForce(test.db, policySeed);
    await test.db.query(
      `INSERT INTO risk.ratings (enterprise_id, class, computed_class, score, facts, table_version, classes_version, cause, rated_at)
       SELECT id, class, class, 50, '{}', 1, 1, 'asked', now() FROM (VALUES (31, 'B'), (32, 'C'), (33, 'E')) AS e (id, class)`,
    );
    await test.db.query(
      `INSERT INTO risk.rating_heads (enterprise_id, rating_id, class, since, looked_at)
       SELECT enterprise_id, id, class, '2026-11-01', now() FROM risk.ratings WHERE enterprise_id BETWEEN 31 AND 33`,
    );
    const of = (enterpriseId: number) => ({ id: 700 + enterpriseId, enterpriseId }) as never;
    expect(await published(of(31))).toBe('published');
    for (const enterpriseId of [32, 33]) {
      expect(await published(of(enterpriseId))).toBe('publication-held');
      expect(await published(of(enterpriseId), '已核对业务真实')).toBe('published');
    }
  });

  it('of a class that is looked at closer, held by that alone, leaves its decision with the class and no case', async () => {
    const before = told.length;
    expect(await published({ id: 799, enterpriseId: 32 } as never)).toBe('publication-held');
    const kept = await outcomeOf(799);
    if (kept === undefined) throw new Error('nothing was kept');
    expect(kept).toMatchObject({ outcome: 'hold', hits: [], input: { heldByClass: 'C' } });
    const explained = await explainDecision(test.db, kept);
    expect(explained).toMatchObject({
      isReproduced: true,
      reasons: [{ zh: '企业等级为 C，任务须加强审核' }],
    });
    expect(told).toHaveLength(before);
  });
});
