import { approvalId, at, officer, ratingWorld, system, type RatingWorld } from './ratings.fixture';
import { openCases } from '../cases/open-cases';
import { liftMeasure, takeMeasure } from '../measures/take-measure';
import { finishOffboarding, reviewMoney, withdrawOffboarding } from './act-on-offboarding';
import { captureByHand } from './capture-by-hand';
import { classPolicies, policyOf, ratingOf } from './class-policies';
import { offboardingAnswerOf } from './offboarding-rows';
import { addOverride, endOverride } from './override';
import { rateEnterprises } from './rate-enterprises';
import { rateAll } from './rating-jobs';
import type { MoneyItem } from './rating-sources';
import { readRating } from './read-rating';
import { checkCredit, checkDue, dueForCheck, lookedAt } from './run-checks';

let world: RatingWorld;
beforeAll(async () => {
  world = await ratingWorld();
}, 400_000);
afterAll(() => world?.stop());

const rate = (ids: readonly number[], command = system) =>
  world.db.transaction((tx) =>
    rateEnterprises({ jobs: world.tools.jobs, sources: world.sources }, tx, command, ids, 'asked'),
  );
const check = async (id: number) => {
  const company = await lookedAt(world.db, id);
  if (!company) throw new Error('no enterprise');
  return checkCredit(world.checks, system, company, 'asked');
};
const stateOf = async (id: number) =>
  (await world.db.one<{ state: string }>('SELECT state FROM public.enterprises WHERE id = $1', [id])).state;
const ratingsOf = async (id: number) =>
  (await world.db.one<{ n: bigint }>('SELECT count(*) AS n FROM risk.ratings WHERE enterprise_id = $1', [id])).n;
const nextDay = { ...system, at: new Date(at.getTime() + 86_400_000) };

describe('checks at registers (R2.3)', () => {
  it('keep the answer sealed and its hash, and rate the enterprise at once', async () => {
    const id = await world.enterprise('active');
    const checkId = await check(id);
    const row = await world.db.one<{ text: string; kind: string; isSame: boolean }>(
      `SELECT c::text AS text, f.kind, encode(f.sha256, 'hex') = c.sha256 AS "isSame"
         FROM risk.credit_checks c JOIN vault.published_files f ON f.id = c.file_id WHERE c.id = $1`,
      [checkId],
    );
    expect(row).toMatchObject({ kind: 'register-answer', isSame: true });
    expect(row.text).toContain('sandbox');
    expect(row.text).not.toContain('信息咨询服务');
    expect(await readRating(world.db, id, at)).toMatchObject({
      class: 'A',
      current: { score: 100, unknown: expect.arrayContaining(['invoiceAnomalies', 'ordersPaid']) },
      policy: { recheckDays: 180, samplingFactor: 1 },
      checks: [{ outcome: 'found', registerState: 'standing', nameAgrees: true }],
    });
  });

  it('are never changed', async () => {
    await expect(world.superuser.query(`UPDATE risk.credit_checks SET outcome = 'no-record'`)).rejects.toThrow(
      'never changed',
    );
    await expect(world.superuser.query('DELETE FROM risk.ratings')).rejects.toThrow('never changed');
  });

  it('that know nobody say so, and open a case', async () => {
    const id = await world.enterprise('active', '442');
    await check(id);
    expect(await ratingOf(world.db, id)).toBe('D');
    expect(await world.db.query('SELECT rule FROM risk.cases WHERE enterprise_id = $1', [id])).toEqual([
      { rule: 'credit.no-record' },
    ]);
  });

  it('ask a busy register again, and count what was charged', async () => {
    const id = await world.enterprise('active', '446');
    const checkId = await check(id);
    const row = await world.db.one(
      'SELECT outcome, cost_fen AS "costFen", jsonb_array_length(tries) AS tries FROM risk.credit_checks WHERE id = $1',
      [checkId],
    );
    expect(row).toEqual({ outcome: 'found', costFen: 100n, tries: 2 });
  });

  it('tell what changed since the last one, as an event and a case', async () => {
    const id = await world.enterprise('active');
    await check(id);
    await world.superuser.query(
      `UPDATE public.enterprises SET uscc = overlay(uscc placing '454' from 11 for 3) WHERE id = $1`,
      [id],
    );
    const second = await check(id);
    const { changes } = await world.db.one<{ changes: unknown }>(
      'SELECT changes FROM risk.credit_checks WHERE id = $1',
      [second],
    );
    expect(changes).toEqual([{ field: 'state', before: 'standing', after: 'closed' }]);
    const cases = await world.db.query('SELECT rule, facts FROM risk.cases WHERE enterprise_id = $1', [id]);
    expect(cases).toMatchObject([{ rule: 'credit.changed', facts: { fields: 'state' } }]);
    const events = await world.superuser.query(
      `SELECT payload->'fields' AS fields FROM jobs.events WHERE type = 'risk.credit.changed' AND (payload->>'enterpriseId')::int = $1`,
      [id],
    );
    expect(events).toEqual([{ fields: ['state'] }]);
  });

  it('come back by the clock of the class, bounded, and not at once after they failed', async () => {
    const id = await world.enterprise('active', '448');
    const days = { A: 180, B: 90, C: 60, D: 30, E: 15 };
    const due = await dueForCheck(world.db, at, days);
    expect(due.map(({ enterpriseId }) => enterpriseId)).toContain(id);
    expect(await dueForCheck(world.db, at, days, 1)).toHaveLength(1);
    await checkDue(world.checks, system, days);
    expect((await dueForCheck(world.db, at, days)).map(({ enterpriseId }) => enterpriseId)).not.toContain(id);
    const later = new Date(at.getTime() + 4 * 86_400_000);
    expect((await dueForCheck(world.db, later, days)).map(({ enterpriseId }) => enterpriseId)).toContain(id);
  });

  it('by hand stand on their own capture, once', async () => {
    const id = await world.enterprise('active');
    const company = await lookedAt(world.db, id);
    if (!company) throw new Error('no enterprise');
    const { id: captureId } = await world.superuser.one<{ id: number }>(
      `INSERT INTO risk.register_captures (enterprise_id, file_id, content_type, sha256, taken_by, taken_at)
       VALUES ($1, gen_random_uuid(), 'image/png', repeat('a', 64), 'risk-officer#7', $2) RETURNING id`,
      [id, at],
    );
    const told = {
      captureId,
      registerState: 'standing' as const,
      nameAgrees: true,
      representativeAgrees: false,
      dishonest: false,
      abnormal: false,
    };
    await world.db.transaction((tx) => captureByHand(world.keeping, tx, officer, company, told));
    await rate([id]);
    expect(await readRating(world.db, id, at)).toMatchObject({
      class: 'C',
      current: { score: 80, reasons: [{ row: 'representative-differs', points: 20, cap: 'C' }] },
    });
    await expect(
      world.db.transaction((tx) => captureByHand(world.keeping, tx, officer, company, told)),
    ).rejects.toMatchObject({ code: 'capture-used' });
    const other = { ...company, enterpriseId: id + 1_000 };
    await expect(
      world.db.transaction((tx) => captureByHand(world.keeping, tx, officer, other, told)),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('ratings (R6.2)', () => {
  it('are kept once: computed again, and a day later, nothing is added', async () => {
    const id = await world.enterprise('active');
    await check(id);
    expect(await ratingsOf(id)).toBe(1n);
    expect(await rate([id])).toMatchObject({ rated: 1, changed: 0 });
    expect(await rate([id], nextDay)).toMatchObject({ changed: 0 });
    expect(await ratingsOf(id)).toBe(1n);
    await Promise.all([rate([id]), rate([id])]);
    expect(await ratingsOf(id)).toBe(1n);
  });

  it('stand on what others tell, by enterprise, with reasons in both languages', async () => {
    const id = await world.enterprise('active');
    const calm = await world.enterprise('active');
    await check(id);
    await check(calm);
    const payments = { ordersPaid: 40, ordersReturnedPercent: 7.5, batchesExpired: 3, notAFact: 1 };
    world.sources.push(async (_db, ids) => new Map(ids.includes(id) ? [[id, payments]] : []));
    const run = await rate([id, calm]);
    world.sources.length = 0;
    expect(run.changed).toBe(1);
    const { current, history } = await readRating(world.db, id, at);
    expect(current).toMatchObject({ class: 'B', previousClass: 'A', score: 80 });
    expect(current?.facts).not.toHaveProperty('notAFact');
    expect(current?.reasons.map(({ row, reason }) => [row, reason.zh !== '', reason.en !== ''])).toEqual([
      ['payments-returned', true, true],
      ['deposits-late', true, true],
    ]);
    expect(history).toHaveLength(2);
    const events = await world.superuser.query(
      `SELECT payload->>'before' AS before, payload->>'after' AS after FROM jobs.events
        WHERE type = 'risk.rating.changed' AND (payload->>'enterpriseId')::int = $1`,
      [id],
    );
    expect(events).toContainEqual({ before: 'A', after: 'B' });
  });

  it('counts cases that were confirmed and inspections that found something', async () => {
    const id = await world.enterprise('active');
    await check(id);
    await world.superuser.query(
      `INSERT INTO risk.cases (number, source, rule, subject_kind, subject_id, enterprise_id, title, severity, dedupe_key, state, opened_at,
         last_seen_at, due_at, outcome, outcome_reason, closed_at, closed_by)
       VALUES ('RC-T-1', 'complaint', 'complaint.test', 'enterprise', $1::text, $1::int, '{"zh":"测试","en":"test"}', 'high', 'test:' || $1::text,
         'closed', $2, $2, $2, 'confirmed', '属实', $2, 'risk-officer#7')`,
      [id, at],
    );
    await rate([id]);
    expect(await readRating(world.db, id, at)).toMatchObject({
      class: 'D',
      current: { facts: { casesConfirmed: 1, complaints: 1 }, reasons: [{ row: 'cases-confirmed' }] },
    });
  });

  it('of all enterprises that do business here are computed at night, chunk by chunk', async () => {
    const fresh = await world.enterprise('approved');
    const draft = await world.enterprise('draft');
    const tools = {
      database: () => world.db,
      ratings: () => ({ jobs: world.tools.jobs, sources: [] }),
      parties: () => world.parties,
    };
    const first = await rateAll(tools, system);
    expect(first.rated).toBeGreaterThan(5);
    expect(await ratingOf(world.db, fresh)).toBe('B');
    expect(await ratingOf(world.db, draft)).toBeNull();
    expect(await rateAll(tools, system)).toMatchObject({ changed: 0 });
  });

  it('name what each class means', async () => {
    const policies = await classPolicies(world.db);
    expect(policies.get('E')).toMatchObject({ prepayPercent: 120, reviewDepth: 'full', releaseFen: 0 });
    expect(await policyOf(world.db, 999_999)).toBeUndefined();
  });
});

describe('overrides (人工调级)', () => {
  it('hold until their day, then the tables rate alone', async () => {
    const id = await world.enterprise('active');
    await check(id);
    const tools = { jobs: world.tools.jobs, sources: [] };
    const wish = { class: 'D' as const, endsOn: '2026-12-10', reason: '待核实关联交易' };
    const added = await world.db.transaction((tx) => addOverride(tools, tx, officer, id, wish));
    expect(added).toMatchObject({ class: 'D', state: 'in-force' });
    expect(await readRating(world.db, id, at)).toMatchObject({
      class: 'D',
      current: { computedClass: 'A', overrideNumber: added.number },
    });
    await expect(world.db.transaction((tx) => addOverride(tools, tx, officer, id, wish))).rejects.toMatchObject({
      code: 'rating-override-exists',
    });
    const after = { ...system, at: new Date('2026-12-11T04:00:00Z') };
    await rate([id], after);
    expect(await ratingOf(world.db, id)).toBe('A');
    const again = { ...officer, at: after.at };
    const second = await world.db.transaction((tx) =>
      addOverride(tools, tx, again, id, { ...wish, endsOn: '2026-12-31' }),
    );
    expect(await ratingOf(world.db, id)).toBe('D');
    await world.db.transaction((tx) => endOverride(tools, tx, again, second.id));
    expect(await ratingOf(world.db, id)).toBe('A');
    await expect(world.db.transaction((tx) => endOverride(tools, tx, again, second.id))).rejects.toMatchObject({
      code: 'rating-override-over',
    });
  });

  it('do not stand without a second person, nor for longer than half a year', async () => {
    const id = await world.enterprise('active');
    const tools = { jobs: world.tools.jobs, sources: [] };
    const { approvalId: _none, ...alone } = officer;
    const wish = { class: 'B' as const, endsOn: '2026-12-10', reason: '申请' };
    await expect(world.db.transaction((tx) => addOverride(tools, tx, alone, id, wish))).rejects.toThrow(
      'nobody approved it',
    );
    await expect(
      world.db.transaction((tx) =>
        addOverride(tools, tx, { ...officer, approvalId }, id, { ...wish, endsOn: '2027-12-10' }),
      ),
    ).rejects.toMatchObject({ code: 'rating-override-term' });
  });
});

/** Suspends an enterprise by a measure of a case. @returns the measure */
async function suspendBy(enterpriseId: number): Promise<number> {
  const subject = { kind: 'enterprise', id: enterpriseId } as const;
  const title = { zh: '试验', en: 'A test' };
  const about = { source: 'check', rule: 'test.suspend', subject, severity: 'high', title } as const;
  const [opened] = await world.db.transaction((tx) => openCases(tx, officer, [about]));
  const terms = {
    kind: 'suspend-enterprise',
    subjectKind: 'enterprise',
    subjectId: enterpriseId,
    reason: '涉嫌虚假交易',
  } as const;
  const taken = await world.db.transaction((tx) => takeMeasure(world.parties, tx, officer, opened?.id ?? 0, terms));
  return taken.id;
}

describe('dishonest enterprises (R2.3)', () => {
  const items = (isClear: boolean): MoneyItem[] => [
    { code: 'balance', isClear, count: null, amountFen: isClear ? 0n : 5_000n },
    { code: 'open-batches', isClear: true, count: 0, amountFen: null },
  ];
  const openOf = (id: number) =>
    world.db.one<{ id: number; state: string }>(
      'SELECT id, state FROM risk.offboardings WHERE enterprise_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );

  it.each(['450', '451', '453'])('are suspended at once, with a case and a way out (%s)', async (digits) => {
    const id = await world.enterprise('active', digits);
    await check(id);
    expect(await stateOf(id)).toBe('suspended');
    expect(await ratingOf(world.db, id)).toBe('E');
    const cases = await world.db.query('SELECT rule, severity FROM risk.cases WHERE enterprise_id = $1', [id]);
    expect(cases).toEqual([{ rule: 'credit.dishonest', severity: 'critical' }]);
    const { id: way } = await openOf(id);
    const answer = await offboardingAnswerOf(world.db, undefined, way, '2026-11-27');
    expect(answer).toMatchObject({ state: 'suspended', money: null });
    expect(answer.steps.map(({ step }) => step)).toEqual(['opened', 'suspended']);
    await check(id);
    expect(await world.db.query('SELECT FROM risk.offboardings WHERE enterprise_id = $1', [id])).toHaveLength(1);
  });

  it('are let go only once their money is settled', async () => {
    const id = await world.enterprise('active', '453');
    await check(id);
    const { id: way } = await openOf(id);
    const review = (isClear: boolean) =>
      world.db.transaction((tx) => reviewMoney(async () => items(isClear), tx, officer, way));
    await review(false);
    expect(await openOf(id)).toMatchObject({ state: 'suspended' });
    await expect(
      world.superuser.query(
        `UPDATE risk.offboardings SET state = 'offboarded', settled_at = now(), ended_at = now() WHERE id = $1`,
        [way],
      ),
    ).rejects.toThrow('money is not settled');
    await review(true);
    expect(await openOf(id)).toMatchObject({ state: 'settled' });
    // A returned payment opens it again.
    await review(false);
    expect(await openOf(id)).toMatchObject({ state: 'suspended' });
    await world.db.transaction((tx) => reviewMoney(undefined, tx, officer, way));
    expect(await openOf(id)).toMatchObject({ state: 'suspended' });
    await review(true);
    await world.db.transaction((tx) => finishOffboarding(tx, system, id));
    const answer = await offboardingAnswerOf(world.db, async () => items(true), way, '2026-11-27');
    expect(answer.state).toBe('offboarded');
    expect(answer.steps.at(-1)?.step).toBe('offboarded');
    await expect(review(true)).rejects.toMatchObject({ code: 'risk-offboarding-ended' });
  });

  it('come back only once their rating suspends them no longer', async () => {
    const id = await world.enterprise('active', '450');
    await check(id);
    const { id: way } = await openOf(id);
    const withdraw = () => world.db.transaction((tx) => withdrawOffboarding(world.parties, tx, officer, way));
    await expect(withdraw()).rejects.toMatchObject({ code: 'risk-still-dishonest' });
    await world.superuser.query(
      `UPDATE public.enterprises SET uscc = overlay(uscc placing '000' from 11 for 3) WHERE id = $1`,
      [id],
    );
    await check(id);
    await withdraw();
    expect(await stateOf(id)).toBe('active');
    expect(await openOf(id)).toMatchObject({ state: 'withdrawn' });
  });

  it.each(['the measure first', 'the way out first'])(
    'that a measure suspends as well come back with whichever ends last: %s (R6.3)',
    async (first) => {
      const id = await world.enterprise('active', '450');
      const measure = await suspendBy(id);
      await check(id);
      const { id: way } = await openOf(id);
      await world.superuser.query(
        `UPDATE public.enterprises SET uscc = overlay(uscc placing '000' from 11 for 3) WHERE id = $1`,
        [id],
      );
      await check(id);
      const lift = () => world.db.transaction((tx) => liftMeasure(world.parties, tx, officer, measure));
      const withdraw = () => world.db.transaction((tx) => withdrawOffboarding(world.parties, tx, officer, way));
      const [one, other] = first === 'the measure first' ? [lift, withdraw] : [withdraw, lift];
      await one();
      expect(await stateOf(id)).toBe('suspended');
      await other();
      expect(await stateOf(id)).toBe('active');
    },
  );
});
