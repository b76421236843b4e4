import { Readable } from 'node:stream';
import { systemCommand, type Command } from '@linggong/core';
import { adoptSeeds } from '@linggong/studio';
import type { Vault } from '@linggong/vault';
import type { MaterialReview } from '../../../api';
import { materialLifecycle, type Severity } from '../../../domain';
import { seeds } from '../../../domain/seeds';
import type { EvidenceFile } from '../../files/evidence-file';
import { riskWorld, type RiskWorld } from '../../risk.fixture';
import { actOnMaterial, rectifyFinding } from './act-on-material';
import { materialAnswer } from './material-rows';
import { addMaterialFile, registerMaterial } from './register-material';
import { reviewMaterial } from './review-material';
import { watchMaterials } from './watch-materials';

const at = new Date('2026-11-27T02:00:00Z');
let kit: RiskWorld;

const by = (accountId: number, when = at): Command => ({
  actor: { kind: 'account', accountId, name: `account#${accountId}`, role: 'risk-officer' },
  at: when,
  traceId: 'materials',
});

/** A vault that keeps nothing: what a file is made of is not what these tests are about. */
const vault: Pick<Vault, 'putFile'> = {
  putFile: async (tx) => {
    const { id } = await tx.one<{ id: string }>('SELECT gen_random_uuid() AS id', []);
    return { id, sha256: 'a'.repeat(64), bytes: 7 };
  },
};
const capture: EvidenceFile = {
  name: '首页截屏.png',
  contentType: 'image/png',
  bytes: Buffer.from('capture'),
  content: Readable.from([]) as never,
  receivedSha256: 'b'.repeat(64),
};

beforeAll(async () => {
  kit = await riskWorld(at);
  await adoptSeeds(kit.db, systemCommand('studio', at, 'materials'), seeds);
}, 400_000);
afterAll(() => kit?.stop());

const registered = (account = 1): Promise<number> =>
  kit.db.transaction((tx) =>
    registerMaterial(tx, by(account), {
      kind: 'website',
      title: '官网首页',
      place: 'https://www.example.cn/',
      publishedOn: '2026-11-01',
      owner: '市场部',
    }),
  );
const addFile = (id: number, findingId?: number): Promise<void> =>
  kit.db.transaction((tx) => addMaterialFile(vault, tx, by(1), id, { file: capture, findingId }));
const read = (id: number, when = at) => materialAnswer(kit.db, id, when);

async function answers(id: number, failing: Readonly<Record<string, Severity>> = {}): Promise<MaterialReview> {
  const { checklist } = await read(id);
  return {
    checklistVersion: checklist.versionId,
    answers: checklist.items.map(({ id: item }) => {
      const severity = failing[item];
      if (severity === undefined) return { item, answer: 'yes' as const };
      return { item, answer: 'no' as const, finding: { text: '承诺税负率', severity, dueOn: '2026-12-04' } };
    }),
  };
}
const review = async (id: number, given: MaterialReview, account = 2): Promise<void> =>
  kit.db.transaction((tx) => reviewMaterial(tx, by(account), id, given));

async function failed(severity: Severity = 'high'): Promise<{ id: number; finding: number }> {
  const id = await registered();
  await addFile(id);
  await review(id, await answers(id, { 'tax-promise': severity }));
  const [finding] = (await read(id)).findings;
  return { id, finding: finding?.id ?? 0 };
}

describe('promotional material (宣传资料, R8.1)', () => {
  it('has the same life in the database as in the domain', async () => {
    const rows = await kit.db.query<{ from: string; to: string }>(
      'SELECT from_state AS "from", to_state AS "to" FROM risk.material_moves()',
    );
    const moves = Object.values(materialLifecycle.transitions).flatMap(({ from, to }) =>
      from.map((state) => `${state} > ${to}`),
    );
    expect(rows.map(({ from, to }) => `${from} > ${to}`).sort()).toEqual([...new Set(moves)].sort());
  });

  it('passes by the checklist of Studio once its capture is there, and is looked at again after a year', async () => {
    const id = await registered();
    await expect(review(id, await answers(id))).rejects.toMatchObject({ code: 'material-review-incomplete' });
    await addFile(id);
    const short = await answers(id);
    await expect(review(id, { ...short, answers: short.answers.slice(1) })).rejects.toMatchObject({ status: 422 });
    const old = { ...short, checklistVersion: short.checklistVersion + 1000 };
    await expect(review(id, old)).rejects.toMatchObject({ code: 'material-checklist-changed' });
    await review(id, short);
    expect(await read(id)).toMatchObject({ state: 'passed', reviewBy: '2027-11-27', findings: [] });
    const later = by(9, new Date('2027-11-28T02:00:00Z'));
    expect((await kit.db.transaction((tx) => watchMaterials(tx, later))).renewed).toBe(1);
    expect(await read(id)).toMatchObject({ state: 'registered', reviewBy: null });
  });

  it('is put right with proof, and reviewed again by somebody else', async () => {
    const { id, finding } = await failed();
    expect(await read(id)).toMatchObject({
      state: 'rectifying',
      findings: [{ item: 'tax-promise', severity: 'high', dueOn: '2026-12-04', isLate: false, state: 'open' }],
    });
    const rectify = (account: number): Promise<void> =>
      kit.db.transaction((tx) => rectifyFinding(tx, by(account), { id, findingId: finding }, '已删除该宣传语'));
    await expect(rectify(3)).rejects.toMatchObject({ code: 'material-proof-missing' });
    await addFile(id, finding);
    await rectify(3);
    await expect(rectify(3)).rejects.toMatchObject({ code: 'material-finding-rectified' });
    expect(await read(id)).toMatchObject({ state: 'rectified', findings: [{ state: 'rectified' }] });
    const good = await answers(id);
    await expect(review(id, good, 1)).rejects.toMatchObject({ code: 'material-own' });
    await expect(review(id, good, 3)).rejects.toMatchObject({ code: 'material-own' });
    await review(id, good);
    expect(await read(id)).toMatchObject({ state: 'passed', findings: [{ state: 'cleared' }] });
  });

  it('becomes a case when a finding is overdue, once, and at once where it is critical', async () => {
    const { id } = await failed();
    const late = new Date('2026-12-06T02:00:00Z');
    const watch = () => kit.db.transaction((tx) => watchMaterials(tx, by(9, late)));
    expect((await watch()).overdue).toBe(1);
    expect((await watch()).overdue).toBe(0);
    expect((await read(id, late)).findings).toMatchObject([{ isLate: true }]);
    const critical = await failed('critical');
    const cases = await kit.db.query(
      `SELECT rule, severity, subject_id AS "subjectId", times_seen AS seen FROM risk.cases WHERE source = 'material' ORDER BY id`,
    );
    expect(cases).toEqual([
      { rule: 'material.overdue', severity: 'high', subjectId: String(id), seen: 1 },
      { rule: 'material.critical', severity: 'critical', subjectId: String(critical.id), seen: 1 },
    ]);
    // Each material shows its own.
    expect((await read(critical.id)).cases).toMatchObject([{ state: 'open' }]);
    expect((await read(id)).cases.map(({ number }) => number)).not.toEqual(
      (await read(critical.id)).cases.map(({ number }) => number),
    );
  });

  it('two reviews at once leave one', async () => {
    const id = await registered();
    await addFile(id);
    const given = await answers(id);
    const both = await Promise.allSettled([review(id, given, 2), review(id, given, 3)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await read(id)).reviews).toHaveLength(1);
  });

  it('is due after today, and withdrawn for good', async () => {
    const id = await registered();
    await addFile(id);
    const given = await answers(id, { fees: 'low' });
    const past = given.answers.map((one) =>
      one.finding ? { ...one, finding: { ...one.finding, dueOn: '2026-11-27' } } : one,
    );
    await expect(review(id, { ...given, answers: past })).rejects.toMatchObject({ code: 'material-due-past' });
    const act = (action: 'renew' | 'withdraw') =>
      kit.db.transaction((tx) => actOnMaterial(tx, by(1), id, action, '不再使用'));
    await expect(act('renew')).rejects.toMatchObject({ code: 'illegal-transition' });
    await act('withdraw');
    await expect(addFile(id)).rejects.toMatchObject({ code: 'material-withdrawn' });
    await expect(act('withdraw')).rejects.toMatchObject({ code: 'illegal-transition' });
  });

  it.each([
    [
      'a state that does not follow',
      `UPDATE risk.materials SET state = 'passed', review_by = '2027-01-01' WHERE id = $1`,
    ],
    ['another title', `UPDATE risk.materials SET title = '别的' WHERE id = $1`],
    ['deleting', 'DELETE FROM risk.materials WHERE id = $1'],
    [
      'a rectification without proof',
      `UPDATE risk.material_findings SET state = 'rectified', rectification = 'x', rectified_by = 'x', rectified_at = now() WHERE material_id = $1`,
    ],
    ['another finding', `UPDATE risk.material_findings SET text = '没有问题' WHERE material_id = $1`],
    ['changing a review', `UPDATE risk.material_reviews SET verdict = 'passed' WHERE material_id = $1`],
    ['deleting files', 'DELETE FROM risk.material_files WHERE material_id = $1'],
    ['changing steps', `UPDATE risk.material_steps SET text = 'x' WHERE material_id = $1`],
    [
      'one’s own review',
      `INSERT INTO risk.material_reviews (material_id, checklist_version, answers, verdict, reviewed_by, reviewed_account, reviewed_at) VALUES ($1, 1, '[]', 'passed', 'x', 1, now())`,
    ],
  ])('lets nobody past it: %s', async (_what, sql) => {
    const { id } = await failed();
    await expect(kit.db.query(sql, [id])).rejects.toThrow(/never|denied|does not follow|no proof|his own/);
    await expect(kit.superuser.query(sql, [id])).rejects.toThrow(/never|does not follow|no proof|his own/);
  });
});
