import type { Command } from '@linggong/core';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { inForce, versionOf } from '../reading/in-force';
import { pin, pinned } from '../reading/pins';
import { by, limitCases, limitKind, limitSeed, studioKit, type StudioKit } from '../studio.fixture';
import { createTools } from '../tools';
import { changeLines, changesOf, inForceBeside } from '../versions/compare';
import { readVersion } from '../versions/version-rows';
import { checkVersion } from './check-version';
import { createConfiguration, startDraft } from './create-configuration';
import { approveVersion, giveBack } from './decide-version';
import { discardVersion } from './discard-version';
import { rollBackVersion } from './roll-back-version';
import { saveContent } from './save-content';
import { submitVersion } from './submit-version';
import { tryVersion } from './try-version';
import { turnVersions } from './turn-versions';

let studio: StudioKit;
beforeAll(async () => {
  studio = await studioKit();
}, 240_000);
afterAll(() => studio?.kit.drop());

const morning = '2026-11-20T01:00:00Z';
const editor = by(1, morning, '调整限额');
const decider = by(2, '2026-11-20T02:00:00Z');
const system: Command = {
  actor: { kind: 'system', name: 'studio' },
  at: new Date('2026-11-01T00:00:00Z'),
  traceId: 't',
};

const seedOf = (key: string) => ({ ...limitSeed, key });
const save = (id: number, revision: number, maxFen: unknown, command = editor) =>
  studio.db.transaction((tx) =>
    saveContent(studio.tools, tx, command, id, { revision, content: { maxFen }, cases: limitCases, note: '' }),
  );

/** A seed in force, and a draft on it that allows up to so much. */
async function draftOn(
  key: string,
  maxFen: number,
): Promise<{ first: number; draft: number; configurationId: number }> {
  await adoptSeeds(studio.tools, studio.db, system, [seedOf(key)]);
  const { versionId, configurationId } = await inForce(studio.db, 'limit-set', key);
  const draft = await studio.db.transaction((tx) => startDraft(tx, editor, configurationId, undefined));
  await save(draft, 1, maxFen);
  return { first: versionId, draft, configurationId };
}

async function submitted(key: string, maxFen: number, effectiveFrom = '2026-11-20', shadowFrom?: string) {
  const made = await draftOn(key, maxFen);
  await checkVersion(studio.tools, studio.db, editor, made.draft, 2);
  await studio.db.transaction((tx) =>
    submitVersion(studio.tools, tx, editor, made.draft, {
      revision: 2,
      effectiveFrom,
      reason: '调整限额',
      ...(shadowFrom === undefined ? {} : { shadowFrom }),
    }),
  );
  return made;
}

const approve = (id: number, command = decider) => studio.db.transaction((tx) => approveVersion(tx, command, id));
const contentOf = async (key: string) =>
  (await inForce<{ maxFen: number }>(studio.db, 'limit-set', key)).content.maxFen;
const stateOf = async (id: number) => (await readVersion(studio.db, id)).state;

it('goes from draft to force, supersedes what was there, and is rolled back (R13.1)', async () => {
  const { first, draft } = await submitted('risk.whole', 80_000);
  expect(await contentOf('risk.whole')).toBe(50_000);
  await approve(draft);
  expect([await contentOf('risk.whole'), await stateOf(first), await stateOf(draft)]).toEqual([
    80_000,
    'superseded',
    'in-force',
  ]);
  await studio.db.transaction((tx) => rollBackVersion(tx, by(1, '2026-11-20T03:00:00Z', '误伤'), draft));
  expect([await contentOf('risk.whole'), await stateOf(first), await stateOf(draft)]).toEqual([
    50_000,
    'in-force',
    'rolled-back',
  ]);
  // What came back holds from a later instant; the one that was rolled back is still compared with it.
  const rolledBack = await readVersion(studio.db, draft);
  const beside = await inForceBeside(studio.db, rolledBack);
  expect(beside).toMatchObject({ id: first });
  const lines = changeLines(await changesOf(studio.tools, studio.db, rolledBack, beside));
  expect([lines.before.join(), lines.after.join()]).toEqual([
    expect.stringContaining('50'),
    expect.stringContaining('80'),
  ]);
  await expect(
    studio.db.transaction((tx) => rollBackVersion(tx, by(1, '2026-11-20T04:00:00Z', '再退'), first)),
  ).rejects.toMatchObject({ status: 409, code: 'nothing-to-roll-back-to' });
});

it('begins a configuration with a blank draft, once a key', async () => {
  const made = {
    kind: 'limit-set' as const,
    key: 'risk.made',
    name: { zh: '新', en: 'New' },
    description: { zh: '', en: '' },
  };
  const create = () => studio.db.transaction((tx) => createConfiguration(studio.tools, tx, editor, made));
  const id = await create();
  const [version] = await studio.db.query(
    'SELECT state, content, version_no AS no FROM studio.versions WHERE configuration_id = $1',
    [id],
  );
  expect(version).toEqual({ state: 'draft', content: { maxFen: 0 }, no: 1 });
  await expect(create()).rejects.toMatchObject({ code: 'configuration-exists' });
  await expect(studio.db.transaction((tx) => startDraft(tx, editor, id, undefined))).rejects.toMatchObject({
    code: 'configuration-open',
  });
  await expect(inForce(studio.db, 'limit-set', 'risk.made')).rejects.toMatchObject({ code: 'configuration-missing' });
});

describe('saving', () => {
  it('tells the second of two who saved what the first one saved before', async () => {
    const { draft } = await draftOn('risk.two-savers', 1);
    const outcomes = await Promise.allSettled([
      save(draft, 2, 5),
      save(draft, 2, 6, by(3, morning)),
      save(draft, 2, 7),
    ]);
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.map(({ code, extra }) => [code, extra.revision])).toEqual([
      ['configuration-changed', 3],
      ['configuration-changed', 3],
    ]);
  });

  it('refuses what is no content of the kind, with every place', async () => {
    const { draft } = await draftOn('risk.shape', 1);
    await expect(save(draft, 2, 'viel')).rejects.toMatchObject({
      status: 400,
      code: 'configuration-content',
      extra: { faults: [{ path: 'maxFen', code: 'shape-invalid-type' }] },
    });
  });

  it('leaves a checked version checked where nothing changed', async () => {
    const { draft } = await draftOn('risk.same', 1);
    await checkVersion(studio.tools, studio.db, editor, draft, 2);
    await save(draft, 2, 1);
    expect(await stateOf(draft)).toBe('checked');
    await save(draft, 2, 2);
    expect(await stateOf(draft)).toBe('draft');
  });
});

describe('the check', () => {
  it('passes what its cases expect, and leaves a draft what they do not', async () => {
    const { draft } = await draftOn('risk.cases', 0);
    const failed = await checkVersion(studio.tools, studio.db, editor, draft, 2);
    expect(failed).toMatchObject({
      passed: false,
      results: [{ differences: ['decision'], outcome: { decision: 'review' } }],
    });
    expect(await stateOf(draft)).toBe('draft');
    await save(draft, 2, 9);
    expect(await checkVersion(studio.tools, studio.db, editor, draft, 3)).toMatchObject({ passed: true });
    expect(await stateOf(draft)).toBe('checked');
  });

  it('does not evaluate a content with faults, and none without a case', async () => {
    const { draft } = await draftOn('risk.faults', 13);
    expect(await checkVersion(studio.tools, studio.db, editor, draft, 2)).toMatchObject({
      passed: false,
      results: [],
      faults: [{ code: 'unlucky' }],
    });
    await studio.db.transaction((tx) =>
      saveContent(studio.tools, tx, editor, draft, { revision: 2, content: { maxFen: 1 }, cases: [], note: '' }),
    );
    await expect(checkVersion(studio.tools, studio.db, editor, draft, 3)).rejects.toMatchObject({
      code: 'configuration-untested',
    });
  });

  it('ends where evaluating takes too long', async () => {
    const { draft } = await draftOn('risk.slow', 1);
    const slow = createTools([
      {
        ...limitKind,
        evaluate: (content, input) => {
          const until = performance.now() + 30;
          while (performance.now() < until);
          return limitKind.evaluate(content, input);
        },
      },
    ]);
    const cases = Array.from({ length: 400 }, (_, n) => ({ name: `${n}`, input: { amountFen: n }, expect: {} }));
    await expect(
      slow.evaluator.tryAll(
        'limit-set',
        { maxFen: 1 },
        cases.map(({ input }) => input),
        200,
      ),
    ).rejects.toMatchObject({ status: 422, code: 'evaluation-too-slow' });
    expect(await stateOf(draft)).toBe('draft');
  });
});

describe('submitting', () => {
  it('asks for what was checked, as it stands, from today on', async () => {
    const { draft } = await draftOn('risk.submit', 2);
    const submit = (body: object) =>
      studio.db.transaction((tx) =>
        submitVersion(studio.tools, tx, editor, draft, {
          revision: 2,
          effectiveFrom: '2026-11-20',
          reason: '调整',
          ...body,
        }),
      );
    await expect(submit({})).rejects.toMatchObject({ code: 'configuration-not-checked' });
    await checkVersion(studio.tools, studio.db, editor, draft, 2);
    await expect(submit({ effectiveFrom: '2026-11-19' })).rejects.toMatchObject({ code: 'effective-day-passed' });
    await expect(submit({ effectiveFrom: '2026-12-01', shadowFrom: '2026-12-01' })).rejects.toMatchObject({
      code: 'shadow-not-before',
    });
    await expect(submit({ revision: 1 })).rejects.toMatchObject({ code: 'configuration-changed' });
    await submit({});
    const [asked] = await studio.db.query(
      `SELECT subject_label AS label, after FROM access.approvals WHERE resource = 'configuration-version' AND subject_id = $1`,
      [String(draft)],
    );
    expect(asked).toMatchObject({ label: '风控限额 V2', after: { changes: ['单笔上限：2'], versionNo: 2 } });
    await expect(save(draft, 2, 3)).rejects.toMatchObject({ code: 'configuration-state' });
  });

  it('is decided by nobody who wrote or submitted it, and by one of two who try at once', async () => {
    const { draft } = await submitted('risk.deciders', 3);
    await expect(approve(draft, editor)).rejects.toMatchObject({ status: 403, code: 'second-person-needed' });
    const outcomes = await Promise.allSettled([approve(draft), approve(draft, by(4, '2026-11-20T02:00:00Z'))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual([
      'configuration-state',
    ]);
  });

  it('is a draft again when it is rejected, withdrawn or lapses; a draft is discarded', async () => {
    const { draft } = await submitted('risk.back', 3);
    await studio.db.transaction((tx) => giveBack(tx, by(2, '2026-11-20T02:00:00Z', '依据不足'), draft, 'reject'));
    expect(await readVersion(studio.db, draft)).toMatchObject({ state: 'draft', stateReason: '依据不足' });
    await studio.db.transaction((tx) => discardVersion(tx, editor, draft));
    expect(await stateOf(draft)).toBe('discarded');
  });

  it('takes effect on the day of the decision where its own has passed', async () => {
    const { draft } = await submitted('risk.late', 3);
    await approve(draft, by(2, '2026-11-23T02:00:00Z'));
    expect(await readVersion(studio.db, draft)).toMatchObject({ state: 'in-force', effectiveFrom: '2026-11-23' });
  });
});

describe('a scheduled version', () => {
  it('takes effect on its day, once, whoever turns', async () => {
    const { first, draft } = await submitted('risk.later', 7, '2026-12-01', '2026-11-25');
    await approve(draft);
    expect([await stateOf(draft), await contentOf('risk.later')]).toEqual(['scheduled', 50_000]);
    const turn = (at: string) => turnVersions(studio.db, { ...system, at: new Date(at) });
    expect(await turn('2026-11-30T15:59:59Z')).toBe(0);
    // 1 December in Shanghai.
    const turned = await Promise.all([turn('2026-11-30T16:00:00Z'), turn('2026-11-30T16:00:00Z')]);
    expect(turned[0] + turned[1]).toBe(1);
    expect([await stateOf(first), await contentOf('risk.later')]).toEqual(['superseded', 7]);
  });
});

describe('seeds', () => {
  it('are adopted once, whoever starts first', async () => {
    const seeds = [seedOf('risk.seed-a'), seedOf('risk.seed-b')];
    const adopt = () => adoptSeeds(studio.tools, studio.db, system, seeds);
    const adopted = await Promise.all([adopt(), adopt(), adopt()]);
    expect(adopted.reduce((sum, one) => sum + one, 0)).toBe(2);
    expect(await adopt()).toBe(0);
    expect(await inForce(studio.db, 'limit-set', 'risk.seed-a')).toMatchObject({
      versionNo: 1,
      content: { maxFen: 50_000 },
    });
  });

  it('whose own cases fail stop the start, and nothing of the others is adopted', async () => {
    const failing = { ...seedOf('risk.seed-failing'), content: { maxFen: 0 } };
    await expect(adoptSeeds(studio.tools, studio.db, system, [seedOf('risk.seed-good'), failing])).rejects.toThrow(
      'the seed limit-set risk.seed-failing does not pass its own check: 限额以内: decision',
    );
    await expect(inForce(studio.db, 'limit-set', 'risk.seed-good')).rejects.toMatchObject({
      code: 'configuration-missing',
    });
  });
});

it('a running thing keeps the version that it was given first (R2.6)', async () => {
  const { first, draft } = await submitted('risk.pins', 3);
  const subject = { kind: 'settlement-batch', ids: [7, 8] };
  const at = new Date(morning);
  await studio.db.transaction((tx) => pin(tx, subject, first, at));
  await approve(draft);
  await studio.db.transaction((tx) => pin(tx, { kind: 'settlement-batch', ids: [8, 9] }, draft, at));
  const kept = await pinned(studio.db, { kind: 'settlement-batch', ids: [7, 8, 9, 10] });
  expect(kept.map(({ subjectId, versionNo, key }) => [subjectId, versionNo, key])).toEqual([
    ['7', 1, 'risk.pins'],
    ['8', 1, 'risk.pins'],
    ['9', 2, 'risk.pins'],
  ]);
  expect((await versionOf(studio.db, first))?.content).toEqual({ maxFen: 50_000 });
  expect(await versionOf(studio.db, 999_999)).toBeUndefined();
});

it('is tried on what is saved and on what is not, and keeps nothing', async () => {
  const { draft } = await draftOn('risk.tries', 10);
  const attempt = (input: unknown, content?: unknown) =>
    tryVersion(studio.tools, studio.db, draft, { input, ...(content === undefined ? {} : { content }) });
  expect(await attempt({ amountFen: 11 })).toMatchObject({
    outcome: { decision: 'review' },
    trace: [{ en: 'limit 10' }],
  });
  expect(await attempt({ amountFen: 11 }, { maxFen: 11 })).toMatchObject({ outcome: { decision: 'approve' } });
  await expect(attempt({ amountFen: 'x' })).rejects.toMatchObject({ status: 400, code: 'input-invalid' });
  await expect(attempt({ amountFen: 1 }, { maxFen: 13 })).rejects.toMatchObject({ code: 'configuration-faulty' });
});
