import { createDatabase, type Command } from '@linggong/core';
import { allHold, type CriteriaContent, type Judgement, type Seed, type Verdict } from '../../domain';
import { checkVersion } from '../life/check-version';
import { startDraft } from '../life/create-configuration';
import { approveVersion } from '../life/decide-version';
import { saveContent } from '../life/save-content';
import { submitVersion } from '../life/submit-version';
import { inForce } from '../reading/in-force';
import { pinCounts } from '../reading/pins';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { replayAnswerOf } from '../replay/replay-answer';
import { by, replayed, studioKit, type StudioKit } from '../studio.fixture';
import { createTools } from '../tools';
import { readVersion } from '../versions/version-rows';
import { cite } from './cite';
import { beginReview, reviewOf } from './reviews';

const text = { zh: '主体合法存续', en: 'Lawfully existing' };
const criterion = (id: string, required: boolean) => ({
  ...{ id, title: text, text, evidence: text, basis: text, required },
});
const contentOf = (...criteria: object[]) => ({ area: 'enterprises', scope: text, criteria });
const cases = [{ name: '引用', input: { cited: ['A-01'] }, expect: { sound: true } }];
const seed: Seed = {
  ...{ kind: 'criteria', key: 'test.admission', name: text, description: text, cases },
  content: contentOf(criterion('A-01', true), criterion('A-02', false)) as never,
};
const editor = by(1, '2026-11-20T01:00:00Z', '补充标准');
const reviewer = by(3, '2026-11-20T03:00:00Z');
const [yes, no] = [
  (id: string): Judgement => ({ id, holds: true }),
  (id: string, note?: string): Judgement => ({ id, holds: false, ...(note === undefined ? {} : { note }) }),
];

let studio: StudioKit;

beforeAll(async () => {
  studio = await studioKit();
}, 240_000);
afterAll(() => studio?.kit.drop());

const begin = (id: number) => studio.db.transaction((tx) => beginReview(tx, editor, { kind: 'enterprise', id, seed }));
const say = (ids: readonly number[], act: string, verdict: Verdict, judgements: readonly Judgement[]) =>
  studio.db.transaction((tx) => cite(tx, reviewer, { ...{ kind: 'enterprise', ids, seed, act, verdict, judgements } }));

/** Version 2 makes a third criterion mandatory. */
async function secondVersion(): Promise<number> {
  const tools = createTools();
  const { configurationId } = await inForce(studio.db, 'criteria', seed.key);
  const content = contentOf(criterion('A-01', true), criterion('A-02', false), criterion('A-03', true));
  const id = await studio.db.transaction(async (tx) => {
    const draft = await startDraft(tx, editor, configurationId, undefined);
    await saveContent(tools, tx, editor, draft, { revision: 1, content, cases, note: '' });
    return draft;
  });
  await checkVersion(tools, studio.db, editor, id, 2);
  // One review has passed before: what it cited is asked of the draft, which wants one criterion more.
  await replayed(studio.db, tools, by(1, '2026-11-20T05:00:00Z', '回放'), id);
  expect((await replayAnswerOf(studio.db, await readVersion(studio.db, id)))?.pairs).toEqual([
    expect.objectContaining({ before: 'complete', after: 'incomplete', changed: true, count: 1 }),
  ]);
  await studio.db.transaction((tx) =>
    submitVersion(tools, tx, editor, id, { revision: 2, effectiveFrom: '2026-11-20', reason: '补充标准' }),
  );
  await studio.db.transaction((tx) => approveVersion(tx, by(2, '2026-11-20T02:00:00Z'), id));
  return id;
}

describe('reviews cite the criteria that they began under (R2.6)', () => {
  it('goes by what the platform will adopt, before it did', async () => {
    await begin(100);
    expect(await say([100], 'approve', 'passes', [yes('A-01')])).toBe('A-01✓');
    expect(await reviewOf(studio.db, { kind: 'enterprise', id: 100 }, seed)).toMatchObject({
      versionNo: null,
      criteria: [{ id: 'A-01' }, { id: 'A-02' }],
      citations: [{ act: 'approve', versionNo: null, together: 1, judgements: [{ id: 'A-01', holds: true }] }],
    });
  });

  it('keeps the version of its beginning, though another one comes into force', async () => {
    await adoptSeeds(createTools(), studio.db, { ...editor, actor: { kind: 'system', name: 'studio' } }, [seed]);
    const first = (await inForce(studio.db, 'criteria', seed.key)).versionId;
    await begin(1);
    await begin(2);
    const second = await secondVersion();
    await begin(3);
    expect(await say([1], 'approve', 'passes', [no('A-02', '已说明'), yes('A-01')])).toBe('A-01✓ A-02✗ (v1)');
    await expect(say([3], 'approve', 'passes', [yes('A-01')])).rejects.toMatchObject({
      status: 422,
      code: 'criteria-unjudged',
      field: 'criteria',
      extra: { criteria: ['A-03'], versionNo: 2, mandatory: ['A-01', 'A-03'] },
    });
    expect(await say([3], 'approve', 'passes', [yes('A-01'), yes('A-03')])).toBe('A-01✓ A-03✓ (v2)');
    // A review that begins anew goes by what is in force then.
    await begin(2);
    await expect(say([2], 'approve', 'passes', [yes('A-01')])).rejects.toMatchObject({ code: 'criteria-unjudged' });
    const counts = await Promise.all([first, second].map((id) => pinCounts(studio.db, id)));
    expect(counts).toEqual([[{ subject: 'enterprise', count: 2 }], [{ subject: 'enterprise', count: 2 }]]);
  });

  it.each<[string, Verdict, Judgement[], string]>([
    ['an unknown one', 'passes', [yes('A-01'), yes('A-03'), yes('A-77')], 'criteria-unknown'],
    ['a mandatory one that does not hold', 'passes', [yes('A-01'), no('A-03', '许可过期')], 'criteria-fail'],
    ['no word about what does not hold', 'passes', [yes('A-01'), yes('A-03'), no('A-02')], 'criteria-unexplained'],
    ['a refusal by which all holds', 'refuses', [yes('A-01')], 'criteria-none-fails'],
    ['nothing', 'refuses', [], 'criteria-none-fails'],
  ])('refuses %s, and keeps nothing of it', async (_what, verdict, judgements, code) => {
    const count = () => studio.db.one<{ n: number }>('SELECT count(*)::int AS n FROM studio.citations');
    const before = await count();
    await expect(say([3], 'decide', verdict, judgements)).rejects.toMatchObject({ status: 422, code });
    expect(await count()).toEqual(before);
  });

  it('is due by the clock that was in force when it began', async () => {
    const clocks = (amount: number): Seed => ({
      ...{ kind: 'sla', key: 'test.reviews', name: text, description: text },
      content: {
        ...{ opens: '09:00', closes: '18:00' },
        clocks: [
          {
            ...{ id: 'review', name: text, matter: 'test.review', severity: null, amount, unit: 'working-days' },
            ...{ warnAt: '0.5', basis: text },
          },
        ],
      },
      cases: [
        {
          name: '时限',
          input: { matter: 'test.review', severity: 'P1', start: '2026-11-20T01:00:00Z', holidays: [], workdays: [] },
          expect: { clock: 'review' },
        },
      ],
    });
    // A Friday: one working day ends on Monday, three on Wednesday.
    const start = (id: number) =>
      studio.db.transaction((tx) =>
        beginReview(tx, reviewer, {
          ...{ kind: 'enterprise', id, seed },
          clock: { seed: clocks(1), matter: 'test.review' },
        }),
      );
    await start(201);
    await adoptSeeds(createTools(), studio.db, { ...editor, actor: { kind: 'system', name: 'studio' } }, [clocks(3)]);
    await start(202);
    const due = async (id: number) => (await reviewOf(studio.db, { kind: 'enterprise', id }, seed)).dueAt;
    expect(await due(201)).toEqual(new Date('2026-11-23T10:00:00Z'));
    expect(await due(202)).toEqual(new Date('2026-11-25T10:00:00Z'));
    expect(await due(1)).toBeNull();
  });

  it('does not let it pass by whoever began it, who may give it back; the platform’s own work is nobody’s (四眼原则)', async () => {
    const { content } = await inForce<CriteriaContent>(studio.db, 'criteria', seed.key);
    const own = { status: 409, code: 'review-own' };
    const isOwn = async (id: number, reader?: number) =>
      (await reviewOf(studio.db, { kind: 'enterprise', id }, seed, reader)).isOwn;
    const began = (id: number, by: Pick<Command, 'actor' | 'at'>) =>
      studio.db.transaction((tx) => beginReview(tx, by, { kind: 'enterprise', id, seed }));
    await began(301, reviewer);
    // Before anything that he judged is looked at.
    await expect(say([301], 'approve', 'passes', [])).rejects.toMatchObject(own);
    await expect(say([301], 'approve', 'passes', allHold(content))).rejects.toMatchObject(own);
    expect([await isOwn(301, 3), await isOwn(301, 1), await isOwn(301)]).toEqual([true, false, false]);
    await say([301], 'reject', 'refuses', [no('A-01')]);
    await say([301], 'review', 'tells', allHold(content));
    await began(301, editor);
    await say([301], 'approve', 'passes', allHold(content));
    await began(302, { actor: { kind: 'system', name: 'studio' }, at: reviewer.at });
    await say([302], 'approve', 'passes', allHold(content));
  });

  it('makes one statement of many, and says so of each', async () => {
    const { content } = await inForce<CriteriaContent>(studio.db, 'criteria', seed.key);
    const ids = Array.from({ length: 5_000 }, (_, n) => 10_000 + n);
    await say(ids, 'accept', 'passes', allHold(content));
    const { citations } = await reviewOf(studio.db, { kind: 'enterprise', id: 12_345 }, seed);
    expect(citations).toMatchObject([{ act: 'accept', actor: 'config-operator#3', versionNo: 2, together: 5_000 }]);
  });

  it.each(['reviews', 'citations', 'cited_subjects'])('never changes or loses a row of %s', async (table) => {
    const dba = createDatabase({ connectionString: studio.kit.superuserUrl });
    for (const sql of [`UPDATE studio.${table} SET subject_kind = 'task'`, `DELETE FROM studio.${table}`]) {
      await expect(studio.db.query(sql)).rejects.toThrow(/permission denied/);
      await expect(dba.query(sql)).rejects.toThrow(/stay as they are/);
    }
    await dba.close();
  });
});
