import type { Command } from '@linggong/core';
import { checkVersion } from '../life/check-version';
import { startDraft } from '../life/create-configuration';
import { approveVersion, giveBack } from '../life/decide-version';
import { rollBackVersion } from '../life/roll-back-version';
import { saveContent } from '../life/save-content';
import { submitVersion } from '../life/submit-version';
import { turnVersions } from '../life/turn-versions';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { noteShadow, shadowOf } from '../shadow/shadows';
import { by, limitCases, limitSeed, studioKit, type StudioKit } from '../studio.fixture';
import { versionAnswerOf } from '../versions/version-answer';
import { askReplay } from './ask-replay';
import { createConsumers } from './consumers';
import type { ReplaySource } from './replay-source';
import { runReplay } from './run-replay';

let studio: StudioKit;
beforeAll(async () => {
  studio = await studioKit();
}, 240_000);
afterAll(() => studio?.kit.drop());

const editor = by(1, '2026-11-20T01:00:00Z', '调整限额');
const system: Command = {
  actor: { kind: 'system', name: 'studio' },
  at: new Date('2026-11-01T00:00:00Z'),
  traceId: 't',
};
const period = { from: '2026-10-01', to: '2026-10-31' };
const total = 5_000;

/** Payments of 1 to 5,000 fen, of which those up to 3,000 were approved then; the last hundred are not remembered. */
function payments(): ReplaySource & { readonly pages: string[] } {
  const pages: string[] = [];
  return {
    pages,
    name: { zh: '历史付款', en: 'Past payments' },
    count: async () => total,
    page: async (_db, { after, limit }) => {
      const from = after === undefined ? 0 : Number(after);
      // A look at whether there is any past is no page of a replay.
      if (limit > 1) pages.push(String(from));
      return Array.from({ length: Math.min(limit, total - from) }, (_, n) => {
        const amount = from + n + 1;
        return {
          cursor: String(amount),
          subject: { label: `P-${amount}`, link: `/orders/${amount}/show` },
          input: { amountFen: amount },
          amountFen: amount,
          ...(amount > total - 100 ? {} : { decided: { decision: amount <= 3_000 ? 'approve' : 'review' } }),
        };
      });
    },
  };
}

/** A checked draft with a limit of 2,000 on a seed of 3,000, whose past is the source. */
async function checkedDraft(key: string) {
  const source = payments();
  const consumers = createConsumers();
  consumers.add({ kind: 'limit-set', key, name: { zh: '结算', en: 'Settlement' }, replay: source });
  await adoptSeeds(studio.tools, studio.db, system, [{ ...limitSeed, key, content: { maxFen: 3_000 } }]);
  const { configurationId } = await inForce(studio.db, 'limit-set', key);
  const draft = await studio.db.transaction((tx) => startDraft(tx, editor, configurationId, undefined));
  await save(draft, 1, 2_000);
  await checkVersion(studio.tools, studio.db, editor, draft, 2);
  const tools = { ...studio.tools, consumers };
  return { draft, source, consumers, tools };
}

const save = (id: number, revision: number, maxFen: number) =>
  studio.db.transaction((tx) =>
    saveContent(studio.tools, tx, editor, id, { revision, content: { maxFen }, cases: limitCases, note: '' }),
  );

const submit = (tools: StudioKit['tools'], id: number, shadowFrom?: string) =>
  studio.db.transaction((tx) =>
    submitVersion(tools, tx, editor, id, {
      revision: 2,
      effectiveFrom: '2026-12-01',
      reason: '调整限额',
      ...(shadowFrom === undefined ? {} : { shadowFrom }),
    }),
  );

const idle = async (): Promise<void> => undefined;
const jobs = { enqueue: async () => '6f1d3a52-0000-4000-8000-000000000001', run: async () => undefined };
type Made = Awaited<ReturnType<typeof checkedDraft>>;
const ask = ({ draft, consumers }: Made, asked = period) =>
  askReplay({ db: studio.db, consumers, jobs }, editor, draft, asked);
const replayId = async (draft: number) =>
  (await studio.db.one<{ id: number }>('SELECT max(id) AS id FROM studio.replays WHERE version_id = $1', [draft])).id;
const answerOf = ({ tools, draft }: Made) =>
  versionAnswerOf(tools, studio.db, draft, { id: 1, role: 'config-operator' });

it('shows what would have been different, and is asked for before the version is submitted (R13.1)', async () => {
  const made = await checkedDraft('risk.replayed');
  await expect(submit(made.tools, made.draft)).rejects.toMatchObject({ code: 'configuration-not-replayed' });
  expect((await answerOf(made)).allowed).not.toContain('submit');
  await ask(made);
  const told: number[] = [];
  await runReplay(
    { ...made, db: studio.db },
    system,
    await replayId(made.draft),
    async ({ done }) => void told.push(done),
  );
  expect(told).toEqual([2_000, 4_000, 5_000]);
  const { state, replay, allowed } = await answerOf(made);
  expect(state).toBe('replayed');
  expect(allowed).toContain('submit');
  // 2,001 to 3,000 would have been looked at; their sum is 2,500,500 fen.
  expect(replay).toMatchObject({
    state: 'done',
    isCurrent: true,
    compared: total,
    changed: 1_000,
    changedFen: 2_500_500,
  });
  expect(replay?.pairs).toEqual([
    expect.objectContaining({ before: 'approve', after: 'approve', count: 2_000, changed: false }),
    expect.objectContaining({ before: 'review', after: 'review', count: 2_000, changed: false }),
    { before: 'approve', after: 'review', count: 1_000, amountFen: 2_500_500, changed: true },
  ]);
  expect(replay?.examples[0]).toMatchObject({
    label: 'P-2001',
    link: '/orders/2001/show',
    before: { decision: 'approve' },
    after: { decision: 'review' },
    trace: [{ en: 'limit 2000' }],
  });
  await submit(made.tools, made.draft);
});

/** Replays a draft as its job would. */
async function replayNow(made: Made): Promise<void> {
  await ask(made);
  await runReplay({ ...made, db: studio.db }, system, await replayId(made.draft), idle);
}
const submitToday = ({ tools, draft }: Made) =>
  studio.db.transaction((tx) =>
    submitVersion(tools, tx, editor, draft, { revision: 2, effectiveFrom: '2026-11-20', reason: '调整限额' }),
  );
const approve = ({ draft }: Made) =>
  studio.db.transaction((tx) => approveVersion(tx, by(2, '2026-11-20T02:00:00Z'), draft));
const rollBack = ({ draft }: Made) =>
  studio.db.transaction((tx) => rollBackVersion(tx, by(2, '2026-11-20T03:00:00Z', '误伤'), draft));

/** Version 2 in force, and version 3 replayed beside it. */
async function replayedBesideSecond(key: string): Promise<{ readonly second: Made; readonly third: Made }> {
  const second = await checkedDraft(key);
  await replayNow(second);
  await submitToday(second);
  await approve(second);
  const { configurationId } = await inForce(studio.db, 'limit-set', key);
  const draft = await studio.db.transaction((tx) => startDraft(tx, editor, configurationId, undefined));
  await save(draft, 1, 1_000);
  await checkVersion(studio.tools, studio.db, editor, draft, 2);
  const third = { ...second, draft };
  await replayNow(third);
  expect(await answerOf(third)).toMatchObject({ staleReplay: null, replay: { against: { versionNo: 2 } } });
  return { second, third };
}

const stale = { status: 409, code: 'configuration-replay-stale' };

it('is made again before approval where what it was compared with was rolled back meanwhile (R13.1)', async () => {
  const { second, third } = await replayedBesideSecond('risk.stale');
  await submitToday(third);
  await rollBack(second);
  const asked = await answerOf(third);
  expect(asked.staleReplay).toMatchObject({ against: { versionNo: 2 }, now: { versionNo: 1 } });
  await expect(approve(third)).rejects.toMatchObject(stale);
  await studio.db.transaction((tx) => giveBack(tx, by(1, '2026-11-20T04:00:00Z', '重新回放'), third.draft, 'withdraw'));
  await checkVersion(studio.tools, studio.db, editor, third.draft, 2);
  await expect(submitToday(third)).rejects.toMatchObject({ code: 'configuration-not-replayed' });
  await replayNow(third);
  expect(await answerOf(third)).toMatchObject({ staleReplay: null, replay: { against: { versionNo: 1 } } });
});

it('is made again before submission where what it was compared with was rolled back', async () => {
  const { second, third } = await replayedBesideSecond('risk.stale-draft');
  await rollBack(second);
  expect((await answerOf(third)).allowed).not.toContain('submit');
  await expect(submitToday(third)).rejects.toMatchObject(stale);
  await replayNow(third);
  expect((await answerOf(third)).allowed).toContain('submit');
  await submitToday(third);
  await approve(third);
  expect((await answerOf(third)).state).toBe('in-force');
});

it('tells whoever reads a version what about it waits for a second person, and opens it to whom it concerns', async () => {
  const made = await checkedDraft('risk.waiting');
  await replayNow(made);
  expect((await answerOf(made)).waiting).toEqual([]);
  await submit(made.tools, made.draft);
  const seenBy = async (id: number, role: 'config-operator' | 'config-approver' | 'audit-admin' | 'regulator') =>
    (await versionAnswerOf(made.tools, studio.db, made.draft, { id, role })).waiting;
  const [own] = await seenBy(1, 'config-operator');
  expect(own).toMatchObject({ action: 'decide', askedBy: 'config-operator#1', approval: expect.any(String) });
  expect(await seenBy(2, 'config-approver')).toEqual([own]);
  expect(await seenBy(3, 'audit-admin')).toEqual([own]);
  expect(await seenBy(4, 'config-operator')).toEqual([{ ...own, approval: null }]);
  expect(await seenBy(5, 'regulator')).toEqual([]);
});

it('goes on where it was when it was killed, and counts nothing twice', async () => {
  const made = await checkedDraft('risk.killed');
  await ask(made);
  const id = await replayId(made.draft);
  let pages = 0;
  const dies = async (): Promise<void> => {
    pages += 1;
    if (pages === 2) throw new Error('killed');
  };
  await expect(runReplay({ ...made, db: studio.db }, system, id, dies)).rejects.toThrow('killed');
  await runReplay({ ...made, db: studio.db }, system, id, idle);
  expect(made.source.pages).toEqual(['0', '2000', '4000', '5000']);
  expect((await answerOf(made)).replay).toMatchObject({ state: 'done', compared: total, changed: 1_000 });
  // Delivered once more, it does nothing.
  await runReplay({ ...made, db: studio.db }, system, id, idle);
  expect(made.source.pages).toHaveLength(4);
});

it('ends as cancelled where the draft is written meanwhile', async () => {
  const made = await checkedDraft('risk.changed');
  await ask(made);
  const id = await replayId(made.draft);
  await runReplay({ ...made, db: studio.db }, system, id, async () =>
    save(made.draft, 2, 2_500).catch(() => undefined),
  );
  const { state, replay } = await answerOf(made);
  expect([state, replay?.state, replay?.isCurrent]).toEqual(['draft', 'cancelled', false]);
  await expect(ask(made)).rejects.toMatchObject({ code: 'configuration-state' });
});

it('is refused without a past, for days to come, and beside another of the same version', async () => {
  const made = await checkedDraft('risk.refused');
  await expect(ask(made, { from: '2026-11-01', to: '2026-12-31' })).rejects.toMatchObject({ code: 'replay-period' });
  await expect(ask(made, { from: '2024-01-01', to: '2026-10-01' })).rejects.toMatchObject({ code: 'replay-period' });
  await expect(ask({ ...made, consumers: createConsumers() })).rejects.toMatchObject({ code: 'replay-without-past' });
  // A day on which nothing happened would show nobody what the draft changes (R13.1).
  const quiet = createConsumers();
  quiet.add({ kind: 'limit-set', key: 'risk.refused', replay: { ...made.source, count: async () => 0 } });
  await expect(ask({ ...made, consumers: quiet })).rejects.toMatchObject({ status: 409, code: 'replay-period-empty' });
  const running = { ...jobs, run: async () => ({ state: 'running' }) as never };
  const askBeside = () =>
    askReplay({ db: studio.db, consumers: made.consumers, jobs: running }, editor, made.draft, period);
  await askBeside();
  await expect(askBeside()).rejects.toMatchObject({ code: 'replay-running' });
  // Its job is gone: the next one takes its place.
  await ask(made);
  const states = await studio.db.query('SELECT state FROM studio.replays WHERE version_id = $1 ORDER BY id', [
    made.draft,
  ]);
  expect(states).toEqual([{ state: 'failed' }, { state: 'running' }]);
});

it('what has ended stays as it is, and shadows are counted up', async () => {
  const made = await checkedDraft('risk.guarded');
  await ask(made);
  const id = await replayId(made.draft);
  await runReplay({ ...made, db: studio.db }, system, id, idle);
  await expect(studio.db.query(`UPDATE studio.replays SET tally = '{}' WHERE id = $1`, [id])).rejects.toThrow(
    'has ended',
  );
  await expect(studio.db.query('DELETE FROM studio.replays')).rejects.toThrow('permission denied');
  await expect(studio.db.query('DELETE FROM studio.shadow_counts')).rejects.toThrow('permission denied');
});

it('runs beside the one in force from its day on, until it takes over (影子运行)', async () => {
  const made = await checkedDraft('risk.shadow');
  await ask(made);
  await runReplay({ ...made, db: studio.db }, system, await replayId(made.draft), idle);
  await submit(made.tools, made.draft, '2026-11-25');
  const shadow = (day: string) => shadowOf(studio.db, 'limit-set', 'risk.shadow', day);
  expect(await shadow('2026-11-26')).toBeUndefined();
  await studio.db.transaction((tx) => approveVersion(tx, by(2, '2026-11-20T02:00:00Z'), made.draft));
  expect(await shadow('2026-11-24')).toBeUndefined();
  expect(await shadow('2026-11-25')).toMatchObject({ versionId: made.draft, content: { maxFen: 2_000 } });
  const compared = Array.from({ length: 30 }, (_, n) => ({
    label: `P-${n}`,
    before: { decision: 'approve' },
    after: { decision: n % 2 === 0 ? 'approve' : 'review' },
    amountFen: 10,
  }));
  const note = () => studio.db.transaction((tx) => noteShadow(tx, made.draft, '2026-11-25', compared));
  await Promise.all([note(), note()]);
  await studio.db.transaction((tx) => noteShadow(tx, made.draft, '2026-11-26', compared.slice(0, 2)));
  const { shadow: told } = await answerOf(made);
  expect(told?.days.map(({ day, compared: count, changed }) => [day, count, changed])).toEqual([
    ['2026-11-26', 2, 1],
    ['2026-11-25', 60, 30],
  ]);
  expect(told?.days[1]?.pairs.map(({ after, count, amountFen }) => [after, count, amountFen]).sort()).toEqual([
    ['approve', 30, 300],
    ['review', 30, 300],
  ]);
  expect(told?.days[1]?.examples.length).toBeLessThanOrEqual(20);
  await turnVersions(studio.db, { ...system, at: new Date('2026-12-01T00:00:00Z') });
  expect(await shadow('2026-12-01')).toBeUndefined();
});
