import type { Command } from '@linggong/core';
import { openCases } from '../../cases/open-cases';
import { riskWorld, type RiskWorld } from '../../risk.fixture';
import { askExplanations, explanationsOf, keepExplanation } from './explanations';

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
