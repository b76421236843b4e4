import type { Command } from '@linggong/core';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { by, limitCases, limitSeed, studioKit, type StudioKit } from '../studio.fixture';
import { checkVersion } from './check-version';
import { startDraft } from './create-configuration';
import { approveVersion } from './decide-version';
import { demandFit, demandFitBefore } from './demand-fit';
import { rollBackVersion } from './roll-back-version';
import { saveContent } from './save-content';
import { submitVersion } from './submit-version';

let studio: StudioKit;
const editor = by(1, '2026-11-20T01:00:00Z', '调整限额');
const system: Command = {
  actor: { kind: 'system', name: 'studio' },
  at: new Date('2026-11-01T00:00:00Z'),
  traceId: 't',
};

beforeAll(async () => {
  studio = await studioKit();
  const name = { zh: '试验', en: 'A test' };
  // From December on nothing above 60,000 is taken, whatever stands now.
  studio.tools.consumers.add({
    ...{ kind: 'limit-set', key: 'risk.judged', name },
    judge: (content, current, day) => {
      const [next, now] = [content, current].map((one) =>
        Number((one as { maxFen?: number } | undefined)?.maxFen ?? 0),
      );
      if ((next ?? 0) <= 60_000 || day < '2026-12-01') return [];
      const text = { zh: `${day} 起不得高于六万（现为 ${String(now)}）`, en: 'Too much from December on' };
      return [{ path: 'maxFen', code: 'too-much', text }];
    },
  });
}, 240_000);
afterAll(() => studio?.kit.drop());

async function draftOf(maxFen: number): Promise<number> {
  await adoptSeeds(studio.tools, studio.db, system, [{ ...limitSeed, key: 'risk.judged' }]);
  const { configurationId } = await inForce(studio.db, 'limit-set', 'risk.judged');
  return studio.db.transaction(async (tx) => {
    const id = await startDraft(tx, editor, configurationId, undefined);
    await saveContent(studio.tools, tx, editor, id, { revision: 1, content: { maxFen }, cases: limitCases, note: '' });
    return id;
  });
}

it('asks who is configured by it: at the check, for the day it is to begin, when it is decided about and rolled back', async () => {
  const { tools, db } = studio;
  const id = await draftOf(80_000);
  const late = await checkVersion(tools, db, by(1, '2026-12-02T01:00:00Z'), id, 2);
  expect([late.passed, late.faults.map(({ code }) => code)]).toEqual([false, ['too-much']]);
  expect((await checkVersion(tools, db, editor, id, 2)).passed).toBe(true);
  const submit = (effectiveFrom: string) =>
    db.transaction((tx) => submitVersion(tools, tx, editor, id, { revision: 2, effectiveFrom, reason: '调整限额' }));
  await expect(submit('2026-12-05')).rejects.toMatchObject({ status: 409, code: 'configuration-unfit' });
  await submit('2026-11-21');
  const fits = (day: string) =>
    db.transaction((tx) => demandFit(tools, tx, id, { today: new Date(`${day}T01:00:00Z`) }));
  await expect(fits('2026-11-21')).resolves.toBeUndefined();
  // A second person who decides weeks later decides about another day.
  await expect(fits('2026-12-03')).rejects.toMatchObject({ code: 'configuration-unfit' });
  await db.transaction((tx) => approveVersion(tx, by(2, '2026-11-21T02:00:00Z'), id));
  const back = (day: string) => db.transaction((tx) => demandFitBefore(tools, tx, id, new Date(`${day}T01:00:00Z`)));
  await expect(back('2026-12-03')).resolves.toBeUndefined();
});

it('refuses to roll back to a version that its consumers no longer take, and leaves what is in force (R13.1)', async () => {
  const { tools, db } = studio;
  // Above 60,000, which the test before put in force; it is superseded by 40,000.
  const id = await draftOf(40_000);
  expect((await checkVersion(tools, db, editor, id, 2)).passed).toBe(true);
  await db.transaction((tx) =>
    submitVersion(tools, tx, editor, id, { revision: 2, effectiveFrom: '2026-11-22', reason: '调低限额' }),
  );
  await db.transaction((tx) => approveVersion(tx, by(2, '2026-11-22T02:00:00Z'), id));
  const back = (at: string) =>
    db.transaction(async (tx) => {
      await demandFitBefore(tools, tx, id, new Date(at));
      return rollBackVersion(tx, by(2, at, '回退'), id);
    });
  await expect(back('2026-12-03T01:00:00Z')).rejects.toMatchObject({
    status: 409,
    code: 'configuration-unfit',
    text: { zh: expect.stringContaining('现为 40000') },
  });
  expect(await inForce(db, 'limit-set', 'risk.judged')).toMatchObject({ versionId: id, content: { maxFen: 40_000 } });
  await back('2026-11-25T01:00:00Z');
  expect(await inForce(db, 'limit-set', 'risk.judged')).toMatchObject({ content: { maxFen: 80_000 } });
});
