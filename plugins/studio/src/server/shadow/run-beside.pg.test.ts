import type { Command } from '@linggong/core';
import { checkVersion } from '../life/check-version';
import { startDraft } from '../life/create-configuration';
import { approveVersion } from '../life/decide-version';
import { saveContent } from '../life/save-content';
import { submitVersion } from '../life/submit-version';
import { turnVersions } from '../life/turn-versions';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { by, limitCases, limitSeed, studioKit, type StudioKit } from '../studio.fixture';
import { shadowAnswerOf } from './shadow-answer';
import { runBeside } from './shadows';

const asked = { kind: 'limit-set', key: 'risk.live' } as const;
const editor = by(1, '2026-11-20T01:00:00Z', '调整限额');
const system = (at: string): Command => ({
  actor: { kind: 'system', name: 'settlement' },
  at: new Date(at),
  traceId: 'live',
});

let studio: StudioKit;

beforeAll(async () => {
  studio = await studioKit();
}, 240_000);
afterAll(() => studio?.kit.drop());

/** A limit of 2,000 that was approved, runs beside 3,000 from the 25th of November, and takes over in December. */
async function approvedShadow(): Promise<number> {
  const { tools, db } = studio;
  await adoptSeeds(tools, db, system('2026-11-01T00:00:00Z'), [{ ...limitSeed, ...asked, content: { maxFen: 3_000 } }]);
  const { configurationId } = await inForce(db, asked.kind, asked.key);
  const id = await db.transaction(async (tx) => {
    const draft = await startDraft(tx, editor, configurationId, undefined);
    const content = { maxFen: 2_000 };
    await saveContent(tools, tx, editor, draft, { revision: 1, content, cases: limitCases, note: '' });
    return draft;
  });
  await checkVersion(tools, db, editor, id, 2);
  const days = { effectiveFrom: '2026-12-01', shadowFrom: '2026-11-25' };
  await db.transaction((tx) => submitVersion(tools, tx, editor, id, { revision: 2, reason: '调整限额', ...days }));
  await db.transaction((tx) => approveVersion(tx, by(2, '2026-11-20T02:00:00Z'), id));
  return id;
}

/** Decides payments by what is in force, and asks whatever runs beside about them, as settlement does. */
async function decide(at: string, amounts: readonly number[]) {
  const { tools, db } = studio;
  const { content } = await inForce(db, asked.kind, asked.key);
  const inputs = amounts.map((amountFen) => ({ amountFen }));
  const tried = await tools.evaluator.tryAll(asked.kind, content, inputs);
  const decided = inputs.map((input, index) => ({
    subject: { label: `P-${String(input.amountFen)}`, link: '/orders/1/show' },
    input,
    amountFen: input.amountFen,
    decided: tried[index]?.outcome ?? null,
  }));
  const count = await runBeside({ db, evaluator: tools.evaluator }, system(at), asked, decided);
  return { count, outcomes: decided.map((one) => (one.decided as { decision: string }).decision) };
}

it('is asked about live decisions, lists where it differs, decides nothing, and then takes over (影子运行, R13.1)', async () => {
  const id = await approvedShadow();
  const amounts = [1_000, 2_000, 2_500, 3_000, 3_500];
  const live = ['approve', 'approve', 'approve', 'approve', 'review'];
  expect(await decide('2026-11-24T02:00:00Z', amounts)).toEqual({ count: 0, outcomes: live });
  expect(await decide('2026-11-25T02:00:00Z', amounts)).toEqual({ count: 5, outcomes: live });
  expect(await decide('2026-11-25T03:00:00Z', [2_001])).toEqual({ count: 1, outcomes: ['approve'] });
  expect(await decide('2026-11-26T02:00:00Z', [])).toEqual({ count: 0, outcomes: [] });
  const told = await shadowAnswerOf(studio.db, { id, shadowFrom: '2026-11-25' });
  expect(told?.days).toMatchObject([{ day: '2026-11-25', compared: 6, changed: 3 }]);
  const [day] = told?.days ?? [];
  expect(day?.pairs.find(({ changed }) => changed)).toEqual({
    ...{ before: 'approve', after: 'review', changed: true, count: 3, amountFen: 7_501 },
  });
  const differing = day?.examples.map(({ label, before, after }) => [label, before, after]) ?? [];
  expect(differing).toEqual(
    ['P-2500', 'P-3000', 'P-2001'].map((label) => [label, { decision: 'approve' }, { decision: 'review' }]),
  );
  await turnVersions(studio.db, system('2026-12-01T00:01:00Z'), async () => undefined);
  expect(await inForce(studio.db, asked.kind, asked.key)).toMatchObject({ versionId: id, content: { maxFen: 2_000 } });
  const after = await decide('2026-12-01T02:00:00Z', amounts);
  expect(after).toEqual({ count: 0, outcomes: ['approve', 'approve', 'review', 'review', 'review'] });
});
