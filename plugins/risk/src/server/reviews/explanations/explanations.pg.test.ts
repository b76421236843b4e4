import type { Command } from '@linggong/core';
import { actOnCase } from '../../cases/act-on-case';
import { openCases } from '../../cases/open-cases';
import { riskWorld, type RiskWorld } from '../../risk.fixture';
import { readExplanation } from './explanation-rows';
import { askExplanations, explanationsOf, keepExplanation } from './explanations';
import { addExplanationFile, giveExplanation } from './give-explanation';

const at = new Date('2026-11-27T02:00:00Z');
const officer: Command = {
  actor: { kind: 'account', accountId: 1, name: 'risk-officer#1', role: 'risk-officer' },
  at,
  traceId: 'explanations',
};
let kit: RiskWorld;
let caseId = 0;

beforeAll(async () => {
  kit = await riskWorld(at);
  const [opened] = await kit.db.transaction((tx) =>
    openCases(tx, officer, [
      {
        source: 'check',
        rule: 'concentration.large',
        subject: { kind: 'worker', id: 7 },
        workerId: 7,
        enterpriseId: 3,
        severity: 'high',
        title: { zh: '大额', en: 'Large' },
      },
    ]),
  );
  caseId = opened?.id ?? 0;
}, 400_000);
afterAll(() => kit?.stop());

const ask = (parties: ('enterprise' | 'worker')[], dueOn = '2026-12-04') =>
  kit.db.transaction((tx) =>
    askExplanations(tx, officer, caseId, { parties, question: '请说明当月大额付款的业务内容', dueOn }),
  );
const keep = (explanationId: number, answeredOn = '2026-11-27') =>
  kit.db.transaction((tx) =>
    keepExplanation(
      tx,
      officer,
      { id: caseId, explanationId },
      { answer: '十月为集中结算', means: 'written', answeredOn },
    ),
  );

it('explanations are asked of both sides of a payment with a day, and kept once (R8.5)', async () => {
  await expect(ask(['worker'], '2026-11-27')).rejects.toMatchObject({ code: 'explanation-due' });
  await ask(['enterprise', 'worker']);
  await expect(ask(['worker'])).rejects.toMatchObject({ code: 'explanation-waiting' });
  const late = await explanationsOf(kit.db, caseId, new Date('2026-12-05T02:00:00Z'));
  expect(late.items.map(({ partyKind, partyId, isLate }) => [partyKind, partyId, isLate])).toEqual([
    ['worker', 7, true],
    ['enterprise', 3, true],
  ]);
  const id = late.items[0]?.id ?? 0;
  await expect(keep(id, '2026-11-28')).rejects.toMatchObject({ code: 'explanation-answered-later' });
  await keep(id);
  await expect(keep(id)).rejects.toMatchObject({ code: 'explanation-answered' });
  await ask(['worker']);
  const { items } = await explanationsOf(kit.db, caseId, at);
  expect(items.map(({ answer }) => answer)).toEqual([null, '十月为集中结算', null]);
});

it.each([
  ['another question', `UPDATE risk.explanations SET question = '别的问题' WHERE case_id = $1`],
  ['deleting', 'DELETE FROM risk.explanations WHERE case_id = $1'],
])('lets nobody past it: %s', async (_what, sql) => {
  await expect(kit.superuser.query(sql, [caseId])).rejects.toThrow(/never/);
});

it('is asked of a party that the case is about, while it is open', async () => {
  const [other] = await kit.db.transaction((tx) =>
    openCases(tx, officer, [
      {
        source: 'check',
        rule: 'x.y',
        subject: { kind: 'enterprise', id: 3 },
        enterpriseId: 3,
        severity: 'low',
        title: { zh: '企业', en: 'Enterprise' },
      },
    ]),
  );
  const wish = { parties: ['worker' as const], question: '请说明', dueOn: '2026-12-04' };
  const asked = kit.db.transaction((tx) =>
    askExplanations(tx, officer, other?.id ?? 0, { ...wish, question: '请说明情况' }),
  );
  await expect(asked).rejects.toMatchObject({ code: 'explanation-party' });
  await expect(explanationsOf(kit.db, 99_999, at)).rejects.toMatchObject({ status: 404 });
});

describe('a party explains itself (R8.5)', () => {
  const party = { ...officer, actor: { kind: 'account', accountId: 9, name: 'worker#9', role: 'worker' } } as const;
  const own = { kind: 'worker', workerId: 8 } as const;
  const file = {
    name: '验收单.pdf',
    contentType: 'application/pdf',
    content: Buffer.from('%PDF-'),
    receivedSha256: 'a',
  } as const;
  // Files lie outside of the database; here only their rows.
  const vault = {
    putFile: async () => ({ id: '00000000-0000-4000-8000-000000000001', bytes: 5, sha256: 'b'.repeat(64) }),
  } as never;
  let id = 0;

  beforeAll(async () => {
    const [opened] = await kit.db.transaction((tx) =>
      openCases(tx, officer, [
        {
          source: 'check',
          rule: 'concentration.large',
          subject: { kind: 'worker', id: 8 },
          workerId: 8,
          enterpriseId: 4,
          severity: 'high',
          title: { zh: '大额', en: 'Large' },
        },
      ]),
    );
    caseId = opened?.id ?? 0;
    await ask(['enterprise', 'worker']);
    const { items } = await explanationsOf(kit.db, caseId, at);
    id = items.find(({ partyKind }) => partyKind === 'worker')?.id ?? 0;
  });

  const give = (scope: Parameters<typeof giveExplanation>[2], answer = '十月为集中结算') =>
    kit.db.transaction((tx) => giveExplanation(tx, party, scope, { id, answer }));
  const send = (scope: Parameters<typeof giveExplanation>[2]) =>
    kit.db.transaction((tx) => addExplanationFile(vault, tx, party, scope, { id, file: file as never }));

  it.each([
    ['another worker', { kind: 'worker', workerId: 7 }],
    ['an enterprise, also that of the case', { kind: 'enterprise', enterpriseId: 4 }],
    ['an enterprise by his number', { kind: 'enterprise', enterpriseId: 8 }],
    ['nobody', { kind: 'account', accountId: 8 }],
  ] as const)('and %s does not find it', async (_who, scope) => {
    for (const work of [give, send, (by: typeof scope) => readExplanation(kit.db, by, id, at)])
      await expect(work(scope)).rejects.toMatchObject({ status: 404 });
  });

  it('with papers that are evidence of the case, ten at most, once', async () => {
    for (let sent = 0; sent < 10; sent += 1) await send(own);
    await expect(send(own)).rejects.toMatchObject({ code: 'explanation-files-full' });
    await give(own);
    const given = await readExplanation(kit.db, own, id, at);
    expect(given).toMatchObject({
      state: 'answered',
      means: 'online',
      answeredOn: '2026-11-27',
      recordedBy: 'worker#9',
    });
    expect([given.files.length, given.files[0]?.name]).toEqual([10, '验收单.pdf']);
    const evidence = await kit.db.query('SELECT FROM risk.case_evidence WHERE case_id = $1 AND explanation_id = $2', [
      caseId,
      id,
    ]);
    expect(evidence).toHaveLength(10);
    await expect(give(own)).rejects.toMatchObject({ code: 'explanation-answered' });
    await expect(send(own)).rejects.toMatchObject({ code: 'explanation-answered' });
    const steps = await kit.db.query(
      'SELECT actor, text FROM risk.case_steps WHERE case_id = $1 ORDER BY id DESC LIMIT 1',
      [caseId],
    );
    expect(steps).toMatchObject([{ actor: 'worker#9', text: `${given.number}：十月为集中结算` }]);
  });

  it('no more once its case is closed', async () => {
    const scope = { kind: 'enterprise', enterpriseId: 4 } as const;
    const { items } = await explanationsOf(kit.db, caseId, at);
    id = items.find(({ partyKind }) => partyKind === 'enterprise')?.id ?? 0;
    await kit.db.transaction(async (tx) => {
      await actOnCase(tx, { ...officer, reason: '接手' }, caseId, 'take');
      await actOnCase(tx, { ...officer, reason: '已查清来由' }, caseId, 'close', 'unclear');
    });
    expect((await readExplanation(kit.db, scope, id, at)).state).toBe('dropped');
    await expect(give(scope)).rejects.toMatchObject({ code: 'risk-case-closed' });
  });
});
