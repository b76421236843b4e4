import type { NewEvent } from '@linggong/jobs';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { by, limitCases, limitSeed, studioKit, type StudioKit } from '../studio.fixture';
import { checkVersion } from './check-version';
import { startDraft } from './create-configuration';
import { approveVersion } from './decide-version';
import { saveContent } from './save-content';
import { submitVersion } from './submit-version';
import { tellInForce } from './tell-in-force';
import { turnVersions } from './turn-versions';

/** Whoever listens is told when a version comes into force, and not before (R13.1). */
let studio: StudioKit;
const told: NewEvent[] = [];
const jobs = { emit: async (_tx: unknown, event: NewEvent): Promise<void> => void told.push(event) };
const editor = by(1, '2026-11-20T01:00:00Z', '调整限额');

beforeAll(async () => {
  studio = await studioKit();
  await adoptSeeds(studio.tools, studio.db, editor, [limitSeed]);
}, 240_000);
afterAll(() => studio?.kit.drop());

it('is told on the day of a version that waited for it, once', async () => {
  const { db, tools } = studio;
  const { configurationId } = await inForce(db, 'limit-set', limitSeed.key);
  const id = await db.transaction((tx) => startDraft(tx, editor, configurationId, undefined));
  const content = { revision: 1, content: { maxFen: 2_000 }, cases: limitCases, note: '' };
  await db.transaction((tx) => saveContent(tools, tx, editor, id, content));
  await checkVersion(tools, db, editor, id, 2);
  const submit = { revision: 2, effectiveFrom: '2026-12-01', reason: '调整限额' };
  await db.transaction((tx) => submitVersion(tools, tx, editor, id, submit));
  const approver = by(2, '2026-11-20T02:00:00Z');
  await db.transaction(async (tx) => {
    await approveVersion(tx, approver, id);
    await tellInForce(jobs, tx, approver, id);
  });
  expect(told).toEqual([]);
  const due = by(3, '2026-12-01T00:00:00Z');
  const turn = () => turnVersions(db, due, (tx, turned) => tellInForce(jobs, tx, due, turned));
  expect([await turn(), await turn()]).toEqual([1, 0]);
  expect(told).toEqual([
    {
      type: 'studio.version.in-force',
      key: 'limit-set-risk.limits',
      payload: { configurationId, kind: 'limit-set', key: 'risk.limits', versionId: id, versionNo: 2 },
    },
  ]);
});
